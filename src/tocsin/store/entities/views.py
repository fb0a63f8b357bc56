"""The entities of a case as people see them, and the links of records to them.

Which keys are one is told as it is known now; how often, when and under which names an entity stands
in the reports is told for the documents that are asked for.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy import Connection, func, or_, select

from tocsin.errors import CaseError
from tocsin.record import Entity, NameType, Sector, entity_id
from tocsin.store.append import among
from tocsin.store.conditions import NEWEST, of_documents, speaks
from tocsin.store.entities.counting import by_key
from tocsin.store.entities.groups import KNOWN, Tally, count, most, tally_of
from tocsin.store.entities.readings import readings_at
from tocsin.store.entities.spelt import as_one, fullest, roles_as_one
from tocsin.store.ids import beginning, only
from tocsin.store.linking import Linking
from tocsin.store.meant import about, by
from tocsin.store.query import Query
from tocsin.store.tables import counted, documents, extractions, groups, members

READINGS_AT_ONCE = 100
WHY_ALONE = "all of its references have one key"


@dataclass(slots=True, kw_only=True)
class _Seen:
    """What some reports say of an entity."""

    why: str
    tallies: dict[str, Tally] = field(default_factory=dict)  # by key
    reports: set[str] | None = None  # None: all of the case


def entities_of(connection: Connection, query: Query, linking: Linking) -> Iterator[Entity]:
    """Yield the entities that are asked for, those of most reports first."""
    if query.about is not None or query.about_entities:
        keys = about(connection, query)
        if not keys:
            return
    else:
        keys = None
    seen = _in_documents(connection, query, linking) if _narrowed(query) else _in_all(connection, keys)
    found = [
        each
        for each in _entities(connection, linking, seen)
        if (keys is None or not keys.isdisjoint(each.keys)) and (not query.types or each.type in query.types)
    ]
    found.sort(key=lambda each: (-each.documents, each.name.casefold(), each.id))
    yield from found[: query.limit]


def entity_by(connection: Connection, typed: str, linking: Linking) -> Entity:
    """Return the entity with this id or key, or the one that has a key whose id is this or begins so.

    Raises:
        CaseError: there is none, or several begin so.
    """
    asked = (
        select(members.c.entity).distinct().where(or_(members.c.key == typed, beginning(members.c.id, typed)))
    )
    ids = sorted(connection.execute(asked.limit(10)).scalars()) if typed.isprintable() else []
    entity = only(typed, ids, "entity")
    keys = frozenset(connection.execute(select(members.c.key).where(members.c.entity == entity)).scalars())
    found = next(_entities(connection, linking, _in_all(connection, keys)), None)
    if found is None:
        raise CaseError(f"no report names {typed!r} any longer", advice="list `tocsin entities`")
    return found


def _narrowed(query: Query) -> bool:
    asked = (query.since, query.as_of, query.document, query.by)
    return bool(query.by_entities) or any(each is not None for each in asked)


def _in_all(connection: Connection, keys: frozenset[str] | None) -> dict[str, _Seen]:
    """Return what all reports say, by the canonical keys; of these keys alone, where there are some."""
    asked = select(members.c.canonical, members.c.why, groups.c.key, groups.c.facts).join(
        groups, groups.c.key == members.c.key
    )
    if keys is not None:
        asked = asked.where(members.c.key.in_(among(keys)))
    found: dict[str, _Seen] = {}
    for canonical, why, key, facts in connection.execute(asked.order_by(groups.c.key)):
        found.setdefault(canonical, _Seen(why=why)).tallies[key] = tally_of(facts)
    return found


def _in_documents(connection: Connection, query: Query, linking: Linking) -> dict[str, _Seen]:
    """Return what the documents that are asked for say, by the canonical keys."""
    where = of_documents(connection, query)
    if query.by is not None or query.by_entities:
        where.append(speaks(query.by or "", by(connection, query, linking)))
    asked = select(extractions.c.seq).join(documents, documents.c.seq == extractions.c.document)
    numbers = list(connection.execute(asked.where(NEWEST, *where)).scalars())
    tallies: dict[str, Tally] = {}
    reports: dict[str, set[str]] = defaultdict(set)
    for start in range(0, len(numbers), READINGS_AT_ONCE):
        for reading in readings_at(connection, numbers[start : start + READINGS_AT_ONCE]):
            for key, references in by_key(reading).items():
                count(tallies.setdefault(key, Tally()), references, 1)
                reports[key].add(reading.report)
    called = select(members.c.key, members.c.canonical, members.c.why).where(
        members.c.key.in_(among(tallies))
    )
    found: dict[str, _Seen] = {}
    for key, canonical, why in connection.execute(called.order_by(members.c.key)):
        seen = found.setdefault(canonical, _Seen(why=why, reports=set()))
        seen.tallies[key] = tallies[key]
        if seen.reports is not None:
            seen.reports |= reports[key]
    return found


def _entities(connection: Connection, linking: Linking, seen: Mapping[str, _Seen]) -> Iterator[Entity]:
    several = [
        key for key, each in seen.items() if each.reports is None and len(each.tallies) > 1
    ]  # of one key, the number is known
    numbers = _reports(connection, several)
    keys = _keys(connection, several)
    for canonical, each in seen.items():
        yield _entity(
            canonical,
            each,
            documents=numbers.get(canonical),
            keys=keys.get(canonical, tuple(each.tallies)),
            linking=linking,
        )


def _reports(connection: Connection, canonical: Sequence[str]) -> Mapping[str, int]:
    """Return how many reports have one of the keys of each entity."""
    asked = (
        select(members.c.canonical, func.count(counted.c.report.distinct()))
        .join(counted, counted.c.key == members.c.key)
        .where(members.c.canonical.in_(among(canonical)))
        .group_by(members.c.canonical)
    )
    return dict(connection.execute(asked).all()) if canonical else {}


def _keys(connection: Connection, canonical: Sequence[str]) -> Mapping[str, tuple[str, ...]]:
    asked = select(members.c.canonical, members.c.key).where(members.c.canonical.in_(among(canonical)))
    found: dict[str, tuple[str, ...]] = {}
    for called, key in connection.execute(asked.order_by(members.c.key)) if canonical else ():
        found[called] = (*found.get(called, ()), key)
    return found


def _entity(
    canonical: str, seen: _Seen, *, documents: int | None, keys: tuple[str, ...], linking: Linking
) -> Entity:
    known = canonical.removeprefix(KNOWN) if canonical.startswith(KNOWN) else None
    entry = linking.entry(known) if known else None
    tallies = list(seen.tallies.values())
    names, seen_names = _sum(each.names for each in tallies), _sum(each.seen for each in tallies)
    first, last = _span(seen)
    country = entry.country if entry else None
    sector = entry.sector if entry else None
    if documents is None:
        documents = tallies[0].documents if seen.reports is None else len(seen.reports)
    return Entity(
        id=entity_id(canonical),
        type=entry.type if entry else NameType(most(_sum(each.types for each in tallies))),
        name=entry.name if entry else fullest(names),
        names=_ranked(as_one(seen_names)),
        country=country or _most(_sum(each.countries for each in tallies)),
        sector=sector or _sector(_most(_sum(each.sectors for each in tallies))),
        roles=tuple(role for role, _ in _ranked(roles_as_one(_sum(each.roles for each in tallies)))),
        known=known,
        part_of=entry.part_of if entry else None,
        keys=keys,
        documents=documents,
        first=first.partition(" ")[0],
        last=last.partition(" ")[0],
        why=seen.why or WHY_ALONE,
    )


def _sum(counts: Iterable[Mapping[str, int]]) -> Mapping[str, int]:
    several = list(counts)
    if len(several) == 1:  # as nearly all have it
        return several[0]
    total: Counter[str] = Counter()
    for each in several:
        total.update(each)
    return total


def _span(seen: _Seen) -> tuple[str, str]:
    if seen.reports:
        return min(seen.reports), max(seen.reports)
    tallies = seen.tallies.values()
    return min(each.first for each in tallies), max(each.last for each in tallies)


def _ranked(counts: Mapping[str, int]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(counts.items(), key=lambda each: (-each[1], each[0])))


def _most(counts: Mapping[str, int]) -> str | None:
    return most(counts) if counts else None


def _sector(value: str | None) -> Sector | None:
    return Sector(value) if value else None
