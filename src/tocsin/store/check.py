"""No record without evidence: what must hold before anything is written."""

from collections.abc import Collection, Iterator, Sequence
from math import isfinite

from tocsin.codec import Found, Words, evidence
from tocsin.record import Event, Extraction, Figure, Moment, Span, When
from tocsin.store.parts import PARTS

PUBLICATION = "publication"  # the anchor of a moment that is no other moment


def faults(extraction: Extraction) -> Iterator[str]:
    """Yield all that keeps an extraction out of a case; nothing where every word stands in its place."""
    document = extraction.document
    text = document.text
    try:
        text.encode()
    except UnicodeEncodeError as error:
        yield f"the text has half a character (a lone surrogate) at {error.start}"
        return
    for block in document.blocks:
        if not 0 <= block.start <= block.end <= len(text):
            yield f"block {block.kind} [{block.start}, {block.end}) lies outside a text of {len(text)}"
    statements = frozenset(statement.id for statement in extraction.statements)
    moments = frozenset(moment.id for moment in extraction.moments)
    for part in PARTS:
        for record in part.of(extraction):
            if record.document != document.id:
                yield f"{record.id} is said to be of {record.document}, not of {document.id}"
            if not 0.0 <= record.score <= 1.0:
                yield f"{record.id} has the score {record.score}, which is none from 0 to 1"
            yield from _faults_of(record.id, evidence(record), text)
            yield from _loose(record, statements, moments)
    yield from _astray(extraction)


def _faults_of(record: str, words: Sequence[Words], text: str) -> Iterator[str]:
    if not words:
        yield f"{record} rests on no words of the text"
    for part, span in words:
        if not _stands(span, text):
            yield f"{part} of {record}: {span.text[:60]!r} does not stand at [{span.start}, {span.end})"


def _stands(span: Span, text: str) -> bool:
    return 0 <= span.start < span.end <= len(text) and text[span.start : span.end] == span.text


def _loose(record: Found, statements: Collection[str], moments: Collection[str]) -> Iterator[str]:
    """Yield what a record says of other records that are not there, and numbers that are none."""
    match record:
        case Figure():
            yield from _missing(record.id, "said_in", record.said_in, statements)
            yield from _missing(record.id, "period", _moment_of(record.period), moments)
            for number in (record.low, record.best, record.high):
                if number is not None and not isfinite(number):
                    yield f"{record.id} has the number {number}"
        case Event():
            yield from _missing(record.id, "asserted_in", record.asserted_in, statements)
            yield from _missing(record.id, "statement", record.statement, statements)
            yield from _missing(record.id, "date", _moment_of(record.date), moments)
        case Moment() if record.anchor != PUBLICATION:
            yield from _missing(record.id, "anchor", record.anchor, moments)


def _astray(extraction: Extraction) -> Iterator[str]:
    """Yield the links that are not from a record of this reading to its references and toponyms."""
    if not extraction.links:
        return
    there = {record.id for part in PARTS for record in part.of(extraction)}
    targets = {each.id for each in extraction.references} | {each.id for each in extraction.toponyms}
    for link in extraction.links:
        yield from _missing(link.record, f"a link of its {link.part}", link.to, targets)
        yield from _missing("a link", "its record", link.record, there)


def _moment_of(when: When | None) -> str | None:
    return when.moment if when else None


def _missing(record: str, field: str, named: str | None, there: Collection[str]) -> Iterator[str]:
    if named is not None and named not in there:
        yield f"{field} of {record} names {named}, which this reading of the report does not have"
