"""One report arrives in a case: what it shares with others, and whose choice it changes."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from tocsin.copies.candidates import candidates, touched
from tocsin.copies.copies import compare
from tocsin.copies.fingerprints import GRAM, WINDOW, fingerprint
from tocsin.copies.publishers import Publishers
from tocsin.copies.reports import Prepared
from tocsin.copies.runs import Entry, Run, added, entry, holds
from tocsin.record.copy import Copy

INDEX: Final = f"winnowing@1 {GRAM}/{WINDOW}"  # of the index: made anew where it changes


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrived:
    """The index with one more report, and what that changes of the copies of a case."""

    runs: tuple[Run, ...]
    added: tuple[Copy, ...]  # by left and right
    removed: tuple[tuple[str, str], ...]  # left and right of pairs that are looked at no more


def arrive(
    one: Prepared,
    number: int,
    runs: tuple[Run, ...],
    *,
    fetch: Callable[[int], Prepared],
    known: Publishers,
) -> Arrived:
    """Return the index with one more report, and the copies that come and go with it.

    The copies of a case are then those of its reports as a set: whatever the order of arrival, and
    one that is there already changes nothing. ``number`` is the report's place in the order of arrival,
    above all others; ``fetch`` gives an earlier arrival by its number. A report that comes after all others
    in the order of reports takes none away.
    """
    own = entry_of(one)
    if holds(runs, own.key):
        return Arrived(runs=runs, added=(), removed=())
    grown = added(runs, number, own)
    found = [compare(one, fetch(each.number), known) for each in candidates(grown, own)]
    gone: list[tuple[str, str]] = []
    for late in touched(runs, own):
        other = fetch(late)
        theirs = entry_of(other)
        old = {each.id: each.number for each in candidates(runs, theirs)}
        new = {each.id: each.number for each in candidates(grown, theirs)}
        gone += [_pair(other.report.id, id_) for id_ in old if id_ not in new]
        found += [
            compare(other, one if at == number else fetch(at), known)
            for id_, at in new.items()
            if id_ not in old
        ]
    copies = sorted((copy for copy in found if copy), key=lambda copy: (copy.left, copy.right))
    return Arrived(runs=grown, added=tuple(copies), removed=tuple(sorted(gone)))


def entry_of(one: Prepared) -> Entry:
    """Return what the index keeps of a report."""
    return entry(one.report.key, one.digest, fingerprint(one.own).hashes)


def _pair(one: str, other: str) -> tuple[str, str]:
    return (one, other) if one < other else (other, one)
