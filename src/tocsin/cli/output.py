"""Records to standard output: a table for people, JSON, JSON lines or CSV for programs."""

import shutil
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import click

from tocsin.cli.clean import shortened
from tocsin.codec import encode
from tocsin.errors import TocsinError
from tocsin.text.safety import escaped, safe

PIPE_WIDTH = 120  # of a table that goes to no terminal
NARROW = 110  # a terminal of fewer columns gets the narrow form of a table
LEAST = 15  # columns for the words, however little room there is
GAP = "  "


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its heading and width; no width takes the room that is left.

    ``narrow`` is the width where there is little room: 0 leaves the column out, -1 keeps ``width``.
    """

    name: str
    width: int | None = None
    narrow: int | None = -1


def chosen(form: str | None, *, piped: str = "jsonl") -> str:
    """Return the form asked for, or a table on a terminal and ``piped`` elsewhere."""
    return form or ("table" if sys.stdout.isatty() else piped)


def put(text: str = "", *, end: str = "\n") -> None:
    """Write text to standard output; on a terminal without what would control it."""
    click.echo(f"{safe(text) if sys.stdout.isatty() else text}{end}", nl=False)


def put_styled(text: str) -> None:
    """Write text that is safe for a terminal already; its colours stay there, and only there."""
    click.echo(text)


def put_json(objects: Iterable[Mapping[str, object]], form: str) -> None:
    """Write objects as one JSON array or as JSON lines, one at a time as they come."""
    if form == "jsonl":
        for each in objects:
            _put_json(encode(each))
        return
    before = "["
    for each in objects:
        _put_json(f"{before}\n{encode(each)}", end="")
        before = ","
    click.echo("[]" if before == "[" else "\n]")


def put_object(whole: Mapping[str, object]) -> None:
    """Write one object as JSON, indented."""
    _put_json(encode(whole, indent=2))


def _put_json(text: str, *, end: str = "\n") -> None:
    click.echo(f"{escaped(text) if sys.stdout.isatty() else text}{end}", nl=False)


def put_lines(lines: Iterable[str]) -> None:
    """Write lines that end themselves (CSV, JSON lines)."""
    for line in lines:
        put(line, end="")


def put_table(columns: Sequence[Column], rows: Iterable[Sequence[str]]) -> None:
    """Write rows under a heading as they come, each on one line, cut to the width of the terminal."""
    room = shutil.get_terminal_size((PIPE_WIDTH, 0)).columns if sys.stdout.isatty() else PIPE_WIDTH
    widths = _widths(columns, room)
    click.echo(click.style(_row([column.name for column in columns], widths), bold=True))
    for row in rows:
        click.echo(_row(row, widths))


def _widths(columns: Sequence[Column], room: int) -> list[int]:
    """Return the width of each column, 0 for those that are left out."""
    narrow = room < NARROW
    asked = [c.narrow if narrow and c.narrow != -1 else c.width for c in columns]
    fixed = sum(width or 0 for width in asked) + len(GAP) * (sum(width != 0 for width in asked) - 1)
    free = max(LEAST, room - fixed)
    return [free if width is None else width for width in asked]


def _row(cells: Sequence[str], widths: Sequence[int]) -> str:
    pairs = zip(cells, widths, strict=True)
    return GAP.join(shortened(cell, width).ljust(width) for cell, width in pairs if width).rstrip()


@contextmanager
def put_to(path: Path | None) -> Iterator[None]:
    """Send standard output to a file for a while; to where it goes anyway without one.

    Raises:
        TocsinError: the file cannot be written.
    """
    if path is None or str(path) == "-":
        yield
        return
    try:
        file = path.open("w", encoding="utf-8", newline="")
    except OSError as error:
        raise TocsinError(
            f"{path} cannot be written: {error.strerror}", advice="check its folder and its permissions"
        ) from error
    with file:
        before, sys.stdout = sys.stdout, file
        try:
            yield
        finally:
            sys.stdout = before
