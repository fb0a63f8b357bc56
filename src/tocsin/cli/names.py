"""``tocsin names``: the names in the reports of a case."""

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Unpack

import click

import tocsin
from tocsin import Name
from tocsin.cli.listing import put_list
from tocsin.cli.options import case_option, filters, form_option
from tocsin.cli.rows import NAMES, name_rows
from tocsin.filters import Filters


def _called(case: tocsin.Case) -> Callable[[Name], str]:
    """Return what tells the entity's own name for a name in a report; "" where that is not known."""
    of = lru_cache(maxsize=4096)(lambda entity: case.entity(entity).name)

    def called(name: Name) -> str:
        linked = case.links(name.document).get((name.id, "name"))
        return of(linked.entity) if linked and linked.entity else ""

    return called


@click.command("names")
@case_option
@filters
@form_option
def command(path: Path, form: str | None, **asked: Unpack[Filters]) -> None:
    """List the names in the reports: each mention with its type, and whom or what it stands for."""
    put_list(
        path,
        "names",
        form,
        ask=lambda case: case.names(**asked),
        columns=NAMES,
        rows=lambda records, case: name_rows(records, _called(case)),
    )
