"""Counting references in and out: the groups of their keys, and what of them has changed."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from tocsin.record.linking import Group
from tocsin.store.append import Row, among, append, put, remove
from tocsin.store.entities.groups import (
    Counted,
    Reading,
    Tally,
    count,
    group_of,
    tally_of,
    tally_text,
    words_of,
)
from tocsin.store.tables import counted, groups


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A group before and after; None where there was or is none."""

    before: Group | None
    after: Group | None


def recount(connection: Connection, gone: Sequence[Reading], come: Sequence[Reading]) -> dict[str, Change]:
    """Count some readings no longer and others from now on, and return the groups that this touches."""
    keys = sorted({each.key for reading in (*gone, *come) for each in reading.counted})
    tallies = tallies_at(connection, keys)
    before = {key: group_of(key, tally) for key, tally in tallies.items()}
    for readings, by in ((gone, -1), (come, 1)):
        for reading in readings:
            for key, references in by_key(reading).items():
                count(tallies.setdefault(key, Tally()), references, by)
    remove(connection, counted, _rows(gone))
    append(connection, counted, _rows(come))
    _span(connection, tallies, {each.key for reading in gone for each in reading.counted}, come)
    left = {key: tally for key, tally in tallies.items() if tally.documents}
    after = {key: group_of(key, tally) for key, tally in left.items()}
    put(
        connection,
        groups,
        [(key, after[key].type.value, words_of(tally), tally_text(tally)) for key, tally in left.items()],
    )
    remove(connection, groups, [(key,) for key in keys if key not in left])
    return {key: Change(before=before.get(key), after=after.get(key)) for key in keys}


def tallies_at(connection: Connection, keys: Iterable[str]) -> dict[str, Tally]:
    """Return what the groups of these keys say; of a key without group, nothing."""
    asked = select(groups.c.key, groups.c.facts).where(groups.c.key.in_(among(keys)))
    return {key: tally_of(facts) for key, facts in connection.execute(asked)}


def groups_at(connection: Connection, keys: Iterable[str]) -> dict[str, Group]:
    """Return the groups of these keys; of a key without group, nothing."""
    return {key: group_of(key, tally) for key, tally in tallies_at(connection, keys).items()}


def by_key(reading: Reading) -> Mapping[str, Sequence[Counted]]:
    """Return the references of a report by what they count under."""
    found: dict[str, list[Counted]] = defaultdict(list)
    for each in reading.counted:
        found[each.key].append(each)
    return found


def _rows(readings: Sequence[Reading]) -> list[Row]:
    return [(each.key, reading.report, each.record) for reading in readings for each in reading.counted]


def _span(
    connection: Connection, tallies: Mapping[str, Tally], lost: set[str], come: Sequence[Reading]
) -> None:
    """Set the first and the last report of groups that lost or won some."""
    for reading in come:
        for key in {each.key for each in reading.counted}:
            tally = tallies[key]
            tally.first = min(tally.first or reading.report, reading.report)
            tally.last = max(tally.last, reading.report)
    report = counted.c.report
    asked = select(counted.c.key, func.min(report), func.max(report)).group_by(counted.c.key)
    if lost:
        for key, first, last in connection.execute(asked.where(counted.c.key.in_(among(lost)))):
            tallies[key].first, tallies[key].last = first, last
