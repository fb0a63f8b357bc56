"""``tocsin moments``: what the reports say about time."""

from pathlib import Path
from typing import Unpack

import click

from tocsin import TimeKind
from tocsin.cli.listing import put_list
from tocsin.cli.options import case_option, filters_by, form_option
from tocsin.cli.rows import MOMENTS, moment_rows
from tocsin.filters import MomentFilters


@click.command("moments")
@case_option
@click.option(
    "--type",
    type=click.Choice([str(each) for each in TimeKind], case_sensitive=False),
    help="Only of this type.",
)
@filters_by("Only from reports in which this speaker speaks.")
@form_option
def command(path: Path, form: str | None, **asked: Unpack[MomentFilters]) -> None:
    """List the time expressions of the reports, each with the interval that it means.

    Where nothing tells which day is meant, the interval stays open.
    """
    put_list(
        path,
        "moments",
        form,
        ask=lambda case: case.moments(**asked),
        columns=MOMENTS,
        rows=lambda records, _: moment_rows(records),
    )
