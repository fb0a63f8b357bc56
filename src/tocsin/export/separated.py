"""CSV as RFC 4180 has it: CRLF ends a row, a quotation mark is doubled, the first row names the columns."""

from collections.abc import Iterable, Iterator, Sequence
from csv import writer
from itertools import chain
from types import MappingProxyType

from tocsin.codec import KINDS, LinksOf, Record, evidence, no_links
from tocsin.export.columns import TABLES, columns
from tocsin.export.guard import guarded
from tocsin.export.rows import Cell, Report, Row, Table
from tocsin.record import Document, Event, Figure, Statement

_TABLE_OF: MappingProxyType[type, Table] = MappingProxyType(
    {Document: Table.DOCUMENTS} | {kind.record: Table(kind.plural) for kind in KINDS}
)
_UNKNOWN = Report()


def csv(
    records: Iterable[Record], *, table: Table | None = None, guard: bool = True, links: LinksOf = no_links
) -> Iterator[str]:
    """Yield the rows of one table, each ending its line; the first names the columns.

    A document among the records fills the ``document_*`` columns of the rows after it, a statement the
    ``said_by`` and ``asserted_by`` of the figures and events that stand in it. Records that have no row in
    the table are passed over.

    Args:
        records: records of all kinds, in any mixture.
        table: which table; the one of the first record where it is None, and nothing if there is none.
        guard: make text of cells that a spreadsheet would take for a formula, by an apostrophe before
            them (``guard.unguarded`` undoes it). Without it, the cells are the exact words.
        links: what the parts of a document's records stand for.
    """
    every = iter(records)
    if table is None:
        first = next(every, None)
        if first is None:
            return
        table, every = _TABLE_OF[type(first)], chain((first,), every)
    line = _Line()
    out = writer(line, lineterminator="\r\n")
    out.writerow(columns(table))
    yield line.text
    for row in _rows(every, table, links):
        cells = [column.cell(row) for column in TABLES[table]]
        out.writerow([_shown(cell, guard=guard) for cell in cells])
        yield line.text


def written(cells: Sequence[str]) -> str:
    """Return cells as one row of CSV, which ends its line.

    >>> written(("a", "b, c")).rstrip()
    'a,"b, c"'
    """
    line = _Line()
    writer(line, lineterminator="\r\n").writerow(cells)
    return line.text


class _Line:
    """What the standard library's writer writes a row to: the last row."""

    text = ""

    def write(self, text: str) -> None:
        self.text = text


def _rows(records: Iterable[Record], table: Table, links: LinksOf) -> Iterator[Row]:
    reports: dict[str, Report] = {}
    tellers: dict[str, str] = {}
    for record in records:
        if isinstance(record, Document):
            report = reports[record.id] = Report.of(record)
            tellers.clear()
        else:
            report = reports.get(record.document, _UNKNOWN)
        if isinstance(record, Statement):
            tellers[record.id] = _teller(record)
        if table is Table.EVIDENCE:
            for role, span in evidence(record):
                yield Row(record=record, report=report, role=role, span=span)
        elif _TABLE_OF[type(record)] is table:
            told = tellers.get(_said_in(record) or "")
            linked = {} if isinstance(record, Document) else links(record.document)
            yield Row(record=record, report=report, teller=told, links=linked)


def _teller(statement: Statement) -> str:
    """Return whose words a statement gives: the speaker's name, else the report's words for the speaker."""
    if statement.speaker:
        return statement.speaker.name
    return statement.source.text if statement.source else ""


def _said_in(record: Record) -> str | None:
    match record:
        case Figure():
            return record.said_in
        case Event():
            return record.asserted_in
    return None


def _shown(cell: Cell, *, guard: bool) -> str | int | float:
    """Return a cell for the writer: scores to four places, unknown values empty."""
    match cell:
        case None:
            return ""
        case float():
            return round(cell, 4)
        case str():
            return guarded(cell) if guard else cell
        case int():
            return cell
