"""The columns of each table: a contract. Columns are added at the end, never renamed or taken away.

``*_start``, ``*_end`` and ``*_quote`` always go together: ``text[start:end] == quote`` in the document.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from tocsin.codec import Record
from tocsin.record import Document, Name, Span, Statement

Cell = str | int | float | None


class Table(StrEnum):
    """What one row is."""

    DOCUMENTS = "documents"
    NAMES = "names"
    STATEMENTS = "statements"
    EVIDENCE = "evidence"  # one row for each span that a record rests on


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What a row of a record repeats of its document, where that is known."""

    outlet: str | None = None
    title: str | None = None
    published: str | None = None
    url: str | None = None

    @classmethod
    def of(cls, document: Document) -> "Report":
        """Return what rows repeat of a document."""
        published = document.published.when if document.published else None
        return cls(outlet=document.outlet, title=document.title, published=published, url=document.url)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row before it is cut into cells: a record, its document's facts, and a span for evidence."""

    record: Record
    report: Report
    role: str = ""
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, and what a row has in it."""

    name: str
    cell: Callable[[Row], Cell]


def columns(table: Table) -> tuple[str, ...]:
    """Return the names of a table's columns, in order.

    >>> columns(Table.NAMES)[:6]
    ('id', 'document', 'type', 'start', 'end', 'quote')
    """
    return tuple(column.name for column in TABLES[table])


def evidence(record: Record) -> Iterator[tuple[str, Span]]:
    """Yield the spans that a record rests on, each with its role in it; none for a document."""
    match record:
        case Name():
            yield "name", record.span
        case Statement():
            said = (("source", record.source), ("speaker", record.speaker and record.speaker.span))
            for role, span in (*said, ("cue", record.cue)):
                if span:
                    yield role, span
            yield from (("content", span) for span in record.contents)
            yield from (("via", via.span) for via in record.via)


def _document(name: str, cell: Callable[[Document], Cell]) -> Column:
    return Column(name, lambda row: cell(row.record) if isinstance(row.record, Document) else None)


def _name(name: str, cell: Callable[[Name], Cell]) -> Column:
    return Column(name, lambda row: cell(row.record) if isinstance(row.record, Name) else None)


def _statement(name: str, cell: Callable[[Statement], Cell]) -> Column:
    return Column(name, lambda row: cell(row.record) if isinstance(row.record, Statement) else None)


def _spot(prefix: str, span: Callable[[Statement], Span | None]) -> tuple[Column, ...]:
    """Return the three columns of a span of a statement."""
    return (
        _statement(f"{prefix}_start", lambda s: found.start if (found := span(s)) else None),
        _statement(f"{prefix}_end", lambda s: found.end if (found := span(s)) else None),
        _statement(f"{prefix}_quote", lambda s: found.text if (found := span(s)) else None),
    )


def _first(statement: Statement) -> Span | None:
    return statement.contents[0] if statement.contents else None


_REPORT = (
    Column("document_outlet", lambda row: row.report.outlet),
    Column("document_title", lambda row: row.report.title),
    Column("document_published", lambda row: row.report.published),
    Column("document_url", lambda row: row.report.url),
)

_DOCUMENTS = (
    _document("id", lambda d: d.id),
    _document("outlet", lambda d: d.outlet),
    _document("title", lambda d: d.title),
    _document("byline", lambda d: d.byline),
    _document("dateline", lambda d: d.dateline),
    _document("published", lambda d: d.published.when if d.published else None),
    _document("published_precision", lambda d: d.published.precision if d.published else None),
    _document("published_found_in", lambda d: d.published.found_in if d.published else None),
    _document("fetched", lambda d: d.fetched),
    _document("language", lambda d: d.language),
    _document("url", lambda d: d.url),
    _document("origin", lambda d: d.origin),
    _document("version_of", lambda d: d.version_of),
    _document("characters", lambda d: len(d.text)),
)

_NAMES = (
    _name("id", lambda n: n.id),
    _name("document", lambda n: n.document),
    _name("type", lambda n: n.type),
    _name("start", lambda n: n.span.start),
    _name("end", lambda n: n.span.end),
    _name("quote", lambda n: n.span.text),
    _name("score", lambda n: n.score),
    *_REPORT,
)

_STATEMENTS = (
    _statement("id", lambda s: s.id),
    _statement("document", lambda s: s.document),
    _statement("speaker", lambda s: s.speaker.name if s.speaker else None),
    _statement("speaker_how", lambda s: s.speaker.how if s.speaker else None),
    _statement("act", lambda s: s.act),
    _statement("mode", lambda s: s.mode),
    *_spot("content", _first),
    _statement("contents", lambda s: len(s.contents)),
    _statement("contents_text", lambda s: " […] ".join(span.text for span in s.contents)),
    *_spot("source", lambda s: s.source),
    *_spot("cue", lambda s: s.cue),
    *_spot("speaker", lambda s: s.speaker.span if s.speaker else None),
    _statement("via", lambda s: " ← ".join(via.name for via in s.via)),
    _statement("block", lambda s: s.block),
    _statement("why", lambda s: s.why),
    _statement("score", lambda s: s.score),
    *_REPORT,
)

_EVIDENCE = (
    Column("record", lambda row: row.record.id),
    Column("kind", lambda row: type(row.record).__name__.lower()),
    Column("role", lambda row: row.role),
    Column("document", lambda row: getattr(row.record, "document", row.record.id)),
    Column("start", lambda row: row.span.start if row.span else None),
    Column("end", lambda row: row.span.end if row.span else None),
    Column("quote", lambda row: row.span.text if row.span else None),
    *_REPORT,
)

TABLES = MappingProxyType(
    {
        Table.DOCUMENTS: _DOCUMENTS,
        Table.NAMES: _NAMES,
        Table.STATEMENTS: _STATEMENTS,
        Table.EVIDENCE: _EVIDENCE,
    }
)
