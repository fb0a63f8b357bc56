"""The words that a record rests on, each with its part in the record: one list for all who ask."""

from collections.abc import Iterator

from tocsin.record import (
    Document,
    Event,
    Figure,
    Moment,
    Name,
    Reference,
    Role,
    Span,
    Statement,
    Toponym,
    When,
)

Found = Name | Statement | Figure | Event | Moment | Role | Reference | Toponym
Words = tuple[str, Span]  # the part of some words in a record, and the words


def evidence(record: Document | Found) -> tuple[Words, ...]:
    """Return the spans that a record rests on, each with its part, the main one first; none for a document.

    >>> name = Name(id="nam-1", document="doc-1", type="place", span=Span.of("in Kyiv", 3, 7), score=0.9)
    >>> evidence(name)
    (('name', Span(start=3, end=7, text='Kyiv')),)
    """
    return tuple(_parts(record))


def _parts(record: Document | Found) -> Iterator[Words]:
    match record:
        case Name():
            yield "name", record.span
        case Statement():
            yield from _statement(record)
        case Figure():
            yield "figure", record.span
            yield from _known(
                measured=record.measured, holder=record.holder, side=record.side, place=record.place
            )
            yield from _known(period=_span(record.period))
        case Event():
            yield from (("event", record.span), ("trigger", record.trigger))
            yield from _known(actor=record.actor, recipient=record.recipient, place=record.place)
            yield from _known(date=_span(record.date))
        case Reference():
            yield from (("mention", span) for span in record.mentions)
        case Toponym():
            yield from (("toponym", record.span), ("phrase", record.phrase))
        case Moment():
            yield "moment", record.span
        case Role():
            yield from (("person", record.person), ("role", record.role))
            yield from _known(body=record.body)


def _statement(record: Statement) -> Iterator[Words]:
    speaker = record.speaker
    yield from _known(source=record.source, speaker=speaker.span if speaker else None, cue=record.cue)
    yield from (("content", span) for span in record.contents)
    yield from (("via", via.span) for via in record.via)
    if speaker:
        yield from (("chain", span) for span in speaker.chain)
        yield from _known(affiliation=speaker.affiliation)


def _known(**spans: Span | None) -> Iterator[Words]:
    return ((part, span) for part, span in spans.items() if span)


def _span(when: When | None) -> Span | None:
    return when.span if when else None
