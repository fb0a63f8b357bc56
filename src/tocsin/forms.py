"""What goes out: records as JSON and CSV, briefs as text, Markdown, HTML and JSON."""

from collections.abc import Iterable, Iterator
from typing import Any

from tocsin.brief import Brief
from tocsin.brief.render import FORMS
from tocsin.codec import Links, LinksOf, Record, entity_json, extraction_json, no_links
from tocsin.codec import to_json as record_json
from tocsin.export import Table, csv, entities_csv, jsonl
from tocsin.record import Entity, Extraction

__all__ = ["BRIEF_FORMS", "EXPORT_FORMS", "TABLES", "entities_csv", "exported", "render", "to_csv", "to_json"]

BRIEF_FORMS = tuple(form.name for form in FORMS)
EXPORT_FORMS = ("jsonl", "csv")
TABLES = tuple(table.value for table in Table)


def to_json(record: Record | Extraction | Entity, links: Links | None = None) -> dict[str, Any]:
    """Return a record, an entity, or all of one report, as the JSON object that the command line writes.

    ``links`` are what the parts of the record stand for, of ``Case.links``.
    """
    match record:
        case Extraction():
            return extraction_json(record)
        case Entity():
            return entity_json(record)
    return record_json(record, links)


def to_csv(
    records: Iterable[Record], *, table: str | None = None, links: LinksOf = no_links
) -> Iterator[str]:
    """Yield lines of CSV, heading first; documents among the records fill the ``document_`` columns.

    The table is one of ``TABLES``; that of the first record where none is named.

    Raises:
        ValueError: there is no such table.
    """
    return csv(records, table=Table(table) if table else None, links=links)


def exported(
    records: Iterable[Record], form: str, *, table: str | None, links: LinksOf = no_links
) -> Iterator[str]:
    """Yield records of all kinds as lines of ``jsonl``, or one table of them as lines of ``csv``.

    Raises:
        ValueError: there is no such form or table.
    """
    match form:
        case "jsonl":
            return jsonl(records, links)
        case "csv":
            return to_csv(records, table=table or Table.STATEMENTS, links=links)
        case _:
            raise ValueError(f"records are exported as {', '.join(EXPORT_FORMS)}, not as {form!r}")


def render(brief: Brief, form: str = "text") -> str:
    """Return a brief as text, markdown, html or json.

    Raises:
        ValueError: ``form`` is none of these.
    """
    for known in FORMS:
        if known.name == form:
            return known.render(brief)
    raise ValueError(f"a brief is rendered as {', '.join(BRIEF_FORMS)}, not as {form!r}")
