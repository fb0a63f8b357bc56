"""Spans in their context: the lines of the report around them, with the words marked."""

import sys
from collections.abc import Iterable, Iterator, Sequence

import click

from tocsin import Span
from tocsin.text.safety import safe

AROUND = 200  # characters before the first span and after the last
PLAIN = (("⟦", "⟧"), ("[", "]"))  # where there are no colours: words said, words that say whose


def marked(text: str, spans: Sequence[Span], *, also: Sequence[Span] = (), around: int = AROUND) -> str:
    """Return the passage of ``text`` around the spans: ``spans`` strongly marked, ``also`` lightly.

    On a terminal marks are colours, elsewhere brackets; all else is safe, so ``output.put_styled`` writes
    it. Where two spans overlap the first to start is marked; the passage begins and ends between words.
    """
    everything = [*((span, 0) for span in spans), *((span, 1) for span in also)]
    if not everything:
        return ""
    start = _word_edge(text, min(span.start for span, _ in everything) - around, step=-1)
    end = _word_edge(text, max(span.end for span, _ in everything) + around, step=1)
    inside = "".join(_pieces(text, start, end, everything))
    return f"{'… ' if start > 0 else ''}{inside.strip()}{' …' if end < len(text) else ''}"


def _pieces(text: str, start: int, end: int, spans: Iterable[tuple[Span, int]]) -> Iterator[str]:
    at = start
    for span, weight in sorted(spans, key=lambda each: (each[0].start, each[1], -each[0].end)):
        if span.start < at:
            continue
        yield safe(text[at : span.start])
        yield _mark(safe(span.text), weight)
        at = span.end
    yield safe(text[at:end])


def _mark(words: str, weight: int) -> str:
    if sys.stdout.isatty():
        return (
            click.style(words, bold=True, reverse=True) if weight == 0 else click.style(words, underline=True)
        )
    opening, closing = PLAIN[weight]
    return f"{opening}{words}{closing}"


def _word_edge(text: str, at: int, *, step: int) -> int:
    """Return the nearest place from ``at`` outwards that is not inside a word."""
    at = min(max(at, 0), len(text))
    while 0 < at < len(text) and not (text[at - 1].isspace() or text[at].isspace()):
        at += step
    return at
