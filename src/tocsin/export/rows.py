"""What a table is made of: rows, their columns, and how a cell is got from a row."""

from collections.abc import Callable
from dataclasses import dataclass
from dataclasses import field as attribute
from enum import StrEnum
from typing import TypeVar

from tocsin.codec import Linked, Links, Record
from tocsin.record import Document, Span, When

R = TypeVar("R", bound=Record)
Cell = str | int | float | None
_NOTHING = Linked()


class Table(StrEnum):
    """What one row is."""

    DOCUMENTS = "documents"
    NAMES = "names"
    STATEMENTS = "statements"
    FIGURES = "figures"
    EVENTS = "events"
    MOMENTS = "moments"
    ROLES = "roles"
    ENTITIES = "entities"
    PLACES = "places"
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
    """One row before it is cut into cells: a record, its document's facts, and a span for evidence.

    ``teller`` is who says it in the report, of a figure or an event that stands in a known statement.
    """

    record: Record
    report: Report
    teller: str | None = None
    role: str = ""
    span: Span | None = None
    links: Links = attribute(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, and what a row has in it."""

    name: str
    cell: Callable[[Row], Cell]


def field(of: type[R], name: str, get: Callable[[R], Cell]) -> Column:
    """Return a column of records of one kind; empty in rows of another."""
    return Column(name, lambda row: get(row.record) if isinstance(row.record, of) else None)


def entity(name: str, part: str) -> Column:
    """Return the column of the entity that a part of a record stands for."""
    return Column(name, lambda row: row.links.get((row.record.id, part), _NOTHING).entity)


def place(name: str, part: str) -> Column:
    """Return the column of the place, of the gazetteer, at which a part of a record lies."""
    return Column(name, lambda row: row.links.get((row.record.id, part), _NOTHING).place)


def spot(of: type[R], prefix: str, span: Callable[[R], Span | None]) -> tuple[Column, ...]:
    """Return the three columns of a span: where it starts and ends, and its words."""
    return (
        field(of, f"{prefix}start", lambda record: found.start if (found := span(record)) else None),
        field(of, f"{prefix}end", lambda record: found.end if (found := span(record)) else None),
        field(of, f"{prefix}quote", lambda record: found.text if (found := span(record)) else None),
    )


def time(of: type[R], prefix: str, when: Callable[[R], When | None]) -> tuple[Column, ...]:
    """Return the columns of a time: its words, the moment it is taken from, and its ends."""
    return (
        *spot(of, f"{prefix}_", lambda record: found.span if (found := when(record)) else None),
        field(of, f"{prefix}_moment", lambda record: found.moment if (found := when(record)) else None),
        field(of, f"{prefix}_from", lambda record: found.first if (found := when(record)) else None),
        field(of, f"{prefix}_to", lambda record: found.last if (found := when(record)) else None),
    )


REPORT = (
    Column("document_outlet", lambda row: row.report.outlet),
    Column("document_title", lambda row: row.report.title),
    Column("document_published", lambda row: row.report.published),
    Column("document_url", lambda row: row.report.url),
)
