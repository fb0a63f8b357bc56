"""Invented statements and events, as the stage has them: who says what in which report, when."""

from types import MappingProxyType

from tocsin.reconcile.claims import Claimed, MarkKind, Mention
from tocsin.reconcile.inputs import Actor, Context, Counted, Happened, Said, Told
from tocsin.record import (
    Act,
    BlockKind,
    Bound,
    Event,
    EventType,
    Figure,
    Modality,
    Mode,
    NameType,
    Resolution,
    Sector,
    Span,
    Speaker,
    Statement,
    When,
    content_id,
)

NORLAND = Actor(
    id="ent-norland", key="state:norland", name="Norland", type=NameType.STATE, sector=Sector.GOVERNMENT
)
SUDMARK = Actor(
    id="ent-sudmark", key="state:sudmark", name="Sudmark", type=NameType.STATE, sector=Sector.GOVERNMENT
)
PACT = Actor(
    id="ent-pact", key="organisation:pact", name="Pact", type=NameType.ORGANISATION,
    sector=Sector.INTERGOVERNMENTAL,
)  # fmt: skip
CONTEXT = Context(actors=MappingProxyType({one.id: one for one in (NORLAND, SUDMARK, PACT)}))


def told(document: str = "doc-1", known: str = "2021-04-13T12:00:00Z", story: str = "sto-1") -> Told:
    """Return a report."""
    return Told(
        document=document,
        outlet=f"Outlet of {document}",
        publisher=None,
        family=document,
        source=None,
        known=known,
        story=story,
    )


def claimed(speaker: Actor | None, act: Act, content: str, report: Told | None = None) -> Claimed:
    """Return a statement; states and bodies of this file that its content names are marked."""
    report = report or told()
    text = f"{speaker.name if speaker else 'Somebody'} said {content}"
    start = len(text) - len(content)
    name = Span.of(text, 0, len(speaker.name)) if speaker else None
    statement = Statement(
        id=content_id("st", report.document, text, act.value),
        document=report.document,
        source=name,
        speaker=Speaker(name=name.text, how=Resolution.NAMED, span=name) if name else None,
        cue=None,
        contents=(Span.of(text, start, len(text)),),
        mode=Mode.INDIRECT,
        act=act,
        via=(),
        block=BlockKind.BODY,
        why="told",
        score=0.9,
    )
    said = Said(
        statement=statement, speaker=speaker.id if speaker else None, addressee=None, via=(), told=report
    )
    return Claimed(said=said, mentions=tuple(_mentions(text, start)))


def _mentions(text: str, start: int) -> list[Mention]:
    found = []
    for actor in CONTEXT.actors.values():
        at = text.find(actor.name, start)
        if at >= 0:
            span = Span.of(text, at, at + len(actor.name))
            found.append(Mention(span=span, key=actor.key, kind=MarkKind.BODY))
    return found


def happened(
    actor: Actor | None,
    trigger: str,
    type: EventType,  # noqa: A002 - the record's own word
    *,
    recipient: Actor | None = None,
    modality: Modality = Modality.DONE,
    report: Told | None = None,
    more: str = "",
    date: tuple[str, str] | None = None,
    said: Said | None = None,
) -> Happened:
    """Return an event that one clause tells."""
    report = report or told()
    names = [one.name if one else "" for one in (actor, recipient)]
    text = " ".join(f"{names[0]} {trigger} {names[1]} {more}".split())
    at = text.index(trigger)
    event = Event(
        id=content_id("evt", report.document, text, modality.value),
        document=report.document,
        span=Span.of(text, 0, len(text)),
        trigger=Span.of(text, at, at + len(trigger)),
        type=type,
        mode=None,
        modality=modality,
        actor=Span.of(text, 0, len(names[0])) if actor else None,
        recipient=Span.of(text, at + len(trigger) + 1, at + len(trigger) + 1 + len(names[1]))
        if recipient
        else None,
        place=None,
        date=When(span=Span.of(text, 0, len(text)), moment="mom-1", first=date[0], last=date[1])
        if date
        else None,
        contexts=(),
        asserted_in=said.statement.id if said else None,
        statement=None,
        block=BlockKind.BODY,
        why="told",
        score=0.9,
    )
    return Happened(
        event=event,
        actor=actor.id if actor else None,
        recipient=recipient.id if recipient else None,
        place=None,
        told=report,
        said=said,
    )


def troops(holder: Actor, report: Told | None = None) -> Counted:
    """Return a figure of troops that somebody has."""
    report = report or told()
    span = Span.of("80,000 troops", 0, 13)
    figure = Figure(
        id=content_id("fig", report.document, holder.id),
        document=report.document,
        span=span,
        low=80000,
        best=80000,
        high=80000,
        bound=Bound.EXACT,
        unit="people",
        measure="troops",
        measured=span,
        holder=span,
        side=None,
        place=None,
        period=None,
        change=None,
        said_in=None,
        block=BlockKind.BODY,
        why="told",
        score=0.9,
    )
    return Counted(figure=figure, holder=holder.id, side=None, place=None, told=report, said=None)
