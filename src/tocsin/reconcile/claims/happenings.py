"""What the data of a language tell of words for happenings: which may stand for one."""

from collections.abc import Mapping, Sequence
from functools import cache
from types import MappingProxyType
from typing import Final

from tocsin.lang import DEFAULT, entries, table
from tocsin.reconcile.claims.lexicon import LONGEST, Phrase, phrase
from tocsin.reconcile.claims.stems import stem

PREFIX: Final = 5  # letters at the start that two stems share to be of one family: "acquir", "acquisition"
_SHARE: Final = 0.75  # … or so much of the shorter one, from four letters on


@cache
def groups(language: str = DEFAULT) -> Mapping[Phrase, frozenset[int]]:
    """Return the groups of ``happenings.toml`` by word, as phrases of stems.

    >>> bool(groups()[("murder",)] & groups()[("kill",)]), bool(groups()[("murder",)] & groups()[("meet",)])
    (True, False)
    """
    found: dict[Phrase, set[int]] = {}
    for number, line in enumerate(str(table(language, "happenings")["alike"]).strip().splitlines()):
        for word in line.split(","):
            found.setdefault(phrase(word), set()).add(number)
    return MappingProxyType({word: frozenset(numbers) for word, numbers in found.items()})


@cache
def reporting(language: str = DEFAULT) -> frozenset[str]:
    """Return the stems of words that tell that somebody says something."""
    return frozenset(stem(word) for word in entries(table(language, "happenings"), "reporting"))


def groups_of(stems: Sequence[str], head: str, language: str = DEFAULT) -> frozenset[int]:
    """Return the groups of a trigger's words: of the longest phrase in it, else of its head."""
    known = groups(language)
    phrases = [
        tuple(stems[start : start + size])
        for size in range(min(LONGEST, len(stems)), 1, -1)
        for start in range(len(stems) - size + 1)
    ]
    return next((known[each] for each in phrases if each in known), known.get((head,), frozenset()))


def one_family(one: str, other: str) -> bool:
    """Tell whether two stems begin alike, as words of one family do.

    >>> one_family("acquir", "acquisition"), one_family("kill", "kiln")
    (True, False)
    """
    shared = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), None)
    shared = min(len(one), len(other)) if shared is None else shared
    return shared >= PREFIX or (shared >= PREFIX - 1 and shared > _SHARE * max(len(one), len(other)))
