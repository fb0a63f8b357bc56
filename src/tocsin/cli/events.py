"""``tocsin events``: who does what to whom."""

from pathlib import Path
from typing import Unpack

import click

from tocsin import EventType, Modality
from tocsin.cli.listing import put_list
from tocsin.cli.options import case_option, filters_by, form_option
from tocsin.cli.rows import EVENTS, event_rows
from tocsin.filters import EventFilters


@click.command("events")
@case_option
@click.option(
    "--type",
    type=click.Choice([str(each) for each in EventType], case_sensitive=False),
    help="Only of this type (PLOVER).",
)
@click.option(
    "--modality",
    type=click.Choice([str(each) for each in Modality], case_sensitive=False),
    help="Only in this way: done, planned, denied …",
)
@filters_by("Only what this actor does.")
@form_option
def command(path: Path, form: str | None, **asked: Unpack[EventFilters]) -> None:
    """List the events: when, of which type, whether done, by whom and to whom.

    An event that a report tells is a claim: 'tocsin show ID' says whose.
    """
    put_list(
        path,
        "events",
        form,
        ask=lambda case: case.events(**asked),
        columns=EVENTS,
        rows=lambda records, _: event_rows(records),
    )
