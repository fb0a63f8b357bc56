"""A name taken apart for comparison: its words, without titles and legal forms, and how they sound."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from tocsin.record import NameType
from tocsin.resolve.spelling.sounds import consonants, sound
from tocsin.resolve.spelling.tables import classes_of, words
from tocsin.resolve.spelling.wording import (
    abbreviation,
    acronyms,
    body_words,
    folded_body,
    numeral,
    one_of,
    says_whose,
    singular,
    telling,
)
from tocsin.text.fold import fold_name

_INITIALS: Final = re.compile(r"\b([^\W\d_])\.[ -]?(?=[^\W\d_])")
_UNVOWELLED: Final = re.compile(r"[֐-׿؀-ۿ]")
_BET: Final = re.compile(r"\bב")  # b at the start of a word, b or v within
_ARABIC_ARTICLE: Final = re.compile("\\b\u0627\u0644(?=\\w{3})")  # alef, lam
_SERVANT: Final = re.compile(r"abd(?:[aeou]{1,2})([lrsnzdt])(\w{2,})$")  # Abdul Aziz, Abdurrahman
_SERVANT_OF: Final = re.compile(r"abd[aeou]{1,2}[lrsnzdt]?")
_ANY_ARTICLE: Final = frozenset(("al", "el", "ul"))
_RELIGION: Final = frozenset(("din", "deen", "dine"))
_SONS: Final = frozenset(("bin", "ibn", "ben", "bn"))
_OF_RELIGION: Final = re.compile(r"(\w{3,}?)[aeiou]{0,2}(?<!d)dd?(?:in|een|ine)$")  # Salaheddine
_GENERATIONS: Final = {"junior": "jr", "senior": "sr"}
_SEVERAL: Final = re.compile(r"\w\W*\s(?:&|and|or|et|ou|und|oder)\s+\w", re.IGNORECASE)
_STARTS: Final = ("al", "el", "ben", "bin")
_LONG: Final = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A word of a name, as it is compared."""

    text: str  # folded
    sound: str
    consonants: str
    names: frozenset[str]  # the given names that it is a form of
    initial: bool
    unvowelled: bool
    number: bool
    bare: str | None  # how it sounds without an article or "ben" written as one with it
    loose: bool = False  # a given name or a particle: it contradicts nothing


@dataclass(frozen=True, slots=True, kw_only=True)
class Analysed:
    """A name, as it is compared."""

    name: str
    words: tuple[Word, ...]  # without titles, articles, connecting words
    joined: str  # the sounds of all words in one
    bones: str  # its consonants
    unvowelled: bool  # it was written in a script that leaves vowels out
    descent: bool  # it tells whose son it is
    acronyms: frozenset[str]  # what it may be abbreviated to
    telling: frozenset[str]  # those of the acronyms that have three words of weight
    acronym: str | None  # what it is, where it may be an abbreviation itself
    generic: frozenset[str]  # the kinds of body it says it is; of a person "jr", "ii"
    several: bool  # it names one and another: "A and B", "Departments of A and B"
    plural: frozenset[str]  # the bodies that it has in the plural: "Central Banks"
    common: bool  # nothing in it says whose it is: "Supreme Court", "Defence Ministry"


def fingerprint(name: str, type: NameType) -> str:  # noqa: A002 - the field's word
    """Return the name as it keys what is the same in every report: folded, without titles and legal forms.

    >>> fingerprint("Gen. Sergueï Choïgou", NameType.PERSON), fingerprint("Wagner Group’s", NameType.GROUP)
    ('serguei choigou', 'wagner')
    """
    return _fingerprint(name, person=type is NameType.PERSON)


@lru_cache(maxsize=1 << 17)  # by a bool: the hash of an enumeration costs more than all the rest
def _fingerprint(name: str, *, person: bool) -> str:
    if person:
        return " ".join(_person_words(name)) or fold_name(name)
    return " ".join(body_words(folded_body(name))) or folded_body(name)


def analysed(name: str, type: NameType) -> Analysed:  # noqa: A002 - the field's word
    """Return the name taken apart; the same for the same name, so it is kept."""
    return _analysed(name, person=type is NameType.PERSON)


