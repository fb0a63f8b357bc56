"""The model's spans, trimmed to what a reader would mark."""

import re
from bisect import bisect_left
from collections.abc import Iterable
from typing import Final

from tocsin.extract.quotes import Quotes

Range = tuple[int, int]

_NO_WORD: Final = re.compile(r"[\W_]*")
_AROUND_CONTENT: Final = ",;: \t\n\r\xa0\u2009\u200b\ufeff"
_AROUND_NAME: Final = "\"“”„«»‘’',;:()[]{}–—―- \t\n\r\xa0\u2009\u200b\ufeff"
_POSSESSIVE: Final = ("'s", "’s", "'S", "’S")
_CLOSERS: Final = ".,!?…"


def bare(text: str, start: int, end: int) -> Range | None:
    """Return a span without the whitespace around it; None if nothing is left.

    >>> bare(" he said ", 0, 9)
    (1, 8)
    """
    words = text[start:end]
    left = len(words) - len(words.lstrip())
    right = len(words.rstrip())
    return (start + left, start + right) if right > left else None


def source(text: str, start: int, end: int) -> Range | None:
    """Return a source's span without the whitespace around it; None if it holds no word."""
    return bare(text, start, end) if _has_word(text, start, end) else None


def name(text: str, start: int, end: int) -> Range | None:
    """Return a name's span without marks around it and without a possessive ending.

    >>> name("‘Ukraine’s", 0, 10)
    (1, 8)
    """
    while start < end and text[start] in _AROUND_NAME:
        start += 1
    while start < end:
        if text[end - 1] in _AROUND_NAME:
            end -= 1
        elif text.startswith(_POSSESSIVE, end - 2) and end - 2 > start:
            end -= 2
        else:
            break
    match = _NO_WORD.match(text, start, end)
    return None if match is None or match.end() == end else (start, end)


def content(text: str, start: int, end: int, quotes: Quotes) -> Range | None:
    """Return a content's span with its quotation marks, and without the comma after it.

    >>> from tocsin.extract.quotes import find_quotes
    >>> text = "“We slept,” she said."
    >>> content(text, 1, 9, find_quotes(text, [(0, 21)]))
    (0, 11)
    """
    while start < end and text[start] in _AROUND_CONTENT:
        start += 1
    while start < end and text[end - 1] in _AROUND_CONTENT and not _closes(quotes, end):
        end -= 1
    if start >= end or not _has_word(text, start, end):
        return None
    return _with_marks(text, start, end, quotes)


def contents(text: str, spans: Iterable[Range], quotes: Quotes) -> tuple[Range, ...]:
    """Return tidy content spans in order, those that overlap made one."""
    kept: list[Range] = []
    for span in sorted(found for s, e in spans if (found := content(text, s, e, quotes))):
        if kept and span[0] < kept[-1][1]:
            kept[-1] = (kept[-1][0], max(kept[-1][1], span[1]))
        else:
            kept.append(span)
    return tuple(kept)


def _has_word(text: str, start: int, end: int) -> bool:
    match = _NO_WORD.match(text, start, end)
    return match is not None and match.end() < end


def _closes(quotes: Quotes, end: int) -> bool:
    """Tell whether a quotation's last mark ends here."""
    number = bisect_left(quotes.starts, end) - 1
    return number >= 0 and quotes.found[number].closed and quotes.found[number].end == end


def _with_marks(text: str, start: int, end: int, quotes: Quotes) -> Range:
    """Take in the marks of a quotation whose words are all in the span."""
    first, last = quotes.at(start), quotes.at(end - 1)
    if (
        first is not None
        and quotes.found[first].inner_start == start
        and end >= quotes.found[first].inner_start
    ):
        start = quotes.found[first].start
    if last is not None:
        quote = quotes.found[last]
        rest = text[end : quote.inner_end] if end <= quote.inner_end else ""
        if quote.closed and start <= quote.start and not rest.strip(_CLOSERS):
            end = max(end, quote.end)
    return start, end
