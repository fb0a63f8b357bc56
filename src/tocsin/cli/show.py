"""``tocsin show``: a record with its words in the report."""

from collections.abc import Sequence
from pathlib import Path

import click

import tocsin
from tocsin import Copy, Document, Entity, Finding, Span, Statement, Story
from tocsin.cli.findings import with_records
from tocsin.cli.ids import FOUND, found_in, whole
from tocsin.cli.options import as_of_option, case_option
from tocsin.cli.output import put, put_object, put_styled
from tocsin.cli.passage import marked
from tocsin.cli.reasons import of_entity
from tocsin.cli.show_copy import put_copy
from tocsin.cli.show_finding import put_finding
from tocsin.cli.show_story import put_story
from tocsin.cli.summaries import summary
from tocsin.codec import Record, evidence, story_json


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
@as_of_option
def command(id: str, path: Path, form: str, as_of: str | None) -> None:  # noqa: A002 - the word for it everywhere else
    """Show a record with its words in the report. The beginning of an id will do."""
    id = whole(id)  # noqa: A001 - as above
    with tocsin.open(path) as every:
        case = every.known_by(as_of) if as_of else every
        if id.startswith("ent-"):
            _put_entity(case.entity(id), form)
            return
        if id.startswith(FOUND):
            _put_found(found_in(case, id, as_of), case, form)
            return
        shown = case.show(id)
        record, document = shown.record, shown.document
        if form == "json":
            links = None if isinstance(record, Document) else case.links(record.document)
            put_object(tocsin.to_json(record, links))
            return
    put(f"{record.id}")
    for line in summary(shown):
        put(line)
    _put_head(document)
    if isinstance(record, Document):
        put(f"\n{document.text}")
        return
    main = _main(record)
    others = tuple(span for _, span in evidence(record) if span not in main)
    put()
    put_styled(marked(document.text, main, also=others))


def _put_entity(entity: Entity, form: str) -> None:
    if form == "json":
        put_object(tocsin.to_json(entity))
        return
    for label, value in of_entity(entity):
        put(f"{label:<12} {value}")


def _put_found(found: Finding | Story | Copy, case: tocsin.Case, form: str) -> None:
    match found:
        case Finding() if form == "json":
            ((_, records),) = with_records((found,), case)
            put_object(tocsin.to_json(found, records=records))
        case Finding():
            put_finding(found, case)
        case Story() if form == "json":
            put_object(story_json(found, case.memberships(found.id)))
        case Story():
            put_story(found, case)
        case Copy() if form == "json":
            put_object(tocsin.to_json(found))
        case Copy():
            put_copy(found, case)


def _main(record: Record) -> Sequence[Span]:
    """Return the words that a record is of; the others are what belongs to them."""
    if isinstance(record, Statement):
        return record.contents
    return [span for _, span in evidence(record)][:1]


def _put_head(document: Document) -> None:
    when = document.published.when if document.published else "time of publication unknown"
    put(" · ".join(part for part in (document.outlet, when, document.title) if part))
    put(document.url or document.origin or "")
