"""``tocsin copies``: what stands in two reports, and which way it went."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Unpack

import click

import tocsin
from tocsin import Copy, CopyKind, Direction, Document, Passage, Shared
from tocsin.cli.blocks import Block, put_blocks
from tocsin.cli.clean import shortened
from tocsin.cli.nothing import or_nothing
from tocsin.cli.options import (
    as_of_option,
    case_option,
    form_option,
    limit_option,
)
from tocsin.cli.output import Column, chosen, put_json, put_lines
from tocsin.cli.rows import Fetch, short_id
from tocsin.filters import CopyFilters

COLUMNS = (Column("kind", 13), Column("reports"), Column("share", 12), Column("id", 15))
_WORDS = 200  # characters of the longest passage


@click.command("copies")
@case_option
@click.option(
    "--kind",
    type=click.Choice([str(each) for each in CopyKind], case_sensitive=False),
    help="Only of this kind.",
)
@click.option("--about", metavar="WORDS", help="Only with a passage that holds these words.")
@click.option("--story", metavar="ID", help="Only with a report of this story.")
@click.option("--since", metavar="DATE", help="Only where the later was published on this day or later.")
@as_of_option
@click.option("--document", metavar="ID", help="Only with this report.")
@limit_option
@form_option
def command(path: Path, form: str | None, **asked: Unpack[CopyFilters]) -> None:
    """List which reports have words from one another, the largest share first.

    The share is of each report's own words, the first report's first; quoted speech counts in neither.
    """
    form = chosen(form)
    with tocsin.open(path) as case:
        copies = or_nothing(case.copies(**asked))
        fetch = lru_cache(maxsize=256)(case.document)
        if form == "table":
            put_blocks(COLUMNS, copy_blocks(copies, fetch))
        elif form == "csv":
            put_lines(tocsin.copies_csv(copies, document=fetch))
        else:
            put_json(map(tocsin.to_json, copies), form)


def copy_blocks(copies: Iterable[Copy], fetch: Fetch) -> Iterator[Block]:
    """Yield copies as blocks, as ``COLUMNS`` heads them: the report that had the words first, first."""
    for copy in copies:
        left, right = fetch(copy.left), fetch(copy.right)
        most = longest(copy)
        passages = f"{len(copy.passages)} passages, the longest: " if len(copy.passages) > 1 else ""
        yield Block(
            cells=(copy.kind, between(copy, left, right), shares(copy), short_id(copy.id)),
            colour="cyan" if most.shared is Shared.TEXT else None,
            lines=(
                *_titles(copy, left, right),
                f"{passages}“{shortened(most.left.text, _WORDS).strip('“”')}”",
            ),
        )


def _titles(copy: Copy, left: Document, right: Document) -> Iterator[str]:
    """Yield the titles of two reports of one outlet, which their outlets do not tell apart."""
    if left.outlet == right.outlet and left.title and right.title:
        first, second = (right, left) if copy.direction is Direction.RIGHT else (left, right)
        yield f"the first: {first.title}"
        yield f"the other: {second.title}"


def longest(copy: Copy) -> Passage:
    """Return the passage of most words; one of a newsroom's words before one of quoted speech."""
    return max(copy.passages, key=lambda each: (each.shared is Shared.TEXT, each.words, -each.left.start))


def between(copy: Copy, left: Document, right: Document) -> str:
    """Return both reports, the one that the words went from first, and how they went.

    That a report came first says little: it is told as earlier, not as the one that the other copied.
    """
    if copy.direction is Direction.RIGHT:
        left, right = right, left
    first, second = report_words(left), report_words(right)
    match copy.direction:
        case Direction.COMMON:
            return f"{first} and {second}, both from {copy.source}"
        case Direction.UNKNOWN:
            return f"{first} and {second}, which way is not known"
    return f"{first} {'earlier than' if by_time_alone(copy) else '→'} {second}"


def by_time_alone(copy: Copy) -> bool:
    """Tell whether nothing but the times of publication tells which way the words went."""
    sign = 1 if copy.direction is Direction.LEFT else -1
    return all(each.part == "time" for each in copy.reasons if each.value * sign > 0)


def source_of(copy: Copy) -> str | None:
    """Return whom the words are from, where more than the times or the places of the words tells it."""
    if copy.direction is Direction.COMMON:
        return copy.source
    told = any(each.part not in ("time", "containment") and each.value for each in copy.reasons)
    return copy.source if told else None


def report_words(document: Document) -> str:
    """Return a report by its outlet and day; where that is not known by its file or address, else its id."""
    when = document.published.when[:10] if document.published else "day unknown"
    return f"{document.outlet or _source(document) or short_id(document.id)} ({when})"


def _source(document: Document) -> str:
    where = document.url or document.origin or ""
    return re.split(r"[/\\]", where.rstrip("/"))[-1] if where != "-" else ""


def shares(copy: Copy) -> str:
    """Return how much of the own words of each is shared, in the order in which the reports are told."""
    both = (copy.left_share, copy.right_share)
    first, second = reversed(both) if copy.direction is Direction.RIGHT else both
    return f"{_percent(first)}, {_percent(second)}"


def _percent(share: float) -> str:
    return "< 1 %" if 0 < share < 0.005 else f"{share:.0%}".replace("%", " %")
