"""Where a text stands within quotation marks.

A quotation ends with its paragraph at the latest: where it goes on in the next, that paragraph
opens with a mark of its own, as newspapers set it.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from tocsin.record import Mode

_MARK: Final = re.compile(r"``|''|[\"“”„«»‘’']")
_WORD: Final = re.compile(r"[^\W_]")
_OPENING: Final = frozenset(("“", "„", "«", '"', "``", "''"))
_CLOSING: Final = frozenset(("”", "“", "»", '"', "''"))
_SINGLE: Final = frozenset("‘’'")
_REACH: Final = 64  # marks that a quotation in single marks may hold
_BEFORE_OPENING: Final = frozenset(' \t\n\r\xa0([{—–-―/:“"…')
_ELIDED: Final = re.compile(
    r"(?:\d|em\b|tis\b|twas\b|til\b|till\b|cause\b|cos\b|n\b|round\b|bout\b)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """A quotation [start, end) with its marks; not ``closed`` where its paragraph ends first."""

    start: int
    end: int
    inner_start: int
    inner_end: int
    closed: bool


@dataclass(frozen=True, slots=True)
class Quotes:
    """All quotations of a text in order; none overlaps another."""

    found: tuple[Quote, ...]
    starts: tuple[int, ...]

    def at(self, offset: int) -> int | None:
        """Return the number of the quotation that holds a code point."""
        number = bisect_right(self.starts, offset) - 1
        return number if number >= 0 and offset < self.found[number].end else None

    def over(self, start: int, end: int) -> range:
        """Return the numbers of the quotations that share a code point with [start, end)."""
        first = max(0, bisect_right(self.starts, start) - 1)
        if first < len(self.found) and self.found[first].end <= start:
            first += 1
        after = first
        while after < len(self.found) and self.starts[after] < end:
            after += 1
        return range(first, after)


def find_quotes(text: str, paragraphs: Iterable[tuple[int, int]]) -> Quotes:
    """Return the quotations of a text, paragraph by paragraph.

    >>> found = find_quotes("It was “no”, then ‘the soldiers’ mothers’ wept’.", [(0, 48)]).found
    >>> [(q.start, q.end) for q in found]
    [(7, 11), (18, 47)]
    """
    found: list[Quote] = []
    for start, end in paragraphs:
        found.extend(_in_paragraph(text, start, end))
    return Quotes(tuple(found), tuple(quote.start for quote in found))


def mode_of(text: str, quotes: Quotes, spans: Iterable[tuple[int, int]]) -> Mode:
    """Return the mode of contents: direct if all their words are quoted, indirect if none is.

    >>> text = "a reply was “inevitable”"
    >>> mode_of(text, find_quotes(text, [(0, 24)]), [(0, 24)]).value
    'mixed'
    """
    inside = outside = False
    for start, end in spans:
        at = start
        for number in quotes.over(start, end):
            quote = quotes.found[number]
            outside = outside or _has_word(text, at, quote.start)
            inside = inside or _has_word(text, max(start, quote.start), min(end, quote.end))
            at = quote.end
        outside = outside or _has_word(text, at, end)
    if inside:
        return Mode.MIXED if outside else Mode.DIRECT
    return Mode.INDIRECT


def _has_word(text: str, start: int, end: int) -> bool:
    return start < end and _WORD.search(text, start, end) is not None


def _in_paragraph(text: str, start: int, end: int) -> list[Quote]:
    marks = [(m.start(), m.end(), m[0]) for m in _MARK.finditer(text, start, end)]
    found: list[Quote] = []
    at = 0
    apostrophes = False  # no single mark closes from here on: what looks like one is an apostrophe
    while at < len(marks):
        opened = marks[at]
        single = opened[2] in _SINGLE
        at += 1
        if (single and apostrophes) or not _opens(text, opened, start):
            continue
        closing = _close(text, marks, at - 1, end)
        if closing is not None:
            last = marks[closing]
            found.append(_quote(opened, inner_end=last[0], end=last[1], closed=True))
            at = closing + 1
        elif single and opened[0] != start:
            apostrophes = True
        else:
            found.append(_quote(opened, inner_end=end, end=end, closed=False))
            break
    return found


def _quote(opened: tuple[int, int, str], *, inner_end: int, end: int, closed: bool) -> Quote:
    return Quote(start=opened[0], end=end, inner_start=opened[1], inner_end=inner_end, closed=closed)


def _opens(text: str, mark: tuple[int, int, str], paragraph: int) -> bool:
    """Tell whether a mark can open a quotation, seen from the characters around it."""
    start, end, sign = mark
    after = text[end : end + 1]
    if not after or after.isspace():
        return False
    free = start == paragraph or text[start - 1] in _BEFORE_OPENING
    if sign in _SINGLE:
        return free and sign != "’" and not _ELIDED.match(text, end)
    return sign in ("“", "„", "«", "``") or free


def _close(text: str, marks: Sequence[tuple[int, int, str]], opened: int, paragraph_end: int) -> int | None:
    """Return which mark closes the quotation that a mark opens."""
    if marks[opened][2] in _SINGLE:
        return _close_single(text, marks, opened, paragraph_end)
    german = marks[opened][2] == "„"
    for number in range(opened + 1, len(marks)):
        start, end, sign = marks[number]
        if sign not in _CLOSING:
            continue
        # “ closes only a German quotation, or where it is set for ” by mistake.
        if sign == "“" and not german and (text[start - 1].isspace() or _word_at(text, end, paragraph_end)):
            continue
        return number
    return None


def _close_single(
    text: str, marks: Sequence[tuple[int, int, str]], opened: int, paragraph_end: int
) -> int | None:
    possessive: int | None = None
    for number in range(opened + 1, min(len(marks), opened + _REACH)):
        start, end, sign = marks[number]
        if sign not in ("’", "'") or text[start - 1].isspace() or _word_at(text, end, paragraph_end):
            continue
        if text[start - 1] != "s" or text[end : end + 1] != " ":
            return number
        possessive = possessive or number  # "the soldiers’ mothers": closes only if nothing else does
    return possessive


def _word_at(text: str, offset: int, end: int) -> bool:
    return offset < end and (text[offset].isalnum() or text[offset] in "“„«")
