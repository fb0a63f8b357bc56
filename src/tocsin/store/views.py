"""What a case shows: documents and records, as the newest reading of each document has them.

All is found in two steps, first the numbers in their order, then the rows of a few numbers at a time:
nothing big is sorted, and whoever stops early has not paid for the rest.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TypeVar

from sqlalchemy import Connection, func, select

from tocsin.codec import Found, evidence
from tocsin.record import Document, Event, Figure, Moment, Name, Role, Statement
from tocsin.store.conditions import (
    NEWEST,
    Condition,
    claimed_by,
    claims,
    has,
    of_documents,
    of_records,
    said,
    speaks,
)
from tocsin.store.parts import EVENTS, FIGURES, MOMENTS, NAMES, ROLES, STATEMENTS, Part
from tocsin.store.query import Query
from tocsin.store.tables import documents, extractions, records
from tocsin.store.whole import documents_at, records_at
from tocsin.store.words import holds, terms_of

F = TypeVar("F", bound=Found)
T = TypeVar("T")
READINGS_AT_ONCE = 8
ROWS_AT_ONCE = 100
STREAMED = {"yield_per": ROWS_AT_ONCE}


def documents_of(connection: Connection, query: Query) -> Iterator[Document]:
    """Yield the documents that are asked for, by when they were known."""
    where = _of_documents(connection, query)
    if query.about is not None:
        where.append(has(query.about))
    asked = select(documents.c.seq).where(*where).order_by(documents.c.known, documents.c.seq)
    numbers = connection.execute(asked.limit(query.limit), execution_options=STREAMED).scalars()
    for some in batched(numbers, ROWS_AT_ONCE):
        yield from documents_at(connection, some)


def names_of(connection: Connection, query: Query) -> Iterator[Name]:
    """Yield the names that are asked for, by document as above, then in the order of reading."""
    return _with_words(connection, NAMES, query)


def statements_of(connection: Connection, query: Query) -> Iterator[Statement]:
    """Yield the statements that are asked for, by document as above, then in the order of reading."""
    where = of_documents(connection, query)
    words = said(query)
    if words is None:
        yield from islice(_read(connection, STATEMENTS, query, where), query.limit)
    else:
        yield from _found(connection, STATEMENTS, query, [*where, words])


def figures_of(connection: Connection, query: Query) -> Iterator[Figure]:
    """Yield the figures that are asked for, by document as above, then in the order of reading."""
    said_by = [] if query.by is None else [claimed_by(query.by)]
    return _claims(connection, FIGURES, query, who=query.holder, more=said_by)


def events_of(connection: Connection, query: Query) -> Iterator[Event]:
    """Yield the events that are asked for, by document as above, then in the order of reading."""
    return _claims(connection, EVENTS, query, who=query.by, more=[])


def moments_of(connection: Connection, query: Query) -> Iterator[Moment]:
    """Yield the moments that are asked for, by document as above, then in the order of reading."""
    return _with_words(connection, MOMENTS, query)


def roles_of(connection: Connection, query: Query) -> Iterator[Role]:
    """Yield the roles that are asked for, by document as above, then in the order of reading."""
    return _with_words(connection, ROLES, query)


def makers_of(connection: Connection, query: Query) -> tuple[str, ...]:
    """Return what made the newest readings of the documents that are asked for, the oldest first."""
    asked = (
        select(extractions.c.made_by)
        .join(documents, documents.c.seq == extractions.c.document)
        .where(NEWEST, *_of_documents(connection, query))
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


def _of_documents(connection: Connection, query: Query) -> list[Condition]:
    where = of_documents(connection, query)
    return where if query.by is None else [*where, speaks(query.by)]


def _with_words(connection: Connection, part: Part[F], query: Query) -> Iterator[F]:
    """Yield records of a kind that has no index: those of documents with the words, then looked at."""
    where = _of_documents(connection, query)
    if query.about is None:
        yield from islice(_read(connection, part, query, where), query.limit)
        return
    terms = terms_of(query.about)
    found = _read(connection, part, query, [*where, has(query.about)])
    yield from islice((record for record in found if holds(_words(record), terms)), query.limit)


def _words(record: Found) -> str:
    return " … ".join(span.text for _, span in evidence(record))


def _claims(
    connection: Connection, part: Part[F], query: Query, *, who: str | None, more: Sequence[Condition]
) -> Iterator[F]:
    """Yield figures or events, those of whom and about what is asked for where that is."""
    where = [*of_documents(connection, query), *more]
    words = claims(who=who, about=query.about)
    if words is None and not more:
        yield from islice(_read(connection, part, query, where), query.limit)
    else:
        yield from _found(connection, part, query, where if words is None else [*where, words])


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
