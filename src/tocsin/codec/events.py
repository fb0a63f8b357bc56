"""Events in JSON."""

import msgspec

from tocsin.codec.kinds import Json, Kind
from tocsin.codec.spans import (
    Quotes,
    SpanJson,
    WhenJson,
    main_span,
    maybe_span_json,
    maybe_span_of,
    quotes_json,
    span_json,
    span_of,
    when_json,
    when_of,
)
from tocsin.record import BlockKind, Event, EventType, Modality


class EventJson(msgspec.Struct):
    """An event in JSON."""

    id: str
    document: str
    evidence: Quotes
    trigger: SpanJson
    type: EventType
    mode: str | None
    modality: Modality
    actor: SpanJson | None
    recipient: SpanJson | None
    place: SpanJson | None
    date: WhenJson | None
    contexts: tuple[str, ...]
    asserted_in: str | None
    statement: str | None
    block: BlockKind
    why: str
    score: float


def _body(event: Event) -> Json:
    return {
        "evidence": quotes_json(event.spans),
        "trigger": span_json(event.trigger),
        "type": event.type.value,
        "mode": event.mode,
        "modality": event.modality.value,
        "actor": maybe_span_json(event.actor),
        "recipient": maybe_span_json(event.recipient),
        "place": maybe_span_json(event.place),
        "date": when_json(event.date),
        "contexts": list(event.contexts),
        "asserted_in": event.asserted_in,
        "statement": event.statement,
        "block": event.block.value,
        "why": event.why,
    }


def _event(data: EventJson) -> Event:
    return Event(
        id=data.id,
        document=data.document,
        span=main_span(data.evidence),
        trigger=span_of(data.trigger),
        type=data.type,
        mode=data.mode,
        modality=data.modality,
        actor=maybe_span_of(data.actor),
        recipient=maybe_span_of(data.recipient),
        place=maybe_span_of(data.place),
        date=when_of(data.date),
        contexts=data.contexts,
        asserted_in=data.asserted_in,
        statement=data.statement,
        block=data.block,
        why=data.why,
        score=data.score,
    )


EVENT: Kind[Event] = Kind(
    name="event",
    plural="events",
    record=Event,
    of=lambda extraction: extraction.events,
    body=_body,
    shape=EventJson,
    make=_event,
)
