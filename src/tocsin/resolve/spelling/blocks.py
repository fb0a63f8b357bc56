"""Which names are worth comparing: keys that true variants share and few others do."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import product
from typing import Final

from tocsin.record import NameType
from tocsin.record.name import BODIES
from tocsin.resolve.spelling.analysed import Analysed, Word, analysed
from tocsin.resolve.spelling.sounds import TWICE, VOWELS, initial_class, letter_class, sound
from tocsin.resolve.spelling.tables import words
from tocsin.resolve.spelling.wording import stem

_LETTERS: Final = "Sabdklmnrstv"  # all classes of initials
_READINGS: Final = {"q": ("S", "k"), "j": ("", "S"), "C": ("s", "t"), "h": ("", "k")}
_MOST: Final = 4  # readings of a word
_LAST_NAMES: Final = 3  # words of a long name that may be the one a variant keeps


@lru_cache(maxsize=1 << 16)
def block_keys(name: str, type: NameType) -> tuple[str, ...]:  # noqa: A002 - the field's word
    """Return the keys of a name, sorted: two names are compared where they share one.

    >>> shared = set(block_keys("Volodymyr Zelenskyy", NameType.PERSON))
    >>> sorted(shared & set(block_keys("Wladimir Selenskyj", NameType.PERSON)))
    ['p+slnsk+volodymyr', 'p:slnsk|v', 'p=vldmrslnsk']
    """
    found = analysed(name, type)
    if type is NameType.PERSON:
        return tuple(sorted(set(_person(found))))
    prefix = "o" if type in BODIES else type.value
    return tuple(sorted({f"{prefix}:{key}" for key in _body(found)}))


def _person(found: Analysed) -> Iterator[str]:
    """Yield last name and initial, for each word that may be either; a last name alone has any initial."""
    yield from (f"a:{initials}" for initials in (*found.acronyms, found.acronym) if initials)
    parts = found.words
    full = [w for w in parts if not w.initial and not w.loose]
    yield from (f"p={bones}" for bones in readings(sound("".join(w.text for w in full)))[:2])
    if len(parts) == 1:
        yield from (f"p:{bones}|{letter}" for bones in readings(_heard(parts[0])) for letter in _LETTERS)
        return
    first, last = parts[0], parts[-1]
    for word in (w for w in parts[1:][-_LAST_NAMES:] if not w.initial):
        yield from _named(word, first)
    for middle in parts[1:-1]:
        yield from _named(last, middle)
    if last.initial or not first.names:
        yield from _named(first, last)
    if len(full) > 1:
        pair = sorted(min(w.names, default="") or readings(_heard(w))[0] for w in (full[0], full[-1]))
        yield f"p+{'+'.join(pair)}"


def _named(last: Word, first: Word) -> Iterator[str]:
    letters = initial_class(_heard(first), first.names) | ({"a"} if first.unvowelled else set())
    for heard in filter(None, (_heard(last), last.bare)):
        yield from (f"p:{bones}|{letter}" for bones in readings(heard) for letter in letters)


def _body(found: Analysed) -> Iterator[str]:
    """Yield abbreviations both ways, and the telling words, from three on also without each one."""
    yield from (f"a:{acronym}" for acronym in found.acronyms)
    if found.acronym:
        yield f"a:{found.acronym}"
    telling = [w for w in found.words if w.number or w.text not in words("generic")]
    kept = telling if any(not w.number for w in telling) else list(found.words)
    for reading in (0, -1):
        bones = sorted({w.text if w.number else readings(_stem(w))[reading] for w in kept})
        yield "+".join(bones)
        if len(bones) > 2:
            yield from ("+".join(bones[:at] + bones[at + 1 :]) for at in range(len(bones)))
    for other in readings(found.joined)[:2]:
        yield f"={other}"


def _stem(word: Word) -> str:
    return word.consonants if word.unvowelled else sound(stem(word.text) or word.text)


def _heard(word: Word) -> str:
    return word.consonants if word.unvowelled else word.sound


def readings(heard: str) -> tuple[str, ...]:
    """Return the classes of the consonants of a sound, in each way that it may be read.

    >>> readings(sound("choigou")), readings(sound("shoigu"))
    (('Sk', 'k'), ('Sk',))
    """
    options = [
        _READINGS.get(letter, (letter_class(letter),)) if at or letter != "h" else ("k",)
        for at, letter in enumerate(heard)
        if letter not in VOWELS
    ]
    found: dict[str, None] = {}
    for choice in product(*options):
        found[TWICE.sub(r"\1", "".join(choice)) or heard] = None
        if len(found) >= _MOST:
            break
    return tuple(found)
