"""Which word of one name stands for which word of another, and how well."""

from collections.abc import Callable, Sequence
from itertools import pairwise
from math import prod
from typing import Final, NamedTuple

from tocsin.resolve.spelling.analysed import Word

MATCH: Final = 0.76  # below, two words are different words
SAME_SOUND: Final = 0.98
_SURE: Final = 0.96
_QUALITY: Final = ((0.97, 1.0), (0.9, 0.92), (0.85, 0.82), (0.8, 0.68), (MATCH, 0.5))


class Fit(NamedTuple):
    """Two words that stand for the same, and why they may."""

    left: int
    right: int
    value: float  # 0 to 1
    why: str


class Alignment(NamedTuple):
    """The words of two names, put together as far as they go."""

    fits: Sequence[Fit]  # in the order of the left name
    left: Sequence[int]  # words without a counterpart
    right: Sequence[int]

    @property
    def crossed(self) -> bool:
        """Whether the words come in another order."""
        return any(second.right < first.right for first, second in pairwise(self.fits))

    @property
    def quality(self) -> float:
        """How well the words that fit do, 0 to 1."""
        return prod(quality(fit.value) for fit in self.fits)

    @property
    def why(self) -> str:
        """Which words fit, and why."""
        return "; ".join(fit.why for fit in self.fits)


Likeness = Callable[[Word, Word], tuple[float, str]]


def align(left: Sequence[Word], right: Sequence[Word], likeness: Likeness) -> Alignment:
    """Return the best pairs first, each word in one pair at most; of equals those in the same place."""
    if len(left) == len(right) and (in_place := _in_place(left, right, likeness)):
        return Alignment(in_place, (), ())
    likely = []
    gap = len(left) - len(right)
    for i, mine in enumerate(left):
        for j, theirs in enumerate(right):
            value, why = (1.0, "") if mine.text == theirs.text else likeness(mine, theirs)
            if value >= MATCH:
                likely.append((-value, abs(gap - i + j) + abs(i - j), i, j, why))
    likely.sort()
    fits: list[Fit] = []
    free_left, free_right = list(range(len(left))), list(range(len(right)))
    for value, _, i, j, why in likely:
        if i in free_left and j in free_right:
            free_left.remove(i)
            free_right.remove(j)
            fits.append(Fit(i, j, -value, _worded(left[i], right[j], why)))
    fits.sort()
    return Alignment(fits, free_left, free_right)


def _in_place(left: Sequence[Word], right: Sequence[Word], likeness: Likeness) -> list[Fit]:
    """Return each word with the one in its place, where all fit so well that no other order can be better."""
    fits: list[Fit] = []
    for at, (mine, theirs) in enumerate(zip(left, right, strict=True)):
        value, why = (1.0, "") if mine.text == theirs.text else likeness(mine, theirs)
        if value < _SURE or any(w.text in (mine.text, theirs.text) for w in (*left[:at], *right[:at])):
            return []  # of "Ivan Iwan" and "Iwan Ivan" each word has a better counterpart
        fits.append(Fit(at, at, value, _worded(mine, theirs, why)))
    return fits


def _worded(left: Word, right: Word, why: str) -> str:
    return f"“{left.text}” ~ “{right.text}”: {why}" if why else f"“{left.text}”"


def quality(value: float) -> float:
    """Return how much of a likeness counts: near the limit little, so that two doubtful words do not do.

    >>> quality(1.0), quality(0.8)
    (1.0, 0.68)
    """
    if value >= _QUALITY[0][0]:
        return 1.0
    for (high, most), (low, least) in pairwise(_QUALITY):
        if value >= low:
            return least + (most - least) * (value - low) / (high - low)
    return 0.0