@lru_cache(maxsize=1 << 15)
def _analysed(name: str, *, person: bool) -> Analysed:
    unvowelled = _UNVOWELLED.search(name) is not None
    if unvowelled:
        name = _BET.sub("b", _ARABIC_ARTICLE.sub("", name))
    if person:
        texts = _person_words(name)
        bare = [w for w in texts if w not in words("generation")]
        found = _person(bare or texts, unvowelled=unvowelled)
        born = frozenset(w for w in texts if w in words("generation"))
        initials = _initials([w for w in bare if w not in _ANY_ARTICLE])
        letters = abbreviation(name, texts) if len(name) == 3 else None
        made = _made(name, found, initials, letters, born)
        return replace(made, descent=not _SONS.isdisjoint(texts[1:]))
    folded = folded_body(name).split()
    bare = body_words(" ".join(folded)) or folded
    connecting, generic = words("connecting"), words("generic")
    kept = [w for w in bare if w not in connecting] or bare
    found = tuple(_word(singular(numeral(w)), unvowelled=unvowelled) for w in kept)
    kinds = frozenset(w for w in folded if w in generic)
    made = _made(name, found, acronyms(name, folded), abbreviation(name, folded), kinds)
    return replace(
        made,
        telling=telling(folded, made.acronyms),
        plural=frozenset(filter(None, map(one_of, folded))),
        common=not any(map(says_whose, folded)),
    )


def _made(
    name: str,
    found: tuple[Word, ...],
    letters: frozenset[str],
    acronym: str | None,
    generic: frozenset[str],
) -> Analysed:
    together = "".join(w.text for w in found)
    unvowelled = any(w.unvowelled for w in found)
    return Analysed(
        name=name,
        words=found,
        joined=sound(together),
        bones=consonants(together, written=unvowelled),
        unvowelled=unvowelled,
        descent=False,
        acronyms=letters,
        telling=letters,
        acronym=acronym,
        generic=generic,
        several=_SEVERAL.search(name) is not None,
        plural=frozenset(),
        common=False,
    )


def _word(text: str, *, unvowelled: bool) -> Word:
    return Word(
        text=text,
        sound=sound(text),
        consonants=consonants(text, written=unvowelled),
        names=classes_of(text),
        initial=len(text) == 1 and text.isalpha(),
        unvowelled=unvowelled,
        number=any(c.isdigit() for c in text),
        bare=_bare(text),
    )


def _bare(text: str) -> str | None:
    if len(text) < _LONG or classes_of(text):
        return None
    start = next((s for s in _STARTS if text.startswith(s)), "")
    return sound(text[len(start) :]) if start else None


def _person_words(name: str) -> list[str]:
    folded = fold_name(_INITIALS.sub(r"\1 ", name)).split()
    titles, suffixes = words("title"), words("suffix")
    first = 0
    while first < len(folded) - 1 and folded[first] in titles:
        first += 1
    last = len(folded)
    while last - first > 1 and folded[last - 1] in suffixes:
        last -= 1
    return [_GENERATIONS.get(w, w) if at else w for at, w in enumerate(folded[first:last])]


def _person(texts: Sequence[str], *, unvowelled: bool) -> tuple[Word, ...]:
    """Return a person's words: Arabic articles and particles gone, "Abd al-" one with what follows."""
    articles, particles = words("article"), words("particle")
    kept: list[str] = []
    servant = False
    for at, text in enumerate(texts):
        following = texts[at + 1] if at + 1 < len(texts) else ""
        if following and (text == "abd" or (unvowelled and text == "bd") or _SERVANT_OF.fullmatch(text)):
            servant = True
        elif following and text in articles and (text in _ANY_ARTICLE or text[1:2] == following[:1]):
            continue
        elif servant:
            kept.append("abd" + text)
            servant = False
        elif text in _RELIGION and kept:
            kept[-1] += "din"
        elif following and text in particles and (kept or text in _SONS):
            continue
        else:
            kept.append(_compound(text))
    found = tuple(_word(text, unvowelled=unvowelled) for text in kept)
    loose = len(texts) == 2 and texts[0] == "ben"  # Ben Ali, but Ben Wallace
    return (replace(_word("ben", unvowelled=False), loose=True), *found) if loose else found


def _compound(text: str) -> str:
    if found := _SERVANT.fullmatch(text):
        letter, rest = found.groups()
        if letter == "l" or rest.startswith(letter):
            return "abd" + rest
    if len(text) > 6 and (found := _OF_RELIGION.fullmatch(text)):
        return found[1] + "din"
    return text


def _initials(texts: Sequence[str]) -> frozenset[str]:
    return frozenset(("".join(w[0] for w in texts),) if len(texts) == 3 else ())
