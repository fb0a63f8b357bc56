"""What a case shows: documents and records, as the newest reading of each document has them.

All is found in two steps, first the numbers in their order, then the rows of a few numbers at a time:
nothing big is sorted, and whoever stops early has not paid for the rest.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import islice
from typing import TypeVar

from sqlalchemy import Connection, func, select, union_all

from tocsin.codec import Found, evidence
from tocsin.record import Document, Event, Figure, Statement
from tocsin.store.append import among
from tocsin.store.conditions import (
    NEWEST,
    Condition,
    claimed_by,
    claims,
    has,
    held,
    linked,
    of_documents,
    of_records,
    said,
    saying,
    speaks,
)
from tocsin.store.linking import Linking
from tocsin.store.meant import about, by, holder
from tocsin.store.parts import EVENTS, FIGURES, STATEMENTS, Part
from tocsin.store.query import Query
from tocsin.store.tables import counted, documents, extractions, records
from tocsin.store.whole import documents_at, records_at
from tocsin.store.words import holds, terms_of

F = TypeVar("F", bound=Found)
T = TypeVar("T")
READINGS_AT_ONCE = 8
ROWS_AT_ONCE = 100
STREAMED = {"yield_per": ROWS_AT_ONCE}


def documents_of(connection: Connection, query: Query, linking: Linking) -> Iterator[Document]:
    """Yield the documents that are asked for, by when they were known."""
    where = _of_documents(connection, query, linking)
    if query.about is not None or query.about_entities:
        where.append(has(query.about or "", about(connection, query)))
    asked = select(documents.c.seq).where(*where).order_by(documents.c.known, documents.c.seq)
    numbers = connection.execute(asked.limit(query.limit), execution_options=STREAMED).scalars()
    for some in batched(numbers, ROWS_AT_ONCE):
        yield from documents_at(connection, some)


def statements_of(connection: Connection, query: Query, linking: Linking) -> Iterator[Statement]:
    """Yield the statements that are asked for, by document as above, then in the order of reading."""
    found: list[Condition] = []
    if query.by is not None or query.by_entities:
        found.append(said(query.by or "", by(connection, query, linking)))
    if query.about is not None or query.about_entities:
        found.append(saying(query.about or "", about(connection, query)))
    return _records(connection, STATEMENTS, query, found)


def figures_of(connection: Connection, query: Query, linking: Linking) -> Iterator[Figure]:
    """Yield the figures that are asked for, by document as above, then in the order of reading."""
    found: list[Condition] = []
    if query.by is not None or query.by_entities:
        found.append(claimed_by(query.by or "", by(connection, query, linking)))
    if query.holder is not None or query.holder_entities:
        found.append(held(query.holder or "", holder(connection, query, linking), "holder"))
    return _records(connection, FIGURES, query, [*found, *_about(connection, query)])


def events_of(connection: Connection, query: Query, linking: Linking) -> Iterator[Event]:
    """Yield the events that are asked for, by document as above, then in the order of reading."""
    found: list[Condition] = []
    if query.by is not None or query.by_entities:
        found.append(held(query.by or "", by(connection, query, linking), "actor"))
    return _records(connection, EVENTS, query, [*found, *_about(connection, query)])


def worded(connection: Connection, part: Part[F], query: Query, linking: Linking) -> Iterator[F]:
    """Yield records of a kind that has no index: names, moments, roles, references, toponyms.

    By document as above, then in the order of reading. Where words are asked for, those that have
    them, and those that are or stand for who is meant.
    """
    where = _of_documents(connection, query, linking)
    if query.about is None and not query.about_entities:
        yield from islice(_read(connection, part, query, where), query.limit)
        return
    terms = terms_of(query.about or "")
    meant = about(connection, query)
    ids = _ids_of(connection, part, meant) if meant else frozenset()
    found = _read(connection, part, query, [*where, has(query.about or "", meant)])
    yield from islice(
        (one for one in found if one.id in ids or (terms and holds(_words(one), terms))), query.limit
    )


def makers_of(connection: Connection, query: Query, linking: Linking) -> tuple[str, ...]:
    """Return what made the newest readings of the documents that are asked for, the oldest first."""
    asked = (
        select(extractions.c.made_by)
        .join(documents, documents.c.seq == extractions.c.document)
        .where(NEWEST, *_of_documents(connection, query, linking))
        .group_by(extractions.c.made_by)
        .order_by(func.min(extractions.c.seq))
    )
    return tuple(connection.execute(asked).scalars())


def batched(values: Iterable[T], size: int) -> Iterator[Sequence[T]]:
    """Yield the values, so many at a time.

    >>> list(batched("abc", 2))
    [['a', 'b'], ['c']]
    """
    rest = iter(values)
    while batch := list(islice(rest, size)):
        yield batch


def _of_documents(connection: Connection, query: Query, linking: Linking) -> list[Condition]:
    where = of_documents(connection, query)
    if query.by is None and not query.by_entities:
        return where
    return [*where, speaks(query.by or "", by(connection, query, linking))]


def _about(connection: Connection, query: Query) -> list[Condition]:
    if query.about is None and not query.about_entities:
        return []
    return [claims(query.about or "", about(connection, query))]


def _ids_of(connection: Connection, part: Part[F], keys: Collection[str]) -> frozenset[str]:
    """Return the ids of the records of a kind that are linked to who has these keys, or are theirs."""
    theirs = select(counted.c.record).where(counted.c.key.in_(among(keys)))
    numbers = union_all(linked(keys), theirs)
    asked = select(records.c.id).where(records.c.seq.in_(numbers), records.c.kind == part.kind)
    return frozenset(connection.execute(asked).scalars())


def _words(record: Found) -> str:
    return " … ".join(span.text for _, span in evidence(record))


def _records(connection: Connection, part: Part[F], query: Query, found: Sequence[Condition]) -> Iterator[F]:
    """Yield records of a kind: of all documents that are asked for, or those that an index finds."""
    where = [*of_documents(connection, query), *found]
    if found:
        yield from _found(connection, part, query, where)
    else:
        yield from islice(_read(connection, part, query, where), query.limit)


def _read(connection: Connection, part: Part[F], query: Query, where: Sequence[Condition]) -> Iterator[F]:
    """Yield records of all the documents that are asked for."""
    asked = (
        select(extractions.c.seq)
        .join(documents, documents.c.seq == extractions.c.document)
        .where(NEWEST, *where)
        .order_by(documents.c.known, documents.c.seq)
    )
    readings = connection.execute(asked, execution_options=STREAMED).scalars()
    for some in batched(readings, READINGS_AT_ONCE):
        numbers = select(records.c.extraction, records.c.seq).where(
            records.c.extraction.in_(some), *of_records(part.kind, query)
        )
        place = {reading: at for at, reading in enumerate(some)}
        rows = sorted((place[reading], number) for reading, number in connection.execute(numbers))
        for few in batched([number for _, number in rows], ROWS_AT_ONCE):
            yield from records_at(connection, part, few)


def _found(connection: Connection, part: Part[F], query: Query, where: Sequence[Condition]) -> Iterator[F]:
    """Yield records that the conditions find, in an index."""
    asked = (
        select(records.c.seq)
        .join(extractions, extractions.c.seq == records.c.extraction)
        .join(documents, documents.c.seq == extractions.c.document)
        .where(NEWEST, *where, *of_records(part.kind, query))
        .order_by(documents.c.known, documents.c.seq, records.c.seq)
    )
    numbers = connection.execute(asked.limit(query.limit), execution_options=STREAMED).scalars()
    for some in batched(numbers, ROWS_AT_ONCE):
        yield from records_at(connection, part, some)
