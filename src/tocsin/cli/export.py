"""``tocsin export``: all records of a case, for other programs."""

from pathlib import Path

import click

import tocsin
from tocsin.cli.options import case_option, out_option
from tocsin.cli.output import put_lines, put_to
from tocsin.forms import EXPORT_FORMS, TABLES


@click.command("export")
@case_option
@click.option(
    "--format", "form", type=click.Choice(EXPORT_FORMS), default="jsonl", show_default=True, help="Its form."
)
@click.option("--table", type=click.Choice(TABLES), help="Which records, for CSV; statements by default.")
@out_option
def command(path: Path, form: str, table: str | None, out: Path | None) -> None:
    """Write all records as JSON lines, told apart by "kind", or one table of them as CSV."""
    if table and form != "csv":
        raise click.UsageError("--table goes with --format csv; JSON lines hold all records")
    with tocsin.open(path) as case, put_to(out):
        put_lines(case.export(form, table=table))
