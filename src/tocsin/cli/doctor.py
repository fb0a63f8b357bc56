"""``tocsin doctor``: whether this installation works, and a case."""

from pathlib import Path

import click

from tocsin.cli.checks import all_checks
from tocsin.cli.clean import one_line
from tocsin.cli.output import put


@click.command("doctor")
@click.option(
    "--case",
    "path",
    type=click.Path(dir_okay=False, path_type=Path),
    envvar="TOCSIN_CASE",
    show_envvar=True,
    metavar="FILE",
    help="A case to look at as well.",
)
def command(path: Path | None) -> None:
    """Check this installation, and a case where one is named; exit code 1 if something is wrong."""
    found = all_checks(path)
    for check in found:
        put(f"{'ok   ' if check.ok else 'WRONG'}  {check.name:<8} {one_line(check.found)}")
        if not check.ok:
            put(f"       {'':<8} → {check.advice}")
    if not all(check.ok for check in found):
        raise click.exceptions.Exit(1)
