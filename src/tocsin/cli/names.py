"""``tocsin names``: the names in the reports of a case."""

from pathlib import Path
from typing import Unpack

import click

from tocsin.cli.listing import put_list
from tocsin.cli.options import case_option, filters, form_option
from tocsin.cli.rows import NAMES, name_rows
from tocsin.filters import Filters


@click.command("names")
@case_option
@filters
@form_option
def command(path: Path, form: str | None, **asked: Unpack[Filters]) -> None:
    """List the names in the reports: each mention with its type and place."""
    put_list(
        path,
        "names",
        form,
        ask=lambda case: case.names(**asked),
        columns=NAMES,
        rows=lambda records, _: name_rows(records),
    )
