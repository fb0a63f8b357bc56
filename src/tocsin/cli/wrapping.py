"""Lines broken to a width, with the colours that they have."""

import re
import shutil
import sys
from collections.abc import Iterator

import click

from tocsin.cli.clean import one_line, shortened

PIPE_WIDTH = 120  # of what goes to no terminal
_STYLE = re.compile(r"\x1b\[[0-9;]*m")
_RESET = "\x1b[0m"


def room() -> int:
    """Return how many columns there are."""
    return shutil.get_terminal_size((PIPE_WIDTH, 0)).columns if sys.stdout.isatty() else PIPE_WIDTH


def wrapped(text: str, width: int, *, most: int) -> list[str]:
    """Return the text, safe, on at most so many lines of a width; the last is cut where more would follow.

    >>> wrapped("the talks failed on Monday, it is said", 18, most=2)
    ['the talks failed', 'on Monday, it is…']
    >>> wrapped("", 18, most=2)
    ['']
    """
    rest = one_line(text)
    lines: list[str] = []
    while len(lines) < most - 1 and len(rest) > width:
        cut = rest.rfind(" ", 0, width + 1)
        cut = cut if cut > width // 2 else width
        lines.append(rest[:cut].rstrip())
        rest = rest[cut:].lstrip()
    return [*lines, shortened(rest, width)]


def styled_lines(text: str, width: int) -> Iterator[str]:
    r"""Yield the words of a text, which is safe already, as lines of a width; styles cost none of it.

    A style that is open where a line ends is closed there and opened again.

    >>> list(styled_lines("a \x1b[1mbold word\x1b[0m here", 8))
    ['a \x1b[1mbold\x1b[0m', '\x1b[1mword\x1b[0m', 'here']
    """
    line, open_ = "", ""
    for word in text.split():
        if line and len(click.unstyle(f"{line} {word}")) > width:
            yield f"{line}{_RESET if open_ else ''}"
            line = f"{open_}{word}"
        else:
            line = f"{line} {word}" if line else word
        for style in _STYLE.findall(word):
            open_ = "" if style == _RESET else f"{open_}{style}"
    if line:
        yield line
