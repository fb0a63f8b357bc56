"""Spans and times in JSON, as all records have them."""

from collections.abc import Iterable
from typing import Annotated, Any

import msgspec

from tocsin.record import Span, When


class SpanJson(msgspec.Struct):
    """A span in JSON."""

    start: int
    end: int
    text: str


class QuoteJson(msgspec.Struct):
    """A span of the evidence of a figure or an event in JSON."""

    start: int
    end: int
    quote: str


class WhenJson(msgspec.Struct):
    """The time of a figure or an event in JSON."""

    start: int
    end: int
    text: str
    moment: str
    first: str | None = msgspec.field(name="from")
    last: str | None = msgspec.field(name="to")


Quotes = Annotated[tuple[QuoteJson, ...], msgspec.Meta(min_length=1)]  # the main span first


def span_json(span: Span) -> dict[str, Any]:
    """Return a span as JSON has it.

    >>> span_json(Span.of("in Kyiv", 3, 7))
    {'start': 3, 'end': 7, 'text': 'Kyiv'}
    """
    return {"start": span.start, "end": span.end, "text": span.text}


def maybe_span_json(span: Span | None) -> dict[str, Any] | None:
    """Return a span as JSON has it; null for none."""
    return span_json(span) if span else None


def when_json(when: When | None) -> dict[str, Any] | None:
    """Return a time as JSON has it; null for none."""
    if when is None:
        return None
    return {**span_json(when.span), "moment": when.moment, "from": when.first, "to": when.last}


def quotes_json(spans: Iterable[Span]) -> list[dict[str, Any]]:
    """Return spans as evidence, each once, the first first.

    >>> span = Span.of("in Kyiv", 3, 7)
    >>> quotes_json((span, span))
    [{'start': 3, 'end': 7, 'quote': 'Kyiv'}]
    """
    return [
        {"start": span.start, "end": span.end, "quote": span.text}
        for span in {(span.start, span.end, span.text): span for span in spans}.values()
    ]


def span_of(data: SpanJson) -> Span:
    """Return the span that JSON has."""
    return Span(start=data.start, end=data.end, text=data.text)


def maybe_span_of(data: SpanJson | None) -> Span | None:
    """Return the span that JSON has, if it has one."""
    return span_of(data) if data else None


def when_of(data: WhenJson | None) -> When | None:
    """Return the time that JSON has, if it has one."""
    if data is None:
        return None
    span = Span(start=data.start, end=data.end, text=data.text)
    return When(span=span, moment=data.moment, first=data.first, last=data.last)


def main_span(evidence: tuple[QuoteJson, ...]) -> Span:
    """Return the main span of some evidence: the first."""
    first = evidence[0]
    return Span(start=first.start, end=first.end, text=first.quote)
