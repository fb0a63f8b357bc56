"""What goes out: records as JSON and CSV, briefs as text, Markdown, HTML and JSON."""

from collections.abc import Iterable, Iterator
from typing import Any

from tocsin.brief import Brief
from tocsin.brief.render import FORMS
from tocsin.codec import (
    Links,
    LinksOf,
    Record,
    Records,
    copy_json,
    diff_json,
    entity_json,
    extraction_json,
    finding_json,
    membership_json,
    no_links,
    story_json,
)
from tocsin.codec import to_json as record_json
from tocsin.export import (
    Table,
    changes_csv,
    copies_csv,
    csv,
    entities_csv,
    findings_csv,
    jsonl,
    stories_csv,
)
from tocsin.record import Entity, Extraction
from tocsin.record.copy import Copy
from tocsin.record.diff import Diff
from tocsin.record.finding import Finding
from tocsin.record.story import Membership, Story

__all__ = [
    "BRIEF_FORMS",
    "EXPORT_FORMS",
    "TABLES",
    "changes_csv",
    "copies_csv",
    "entities_csv",
    "exported",
    "findings_csv",
    "render",
    "stories_csv",
    "to_csv",
    "to_json",
]

BRIEF_FORMS = tuple(form.name for form in FORMS)
EXPORT_FORMS = ("jsonl", "csv")
TABLES = tuple(table.value for table in Table)


View = Finding | Story | Membership | Copy | Diff  # what is found across reports


def to_json(
    record: Record | Extraction | Entity | View,
    links: Links | None = None,
    *,
    records: Records | None = None,
) -> dict[str, Any]:
    """Return a record, all of one report, or what is found across reports, as the command line writes it.

    ``links`` are what the parts of the record stand for, of ``Case.links``. ``records`` are those that stand
    in a finding, of ``Case.records``: with them each member has its kind and its exact words.
    """
    match record:
        case Extraction():
            return extraction_json(record)
        case Entity():
            return entity_json(record)
        case Finding() | Story() | Membership() | Copy() | Diff():
            return _view_json(record, records or {})
    return record_json(record, links)


def _view_json(view: View, records: Records) -> dict[str, Any]:
    match view:
        case Finding():
            return finding_json(view, records)
        case Story():
            return story_json(view)
        case Membership():
            return membership_json(view)
        case Copy():
            return copy_json(view)
        case Diff():
            return diff_json(view)


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
