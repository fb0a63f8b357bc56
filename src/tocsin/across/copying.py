"""Copies of a case as its reports come: the index grows by each, and the pairs that share text are kept."""

from collections import OrderedDict, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from tocsin.across.texts import prepared
from tocsin.copies import (
    Origin,
    Prepared,
    Publishers,
    Report,
    Run,
    arrive,
    credited,
    furniture,
    origin,
    pack,
    unpack,
    without,
)
from tocsin.copies.packed import Row
from tocsin.record import Extraction
from tocsin.record.copy import Copy
from tocsin.store.across import CopyRow, Rows

_KEPT: Final = 512  # prepared reports: copies come soon after what they are copied from


@dataclass(slots=True, kw_only=True)
class Copying:
    """The index of a case while reports arrive; ``take`` writes what each brings."""

    known: Publishers
    runs: tuple[Run, ...]
    knowns: dict[int, tuple[str, str]]  # of the reports in the index, by number: id and when known
    _ready: OrderedDict[int, Prepared] = field(default_factory=OrderedDict)

    @classmethod
    def open(cls, rows: Rows, known: Publishers) -> "Copying":
        """Return the index as the case has it."""
        knowns = rows.knowns()
        keys = {number: Report(id=id_, known=when, text="").key for number, (id_, when) in knowns.items()}
        parts: dict[int, list[Row]] = defaultdict(list)
        for row in rows.runs():
            parts[row.first].append(
                Row(first=row.first, after=row.after, part=row.part, low=row.low, data=row.data)
            )
        runs = tuple(unpack(parts[first], keys) for first in sorted(parts))
        return cls(known=known, runs=runs, knowns=knowns)

    def take(self, rows: Rows, arriving: Sequence[tuple[int, str, Extraction]]) -> dict[int, Origin]:
        """Take in reports by number, with when they were known; return where each says its text is from."""
        before = {(run.first, run.after) for run in self.runs}
        come: dict[tuple[str, str], Copy] = {}
        gone: set[tuple[str, str]] = set()
        origins = {}
        for number, when, extraction in arriving:
            one = prepared(extraction, known=when)
            self._keep(number, one)
            self.knowns[number] = extraction.document.id, when
            found = arrive(one, number, self.runs, fetch=lambda at: self._fetch(rows, at), known=self.known)
            self.runs = found.runs
            for pair in found.removed:
                come.pop(pair, None)
            gone.update(found.removed)
            come |= {(copy.left, copy.right): copy for copy in found.added}
            origins[number] = origin(one.report, self.known)
        rows.put_pairs(list(come.values()), sorted(gone - come.keys()))
        after = {(run.first, run.after): run for run in self.runs}
        fresh = [run for place, run in after.items() if place not in before]
        rows.put_runs(
            sorted(before - after.keys()),
            [
                CopyRow(first=row.first, after=row.after, part=row.part, low=row.low, data=row.data)
                for run in fresh
                for row in pack(run)
            ],
        )
        return origins

    def _fetch(self, rows: Rows, number: int) -> Prepared:
        if number not in self._ready:
            _, when = self.knowns[number]
            self._keep(number, prepared(rows.extraction([number])[number], known=when))
        self._ready.move_to_end(number)
        return self._ready[number]

    def _keep(self, number: int, one: Prepared) -> None:
        self._ready[number] = one
        if len(self._ready) > _KEPT:
            self._ready.popitem(last=False)


def shown(
    pairs: Sequence[Copy], origins: Mapping[str, Origin], outlets: Mapping[str, str | None]
) -> tuple[Copy, ...]:
    """Return the copies of a case as people see them: without furniture, told by thirds; all by ids."""
    names = {id_: outlet or id_ for id_, outlet in outlets.items()}
    houses = {id_: origins[id_].house or name for id_, name in names.items()}
    return credited(without(pairs, furniture(pairs, houses)), origins, names)


def with_versions(home: Mapping[str, str], versions: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return the family of each report by its first; versions of one report are of one family, too.

    >>> with_versions({"a": "a", "b": "b", "c": "b"}, [("a", "c")])
    {'a': 'a', 'b': 'a', 'c': 'a'}
    """
    into: dict[str, str] = {}

    def root(one: str) -> str:
        while one in into:
            one = into[one]
        return one

    for first, later in versions:
        left, right = sorted((root(home[first]), root(home[later])))
        if left != right:
            into[right] = left
    return {one: root(family) for one, family in home.items()}
