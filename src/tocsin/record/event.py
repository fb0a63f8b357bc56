"""Who did what to whom: PLOVER events (manual 2.0, 16 types), with their modality."""

from dataclasses import dataclass
from enum import StrEnum

from tocsin.record.document import BlockKind
from tocsin.record.moment import When
from tocsin.record.span import Span


class EventType(StrEnum):
    """PLOVER's event types; scores, modes and contexts are in ``ontology``."""

    AGREE = "AGREE"
    CONSULT = "CONSULT"
    SUPPORT = "SUPPORT"
    CONCEDE = "CONCEDE"
    COOPERATE = "COOPERATE"
    AID = "AID"
    RETREAT = "RETREAT"
    REQUEST = "REQUEST"
    ACCUSE = "ACCUSE"
    REJECT = "REJECT"
    THREATEN = "THREATEN"
    PROTEST = "PROTEST"
    SANCTION = "SANCTION"
    MOBILIZE = "MOBILIZE"
    COERCE = "COERCE"
    ASSAULT = "ASSAULT"


class Modality(StrEnum):
    """In what way the text says that it happens."""

    DONE = "done"
    ONGOING = "ongoing"
    PLANNED = "planned"
    HYPOTHETICAL = "hypothetical"
    DENIED = "denied"
    HISTORICAL = "historical"


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One event. Actor, act, place and date come from one clause, or ``why`` says through which link.

    ``span`` is the stretch that holds the trigger and all arguments of its clause.
    """

    id: str
    document: str
    span: Span
    trigger: Span
    type: EventType
    mode: str | None  # PLOVER's, of that type
    modality: Modality
    actor: Span | None
    recipient: Span | None
    place: Span | None
    date: When | None
    contexts: tuple[str, ...]
    asserted_in: str | None  # the statement that asserts it; None: the narrator does
    statement: str | None  # of a verbal event: the statement whose act it is
    block: BlockKind
    why: str
    score: float

    @property
    def spans(self) -> tuple[Span, ...]:
        """All spans the event rests on."""
        parts = (self.actor, self.recipient, self.place, self.date and self.date.span)
        return (self.span, self.trigger, *(part for part in parts if part))
