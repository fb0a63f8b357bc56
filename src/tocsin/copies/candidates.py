"""Which earlier reports may share text with one, and whose choice a late report changes.

What is before a report is what stands before it in the order of reports (when known, then id), never
what arrived before it. A fingerprint that a report shares with an earlier one weighs by how many
different texts before the report have it: where one has, 12, two 6, more 4; where more than 128 reports
have it, 1, and only the four nearest before are read. A candidate is who has 12 in common, or a fifth of
the fingerprints of the shorter of the two: a passage that nobody else has, three that some have, or
the whole of a short report. Of those the 48 weightiest are taken, the earliest first.

All this is a function of the reports before, so the order of arrival does not count and what was
chosen at a time is never changed by what was known later. Each step is bounded: a late report can
change the choice only of those for whom it is a candidate, of those for whom it makes a fingerprint's
first, second or 129th holder, and of the four next that have a common one.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from tocsin.copies.holders import Holders, after, before
from tocsin.copies.reports import id_in
from tocsin.copies.runs import Entry, Numbers, Run

_WEIGHTS: Final = np.array([0, 12, 6, 4], dtype=np.int64)  # by how many texts have it
_ONE_COMMON: Final = 1
_PART: Final = 5  # a fifth


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How far is read, and what is enough."""

    most: int = 48  # candidates of a report
    common: int = 128  # a fingerprint that more reports before have is a stock phrase
    near: int = 4  # of those that have a common one: read
    enough: int = 12  # weight


LIMITS: Final = Limits()


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """An earlier report with fingerprints in common; rare ones weigh more."""

    number: int  # of arrival
    id: str
    shared: int
    weight: int


def candidates(runs: tuple[Run, ...], one: Entry, *, limits: Limits = LIMITS) -> tuple[Candidate, ...]:
    """Return the reports before one that share most with it, the weightiest first, then the earliest.

    The report itself may be in the index or not: it is never its own candidate.
    """
    found = before(runs, one, common=limits.common, near=limits.near)
    if not len(found.which):
        return ()
    common = found.counts > limits.common
    texts = _texts(found, len(one.hashes))
    weights = np.where(common, _ONE_COMMON, _WEIGHTS[np.minimum(texts, 3)])
    weight = _summed(found.at, weights[found.which], len(found.reports))
    shared = np.bincount(found.at, minlength=len(found.reports))
    kept = np.flatnonzero(_enough(weight, shared, len(one.hashes), found.sizes, limits.enough))
    order = sorted(kept.tolist(), key=lambda n: (-int(weight[n]), found.keys[n]))[: limits.most]
    return tuple(
        Candidate(
            number=int(found.reports[n]),
            id=id_in(found.keys[n]),
            shared=int(shared[n]),
            weight=int(weight[n]),
        )
        for n in order
    )


def touched(runs: tuple[Run, ...], one: Entry, *, limits: Limits = LIMITS) -> tuple[int, ...]:
    """Return by number of arrival the reports after a new one whose candidates it may change.

    ``runs`` are those without it. Nobody else's candidates change by it.
    """
    if all(run.keys[-1] < one.key for run in runs):
        return ()
    later, earlier = after(runs, one, common=limits.common, near=limits.near)
    if not len(later.which):
        return ()
    held = earlier.counts[later.which] + later.nth  # by how many reports before each, the new one aside
    texts, more = _running(earlier, later, one.digest)
    common = held + 1 > limits.common
    new = np.where(common, _ONE_COMMON, _WEIGHTS[np.minimum(more, 3)])
    read = ~common | (later.nth < limits.near)
    count = len(later.reports)
    weight = _summed(later.at[read], new[read], count)
    shared = np.bincount(later.at[read], minlength=count)
    chosen = _enough(weight, shared, len(one.hashes), later.sizes, limits.enough)
    old = np.minimum(texts, 3)
    falls = ~common & (held > 0) & (old != np.minimum(more, 3))
    moved = falls | (held == limits.common) | ((held > limits.common) & (later.nth < limits.near))
    chosen[later.at[moved]] = True
    return tuple(sorted(later.reports[chosen].tolist()))


def _enough(weight: Numbers, shared: Numbers, own: int, sizes: Numbers, enough: int) -> NDArray[np.bool_]:
    return (weight >= enough) | (_PART * shared >= np.minimum(own, sizes))


def _summed(at: Numbers, weights: Numbers, count: int) -> Numbers:
    return np.bincount(at, weights=weights, minlength=count).astype(np.int64)


def _texts(found: Holders, keys: int) -> Numbers:
    """Return how many different texts have each fingerprint, of those that were read."""
    texts, text = np.unique(found.digests, return_inverse=True)
    pairs = np.unique(found.which * len(texts) + text[found.at])
    return np.bincount(pairs // len(texts), minlength=keys)


def _running(earlier: Holders, later: Holders, digest: int) -> tuple[Numbers, Numbers]:
    """Return how many different texts have a fingerprint before each later report that has it.

    The second is with a new report of that digest among them.
    """
    everything = np.concatenate((earlier.digests, later.digests, np.array([digest], dtype=np.uint64)))
    texts, text = np.unique(everything, return_inverse=True)
    own = int(text[-1])
    which = np.concatenate((earlier.which, later.which))
    theirs = text[: len(earlier.digests)][earlier.at], text[len(earlier.digests) : -1][later.at]
    texts_ = np.concatenate(theirs)
    nth = np.concatenate((np.full(len(earlier.which), -1, dtype=np.int64), later.nth))
    order = np.lexsort((nth, which))
    _, first = np.unique((which * len(texts) + texts_)[order], return_index=True)
    new = np.zeros(len(order), dtype=np.int64)
    new[first] = 1
    until = np.cumsum(new) - new  # of all fingerprints so far
    groups = which[order]
    starts = np.searchsorted(groups, groups)
    until -= until[starts]
    mine = np.full(int(which.max()) + 1, len(order), dtype=np.int64)  # where the new one's text is first
    same = np.flatnonzero((texts_[order] == own) & (new == 1))
    mine[groups[same]] = same
    more = until + (mine[groups] >= np.arange(len(order)))
    back = np.empty(len(order), dtype=np.int64)
    back[order] = np.arange(len(order))
    at = back[len(earlier.which) :]
    return until[at], more[at]
