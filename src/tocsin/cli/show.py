"""``tocsin show``: a record with its words in the report."""

from pathlib import Path

import click

import tocsin
from tocsin import Document, Name, Span, Statement
from tocsin.cli.options import case_option
from tocsin.cli.output import put, put_object
from tocsin.cli.passage import marked
from tocsin.cli.rows import who


@click.command("show")
@click.argument("id")
@case_option
@click.option(
    "-o",
    "--output",
    "form",
    type=click.Choice(("text", "json")),
    default="text",
    help="Text, or the record as JSON.",
)
def command(id: str, path: Path, form: str) -> None:  # noqa: A002 - the word for it everywhere else
    """Show a record with its words in the report. The beginning of an id will do."""
    with tocsin.open(path) as case:
        shown = case.show(id)
    if form == "json":
        put_object(tocsin.to_json(shown.record))
        return
    record, document = shown.record, shown.document
    put(f"{record.id}")
    match record:
        case Document():
            _put_head(document)
            put(f"\n{document.text}")
        case Statement():
            put(f"{who(record)} · {record.act} · {record.mode} · {record.block}")
            _put_head(document)
            put(f"\n{marked(document.text, record.contents, also=_others(record))}")
        case Name():
            put(f"{record.span.text} · {record.type}")
            _put_head(document)
            put(f"\n{marked(document.text, (record.span,))}")


def _put_head(document: Document) -> None:
    when = document.published.when if document.published else "time of publication unknown"
    put(" · ".join(part for part in (document.outlet, when, document.title) if part))
    put(document.url or document.origin or "")


def _others(statement: Statement) -> tuple[Span, ...]:
    return tuple(span for span in statement.spans if span not in statement.contents)
