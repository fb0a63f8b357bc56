"""Who has the fingerprints of a report, before it and after it in the order of reports."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from tocsin.copies.runs import NUMBER, Entry, Numbers, Run
from tocsin.copies.words import Hashes


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Holders:
    """A row for each fingerprint and report that has it, as far as they were read.

    ``which`` is the fingerprint of a row and ``at`` its report, an index of ``reports``; ``nth`` counts
    the reports of one fingerprint in their order, where that was asked for. ``counts`` has for each
    fingerprint all that have it, read or not.
    """

    counts: Numbers
    which: Numbers
    at: Numbers
    nth: Numbers
    reports: Numbers  # numbers of arrival
    keys: Sequence[str]
    digests: Hashes
    sizes: Numbers


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Bounds:
    """Where in a run's postings the fingerprints lie: [low, cut) before the report, [cut, high) after."""

    run: Run
    low: Numbers
    cut: Numbers
    high: Numbers


def before(runs: tuple[Run, ...], one: Entry, *, common: int, near: int) -> Holders:
    """Return who has the fingerprints of a report and stands before it.

    Of one that more than ``common`` have, only the ``near`` nearest before it are read.
    """
    bounds = [_bounds(run, one, later=False) for run in runs]
    counts = _total([each.cut - each.low for each in bounds], len(one.hashes))
    many = counts > common
    starts = [np.where(many, np.maximum(each.low, each.cut - near), each.low) for each in bounds]
    found = _read(bounds, starts, [each.cut for each in bounds], counts)
    return _nearest(found, many, near) if many.any() else found


def after(runs: tuple[Run, ...], one: Entry, *, common: int, near: int) -> tuple[Holders, Holders]:
    """Return who has the fingerprints of a report and stands after it, each with its number; and before.

    Only those are read for whom it makes a difference: the first ``common`` of all that have a
    fingerprint, the report counted, and in any case the ``near`` next.
    """
    bounds = [_bounds(run, one, later=True) for run in runs]
    size = len(one.hashes)
    counts = _total([each.cut - each.low for each in bounds], size)
    later = _total([each.high - each.cut for each in bounds], size)
    reach = np.where(later > 0, np.maximum(common + 1 - counts, near), 0)
    ends = [np.minimum(each.high, each.cut + reach) for each in bounds]
    found = _numbered(_read(bounds, [each.cut for each in bounds], ends, later), reach)
    told = (later > 0) & (counts <= common)  # of a common one nothing else needs to be known
    starts = [np.where(told, each.low, each.cut) for each in bounds]
    return found, _read(bounds, starts, [each.cut for each in bounds], counts)


def _bounds(run: Run, one: Entry, *, later: bool) -> _Bounds:
    place = bisect_left(run.keys, one.key)
    low = np.searchsorted(run.postings, one.hashes)
    every = place == len(run.keys)
    high = np.searchsorted(run.postings, one.hashes | NUMBER, side="right") if later or every else low
    cut = high if every else np.searchsorted(run.postings, one.hashes | np.uint64(place))
    return _Bounds(run=run, low=low, cut=cut, high=high)


def _total(counts: Sequence[Numbers], size: int) -> Numbers:
    return np.sum(counts, axis=0, dtype=np.int64) if counts else np.zeros(size, dtype=np.int64)


def _read(
    bounds: Sequence[_Bounds], starts: Sequence[Numbers], ends: Sequence[Numbers], counts: Numbers
) -> Holders:
    """Return the postings [start, end) of each run, with each report once."""
    which, numbers, places, runs = [], [], [], []
    for n, (each, start, end) in enumerate(zip(bounds, starts, ends, strict=True)):
        sizes = end - start
        if not sizes.any():
            continue
        keys = np.repeat(np.arange(len(start)), sizes)
        rows = np.arange(len(keys)) - (np.cumsum(sizes) - sizes)[keys] + start[keys]
        own = (each.run.postings[rows] & NUMBER).astype(np.int64)
        which.append(keys)
        places.append(own)
        numbers.append(each.run.numbers[own])
        runs.append(np.full(len(own), n))
    if not which:
        return _none(counts)
    reports, first, at = np.unique(np.concatenate(numbers), return_index=True, return_inverse=True)
    run, place = np.concatenate(runs)[first], np.concatenate(places)[first]
    digests = np.empty(len(reports), dtype=np.uint64)
    sizes_ = np.empty(len(reports), dtype=np.int64)
    for n in np.unique(run).tolist():
        mine = run == n
        digests[mine] = bounds[n].run.digests[place[mine]]
        sizes_[mine] = bounds[n].run.sizes[place[mine]]
    return Holders(
        counts=counts,
        which=np.concatenate(which),
        at=at,
        nth=np.zeros(len(at), dtype=np.int64),
        reports=reports,
        keys=_Keys([each.run for each in bounds], run, place),
        digests=digests,
        sizes=sizes_,
    )


class _Keys(Sequence[str]):
    """The keys of reports, fetched as they are asked for: few of those that are read are."""

    def __init__(self, runs: Sequence[Run], run: Numbers, place: Numbers) -> None:
        self._runs, self._run, self._place = runs, run, place

    def __len__(self) -> int:
        return len(self._place)

    def __getitem__(self, n: int) -> str:  # type: ignore[override]
        return self._runs[int(self._run[n])].keys[int(self._place[n])]


def _none(counts: Numbers) -> Holders:
    empty = np.empty(0, dtype=np.int64)
    return Holders(
        counts=counts,
        which=empty,
        at=empty,
        nth=empty,
        reports=empty,
        keys=(),
        digests=np.empty(0, dtype=np.uint64),
        sizes=empty,
    )


def _numbered(found: Holders, reach: Numbers) -> Holders:
    """Return the first rows of each fingerprint, as many as ``reach`` says, with their numbers."""
    if not len(found.which):
        return found
    rank = _ranks(found, np.arange(len(found.reports)))
    order = np.lexsort((rank[found.at], found.which))
    which = found.which[order]
    nth = np.arange(len(order)) - np.searchsorted(which, which)
    kept = nth < reach[which]
    return replace(found, which=which[kept], at=found.at[order][kept], nth=nth[kept])


def _nearest(found: Holders, many: NDArray[np.bool_], near: int) -> Holders:
    """Return the rows without those of common fingerprints that are not among the last of them."""
    rows = np.flatnonzero(many[found.which])
    rank = _ranks(found, np.unique(found.at[rows]))
    order = rows[np.lexsort((rank[found.at[rows]], found.which[rows]))]
    which = found.which[order]
    left = np.searchsorted(which, which, side="right") - np.arange(len(order))
    kept = np.ones(len(found.which), dtype=np.bool_)
    kept[order[left > near]] = False
    return replace(found, which=found.which[kept], at=found.at[kept], nth=found.nth[kept])


def _ranks(found: Holders, reports: Numbers) -> Numbers:
    """Return the places of some reports in their order; 0 for all others."""
    rank = np.zeros(len(found.reports), dtype=np.int64)
    order = sorted(reports.tolist(), key=lambda n: found.keys[n])
    rank[order] = np.arange(len(order))
    return rank
