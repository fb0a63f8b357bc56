"""The words that stand for entries, folded: names, adjectives, people, metonyms, descriptions, last names."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from anyascii import anyascii

from tocsin.knowledge.entries import Entry
from tocsin.record.name import NameType
from tocsin.text.fold import fold_name

#: What a word is of an entry, the plainest first.
USES: Final = ("name", "adjective", "people", "metonym", "description")

_FAMILY_FIRST: Final = frozenset(("cn", "hk", "kp", "kr", "mo", "tw", "vn", "hu", "kh", "sg"))
_GIVEN_ONLY: Final = frozenset(("er", "et", "is"))  # "Abiy": no family name, the first one is used
_BY_FIRST: Final = _FAMILY_FIRST | _GIVEN_ONLY
_PARTICLES: Final = frozenset(
    [
        "al",
        "el",
        "as",
        "an",
        "ad",
        "ar",
        "ash",
        "at",
        "az",
        "abu",
        "ben",
        "bin",
        "bint",
        "ibn",
        "ould",
        "da",
        "das",
        "de",
        "del",
        "della",
        "der",
        "den",
        "di",
        "do",
        "dos",
        "du",
        "la",
        "le",
        "st",
        "ter",
        "van",
        "von",
        "zu",
    ]
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """Which entries folded words stand for, and as what."""

    of: Mapping[str, tuple[tuple[str, str], ...]]  # (id, use), plainest use first
    surnames: Mapping[str, tuple[str, ...]]

    def ids(self, folded: str, uses: frozenset[str]) -> tuple[str, ...]:
        """Return the entries that the words stand for in one of the uses."""
        return tuple(dict.fromkeys(id_ for id_, use in self.of.get(folded, ()) if use in uses))


def index_names(entries: Iterable[Entry]) -> Names:
    """Return the index of all entries."""
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    shared: set[str] = set()
    surnames: dict[str, dict[str, None]] = {}
    latin = Latin()
    for entry in entries:
        for use, words in zip(USES, words_of(entry), strict=True):
            one = ((entry.id, use),)  # one for all words: most stand for nothing else
            borne = entry.type is NameType.PERSON and use == "name"
            for word in words:
                if not (folded := fold_fast(word, latin)):
                    continue
                if (others := found.setdefault(folded, one)) is not one:
                    found[folded] = others + one
                    shared.add(folded)
                if borne:
                    for last in last_names(folded, entry.country):
                        surnames.setdefault(last, {})[entry.id] = None
    for word in shared:
        found[word] = tuple(sorted(set(found[word]), key=lambda pair: (USES.index(pair[1]), pair[0])))
    return Names(of=found, surnames={word: tuple(sorted(ids)) for word, ids in surnames.items()})


class Latin(dict[int, str]):
    """What each character is in Latin letters, found once: a table for ``str.translate``."""

    def __missing__(self, code: int) -> str:
        self[code] = found = anyascii(chr(code))
        return found


def fold_fast(word: str, latin: Latin) -> str:
    """Return ``fold_name`` of a word, sooner where it has nothing but letters, as most names have."""
    if word.replace(" ", "").isalpha():
        plain = word if word.isascii() else word.translate(latin).replace("'", "").replace("`", "")
        if "  " not in plain and plain.strip() == plain and plain.replace(" ", "").isalpha():
            return plain.lower().removeprefix("the ")
    return fold_name(word)


def words_of(entry: Entry) -> tuple[tuple[str, ...], ...]:
    """Return all words of an entry, in the order of ``USES``."""
    return entry.names, entry.adjectives, entry.people, entry.metonyms, entry.descriptions


def last_names(folded: str, country: str | None) -> Iterator[str]:
    """Yield what a person may be called by alone, from the full name and where it is borne.

    >>> list(last_names("ursula von der leyen", "de")), list(last_names("xi jinping", "cn"))
    (['leyen', 'der leyen', 'von der leyen'], ['jinping', 'xi'])
    """
    parts = folded.split(" ")
    start = len(parts) - 1
    yield parts[start]
    while start > 1 and parts[start - 1] in _PARTICLES:
        start -= 1
        yield " ".join(parts[start:])
    if len(parts) > 1 and country in _BY_FIRST:
        yield parts[0]
