"""Rows as the documents and records they were."""

from collections.abc import Iterator, Sequence
from typing import TypeAlias, TypeVar

from sqlalchemy import Connection, Row, select

from tocsin.codec import Found, Words
from tocsin.record import Document, FoundIn, Precision, Published, Span
from tocsin.store.parts import Part, Stored, blocks_of
from tocsin.store.tables import documents, evidence, extractions, records

F = TypeVar("F", bound=Found)
AnyRow: TypeAlias = "Row[*tuple[object, ...]]"

_first = documents.alias("first_versions")
_DOCUMENT = select(documents, _first.c.id.label("first_id")).outerjoin_from(
    documents, _first, _first.c.seq == documents.c.version_of
)
_RECORD = (
    select(
        records.c.seq,
        records.c.id,
        documents.c.id.label("document"),
        records.c.type,
        records.c.score,
        records.c.facts,
    )
    .join(extractions, extractions.c.seq == records.c.extraction)
    .join(documents, documents.c.seq == extractions.c.document)
)
_WORDS = select(evidence).order_by(evidence.c.record, evidence.c.n)


def documents_at(connection: Connection, numbers: Sequence[int]) -> Iterator[Document]:
    """Yield the documents with these numbers, in their order."""
    asked = _DOCUMENT.where(documents.c.seq.in_(numbers))
    rows = {row.seq: row for row in connection.execute(asked)}
    return (_document(rows[number]) for number in numbers)


def records_at(connection: Connection, part: Part[F], numbers: Sequence[int]) -> Iterator[F]:
    """Yield the records of a kind with these numbers, in their order, with the words they rest on."""
    words: dict[int, list[Words]] = {number: [] for number in numbers}
    rest_on = connection.execute(_WORDS.where(evidence.c.record.in_(numbers))).all()
    for record, _, part_of, start, end, quote in rest_on:
        words[record].append((part_of, Span(start=start, end=end, text=quote)))
    rows = {row.seq: row for row in connection.execute(_RECORD.where(records.c.seq.in_(numbers))).all()}
    return (part.make(_stored(rows[number], words[number])) for number in numbers)


def published_of(row: AnyRow) -> Published | None:
    """Return when a document was published, as it was read."""
    if row.published is None:
        return None
    return Published(
        when=row.published,
        precision=Precision(row.published_precision),
        found_in=FoundIn(row.published_found_in),
    )


def _stored(row: AnyRow, words: Sequence[Words]) -> Stored:
    return Stored(
        id=row.id, document=row.document, type=row.type, score=row.score, facts=row.facts, words=words
    )


def _document(row: AnyRow) -> Document:
    return Document(
        id=row.id,
        text=row.text,
        title=row.title,
        url=row.url,
        origin=row.origin,
        outlet=row.outlet,
        byline=row.byline,
        dateline=row.dateline,
        published=published_of(row),
        fetched=row.fetched,
        language=row.language,
        version_of=row.first_id,
        blocks=blocks_of(row.blocks),
    )
