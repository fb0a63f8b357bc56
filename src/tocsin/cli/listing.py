"""What every list does: open the case, ask, write in the form asked for."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, TypeVar

import tocsin
from tocsin import Document, Event, Figure
from tocsin.cli.nothing import or_nothing
from tocsin.cli.output import Column, chosen, put_json, put_lines, put_table
from tocsin.codec import Record

R = TypeVar("R", bound=Record)


def put_list(
    path: Path,
    kind: str,
    form: str | None,
    *,
    ask: Callable[[tocsin.Case], Iterable[R]],
    columns: Sequence[Column],
    rows: Callable[[Iterable[R], tocsin.Case], Iterator[tuple[str, ...]]],
) -> None:
    """Write what ``ask`` gets from the case at ``path`` to standard output, record by record.

    ``kind`` is the name of the command and of the CSV table: statements, names, figures …
    """
    form = chosen(form)
    with tocsin.open(path) as case:
        records = or_nothing(ask(case))
        if form == "table":
            put_table(columns, rows(records, case))
        elif form == "csv":
            put_lines(tocsin.to_csv(_with_documents(records, case), table=kind, links=case.links))
        else:
            put_json((_json(record, case) for record in records), form)


def _json(record: Record, case: tocsin.Case) -> dict[str, Any]:
    links = None if isinstance(record, Document) else case.links(record.document)
    return tocsin.to_json(record, links)


def _with_documents(records: Iterable[R], case: tocsin.Case) -> Iterator[Record]:
    """Yield records, each document's first one after the document itself.

    The statement that a figure or an event stands in comes before it, so that its row says who told it.
    """
    before = ""
    for record in records:
        if not isinstance(record, Document) and record.document != before:
            before = record.document
            yield case.document(before)
        if isinstance(record, Figure | Event) and (statement := case.said_in(record)):
            yield statement
        yield record
