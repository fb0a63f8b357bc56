"""``tocsin brief``: a page whose every line cites the words it rests on."""

from pathlib import Path

import click

import tocsin
from tocsin.cli.options import as_of_option, case_option, out_option
from tocsin.cli.output import put, put_to
from tocsin.forms import BRIEF_FORMS


@click.command("brief")
@case_option
@click.option("--title", metavar="TITLE", help="The heading of the brief.")
@click.option(
    "--since",
    metavar="DATE",
    help="Begin with what changed from this day on; of the days, tell only what was said from then on.",
)
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
    """Write a brief of a case, each line with citations.

    It tells what is in dispute, what is asked, promised and planned, figures, then who said what, day by
    day, and at the end what it does not tell.
    """
    with tocsin.open(path) as case:
        brief = case.brief(title=title, since=since, as_of=as_of)
    with put_to(out):
        put(tocsin.render(brief, form), end="")
