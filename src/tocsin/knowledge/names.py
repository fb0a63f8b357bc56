"""The words that stand for entries, folded: names, adjectives, people, metonyms, descriptions, last names."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from tocsin.knowledge.entries import Entry
from tocsin.record.name import NameType
from tocsin.text.fold import fold_name

#: What a word is of an entry, the plainest first.
USES: Final = ("name", "adjective", "people", "metonym", "description")

_FAMILY_FIRST: Final = frozenset(("cn", "hk", "kp", "kr", "mo", "tw", "vn", "hu", "kh", "sg"))
_GIVEN_ONLY: Final = frozenset(("er", "et", "is"))  # "Abiy": no family name, the first one is used
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
    found: dict[str, list[tuple[int, str]]] = {}
    surnames: dict[str, dict[str, None]] = {}
    for entry in entries:
        for rank, words in enumerate(words_of(entry)):
            for word in words:
                if folded := fold_fast(word):
                    found.setdefault(folded, []).append((rank, entry.id))
                    if rank == 0 and entry.type is NameType.PERSON:
                        for last in last_names(folded, entry.country):
                            surnames.setdefault(last, {})[entry.id] = None
    return Names(
        of={
            word: ((some[0][1], USES[some[0][0]]),)
            if len(some) == 1
            else tuple((id_, USES[rank]) for rank, id_ in dict.fromkeys(sorted(some)))
            for word, some in found.items()
        },
        surnames={word: tuple(sorted(ids)) for word, ids in surnames.items()},
    )


def fold_fast(word: str) -> str:
    """Return ``fold_name`` of a word, sooner where it has nothing but plain letters, as most names have."""
    plain = word.isascii() and "  " not in word and word[:1] != " " and word[-1:] != " "
    if plain and word.replace(" ", "").isalpha():
        return word.lower().removeprefix("the ")
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
    if len(parts) > 1 and country in _FAMILY_FIRST | _GIVEN_ONLY:
        yield parts[0]
