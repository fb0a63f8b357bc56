"""``tocsin documents``: the reports of a case."""

from pathlib import Path
from typing import Unpack

import click

from tocsin.cli.listing import put_list
from tocsin.cli.options import case_option, filters, form_option
from tocsin.cli.rows import DOCUMENTS, document_rows
from tocsin.filters import Filters


@click.command("documents")
@case_option
@filters
@form_option
def command(path: Path, form: str | None, **asked: Unpack[Filters]) -> None:
    """List the reports of a case by their time of publication."""
    put_list(
        path,
        "documents",
        form,
        ask=lambda case: case.documents(**asked),
        columns=DOCUMENTS,
        rows=lambda records, _: document_rows(records),
    )
