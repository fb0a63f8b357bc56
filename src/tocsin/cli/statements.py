"""``tocsin statements``: who said what."""

from pathlib import Path
from typing import Unpack

import click

from tocsin.cli.listing import put_list
from tocsin.cli.options import case_option, filters, form_option
from tocsin.cli.rows import STATEMENTS, statement_rows
from tocsin.filters import Filters


@click.command("statements")
@case_option
@filters
@form_option
def command(path: Path, form: str | None, **asked: Unpack[Filters]) -> None:
    """List who said what, by the publication of the reports.

    A speaker in quotation marks is the report's own word for one that it does not name.
    """
    put_list(
        path,
        "statements",
        form,
        ask=lambda case: case.statements(**asked),
        columns=STATEMENTS,
        rows=lambda records, case: statement_rows(records, case.document),
    )
