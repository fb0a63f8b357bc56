"""The index of fingerprints, which grows report by report: sorted runs that are merged as they fill.

A run holds the reports of a range of arrival whose length is a power of two and whose start is a
multiple of it, as the ones in the number of reports say (13 reports: runs of 8, 4 and 1). A posting is
one number: the high 40 bits of a hash, and below them the place of the report **among those of its
run, in the order of reports** (when known, then id). So those that have a hash and stand before a
report are one slice of each run, whatever the order of arrival was. Two runs become one when both
are full, so a posting is moved once for each doubling of the case, and a look-up reads a run for each.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from tocsin.copies.words import Hashes

REPORTS: Final = 1 << 24  # as many as a case may have
NUMBER: Final = np.uint64(REPORTS - 1)
HASH: Final = ~NUMBER
Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Run:
    """The reports [first, after) of arrival, in the order of reports, and their sorted postings."""

    first: int
    after: int
    keys: tuple[str, ...]  # ``Report.key`` of each, sorted
    numbers: Numbers  # of arrival
    digests: Hashes  # of the words: equal where two reports are one text
    sizes: Numbers  # how many fingerprints each has
    postings: Hashes


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Entry:
    """What the index keeps of one report."""

    key: str
    digest: int
    hashes: Hashes  # the high 40 bits of its fingerprints, sorted, each once


def entry(key: str, digest: int, hashes: Hashes) -> Entry:
    """Return what the index keeps of a report with these fingerprints."""
    return Entry(key=key, digest=digest, hashes=np.unique(hashes & HASH))


def holds(runs: tuple[Run, ...], key: str) -> bool:
    """Tell whether a report is in the index."""
    places = ((run.keys, bisect_left(run.keys, key)) for run in runs)
    return any(place < len(keys) and keys[place] == key for keys, place in places)


def added(runs: tuple[Run, ...], number: int, one: Entry) -> tuple[Run, ...]:
    """Return the runs with one more report; numbers of arrival only grow, and may leave holes.

    >>> runs: tuple[Run, ...] = ()
    >>> for number in range(13):
    ...     one = entry(f"2021-04-{30 - number}", number, np.array([7 << 24], dtype=np.uint64))
    ...     runs = added(runs, number, one)
    >>> [(run.first, run.after, len(run.postings)) for run in runs]
    [(0, 8, 8), (8, 12, 4), (12, 13, 1)]
    """
    if not (runs[-1].after if runs else 0) <= number < REPORTS:
        raise ValueError(f"report {number} is not the next of {runs[-1].after if runs else 0}")
    own = Run(
        first=number,
        after=number + 1,
        keys=(one.key,),
        numbers=np.array([number], dtype=np.int64),
        digests=np.array([one.digest], dtype=np.uint64),
        sizes=np.array([len(one.hashes)], dtype=np.int64),
        postings=one.hashes,
    )
    return _settled((*runs, own))


def ranges(count: int) -> Iterator[tuple[int, int]]:
    """Yield the ranges of a number of reports, the longest first.

    >>> list(ranges(13))
    [(0, 8), (8, 12), (12, 13)]
    """
    first = 0
    for bit in reversed(range(count.bit_length())):
        if count >> bit & 1:
            yield first, first + (1 << bit)
            first += 1 << bit


def _settled(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """Return the runs as the number of reports wants them."""
    settled: list[Run] = []
    left = list(reversed(runs))
    for first, after in ranges(runs[-1].after):
        parts: list[Run] = []
        while left and left[-1].after <= after:
            parts.append(left.pop())
        if len(parts) == 1 and parts[0].first == first and parts[0].after == after:
            settled.append(parts[0])
        elif parts:
            settled.append(_merged(parts, first, after))
    return tuple(settled)


def _merged(parts: Sequence[Run], first: int, after: int) -> Run:
    keys = [key for part in parts for key in part.keys]
    order = sorted(range(len(keys)), key=keys.__getitem__)  # sorted piece by piece: this is merging
    place = np.empty(len(keys), dtype=np.uint64)
    place[order] = np.arange(len(keys), dtype=np.uint64)
    postings = []
    before = 0
    for part in parts:
        places = place[before : before + len(part.keys)]  # they rise: the order within a run stays
        postings.append((part.postings & HASH) | places[(part.postings & NUMBER).astype(np.int64)])
        before += len(part.keys)
    return Run(
        first=first,
        after=after,
        keys=tuple(keys[n] for n in order),
        numbers=np.concatenate([part.numbers for part in parts])[order],
        digests=np.concatenate([part.digests for part in parts])[order],
        sizes=np.concatenate([part.sizes for part in parts])[order],
        postings=np.sort(np.concatenate(postings), kind="stable"),
    )
