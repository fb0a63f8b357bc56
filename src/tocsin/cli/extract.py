"""``tocsin extract``: one report to its records, without a case."""

import sys
from collections.abc import Callable

import click

import tocsin
from tocsin.cli.options import language_option, outlet_option, published_option
from tocsin.cli.output import chosen, put, put_object, put_table
from tocsin.cli.rows import (
    EVENTS,
    FIGURES,
    MOMENTS,
    NAMES,
    ROLES,
    STATEMENTS,
    event_rows,
    figure_rows,
    moment_rows,
    name_rows,
    role_rows,
    statement_rows,
)


@click.command("extract")
@click.argument("source", default="-", metavar="[FILE|-]")
@published_option
@click.option("--title", metavar="TITLE", help="Its title.")
@outlet_option
@language_option
@click.option(
    "-o", "--output", "form", type=click.Choice(("table", "json")), help="A table on a terminal, else JSON."
)
def command(
    source: str,
    published: str | None,
    title: str | None,
    outlet: str | None,
    language: str | None,
    form: str | None,
) -> None:
    """Show what one report says: its records, each with its place in the text.

    Places are counted in characters (Unicode code points) of the report's text, from 0. A plain text
    is kept as it is, so they are places in the file.
    """
    extraction = tocsin.extract_file(
        source, published=published, title=title, outlet=outlet, language=language, stdin=sys.stdin.buffer
    )
    if chosen(form, piped="json") == "json":
        put_object(tocsin.to_json(extraction))
        return
    put(extraction.document.title or source)
    _put_tables(extraction)


def _called(extraction: tocsin.Extraction) -> Callable[[tocsin.Name], str]:
    """Return what tells whom a name of the report stands for; "" where that is not known."""
    names = {each.id: each.name for each in extraction.references}
    to = {link.record: names.get(link.to, "") for link in extraction.links if link.part == "name"}
    return lambda name: to.get(name.id, "")


def _put_tables(extraction: tocsin.Extraction) -> None:
    """Write a table of each kind of which the report has records; of statements and names in any case."""
    document, statements = extraction.document, {each.id: each for each in extraction.statements}

    def said_in(record: tocsin.Figure | tocsin.Event) -> tocsin.Statement | None:
        named = record.said_in if isinstance(record, tocsin.Figure) else record.asserted_in
        return statements.get(named or "")

    tables = (
        (STATEMENTS, list(statement_rows(extraction.statements, lambda _: document)), True),
        (FIGURES, list(figure_rows(extraction.figures, lambda _: document, said_in)), False),
        (EVENTS, list(event_rows(extraction.events)), False),
        (MOMENTS, list(moment_rows(extraction.moments)), False),
        (ROLES, list(role_rows(extraction.roles)), False),
        (NAMES, list(name_rows(extraction.names, _called(extraction))), True),
    )
    for columns, rows, always in tables:
        if rows or always:
            put()
            put_table(columns, rows)
