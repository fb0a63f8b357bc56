"""What the parts of records stand for: the entity and the place of each, as it is known now."""

from collections.abc import Sequence

from sqlalchemy import Connection, func, select

from tocsin.codec import Linked
from tocsin.record import entity_id
from tocsin.store.append import among, chunks
from tocsin.store.conditions import NEWEST
from tocsin.store.ids import with_ids
from tocsin.store.parts import REFERENCES
from tocsin.store.tables import counted, documents, extractions, links, members, records

_target = records.alias("targets")
_KEY = func.coalesce(counted.c.key, func.json_extract(_target.c.facts, "$.key"))
_LINKS = (
    select(
        links.c.record,
        links.c.part,
        _target.c.kind,
        _KEY.label("key"),
        members.c.entity,
        func.json_extract(_target.c.facts, "$.place[0]").label("place"),
    )
    .join(_target, _target.c.seq == links.c.target)
    .outerjoin(counted, counted.c.record == links.c.target)
    .outerjoin(members, members.c.key == _KEY)
    .order_by(links.c.record, links.c.part, links.c.target)
)


def links_of(connection: Connection, ids: Sequence[str]) -> dict[tuple[str, str], Linked]:
    """Return what each part of the records with these ids stands for, by id and part.

    As their newest readings have it; what stands for nothing is left out.
    """
    found: dict[tuple[str, str], Linked] = {}
    for some in chunks(ids):
        of = dict(with_ids(connection, some))
        for row in connection.execute(_LINKS.where(links.c.record.in_(among(of)))):
            at = of[row.record], row.part
            had = found.get(at, Linked())
            mine = (row.entity or entity_id(row.key)) if row.kind == REFERENCES.kind else None
            found[at] = Linked(entity=had.entity or mine, place=had.place or row.place)
    return found


def links_in(connection: Connection, document: str) -> dict[tuple[str, str], Linked]:
    """Return what the parts of all records of a document's newest reading stand for, by id and part."""
    asked = (
        select(records.c.id)
        .join(extractions, extractions.c.seq == records.c.extraction)
        .join(documents, documents.c.seq == extractions.c.document)
        .where(
            documents.c.id == document, NEWEST, select(links).where(links.c.record == records.c.seq).exists()
        )
    )
    return links_of(connection, list(connection.execute(asked).scalars()))


def targets_of(connection: Connection, record: str) -> tuple[tuple[str, str], ...]:
    """Return the parts of a record with the ids of the references and toponyms that they stand for."""
    asked = (
        select(links.c.part, _target.c.id)
        .join(_target, _target.c.seq == links.c.target)
        .where(links.c.record.in_(among(dict(with_ids(connection, [record])))))
        .order_by(links.c.record, links.c.part, links.c.target)
    )
    return tuple((part, id_) for part, id_ in connection.execute(asked))
