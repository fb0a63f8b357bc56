"""Finds for a report those like it among many: by its heaviest terms, within the window of days.

What is found is what comparing with each would find (``likeness.pair``); only the cost differs.
"""

from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

import numpy as np
import numpy.typing as npt

from tocsin.group.likeness import (
    FADING,
    LEAST,
    OWN_FADING,
    OWN_WORDS,
    PROMISING,
    WINDOW,
    WORDING,
    keys,
)
from tocsin.record.story import Profile, Term

Longs = npt.NDArray[np.int64]
Ints = npt.NDArray[np.int32]
_UNDATED: Final = -1  # the bucket of reports whose day is not known
_NO_DAY: Final = -(1 << 40)
_NO_OUTLET: Final = -1
_FIRST: Final = 1 << 12
_TENTHS: Final = 10
_EXACT: Final = 1000
_LOST: Final = WINDOW + 1  # where the tables of fading hold 0
_KEPT: Final = WINDOW + 2  # where they hold all: days that are not known take nothing away


def _table(fading: tuple[int, ...]) -> Longs:
    return np.array([*fading, 0, _EXACT], np.int64)


_FADING, _OWN_FADING = _table(FADING), _table(OWN_FADING)


@dataclass(frozen=True, slots=True)
class _Postings:
    """The reports that one term is among the heaviest of, and its weight in each."""

    reports: "array[int]" = field(default_factory=lambda: array("i"))
    weights: "array[int]" = field(default_factory=lambda: array("h"))


@dataclass(frozen=True, slots=True)
class _Row:
    """The terms of a report by number, words first, and their weights."""

    terms: Ints
    weights: npt.NDArray[np.int16]
    words: int  # how many of them are words


@dataclass(slots=True)
class Index:
    """Reports with their terms. It grows; nothing that was found before changes by that."""

    size: int = 0
    _terms: dict[Term, int] = field(default_factory=dict)
    _outlets: dict[str, int] = field(default_factory=dict)
    _rows: list[_Row] = field(default_factory=list)
    _postings: dict[int, dict[int, _Postings]] = field(default_factory=dict)  # by bucket, then by term
    _days: Longs = field(default_factory=lambda: np.zeros(_FIRST, np.int64))
    _of: Longs = field(default_factory=lambda: np.zeros(_FIRST, np.int64))  # outlets
    _dense: Ints = field(default_factory=lambda: np.zeros(_FIRST, np.int32))

    def add(self, profile: Profile) -> tuple[Ints, Ints]:
        """Take a report in; return which of those taken in before are like it, by number, and how much."""
        row = self._row(profile)
        heaviest = [(self._terms[term], weight) for term, weight in keys(profile).items()]
        day = _NO_DAY if profile.day is None else profile.day
        outlet = (
            _NO_OUTLET
            if profile.outlet is None
            else self._outlets.setdefault(profile.outlet, len(self._outlets))
        )
        found = self._alike(self._promising(profile.day, heaviest), row, day, outlet)
        here = self._postings.setdefault(_bucket(profile.day), {})
        for number, weight in heaviest:
            postings = here.setdefault(number, _Postings())
            postings.reports.append(self.size)
            postings.weights.append(weight)
        if self.size == self._days.size:
            self._days = np.concatenate((self._days, np.zeros_like(self._days)))
            self._of = np.concatenate((self._of, np.zeros_like(self._of)))
        self._days[self.size], self._of[self.size] = day, outlet
        self._rows.append(row)
        self.size += 1
        return found

    def _row(self, profile: Profile) -> _Row:
        known = self._terms
        count = len(profile.weights)
        terms = np.fromiter([known.setdefault(term, len(known)) for term in profile.weights], np.int32, count)
        weights = np.fromiter(profile.weights.values(), np.int16, count)
        wording = np.fromiter([term.kind in WORDING for term in profile.weights], np.bool_, count)
        return _Row(
            np.concatenate((terms[wording], terms[~wording])),
            np.concatenate((weights[wording], weights[~wording])),
            int(wording.sum()),
        )

    def _alike(self, promising: Longs, row: _Row, day: int, outlet: int) -> tuple[Ints, Ints]:
        """Return those of the promising reports that are alike enough, and how much."""
        if not promising.size:
            return np.zeros(0, np.int32), np.zeros(0, np.int32)
        words, every = self._products(promising, row)
        own = (self._of[promising] == outlet) & (outlet != _NO_OUTLET)
        told = np.where(own, every - words + words * OWN_WORDS // _TENTHS, every)
        theirs = self._days[promising]
        days = np.minimum(np.abs(theirs - day), _LOST)
        days[theirs == _NO_DAY] = _KEPT
        if day == _NO_DAY:
            days[:] = _KEPT
        scores = told * np.where(own, _OWN_FADING[days], _FADING[days])
        scores = np.where(days == _KEPT, told, scores // _EXACT)
        alike = scores >= LEAST
        return promising[alike].astype(np.int32), scores[alike].astype(np.int32)

    def _products(self, promising: Longs, row: _Row) -> tuple[Longs, Longs]:
        """Return what each report shares with one: by words, and in all."""
        if len(self._terms) > self._dense.size:
            self._dense = np.zeros(2 * len(self._terms), np.int32)
        self._dense[row.terms] = row.weights
        rows = [self._rows[at] for at in promising]
        products = self._dense.take(np.concatenate([each.terms for each in rows]))
        products *= np.concatenate([each.weights for each in rows])
        self._dense[row.terms] = 0
        sums = np.concatenate((np.zeros(1, np.int64), np.cumsum(products, dtype=np.int64)))
        ends = np.cumsum([each.terms.size for each in rows])
        starts = ends - [each.terms.size for each in rows]
        return sums[starts + [each.words for each in rows]] - sums[starts], sums[ends] - sums[starts]

    def _promising(self, day: int | None, heaviest: list[tuple[int, int]]) -> Longs:
        """Return the reports, in order, whose heaviest terms share enough with these."""
        reports, products = [], []
        for bucket in self._near(day):
            for number, weight in heaviest:
                if postings := bucket.get(number):
                    reports.append(np.array(postings.reports, np.int64))
                    products.append(np.array(postings.weights, np.int64) * weight)
        if not reports:
            return np.zeros(0, np.int64)
        at = np.concatenate(reports)
        first = int(at.min())
        sums = np.bincount(at - first, np.concatenate(products))  # whole numbers below 2**53: exact
        return np.flatnonzero(sums >= PROMISING) + first

    def _near(self, day: int | None) -> Iterator[dict[int, _Postings]]:
        if day is None:
            yield from self._postings.values()
            return
        bucket = _bucket(day)
        for each in (_UNDATED, bucket - 1, bucket, bucket + 1):
            if each in self._postings:
                yield self._postings[each]


def _bucket(day: int | None) -> int:
    return _UNDATED if day is None else day // (WINDOW + 1)
