"""The sentences of a report around the words that a line rests on, so that a citation can be read alone."""

import re
from collections.abc import Iterable
from typing import Final

from tocsin.record import Document, Span

LONGEST: Final = 900  # characters; around longer words no more is shown
_AROUND: Final = 600
# an end of sentence: the mark, what closes, a space, and a beginning
_END: Final = re.compile(
    r"(?P<word>[^\s.!?…]*)[.!?…]+[”’»\"')\]]*\s+(?=[“‘«\"'(\[]*[A-ZÀ-ÖØ-Þ\d])|\n\s*\n|\n(?=\s*[•–—*-]\s)"
)
_SHORT: Final = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "dr",
        "st",
        "gen",
        "col",
        "maj",
        "capt",
        "lt",
        "sgt",
        "sen",
        "rep",
        "gov",
        "prof",
        "no",
        "vs",
        "jan",
        "feb",
        "aug",
        "sept",
    ]
)


def passages(document: Document, spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return the sentences that hold some spans, in order; spans of one sentence share it."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(_around(document, span) for span in spans):
        if found and start <= found[-1][1] and end - found[-1][0] <= LONGEST:
            found[-1] = found[-1][0], max(end, found[-1][1])
        elif not found or (start, end) != found[-1]:
            found.append((start, end))
    return tuple(Span.of(document.text, start, end) for start, end in found)


def _around(document: Document, span: Span) -> tuple[int, int]:
    text = document.text
    low, high = _bounds(document, span)
    starts = [found.end() for found in _ends(text, low, span.start)]
    start = starts[-1] if starts else low
    closing = next(
        (found for found in _ends(text, max(start, span.end - 3), high) if found.end() >= span.end), None
    )
    end = closing.end() if closing else high
    start, end = _trimmed(text, min(start, span.start), max(end, span.end))
    return (start, end) if 0 < end - start <= LONGEST else (span.start, span.end)


def _bounds(document: Document, span: Span) -> tuple[int, int]:
    """Return how far a sentence may reach: the block that the span stands in, within a window."""
    low, high = max(0, span.start - _AROUND), min(len(document.text), span.end + _AROUND)
    for block in document.blocks:
        if block.start <= span.start < block.end:
            low, high = max(low, block.start), max(span.end, min(high, block.end))
            break
    paragraph = document.text.rfind("\n\n", low, span.start)
    return (paragraph + 2 if paragraph >= 0 else low), high


def _ends(text: str, low: int, high: int) -> list[re.Match[str]]:
    """Return the ends of sentences between two places; "U.S." and "Gen." are none."""
    return [
        found
        for found in _END.finditer(text, low, min(len(text), high + 1))
        if found.end() <= high and not _abbreviated(found)
    ]


def _abbreviated(found: re.Match[str]) -> bool:
    word = found["word"]
    mark = found[0][len(word or "") :].strip()
    if word is None or mark != ".":
        return False
    before = found.string[: found.start()]
    return word.casefold() in _SHORT or (len(word) == 1 and word.isupper()) or before.endswith(".")


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end
