"""The places that reports name."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from sqlalchemy import Connection, select

from tocsin.store.answers import Placed
from tocsin.store.conditions import NEWEST, fact, of_documents, of_records, speaks
from tocsin.store.linking import Linking
from tocsin.store.meant import by
from tocsin.store.parts import TOPONYMS, place_of
from tocsin.store.query import Query
from tocsin.store.tables import documents, evidence, extractions, records
from tocsin.store.words import holds, terms_of


@dataclass(slots=True, kw_only=True)
class _Named:
    facts: str
    names: Counter[str] = field(default_factory=Counter)
    reports: set[int] = field(default_factory=set)
    first: str
    last: str


def places_of(connection: Connection, query: Query, linking: Linking) -> Iterator[Placed]:
    """Yield the places that are asked for, those of most reports first; ``about`` words are of a name."""
    where = [*of_documents(connection, query), *of_records(TOPONYMS.kind, query)]
    if query.by is not None or query.by_entities:
        where.append(speaks(query.by or "", by(connection, query, linking)))
    place = fact("place")
    asked = (
        select(fact("place[0]"), place, evidence.c.quote, documents.c.seq, documents.c.known)
        .select_from(records)
        .join(extractions, extractions.c.seq == records.c.extraction)
        .join(documents, documents.c.seq == extractions.c.document)
        .join(evidence, (evidence.c.record == records.c.seq) & (evidence.c.n == 0))
        .where(NEWEST, place.is_not(None), *where)
        .order_by(documents.c.known, documents.c.seq, records.c.seq)
    )
    found: dict[str, _Named] = {}
    for id_, facts, quote, report, known in connection.execute(asked):
        named = found.setdefault(id_, _Named(facts=facts, first=known, last=known))
        named.names[quote] += 1
        named.reports.add(report)
        named.last = known
    placed = [_placed(each) for each in found.values()]
    if query.about is not None:
        terms = terms_of(query.about)
        placed = [
            each
            for each in placed
            if terms and any(holds(name, terms) for name in (each.place.name, *dict(each.names)))
        ]
    placed.sort(key=lambda each: (-each.documents, each.place.name, each.place.id))
    yield from placed[: query.limit]


def _placed(named: _Named) -> Placed:
    return Placed(
        place=place_of(named.facts),
        names=tuple(sorted(named.names.items(), key=lambda each: (-each[1], each[0]))),
        documents=len(named.reports),
        first=named.first,
        last=named.last,
    )
