"""Paragraphs of a text as spans: a line each, or the lines that a hard wrap took apart."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from tocsin.text.lines import Line, lines

_WIDEST: Final = 120  # wrapped mail and wire copy keeps to 60 to 80 columns
_SLACK: Final = 12  # people wrap by hand, too
_FEWEST: Final = 3  # pairs of lines before we speak of a habit
_SHARE: Final = 0.6
_OPENS: Final = re.compile(r"[•▪●◦‣·*+–—-]\s|#{1,6}\s|>|\d{1,2}[.)]\s|\(\w\)\s")
_CLOSED: Final = re.compile(r"[.!?:…][\"'”’»)\]*_]*$")
_LAST: Final = 8
_FIRST_WORD: Final = re.compile(r"\S+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph [start, end) without surrounding whitespace, and how many lines it takes."""

    start: int
    end: int
    lines: int


def paragraphs(text: str) -> tuple[Paragraph, ...]:
    r"""Return the paragraphs of a text in order; together they hold all that is not whitespace.

    >>> [p.lines for p in paragraphs("One.\nTwo.")]
    [1, 1]
    """
    found = lines(text)
    wrapped = _is_wrapped(text, found)
    widest = max((line.end - line.start for line in found), default=0)
    groups: list[list[Line]] = []
    for line in found:
        if wrapped and groups and _continues(text, groups[-1][-1], line, widest):
            groups[-1].append(line)
        else:
            groups.append([line])
    return tuple(Paragraph(start=group[0].start, end=group[-1].end, lines=len(group)) for group in groups)


def _is_wrapped(text: str, found: Sequence[Line]) -> bool:
    """Tell whether lines end for want of room: mostly in mid-sentence, and full."""
    widest = max((line.end - line.start for line in found), default=0)
    if widest > _WIDEST:
        return False
    pairs = [(one, two) for one, two in pairwise(found) if not two.gap and not _OPENS.match(text, two.start)]
    full = sum(_continues(text, one, two, widest) for one, two in pairs)
    midway = sum(not _CLOSED.search(text, max(one.start, one.end - _LAST), one.end) for one, _ in pairs)
    return len(pairs) >= _FEWEST and min(full, midway) >= _SHARE * len(pairs)


def _continues(text: str, one: Line, two: Line, widest: int) -> bool:
    """Tell whether the next line's first word had no room left on the line before."""
    if two.gap or _OPENS.match(text, two.start):
        return False
    word = _FIRST_WORD.match(text, two.start)
    return (one.end - one.start) + 1 + (len(word[0]) if word else 0) + _SLACK > widest
