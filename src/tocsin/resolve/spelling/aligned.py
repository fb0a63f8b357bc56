"""Which word of one name stands for which word of another, and how well."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from tocsin.resolve.spelling.analysed import Word

MATCH: Final = 0.76  # below, two words are different words
SAME_SOUND: Final = 0.98
_QUALITY: Final = ((0.97, 1.0), (0.9, 0.92), (0.85, 0.82), (0.8, 0.68), (MATCH, 0.5))


@dataclass(frozen=True, slots=True, kw_only=True)
class Fit:
    """Two words that stand for the same, and why they may."""

    left: int
    right: int
    value: float  # 0 to 1
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Alignment:
    """The words of two names, put together as far as they go."""

    fits: tuple[Fit, ...]  # in the order of the left name
    left: tuple[int, ...]  # words without a counterpart
    right: tuple[int, ...]

    @property
    def crossed(self) -> bool:
        """Whether the words come in another order."""
        return any(second.right < first.right for first, second in pairwise(self.fits))

    @property
    def quality(self) -> float:
        """How well the words that fit do, 0 to 1."""
        product = 1.0
        for fit in self.fits:
            product *= quality(fit.value)
        return product


Likeness = Callable[[Word, Word], tuple[float, str]]


def align(left: Sequence[Word], right: Sequence[Word], likeness: Likeness) -> Alignment:
    """Return the best pairs first, each word in one pair at most; of equals those in the same place."""
    fits: list[Fit] = []
    free_left, free_right = set(range(len(left))), set(range(len(right)))
    for value, _, i, j, why in sorted(_likely(left, right, likeness)):
        if i in free_left and j in free_right:
            free_left.discard(i)
            free_right.discard(j)
            fits.append(Fit(left=i, right=j, value=-value, why=_worded(left[i], right[j], why)))
    return Alignment(
        fits=tuple(sorted(fits, key=lambda fit: fit.left)),
        left=tuple(sorted(free_left)),
        right=tuple(sorted(free_right)),
    )


def _likely(
    left: Sequence[Word], right: Sequence[Word], likeness: Likeness
) -> Iterator[tuple[float, int, int, int, str]]:
    gap = len(left) - len(right)
    for i, mine in enumerate(left):
        for j, theirs in enumerate(right):
            value, why = (1.0, "") if mine.text == theirs.text else likeness(mine, theirs)
            if value >= MATCH:
                yield -value, abs(gap - i + j) + abs(i - j), i, j, why


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
