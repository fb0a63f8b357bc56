"""Counts, F1, overlap, matching and intervals: pure, and all that the tasks share."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Self, TypeVar

import numpy as np

T = TypeVar("T")
Span = tuple[int, int]
SEED = 20210413
ROUNDS = 1000
_TOKEN = re.compile(r"\w+|[^\w\s]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How many things are right, how many were found, how many there are in the gold."""

    right: int = 0
    found: int = 0
    gold: int = 0

    def __add__(self, other: Self) -> "Counts":
        return Counts(
            right=self.right + other.right, found=self.found + other.found, gold=self.gold + other.gold
        )

    @property
    def precision(self) -> float:
        """Share of the found that is right; 0 where nothing was found."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Share of the gold that was found; 0 where there is none."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall (van Rijsbergen 1979)."""
        both = self.found + self.gold
        return 2 * self.right / both if both else 0.0


def compare(gold: AbstractSet[T], found: AbstractSet[T]) -> Counts:
    """Return the counts of two sets.

    >>> compare({1, 2}, {2, 3, 4})
    Counts(right=1, found=3, gold=2)
    """
    return Counts(right=len(gold & found), found=len(found), gold=len(gold))


def total(counts: Iterable[Counts]) -> Counts:
    """Return the sum of counts."""
    return sum(counts, Counts())


def interval(documents: Sequence[Counts], *, seed: int = SEED, rounds: int = ROUNDS) -> tuple[float, float]:
    """Return the 95% interval of F1 with documents drawn again (bootstrap, Efron 1979)."""
    if not documents:
        return 0.0, 0.0
    size = len(documents)
    table = np.array([(c.right, c.found + c.gold) for c in documents], dtype=np.float64)
    drawn = np.random.default_rng(seed).multinomial(size, [1 / size] * size, size=rounds) @ table
    scores = 2 * drawn[:, 0] / np.maximum(drawn[:, 1], 1)
    low, high = np.percentile(scores, [2.5, 97.5])
    return float(low), float(high)


def strip(text: str, span: Span) -> Span | None:
    """Return the span without the white space at its ends; None where nothing is left.

    >>> strip("He  said ", (2, 9))
    (4, 8)
    """
    words = text[span[0] : span[1]]
    left = len(words) - len(words.lstrip())
    stripped = (span[0] + left, span[0] + len(words.rstrip()))
    return stripped if stripped[0] < stripped[1] else None


@dataclass(frozen=True, slots=True)
class Tokens:
    """The words and punctuation marks of a text: where each starts and ends, in order."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def covered(self, spans: Iterable[Span]) -> frozenset[int]:
        """Return the numbers of the tokens that overlap any of the spans.

        >>> sorted(tokens("He said.").covered([(1, 4)]))
        [0, 1]
        """
        return frozenset(
            number
            for start, end in spans
            for number in range(bisect_right(self.ends, start), bisect_left(self.starts, end))
        )


def tokens(text: str) -> Tokens:
    r"""Return the words and single punctuation marks of a text (``\w+|[^\w\s]``).

    >>> tokens("He said.")
    Tokens(starts=(0, 3, 7), ends=(2, 7, 8))
    """
    places = [match.span() for match in _TOKEN.finditer(text)]
    return Tokens(tuple(start for start, _ in places), tuple(end for _, end in places))


def dice(a: AbstractSet[T], b: AbstractSet[T]) -> float:
    """Return the F1 of two sets (Dice 1945); two empty sets agree.

    >>> dice({1, 2, 3}, {3})
    0.5
    """
    size = len(a) + len(b)
    return 2 * len(a & b) / size if size else 1.0


def matching(edges: Sequence[Sequence[int]]) -> dict[int, int]:
    """Return a largest one-to-one matching of left numbers to right ones (Kuhn 1955).

    ``edges[left]`` lists the rights that would do. The size does not depend on their order.

    >>> matching([[0], [0, 1]])
    {0: 0, 1: 1}
    """
    holder: dict[int, int] = {}

    def place(left: int, tried: set[int]) -> bool:
        for right in edges[left]:
            if right not in tried:
                tried.add(right)
                if right not in holder or place(holder[right], tried):
                    holder[right] = left
                    return True
        return False

    for left in range(len(edges)):
        place(left, set())
    return {left: right for right, left in sorted(holder.items(), key=lambda item: item[1])}
