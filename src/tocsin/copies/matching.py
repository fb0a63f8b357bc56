"""Where two texts have the same words in the same order: exact blocks, and chains of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from tocsin.copies.fingerprints import grams
from tocsin.copies.words import Hashes

SEED: Final = 3  # words of the shortest block
REACH: Final = 14  # words between two blocks of one chain, on either side
_OFTEN: Final = 6  # a run of words that a text has more often than this seeds nothing
_PER_WORD: Final = 0.25  # what a word between two blocks costs a chain
_BACK: Final = 48  # blocks looked back at for the one that goes before


@dataclass(frozen=True, slots=True)
class Block:
    """``left[left_start:left_start + length]`` are the words of the right text from ``right_start``."""

    left: int
    right: int
    length: int


@dataclass(frozen=True, slots=True)
class Window:
    """What is worth aligning word by word: [left, left_end) with [right, right_end)."""

    left: int
    left_end: int
    right: int
    right_end: int
    score: float


def blocks(left: Hashes, right: Hashes) -> tuple[Block, ...]:
    """Return the longest runs of equal words from ``SEED`` on, in the order of the left text.

    >>> ours = np.array([1, 2, 3, 4, 9, 5, 6, 7], dtype=np.uint64)
    >>> theirs = np.array([5, 6, 7, 8, 1, 2, 3, 4], dtype=np.uint64)
    >>> blocks(ours, theirs)
    (Block(left=0, right=4, length=4), Block(left=5, right=0, length=3))
    """
    ours, theirs = _pairs(grams(left, SEED), grams(right, SEED))
    if not len(ours):
        return ()
    order = np.lexsort((ours, theirs - ours))
    ours, theirs = ours[order], theirs[order]
    broken = (np.diff(theirs - ours) != 0) | (np.diff(ours) != 1)
    first = np.concatenate(([0], np.flatnonzero(broken) + 1))
    last = np.concatenate((first[1:], [len(ours)])) - 1
    lengths = ours[last] - ours[first] + SEED
    found = np.stack((ours[first], theirs[first], lengths), axis=1)
    found = found[np.lexsort((found[:, 1], found[:, 0]))]
    return tuple(Block(int(a), int(b), int(n)) for a, b, n in found)


def windows(found: Sequence[Block], *, least: float) -> tuple[Window, ...]:
    """Return the chains of blocks that score ``least``, the best first; no block is in two.

    >>> chain = windows([Block(0, 4, 4), Block(5, 10, 3), Block(200, 0, 3)], least=5)
    >>> [(w.left, w.left_end, w.right, w.right_end, w.score) for w in chain]
    [(0, 8, 4, 13, 6.5)]
    """
    scores = [float(block.length) for block in found]
    before = [-1] * len(found)
    ends = [(block.left + block.length, block.right + block.length) for block in found]
    for n, block in enumerate(found):
        for m in range(n - 1, max(-1, n - 1 - _BACK), -1):
            ours, theirs = block.left - ends[m][0], block.right - ends[m][1]
            if ours > REACH or theirs > REACH or ours <= -block.length or theirs <= -block.length:
                continue  # nearly all: so it is told before anything is called
            cost = _cost(found[m], block)
            if cost is not None and scores[m] - cost + block.length > scores[n]:
                scores[n] = scores[m] - cost + block.length
                before[n] = m
    used = [False] * len(found)
    made: list[Window] = []
    for n in sorted(range(len(found)), key=lambda n: (-scores[n], n)):
        if used[n] or scores[n] < least:
            continue
        first, rest = n, 0.0
        used[n] = True
        while before[first] >= 0:
            if used[before[first]]:
                rest = scores[before[first]]  # what went before belongs to a better chain
                break
            first = before[first]
            used[first] = True
        if scores[n] - rest >= least:
            a, b = found[first], found[n]
            made.append(Window(a.left, b.left + b.length, a.right, b.right + b.length, scores[n] - rest))
    return tuple(made)


def _cost(one: Block, next_: Block) -> float | None:
    """Return what it costs to go on from a block to another; None where it is out of reach."""
    ours = next_.left - one.left - one.length
    theirs = next_.right - one.right - one.length
    overlap = max(0, -ours, -theirs)
    if overlap >= min(one.length, next_.length) or max(ours, theirs) > REACH:
        return None
    return overlap + _PER_WORD * max(ours, theirs, 0)


def _pairs(left: Hashes, right: Hashes) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return all places of equal hashes, but for those that either text has very often."""
    order = np.argsort(right, kind="stable")
    sorted_ = right[order]
    low = np.searchsorted(sorted_, left)
    counts = np.searchsorted(sorted_, left, side="right") - low
    counts[counts > _OFTEN] = 0
    ours = np.repeat(np.arange(len(left)), counts)
    before = np.cumsum(counts) - counts
    theirs = order[np.arange(len(ours)) - before[ours] + low[ours]]
    often = np.bincount(theirs, minlength=len(right)) > _OFTEN
    keep = ~often[theirs]
    return ours[keep].astype(np.int64), theirs[keep].astype(np.int64)
