"""``tocsin search``: words in reports and records."""

from collections.abc import Iterable, Iterator
from dataclasses import asdict
from pathlib import Path

import click

import tocsin
from tocsin.cli.nothing import or_nothing
from tocsin.cli.options import case_option
from tocsin.cli.output import Column, chosen, put_json, put_table
from tocsin.cli.rows import short_id

HITS = (Column("id", 14), Column("kind", 9), Column("words"))


@click.command("search")
@click.argument("words", nargs=-1, required=True)
@case_option
@click.option("--limit", type=click.IntRange(min=1), default=20, show_default=True, help="At most so many.")
@click.option(
    "-o",
    "--output",
    "form",
    type=click.Choice(("table", "json", "jsonl")),
    help="A table on a terminal, JSONL in a pipe.",
)
def command(words: tuple[str, ...], path: Path, limit: int, form: str | None) -> None:
    """Find words in reports, statements, figures and events, best first.

    All words must be there, in any order.
    """
    form = chosen(form)
    with tocsin.open(path) as case:
        hits = or_nothing(case.search(" ".join(words), limit=limit))
        if form == "table":
            put_table(HITS, _rows(hits))
        else:
            put_json(map(asdict, hits), form)


def _rows(hits: Iterable[tocsin.Hit]) -> Iterator[tuple[str, ...]]:
    for hit in hits:
        yield short_id(hit.id), hit.kind, hit.snippet
