"""Options that several commands share, each declared once."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import click

Command = TypeVar("Command", bound=Callable[..., object])

FORMS = ("table", "json", "jsonl", "csv")


case_option = click.option(
    "--case",
    "path",
    type=click.Path(dir_okay=False, path_type=Path),
    envvar="TOCSIN_CASE",
    show_envvar=True,
    required=True,
    metavar="FILE",
    help="The case: one file.",
)
settings_option = click.option(
    "--settings",
    type=click.Path(dir_okay=False, path_type=Path),
    envvar="TOCSIN_SETTINGS",
    show_envvar=True,
    metavar="FILE",
    help="Settings that differ from the defaults (TOML).",
)
form_option = click.option(
    "-o",
    "--output",
    "form",
    type=click.Choice(FORMS),
    help="Form of the output; a table on a terminal, JSONL in a pipe.",
)
since_option = click.option(
    "--since", metavar="DATE", help="Only from reports published on this day or later."
)
as_of_option = click.option(
    "--as-of", metavar="DATE", help="As a case that had only the reports of that time."
)
document_option = click.option("--document", metavar="ID", help="Only from this document.")
story_option = click.option("--story", metavar="ID", help="Only from the reports of this story.")
limit_option = click.option("--limit", type=click.IntRange(min=1), metavar="N", help="At most so many.")
out_option = click.option(
    "--out",
    type=click.Path(dir_okay=False, path_type=Path, allow_dash=True),
    metavar="FILE",
    help="Write to this file instead of standard output.",
)
published_option = click.option(
    "--published",
    metavar="DATE",
    help="When it was published, e.g. 2021-04-13, where the report does not say.",
)
outlet_option = click.option("--outlet", metavar="NAME", help="Who published it.")
language_option = click.option("--language", metavar="CODE", help="Its language, e.g. en.")


def filters(command: Command) -> Command:
    """Add the filters that every list takes, in this order."""
    return _filters(command, "Only what this speaker said; of names and the like, where they speak.")


def filters_by(meaning: str) -> Callable[[Command], Command]:
    """Return what adds the filters that every list takes, with another meaning of ``--by``."""

    def add(command: Command) -> Command:
        return _filters(command, meaning)

    return add


def _filters(command: Command, meaning: str) -> Command:
    by = click.option("--by", metavar="NAME", help=meaning)
    about = click.option("--about", metavar="WORDS", help="Only what holds these words.")
    for option in (limit_option, story_option, document_option, as_of_option, since_option, about, by):
        command = option(command)
    return command
