"""The events of a brief: who does what to whom, under the day on which it is said to happen.

An event that is a statement's own act is told as that statement, not a second time here.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tocsin.brief.citing import Desk
from tocsin.brief.claims import Claim, count_of, told_by, words_of
from tocsin.brief.days import heading
from tocsin.brief.parts import EventLine, EventSection, EventSectionKind
from tocsin.brief.words import said, shown
from tocsin.record import Event, When

_KINDS = tuple(EventSectionKind)  # in the order of the page
HEADINGS = {
    EventSectionKind.PERIOD: "Over more than a day",
    EventSectionKind.UNDATED: "Day of the event unknown",
}

_Line = tuple[Claim[Event], ...]  # the same event in the same words of the same source, by publication


@dataclass(frozen=True, slots=True)
class EventPart:
    """The lines of one section and how many more there are."""

    kind: EventSectionKind
    day: str | None
    lines: tuple[_Line, ...]
    more: int


def choose_events(claims: Iterable[Claim[Event]], per_day: int) -> tuple[EventPart, ...]:
    """Return the sections of events by their day, each with its first lines: those of more reports first."""
    by_section: dict[tuple[int, str], dict[tuple[object, ...], list[Claim[Event]]]] = {}
    for claim in sorted(claims, key=lambda claim: claim.place):
        lines = by_section.setdefault(section_key(claim.record), {})
        lines.setdefault(_line_key(claim), []).append(claim)
    parts = []
    for (rank, day), found in sorted(by_section.items()):
        ordered = [tuple(line) for line in sorted(found.values(), key=lambda line: -count_of(line)[0])]
        parts.append(EventPart(_KINDS[rank], day or None, tuple(ordered[:per_day]), len(ordered[per_day:])))
    return tuple(parts)


def events(parts: Sequence[EventPart], desk: Desk, width: int) -> tuple[EventSection, ...]:
    """Return the sections as a brief has them."""
    made = [(part, [done for line in part.lines if (done := _line(line, desk, width))]) for part in parts]
    return tuple(
        EventSection(
            kind=part.kind,
            day=part.day,
            heading=heading(part.day) if part.day else HEADINGS[part.kind],
            lines=tuple(lines),
            more=part.more,
        )
        for part, lines in made
        if lines
    )


def dated(lines: Iterable[EventLine], facts: Mapping[str, object]) -> tuple[EventSection, ...]:
    """Return lines under the day on which the first of their events that has one is said to happen."""
    by_section: dict[tuple[int, str], list[EventLine]] = {}
    for line in lines:
        events = [fact for each in line.events if isinstance(fact := facts.get(each), Event)]
        by_section.setdefault(min(map(section_key, events)), []).append(line)
    return tuple(
        EventSection(
            kind=_KINDS[rank],
            day=day or None,
            heading=heading(day) if day else HEADINGS[_KINDS[rank]],
            lines=tuple(members),
            more=0,
        )
        for (rank, day), members in sorted(by_section.items())
    )


def section_key(event: Event) -> tuple[int, str]:
    """Return the place of an event's section on the page: its kind, and the day where there is one."""
    day = _day(event.date)
    if day:
        return _KINDS.index(EventSectionKind.DAY), day
    known = event.date and (event.date.first or event.date.last)
    return _KINDS.index(EventSectionKind.PERIOD if known else EventSectionKind.UNDATED), ""


def _day(when: When | None) -> str | None:
    """Return the day of a time that lies within one."""
    if when is None or when.first is None or when.last is None:
        return None
    first, last = when.first[:10], when.last[:10]
    return first if first == last else None


def _line_key(claim: Claim[Event]) -> tuple[object, ...]:
    event = claim.record
    when = (event.date.first, event.date.last) if event.date else ()
    place = words_of(event.place)
    parties = claim.called("actor", event.actor), claim.called("recipient", event.recipient), place
    return event.type, event.mode, event.modality, parties, when, told_by(claim), said((event.span,))


def _line(line: _Line, desk: Desk, width: int) -> EventLine | None:
    first = line[0]
    event = first.record
    facts = [claim.record for claim in line]
    words = shown((event.span,), width=width)
    if not desk.supports([words, first.teller.speaker], facts):
        return None
    reports, outlets = count_of(line)
    ids = tuple(sorted(claim.record.id for claim in line))
    return EventLine(
        type=event.type,
        mode=event.mode,
        modality=event.modality,
        actor=event.actor.text if event.actor else None,
        recipient=event.recipient.text if event.recipient else None,
        place=event.place.text if event.place else None,
        date=event.date.span.text if event.date else None,
        words=words,
        teller=first.teller,
        when=first.when,
        documents=reports,
        outlets=outlets,
        events=ids,
        citations=desk.cite(facts),
    )
