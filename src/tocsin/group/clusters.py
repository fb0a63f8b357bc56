"""Which groups join, from how alike their reports are; a function of the set, never of an order.

The two groups that are closest join, again and again. Close are two groups whose reports are alike on
average (average linkage, Sokal & Michener 1958), as much as those within each are among themselves: two
tight groups with a loose bond are two happenings of one kind. Of equally close ones the first two join,
by the ids of their first reports.
"""

from collections.abc import Sequence
from typing import Final

import numpy as np
import numpy.typing as npt

from tocsin.group.likeness import UNIT

CLOSE: Final = round(0.2 * UNIT)  # from which closeness on two groups join
TYPICAL: Final = round(0.3 * UNIT)  # likeness within a story, taken where a group has too few pairs
COPIED: Final = round(0.6 * UNIT)  # a likeness above it counts as this: the rest comes of copying
Floats = npt.NDArray[np.float64]


def joined(sizes: Sequence[int], sums: Floats, least: int) -> list[list[int]]:
    """Return which groups become one, by their numbers, when all that are ``least`` close have joined.

    ``sums`` holds the likenesses between the reports of two groups, added up, and in its diagonal those
    within a group; it is used up. All of it are whole numbers below 2**53, so that sums are exact.

    >>> pairs = np.array([[0, 0.5, 0.1], [0.5, 0, 0.4], [0.1, 0.4, 0]]) * UNIT
    >>> joined([1, 1, 1], pairs, CLOSE)
    [[0, 1, 2]]
    """
    joining = _Joining(np.asarray(sizes, np.float64), sums)
    while (two := joining.closest(least)) is not None:
        joining.join(*two)
    return [members for members in joining.members if members]


class _Joining:
    """Groups in the making, as rows; each row keeps the first of those closest to it.

    ``close`` is never below what it stands for; where it is above, the row is marked stale, and looked
    through when its turn comes (Müllner 2011, "Modern hierarchical clustering algorithms", generic
    algorithm).
    """

    __slots__ = ("close", "inner", "members", "nearest", "sizes", "stale", "sums", "within")

    def __init__(self, sizes: Floats, sums: Floats) -> None:
        self.members = [[at] for at in range(sizes.size)]
        self.sizes, self.sums, self.inner = sizes, sums, sums.diagonal().copy()
        np.fill_diagonal(sums, 0)
        self.within = _within(self.inner, sizes)
        self.nearest = np.zeros(sizes.size, np.intp)
        self.close = np.zeros(sizes.size)
        self.stale = np.zeros(sizes.size, np.bool_)
        for row in range(sizes.size):
            self._look(row)

    def closest(self, least: int) -> tuple[int, int] | None:
        """Return the first two of those that are closest, None where none are so close."""
        while self.close.size:
            row = int(self.close.argmax())
            if self.close[row] < least:
                return None
            if not self.stale[row]:
                return row, int(self.nearest[row])
            self._look(row)
        return None

    def join(self, left: int, right: int) -> None:
        """Make two groups one in the row of the first; ``left`` is below ``right``."""
        self.members[left] += self.members[right]
        self.members[right] = []
        self.inner[left] += self.inner[right] + self.sums[left, right]
        self.sizes[left] += self.sizes[right]
        self.within[left] = _within(self.inner[left : left + 1], self.sizes[left : left + 1])[0]
        self.sums[left] += self.sums[right]
        self.sums[left, left] = self.sums[left, right] = 0
        self.sums[right] = self.sums[:, right] = 0
        self.sums[:, left] = self.sums[left]
        self.close[right] = 0
        self.stale[right] = False
        found = self._look(left)
        lost = (self.nearest == left) | (self.nearest == right)
        lost[[left, right]] = False
        even = (found == self.close) & ~self.stale & ((self.nearest > left) | lost)
        nearer = (found > self.close) | even
        nearer[[left, right]] = False
        self.stale |= lost & ~nearer
        self.nearest[nearer], self.close[nearer] = left, found[nearer]
        self.stale[nearer] = False

    def _look(self, row: int) -> Floats:
        """Look a row through, and return how close each is to it."""
        mean = self.sums[row] / (self.sizes[row] * self.sizes)
        found: Floats = mean * np.minimum(1.0, TYPICAL / np.sqrt(self.within[row] * self.within))
        self.nearest[row] = found.argmax()
        self.close[row] = found[self.nearest[row]]
        self.stale[row] = False
        return found


def _within(inner: Floats, sizes: Floats) -> Floats:
    """Return the mean likeness within groups, as if one typical pair were among each."""
    found: Floats = (TYPICAL + inner) / (1 + sizes * (sizes - 1) / 2)
    return found
