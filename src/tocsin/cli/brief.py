"""``tocsin brief``: a page whose every line cites the words it rests on."""

from pathlib import Path

import click

import tocsin
from tocsin.cli.options import as_of_option, case_option, out_option, since_option
from tocsin.cli.output import put, put_to
from tocsin.forms import BRIEF_FORMS


@click.command("brief")
@case_option
@click.option("--title", metavar="TITLE", help="The heading of the brief.")
@since_option
@as_of_option
@click.option(
    "-o",
    "--output",
    "form",
    type=click.Choice(BRIEF_FORMS),
    default="text",
    show_default=True,
    help="Its form.",
)
@out_option
def command(
    path: Path, title: str | None, since: str | None, as_of: str | None, form: str, out: Path | None
) -> None:
    """Write a brief of a case: who said what, day by day, each line with citations."""
    with tocsin.open(path) as case:
        brief = case.brief(title=title, since=since, as_of=as_of)
    with put_to(out):
        put(tocsin.render(brief, form), end="")
