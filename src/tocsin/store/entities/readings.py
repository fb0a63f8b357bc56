"""The references of readings: of what is being written, and of what a case has."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, select

from tocsin.record import Extraction, Reference
from tocsin.store.append import among, chunks
from tocsin.store.conditions import NEWEST
from tocsin.store.entities.groups import Counted, Reading
from tocsin.store.entities.judged import is_reference, keys_of
from tocsin.store.ids import has_id
from tocsin.store.parts import NAMES, REFERENCES
from tocsin.store.tables import documents, evidence, extractions, records
from tocsin.store.whole import records_at

Spans = frozenset[tuple[int, int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Newest:
    """A reading that has just been written, and the numbers that its records have."""

    extraction: Extraction
    numbers: Mapping[str, int]
    known: str  # when its report was


def report_of(known: str, document: str) -> str:
    """Return a report as one string that sorts by when it was known."""
    return f"{known} {document}"


def readings_of(connection: Connection, written: Iterable[Newest]) -> list[Reading]:
    """Return the references of readings that have just been written."""
    kept = list(written)
    keys = keys_of(connection, (each for one in kept for each in one.extraction.references))
    return [
        Reading(
            report=report_of(one.known, one.extraction.document.id),
            counted=_counted(
                {one.numbers[each.id]: each for each in reversed(one.extraction.references)},
                keys,
                frozenset((name.span.start, name.span.end) for name in one.extraction.names),
            ),
        )
        for one in kept
    ]


def readings_at(connection: Connection, numbers: Sequence[int]) -> list[Reading]:
    """Return the references of the readings with these numbers, as they count."""
    held = _references(connection, numbers)
    named = _named(connection, numbers)
    keys = keys_of(connection, (each for found in held.values() for each in found.values()))
    asked = (
        select(extractions.c.seq, documents.c.known, documents.c.id)
        .join(documents, documents.c.seq == extractions.c.document)
        .where(extractions.c.seq.in_(among(numbers)))
    )
    return [
        Reading(
            report=report_of(known, document),
            counted=_counted(held.get(number, {}), keys, frozenset(named.get(number, ()))),
        )
        for number, known, document in connection.execute(asked)
    ]


def readings_with(connection: Connection, ids: Iterable[str]) -> list[int]:
    """Return the numbers of the newest readings that have one of these references."""
    found: set[int] = set()
    for id_ in filter(is_reference, ids):
        asked = select(records.c.extraction).join(extractions, extractions.c.seq == records.c.extraction)
        of = asked.where(has_id(id_), records.c.kind == REFERENCES.kind, NEWEST)
        found.update(connection.execute(of).scalars())
    return sorted(found)


def newest_of(connection: Connection, numbers: Iterable[int]) -> list[int]:
    """Return the numbers of the newest readings of documents."""
    asked = select(extractions.c.seq).where(extractions.c.document.in_(among(numbers)), NEWEST)
    return list(connection.execute(asked).scalars())


def _counted(
    references: Mapping[int, Reference], keys: Mapping[str, str], named: Spans
) -> tuple[Counted, ...]:
    return tuple(
        Counted(
            record=number,
            key=keys[reference.id],
            reference=reference,
            seen=tuple(
                " ".join(span.text.split()) for span in reference.mentions if (span.start, span.end) in named
            ),
        )
        for number, reference in references.items()
    )


def _references(connection: Connection, numbers: Sequence[int]) -> dict[int, dict[int, Reference]]:
    asked = select(records.c.seq, records.c.extraction).where(
        records.c.extraction.in_(among(numbers)), records.c.kind == REFERENCES.kind
    )
    of = dict(connection.execute(asked).all())
    found: dict[int, dict[int, Reference]] = defaultdict(dict)
    for some in chunks(list(of)):
        for seq, reference in zip(some, records_at(connection, REFERENCES, some), strict=True):
            found[of[seq]][seq] = reference
    return found


def _named(connection: Connection, numbers: Sequence[int]) -> dict[int, set[tuple[int, int]]]:
    asked = (
        select(records.c.extraction, evidence.c.start, evidence.c.end)
        .join(evidence, evidence.c.record == records.c.seq)
        .where(records.c.extraction.in_(among(numbers)), records.c.kind == NAMES.kind)
    )
    found: dict[int, set[tuple[int, int]]] = defaultdict(set)
    for extraction, start, end in connection.execute(asked):
        found[extraction].add((start, end))
    return found
