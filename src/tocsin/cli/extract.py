"""``tocsin extract``: one report to its records, without a case."""

import sys

import click

import tocsin
from tocsin.cli.options import language_option, outlet_option, published_option
from tocsin.cli.output import chosen, put, put_object, put_table
from tocsin.cli.rows import NAMES, STATEMENTS, name_rows, statement_rows


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
    """Show what one report says: its names and statements, each with its place in the text.

    Places are counted in characters (Unicode code points) of the report's text, from 0. A plain text
    is kept as it is, so they are places in the file.
    """
    extraction = tocsin.extract_file(
        source, published=published, title=title, outlet=outlet, language=language, stdin=sys.stdin.buffer
    )
    if chosen(form, piped="json") == "json":
        put_object(tocsin.to_json(extraction))
        return
    document = extraction.document
    put(f"{document.title or source}\n")
    put_table(STATEMENTS, statement_rows(extraction.statements, lambda _: document))
    put()
    put_table(NAMES, name_rows(extraction.names))
