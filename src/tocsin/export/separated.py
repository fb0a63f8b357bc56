"""CSV as RFC 4180 has it: CRLF ends a row, a quotation mark is doubled, the first row names the columns."""

from collections.abc import Iterable, Iterator
from csv import writer
from itertools import chain
from types import MappingProxyType

from tocsin.codec import Record
from tocsin.export.columns import TABLES, Cell, Report, Row, Table, columns, evidence
from tocsin.export.guard import guarded
from tocsin.record import Document, Name, Statement

_TABLE_OF: MappingProxyType[type, Table] = MappingProxyType(
    {Document: Table.DOCUMENTS, Name: Table.NAMES, Statement: Table.STATEMENTS}
)
_UNKNOWN = Report()


def csv(records: Iterable[Record], *, table: Table | None = None, guard: bool = True) -> Iterator[str]:
    """Yield the rows of one table, each ending its line; the first names the columns.

    A document among the records fills the ``document_*`` columns of the rows after it. Records that have
    no row in the table are passed over.

    Args:
        records: documents, names, statements, in any mixture.
        table: which table; the one of the first record where it is None, and nothing if there is none.
        guard: make text of cells that a spreadsheet would take for a formula, by an apostrophe before
            them (``guard.unguarded`` undoes it). Without it, the cells are the exact words.
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
    for row in _rows(every, table):
        cells = [column.cell(row) for column in TABLES[table]]
        out.writerow([_written(cell, guard=guard) for cell in cells])
        yield line.text


class _Line:
    """What the standard library's writer writes a row to: the last row."""

    text = ""

    def write(self, text: str) -> None:
        self.text = text


def _rows(records: Iterable[Record], table: Table) -> Iterator[Row]:
    reports: dict[str, Report] = {}
    for record in records:
        if isinstance(record, Document):
            report = reports[record.id] = Report.of(record)
        else:
            report = reports.get(record.document, _UNKNOWN)
        if table is Table.EVIDENCE:
            for role, span in evidence(record):
                yield Row(record=record, report=report, role=role, span=span)
        elif _TABLE_OF[type(record)] is table:
            yield Row(record=record, report=report)


def _written(cell: Cell, *, guard: bool) -> str | int | float:
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
