"""``tocsin figures``: who says how many of what."""

from pathlib import Path
from typing import Unpack

import click

from tocsin.cli.listing import put_list
from tocsin.cli.options import case_option, filters_by, form_option
from tocsin.cli.rows import FIGURES, figure_rows
from tocsin.filters import FigureFilters


@click.command("figures")
@case_option
@click.option("--measure", metavar="WHAT", help="Only of this: troops, killed, …, as the list has it.")
@click.option("--holder", metavar="NAME", help="Only of this holder: whose troops, whose dead.")
@filters_by("Only what this speaker said.")
@form_option
def command(path: Path, form: str | None, **asked: Unpack[FigureFilters]) -> None:
    """List the figures: how many of what, whose, and according to whom.

    What no speaker is said to say is the report's own claim: its outlet stands in brackets.
    """
    put_list(
        path,
        "figures",
        form,
        ask=lambda case: case.figures(**asked),
        columns=FIGURES,
        rows=lambda records, case: figure_rows(records, case.document, case.said_in),
    )
