"""A table whose rows have lines beneath them: what needs more than one line, without losing its columns."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import click

from tocsin.cli.clean import shortened
from tocsin.cli.output import GAP, LEAST, Column
from tocsin.cli.wrapping import room, wrapped

_WIDEST = 132  # columns that are read with ease
_HEAD_LINES = 2  # of the column that takes the room that is left
_LINES = 2  # of each line beneath


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A row, its first cell in a colour, and the lines beneath it, indented to the second column."""

    cells: tuple[str, ...]
    colour: str | None = None
    lines: tuple[str, ...] = ()


def put_blocks(columns: Sequence[Column], blocks: Iterable[Block]) -> None:
    """Write blocks under a heading as they come; all in them is made safe and fitted to the width."""
    width = min(room(), _WIDEST)
    widths = _widths(columns, width)
    click.echo(click.style(_line([column.name for column in columns], widths), bold=True))
    for block in blocks:
        for line in block_lines(block, widths, width):
            click.echo(line)


def _widths(columns: Sequence[Column], width: int) -> list[int]:
    fixed = sum(column.width or 0 for column in columns) + len(GAP) * (len(columns) - 1)
    free = max(LEAST, width - fixed)
    return [free if column.width is None else column.width for column in columns]


def block_lines(block: Block, widths: Sequence[int], width: int) -> Iterable[str]:
    """Yield the lines of a block; the widest column goes on over two lines, no other does."""
    widest = widths.index(max(widths))
    head = wrapped(block.cells[widest], widths[widest], most=_HEAD_LINES)
    cells = [*block.cells[:widest], head[0], *block.cells[widest + 1 :]]
    first = _line(cells, widths)
    status = first[: widths[0]]
    yield f"{click.style(status, fg=block.colour, bold=True) if block.colour else status}{first[widths[0] :]}"
    for more in head[1:]:
        yield f"{' ' * (sum(widths[:widest]) + len(GAP) * widest)}{more}"
    indent = widths[0] + len(GAP)
    for line in block.lines:
        parts = wrapped(line, width - indent - len(GAP), most=_LINES)
        yield f"{' ' * indent}{parts[0]}"
        for part in parts[1:]:
            yield f"{' ' * indent}{GAP}{part}"


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    pairs = zip(cells, widths, strict=True)
    return GAP.join(shortened(cell, width).ljust(width) for cell, width in pairs).rstrip()
