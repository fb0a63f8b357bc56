"""``tocsin roles``: who holds which office where."""

from pathlib import Path
from typing import Unpack

import click

from tocsin.cli.listing import put_list
from tocsin.cli.options import case_option, filters_by, form_option
from tocsin.cli.rows import ROLES, role_rows
from tocsin.filters import Filters


@click.command("roles")
@case_option
@filters_by("Only from reports in which this speaker speaks.")
@form_option
def command(path: Path, form: str | None, **asked: Unpack[Filters]) -> None:
    """List persons with the office that the report gives them, and the body or state that it is of."""
    put_list(
        path,
        "roles",
        form,
        ask=lambda case: case.roles(**asked),
        columns=ROLES,
        rows=lambda records, _: role_rows(records),
    )
