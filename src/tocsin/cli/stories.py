"""``tocsin stories``: which reports tell of one happening."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Unpack

import click

import tocsin
from tocsin import Story
from tocsin.cli.answers import day
from tocsin.cli.nothing import or_nothing
from tocsin.cli.options import (
    as_of_option,
    case_option,
    form_option,
    limit_option,
)
from tocsin.cli.output import Column, chosen, put_json, put_lines, put_table
from tocsin.cli.rows import Fetch, short_id
from tocsin.filters import StoryFilters

COLUMNS = (
    Column("id", 14),
    Column("reports", 7),
    Column("outlets", 7),
    Column("first", 10),
    Column("last", 10),
    Column("title"),
)


@click.command("stories")
@case_option
@click.option("--about", metavar="WORDS", help="Only those with a report that holds these words.")
@click.option("--since", metavar="DATE", help="Only those with a report published on this day or later.")
@as_of_option
@click.option("--document", metavar="ID", help="Only the story of this report.")
@limit_option
@form_option
def command(path: Path, form: str | None, **asked: Unpack[StoryFilters]) -> None:
    """List the stories: reports of one happening, those of most reports first.

    'tocsin show ID' lists the reports of one, and says why each belongs to it.
    """
    form = chosen(form)
    with tocsin.open(path) as case:
        stories = or_nothing(case.stories(**asked))
        fetch = lru_cache(maxsize=256)(case.document)
        if form == "table":
            put_table(COLUMNS, story_rows(stories, fetch))
        elif form == "csv":
            as_of = asked.get("as_of")
            told = ((each, case.memberships(each.id, as_of=as_of)) for each in stories)
            put_lines(tocsin.stories_csv(told, document=fetch))
        else:
            put_json(map(tocsin.to_json, stories), form)


def story_rows(stories: Iterable[Story], fetch: Fetch) -> Iterator[tuple[str, ...]]:
    """Yield the cells of each story, as ``COLUMNS`` heads them."""
    for story in stories:
        outlets = {fetch(each).outlet for each in story.documents} - {None}
        number = str(len(outlets)) if outlets else "unknown"
        times = day(story.first), day(story.last)
        yield short_id(story.id), str(len(story.documents)), number, *times, title(story)


def title(story: Story) -> str:
    """Return what a story is shown by: the title of its central report, else that report's first words."""
    return story.title or (story.headline.text if story.headline else "no title")
