"""``tocsin places``: where the reports of a case say that something is or happens."""

from pathlib import Path
from typing import Unpack

import click

from tocsin import Use
from tocsin.cli.listing import put_list
from tocsin.cli.options import case_option, filters_by, form_option
from tocsin.cli.rows import PLACES, place_rows
from tocsin.filters import PlaceFilters


@click.command("places")
@case_option
@click.option(
    "--use",
    type=click.Choice([*(str(each) for each in Use), "all"], case_sensitive=False),
    default=str(Use.PLACE),
    show_default=True,
    help="What the name does in its sentence: 'actor' lists those who act, as in “Kyiv denied it”.",
)
@filters_by("Only from reports in which this speaker speaks.")
@form_option
def command(path: Path, form: str | None, **asked: Unpack[PlaceFilters]) -> None:
    """List the places: each toponym with where it lies, or why that is not known.

    Coordinates are WGS 84, of GeoNames (CC BY 4.0). An area has a box, never a point.
    """
    put_list(
        path,
        "places",
        form,
        ask=lambda case: case.places(**asked),
        columns=PLACES,
        rows=lambda records, _: place_rows(records),
    )
