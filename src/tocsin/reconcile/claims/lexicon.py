"""What the data of a language tell of claims: words alike, words opposite, words that negate, numbers."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Final

from tocsin.lang import DEFAULT, entries, section, table
from tocsin.reconcile.claims.stems import stem

Phrase = tuple[str, ...]
LONGEST: Final = 4  # words of the longest entry that is looked for


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """The words of a language that tell claims apart; phrases are of stems."""

    light: frozenset[str]
    negators: frozenset[Phrase]
    plain: frozenset[Phrase]
    modal: Mapping[str, frozenset[str]]  # by class of act: stems by which a plain word may be such an act
    going_on: frozenset[str]  # stems of words that tell but that something goes on, or is about to
    degrees: frozenset[str]  # words after a verb by which "not" denies but how much, or when
    alike: Mapping[Phrase, str]  # what stands for a phrase
    sides: Mapping[
        str, frozenset[tuple[int, int]]
    ]  # of a stem: the matters that it takes a side on, and which
    slots: Mapping[str, str]  # of a word: what it tells of which two claims have the same: "day", "place"
    numbers: Mapping[str, float]
    vague: Mapping[str, tuple[float, float]]
    magnitudes: Mapping[str, float]

    @property
    def empty(self) -> frozenset[str]:
        """Words that tell nothing alone: light ones and those that negate."""
        return self.light | {words[0] for words in self.negators if len(words) == 1}


@cache
def lexicon(language: str = DEFAULT) -> Lexicon:
    """Return the words of a language's ``claims.toml``.

    >>> words = lexicon()
    >>> words.alike[("buildup",)], words.sides["reject"] & words.sides["oppos"] != frozenset()
    ('mass', True)
    """
    data = table(language, "claims")
    return Lexicon(
        light=frozenset(stem(word) for word in entries(data, "light")),
        negators=frozenset(map(phrase, entries(data, "negators"))),
        plain=frozenset(map(phrase, entries(data, "plain"))),
        modal=MappingProxyType(
            {
                act: frozenset(stem(word) for word in entries(section(data, "modal"), act))
                for act in section(data, "modal")
            }
        ),
        going_on=frozenset(stem(word) for word in entries(data, "going_on")),
        degrees=frozenset(entries(data, "degrees")),
        alike=MappingProxyType(dict(_alike(str(data["alike"])))),
        sides=MappingProxyType(_sides(str(data["opposite"]))),
        slots=MappingProxyType(
            {word: kind for kind in section(data, "slots") for word in entries(section(data, "slots"), kind)}
        ),
        numbers=_numbers(section(data, "numbers")),
        vague=MappingProxyType(dict(_ranges(section(data, "vague")))),
        magnitudes=_numbers(section(data, "magnitudes")),
    )


def phrase(words: str) -> Phrase:
    """Return the stems of an entry.

    >>> phrase("ruled out")
    ('rul', 'out')
    """
    return tuple(stem(word) for word in words.replace("-", " ").split())


def _alike(block: str) -> Iterator[tuple[Phrase, str]]:
    """Yield each phrase with what stands for it; what comes first in the file wins."""
    seen: set[Phrase] = set()
    for line in block.strip().splitlines():
        group = [phrase(word) for word in line.split(",")]
        for member in group:
            if member not in seen:
                seen.add(member)
                yield member, "-".join(group[0])


def _sides(block: str) -> dict[str, frozenset[tuple[int, int]]]:
    found: dict[str, set[tuple[int, int]]] = {}
    for matter, line in enumerate(block.strip().splitlines()):
        for side, words in zip((1, -1), line.split("/"), strict=True):
            for word in words.split(","):
                found.setdefault("-".join(phrase(word)), set()).add((matter, side))
    return {word: frozenset(sides) for word, sides in found.items()}


def _numbers(data: Mapping[str, object]) -> Mapping[str, float]:
    return MappingProxyType(
        {word: float(value) for word, value in data.items() if isinstance(value, int | float)}
    )


def _ranges(data: Mapping[str, object]) -> Iterator[tuple[str, tuple[float, float]]]:
    for word, ends in data.items():
        if not isinstance(ends, list) or len(ends) != 2:
            raise TypeError(f"claims.toml: {word!r} is no range")
        yield word, (float(ends[0]), float(ends[1]))
