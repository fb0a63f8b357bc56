"""One record, by its id: itself, and where it comes from."""

from sqlalchemy import Connection, select

from tocsin.codec import Found, Record
from tocsin.record import Document
from tocsin.store.answers import Provenance, Source
from tocsin.store.ids import document_number, full_id, has_id
from tocsin.store.parts import PARTS
from tocsin.store.tables import captures, documents, extractions, records, runs
from tocsin.store.whole import AnyRow, documents_at, published_of, records_at

_PARTS = {part.kind: part for part in PARTS}
_first = documents.alias("first_versions")
_MADE = (
    select(
        documents.c.seq,
        documents.c.id.label("document"),
        documents.c.known,
        documents.c.published,
        documents.c.published_precision,
        documents.c.published_found_in,
        _first.c.id.label("first_id"),
        extractions.c.made_by,
        runs.c.seq.label("run"),
        runs.c.command,
        extractions.c.recorded,
    )
    .select_from(documents)
    .join(extractions, extractions.c.document == documents.c.seq)
    .join(runs, runs.c.seq == extractions.c.run)
    .outerjoin(_first, _first.c.seq == documents.c.version_of)
    .order_by(extractions.c.seq.desc())  # the newest that has it
    .limit(1)
)


def document_by(connection: Connection, typed: str) -> Document:
    """Return the document with this id, or the one id that begins so.

    Raises:
        CaseError: there is none, or several begin so.
    """
    (document,) = documents_at(connection, [document_number(connection, typed)])
    return document


def record_by(connection: Connection, typed: str) -> Record:
    """Return the record with this id, or the one id that begins so, as it was read last.

    Raises:
        CaseError: there is none, or several begin so.
    """
    id_ = full_id(connection, typed)
    newest = select(records.c.kind, records.c.seq).where(has_id(id_)).order_by(records.c.seq.desc())
    found = connection.execute(newest.limit(1)).one_or_none()
    if found is None:
        return document_by(connection, id_)
    record: Found
    (record,) = records_at(connection, _PARTS[found.kind], [found.seq])
    return record


def provenance_by(connection: Connection, typed: str) -> Provenance:
    """Return where the record with this id comes from.

    Raises:
        CaseError: there is none, or several begin so.
    """
    id_ = full_id(connection, typed)
    of_record = _MADE.join(records, records.c.extraction == extractions.c.seq).where(has_id(id_))
    made = connection.execute(of_record).one_or_none()
    if made is None:
        made = connection.execute(_MADE.where(documents.c.id == id_)).one()
    seen = select(captures).where(captures.c.document == made.seq).order_by(captures.c.seq)
    return Provenance(
        id=id_,
        document=made.document,
        made_by=made.made_by,
        run=made.run,
        command=made.command,
        recorded=made.recorded,
        published=published_of(made),
        known=made.known,
        version_of=made.first_id,
        sources=tuple(_source(row) for row in connection.execute(seen)),
    )


def _source(row: AnyRow) -> Source:
    return Source(
        origin=row.origin,
        sha256=row.sha256,
        media_type=row.media_type,
        size=row.size,
        fetched=row.fetched,
        recorded=row.recorded,
    )
