"""Whole readings of many reports at once, as they were written."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, select

from tocsin.codec import Found, Words
from tocsin.record import Document, Extraction, Link, Span
from tocsin.store.append import among, chunks
from tocsin.store.conditions import NEWEST
from tocsin.store.parts import PARTS, Part, Stored
from tocsin.store.tables import evidence, extractions, links, records
from tocsin.store.whole import documents_at

# any kind of record: which it is, its part tells
_PARTS: Mapping[str, Part[Any]] = {part.kind: part for part in PARTS}
_FIELDS = {part.kind: f"{part.kind}s" for part in PARTS}
_IN_ORDER = (records.c.extraction, records.c.seq)  # as an index has it: nothing is sorted
_RECORDS = select(
    records.c.extraction,
    records.c.kind,
    records.c.seq,
    records.c.id,
    records.c.type,
    records.c.score,
    records.c.facts,
).order_by(*_IN_ORDER)
_WORDS = (
    select(records.c.seq, evidence.c.role, evidence.c.start, evidence.c.end, evidence.c.quote)
    .join(evidence, evidence.c.record == records.c.seq)
    .order_by(*_IN_ORDER, evidence.c.n)
)
_LINKS = (
    select(records.c.extraction, links.c.record, links.c.part, links.c.target)
    .join(links, links.c.record == records.c.seq)
    .order_by(*_IN_ORDER, links.c.part, links.c.target)
)
_STREAMED = {"yield_per": 100}  # what is not kept is let go at once: the garbage collector stays away
_Quote = tuple[int, str, int, int, str]
_Kinds = dict[str, list[Found]]


def extractions_at(connection: Connection, documents: Sequence[int]) -> dict[int, Extraction]:
    """Return the newest readings of the documents with these numbers, whole, by number.

    All that a case keeps of a reading is there, in the order of reading; links come by record and part.
    """
    return {number: one for some in chunks(documents) for number, one in _at(connection, some)}


def _at(connection: Connection, numbers: Sequence[int]) -> Iterator[tuple[int, Extraction]]:
    asked = select(extractions.c.seq, extractions.c.document, extractions.c.made_by)
    newest = connection.execute(asked.where(extractions.c.document.in_(among(numbers)), NEWEST)).all()
    whole = dict(zip(numbers, documents_at(connection, numbers), strict=True))
    kinds, ids = _records(connection, {seq: whole[document] for seq, document, _ in newest})
    tied = _links(connection, kinds, ids)
    for seq, document, made_by in newest:
        found: dict[str, tuple[Any, ...]] = {_FIELDS[kind]: tuple(of) for kind, of in kinds[seq].items()}
        yield (
            document,
            Extraction(document=whole[document], made_by=made_by, links=tuple(tied.get(seq, ())), **found),
        )


def _records(
    connection: Connection, readings: Mapping[int, Document]
) -> tuple[dict[int, _Kinds], dict[int, str]]:
    """Return the records of each reading by kind, and all their ids by number."""
    of_readings = records.c.extraction.in_(among(readings))
    resting = connection.execute(_WORDS.where(of_readings), execution_options=_STREAMED)
    words = _by_record(resting)
    kinds: dict[int, _Kinds] = {seq: {kind: [] for kind in _PARTS} for seq in readings}
    ids: dict[int, str] = {}
    at, of = next(words, (0, []))
    rows = connection.execute(_RECORDS.where(of_readings), execution_options=_STREAMED)
    for reading, kind, number, id_, type_, score, facts in rows:
        ids[number] = id_
        stored = Stored(
            id=id_,
            document=readings[reading].id,
            type=type_,
            score=score,
            facts=facts,
            words=of if at == number else (),
        )
        kinds[reading][kind].append(_PARTS[kind].make(stored))
        if at == number:
            at, of = next(words, (0, []))
    return kinds, ids


def _by_record(rows: Iterable[_Quote]) -> Iterator[tuple[int, list[Words]]]:
    """Yield the words of each record, in their order."""
    for number, of in groupby(rows, itemgetter(0)):
        yield number, [(role, Span(start=start, end=end, text=text)) for _, role, start, end, text in of]


def _links(connection: Connection, readings: Iterable[int], ids: Mapping[int, str]) -> dict[int, list[Link]]:
    """Return the links of each reading."""
    found: dict[int, list[Link]] = defaultdict(list)
    asked = _LINKS.where(records.c.extraction.in_(among(readings)))
    for reading, record, part, target in connection.execute(asked, execution_options=_STREAMED):
        found[reading].append(Link(record=ids[record], part=part, to=ids[target]))
    return found
