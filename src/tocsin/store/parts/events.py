"""Events in the tables."""

import msgspec

from tocsin.record import BlockKind, Event, EventType, Modality
from tocsin.store.parts.interval import Interval, interval_of, when_of
from tocsin.store.parts.part import Part, Stored


class Facts(msgspec.Struct, omit_defaults=True):
    """What is known of an event beside its words, its type and its score."""

    modality: Modality
    block: BlockKind
    why: str
    mode: str | None = None
    date: Interval | None = None
    contexts: tuple[str, ...] = ()
    asserted_in: str | None = None
    statement: str | None = None


_encode = msgspec.json.Encoder().encode
_decode = msgspec.json.Decoder(Facts).decode


def _facts(event: Event) -> str:
    facts = Facts(
        modality=event.modality,
        block=event.block,
        why=event.why,
        mode=event.mode,
        date=interval_of(event.date),
        contexts=event.contexts,
        asserted_in=event.asserted_in,
        statement=event.statement,
    )
    return _encode(facts).decode()


def _event(stored: Stored) -> Event:
    facts = _decode(stored.facts)
    return Event(
        id=stored.id,
        document=stored.document,
        span=stored.one("event"),
        trigger=stored.one("trigger"),
        type=EventType(stored.type),
        mode=facts.mode,
        modality=facts.modality,
        actor=stored.maybe("actor"),
        recipient=stored.maybe("recipient"),
        place=stored.maybe("place"),
        date=when_of(facts.date, stored.maybe("date")),
        contexts=facts.contexts,
        asserted_in=facts.asserted_in,
        statement=facts.statement,
        block=facts.block,
        why=facts.why,
        score=stored.score,
    )


EVENTS: Part[Event] = Part(
    kind="event",
    of=lambda extraction: extraction.events,
    type=lambda event: event.type.value,
    facts=_facts,
    make=_event,
)
