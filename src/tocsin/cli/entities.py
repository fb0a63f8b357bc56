"""``tocsin entities``: who and what the reports of a case are about."""

from pathlib import Path
from typing import Unpack

import click

import tocsin
from tocsin import NameType
from tocsin.cli.nothing import or_nothing
from tocsin.cli.options import as_of_option, case_option, document_option, limit_option, since_option
from tocsin.cli.output import chosen, put_json, put_lines, put_table
from tocsin.cli.rows import ENTITIES, entity_rows
from tocsin.filters import EntityFilters


@click.command("entities")
@case_option
@click.option(
    "--type",
    type=click.Choice([str(each) for each in NameType], case_sensitive=False),
    help="Only of this type.",
)
@click.option("--about", metavar="WORDS", help="Only those with a name that holds these words.")
@since_option
@as_of_option
@document_option
@limit_option
@click.option(
    "-o",
    "--output",
    "form",
    type=click.Choice(("table", "json", "jsonl", "csv")),
    help="Form of the output; a table on a terminal, JSONL in a pipe.",
)
def command(path: Path, form: str | None, **asked: Unpack[EntityFilters]) -> None:
    """List the entities: persons, states, bodies and groups, each with all its names.

    An entity is a view: 'tocsin explain ID' says why names were joined, 'tocsin review' asks about doubts.
    """
    form = chosen(form)
    with tocsin.open(path) as case:
        found = or_nothing(case.entities(**asked))
        if form == "table":
            put_table(ENTITIES, entity_rows(found))
        elif form == "csv":
            put_lines(tocsin.entities_csv(found))
        else:
            put_json(map(tocsin.to_json, found), form)
