"""The passages that two texts share, word by word: which words are the same, in which places."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import Indel

from tocsin.copies.matching import blocks, windows
from tocsin.copies.words import Words

LEAST: Final = 5  # equal words of a passage
DENSITY: Final = 0.5  # of its words that are equal
MARGIN: Final = 12  # words beyond a chain in which it may go on
BREAK: Final = 8  # words left out or put in at once that end a passage
_CHAIN: Final = 5.0  # score of a chain worth a closer look
_MISS: Final = 0.6  # what a column costs whose words differ
_DROP: Final = 5.0  # a passage ends where it has lost so much


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Aligned:
    """Words [left, left_end) of one text with [right, right_end) of the other.

    ``pairs`` holds the numbers of the words that are equal, a row of two for each.
    """

    left: int
    left_end: int
    right: int
    right_end: int
    pairs: NDArray[np.int64]

    @property
    def longer(self) -> int:
        """How many words the longer side has."""
        return max(self.left_end - self.left, self.right_end - self.right)


def align(left: Words, right: Words) -> tuple[Aligned, ...]:
    """Return the passages that two texts share, in the order of the left one.

    Passages may stand in another order on the two sides. No word belongs to two passages of its side
    but for the few that two of them meet in.

    >>> from tocsin.copies.words import words
    >>> story = "Russia has moved thousands of combat troops to the border, said the alliance"
    >>> told = "Moscow has moved thousands of fighting troops to the border, it said."
    >>> [(p.left, p.left_end, p.right, p.right_end, len(p.pairs)) for p in align(words(story), words(told))]
    [(1, 10, 1, 10, 8)]
    """
    found = windows(blocks(left.hashes, right.hashes), least=_CHAIN)
    free_left = np.ones(len(left), dtype=np.bool_)
    free_right = np.ones(len(right), dtype=np.bool_)
    kept: list[Aligned] = []
    for window in found:
        a, a_end = _widened(window.left, window.left_end, free_left)
        b, b_end = _widened(window.right, window.right_end, free_right)
        if a >= a_end or b >= b_end:
            continue
        equal = _equal(left.hashes[a:a_end].tolist(), right.hashes[b:b_end].tolist())
        for part in _parts(equal):
            pairs = np.array(_without_loose_ends(part), dtype=np.int64).reshape(-1, 2)
            pairs += np.array([a, b])
            if len(pairs) < LEAST:
                continue
            one = Aligned(
                left=int(pairs[0, 0]),
                left_end=int(pairs[-1, 0]) + 1,
                right=int(pairs[0, 1]),
                right_end=int(pairs[-1, 1]) + 1,
                pairs=pairs,
            )
            if len(pairs) >= DENSITY * one.longer:
                kept.append(one)
                free_left[one.left : one.left_end] = False
                free_right[one.right : one.right_end] = False
    return tuple(sorted(kept, key=lambda one: (one.left, one.right)))


def _widened(start: int, end: int, free: NDArray[np.bool_]) -> tuple[int, int]:
    """Return the free part of a window, with as much of its margin as no passage has taken."""
    inner = np.flatnonzero(free[start:end])
    if not len(inner):
        return start, start
    first, after = start + int(inner[0]), start + int(inner[-1]) + 1
    while first > max(0, start - MARGIN) and free[first - 1]:
        first -= 1
    while after < min(len(free), end + MARGIN) and free[after]:
        after += 1
    return first, after


def _equal(left: Sequence[int], right: Sequence[int]) -> list[tuple[int, int]]:
    """Return the numbers of equal words in order, as many as can be."""
    return [
        (op.src_start + n, op.dest_start + n)
        for op in Indel.opcodes(left, right)
        if op.tag == "equal"
        for n in range(op.src_end - op.src_start)
    ]


def _parts(equal: Sequence[tuple[int, int]]) -> Iterator[Sequence[tuple[int, int]]]:
    """Yield the stretches of equal words that lose more to what stands between than they win."""
    start, best, best_score, score = 0, -1, 0.0, 0.0
    for n, (ours, theirs) in enumerate(equal):
        if best >= start:
            before = equal[n - 1]
            gap = max(ours - before[0], theirs - before[1]) - 1
            score -= _MISS * gap
            if gap > BREAK or score < best_score - _DROP or score <= 0:
                yield equal[start : best + 1]
                start, best, best_score, score = n, -1, 0.0, 0.0
        score += 1
        if score > best_score:
            best, best_score = n, score
        elif best < start:
            best = n
    if best >= start:
        yield equal[start : best + 1]


def _without_loose_ends(part: Sequence[tuple[int, int]]) -> Sequence[tuple[int, int]]:
    """Return equal words without a single one at either end that no other stands beside."""
    start, end = 0, len(part)
    while end - start > 1 and not _beside(part[start], part[start + 1]):
        start += 1
    while end - start > 1 and not _beside(part[end - 2], part[end - 1]):
        end -= 1
    return part[start:end]


def _beside(one: tuple[int, int], next_: tuple[int, int]) -> bool:
    return next_[0] - one[0] == 1 == next_[1] - one[1]
