"""Writing into a case: all of a batch in one transaction, and nothing twice."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from sqlalchemy import Connection, select

from tocsin.errors import EvidenceError
from tocsin.record import Capture, Extraction
from tocsin.store.answers import Written
from tocsin.store.append import among, append, chunks, next_number
from tocsin.store.check import faults
from tocsin.store.entities.readings import Newest, newest_of, readings_at, readings_of
from tocsin.store.entities.renewal import renew
from tocsin.store.fts import index
from tocsin.store.linking import Linking
from tocsin.store.places import FIRST, Places, places_of
from tocsin.store.rows import Rows, key_of
from tocsin.store.tables import captures, documents, evidence, extractions, links, records

Item = tuple[Capture, Extraction]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Had:
    """What the case has of a batch already; kept up as rows are added."""

    numbers: dict[str, tuple[int, int]]  # by a document's id: its number, and its first version's
    read: set[tuple[str, str]]  # (document, made_by)
    captured: set[tuple[str, str, str, str]]  # (document, *key_of(capture))
    places: Places


def check(items: Sequence[Item]) -> None:
    """Make sure that every record of every item rests on words that stand in its document.

    Raises:
        EvidenceError: one does not; the error names the report and the first faults.
    """
    for capture, extraction in items:
        if found := list(islice(faults(extraction), 3)):
            raise EvidenceError(
                f"{capture.origin} is not kept: {'; '.join(found)}",
                advice="this is a fault of tocsin: please report it, with the file if you may share it",
            )


def write(
    connection: Connection, run: int, items: Sequence[Item], recorded: str, *, linking: Linking
) -> Written:
    """Add what is new of the items, in their order, within the transaction that the connection is in.

    The entities of the case are then as the newest readings have them.

    Raises:
        EvidenceError: a document's id stands for another text in the case.
    """
    had = _had(connection, items)
    rows = Rows(
        run=run,
        recorded=recorded,
        document=next_number(connection, documents),
        capture=next_number(connection, captures),
        extraction=next_number(connection, extractions),
        record=next_number(connection, records),
    )
    document, extraction, record = rows.document, rows.extraction, rows.record
    written = _add(rows, had, items)
    gone = readings_at(connection, newest_of(connection, (n for n in rows.newest if n < document)))
    append(connection, documents, rows.documents)
    append(connection, captures, rows.captures)
    append(connection, extractions, rows.extractions)
    append(connection, records, rows.records)
    append(connection, evidence, rows.evidence)
    append(connection, links, rows.links)
    index(connection, document=document, extraction=extraction, record=record)
    renew(connection, linking, gone, readings_of(connection, _newest(connection, rows)))
    return written


def known(connection: Connection, taken: Sequence[Capture], made_by: str) -> set[tuple[str, str]]:
    """Return (origin, sha256) of the captures from which this maker has read already."""
    wanted = {key_of(capture): None for capture in taken}
    found: set[tuple[str, str]] = set()
    asked = (
        select(captures.c.origin, captures.c.sha256, captures.c.hints)
        .join(extractions, extractions.c.document == captures.c.document)
        .where(extractions.c.made_by == made_by)
    )
    for digests in chunks(list({key[1] for key in wanted})):
        origins = {key[0] for key in wanted if key[1] in digests}
        here = asked.where(captures.c.origin.in_(origins), captures.c.sha256.in_(digests))
        found |= {(row[0], row[1]) for row in connection.execute(here) if tuple(row) in wanted}
    return found


def _add(rows: Rows, had: _Had, items: Sequence[Item]) -> Written:
    added = versions = reread = 0
    for capture, extraction in items:
        document, made_by = extraction.document, extraction.made_by
        new = document.id not in had.numbers
        if new:
            first = had.places.first_of(capture, document)
            number = rows.add_document(document, version_of=first)
            had.numbers[document.id] = number, first or number
            added, versions = added + (first is None), versions + (first is not None)
        number, first = had.numbers[document.id]
        had.places.add(capture, document, first)
        key = key_of(capture)
        if (document.id, *key) not in had.captured:
            had.captured.add((document.id, *key))
            rows.add_capture(capture, document=number)
        if (document.id, made_by) not in had.read:
            had.read.add((document.id, made_by))
            rows.add_extraction(extraction, document=number)
            reread += not new
    return Written(added=added, versions=versions, known=len(items) - added - versions, reread=reread)


def _newest(connection: Connection, rows: Rows) -> Iterator[Newest]:
    """Yield the readings that are the newest of their documents now, with all that they have."""
    asked = select(documents.c.seq, documents.c.known).where(documents.c.seq.in_(among(rows.newest)))
    for number, known_since in connection.execute(asked):
        extraction, numbers = rows.newest[number]
        yield Newest(extraction=extraction, numbers=numbers, known=known_since)


def _had(connection: Connection, items: Sequence[Item]) -> _Had:
    texts: dict[str, str] = {}
    for _, extraction in items:
        document = extraction.document
        _same_text(document.id, texts.setdefault(document.id, document.text), document.text)
    numbers: dict[str, tuple[int, int]] = {}
    read: set[tuple[str, str]] = set()
    captured: set[tuple[str, str, str, str]] = set()
    of = documents.c
    for ids in chunks(list(texts)):
        there = select(of.id, of.seq, FIRST, of.text).where(of.id.in_(ids))
        for id_, number, first, text in connection.execute(there):
            _same_text(id_, text, texts[id_])
            numbers[id_] = number, first
    for ids in chunks(list(numbers)):
        by = select(of.id, extractions.c.made_by).join_from(extractions, documents).where(of.id.in_(ids))
        read |= {(row[0], row[1]) for row in connection.execute(by)}
        where = select(of.id, captures.c.origin, captures.c.sha256, captures.c.hints)
        places = where.join_from(captures, documents).where(of.id.in_(ids))
        captured |= {(row[0], row[1], row[2], row[3]) for row in connection.execute(places)}
    new = ((capture, found.document) for capture, found in items if found.document.id not in numbers)
    return _Had(numbers=numbers, read=read, captured=captured, places=places_of(connection, new))


def _same_text(id_: str, in_case: str, given: str) -> None:
    if in_case != given:
        raise EvidenceError(
            f"{id_} stands for another text in the case than here",
            advice="make the ids of documents from their content, with Document.make_id",
        )
