"""Records made by hand: their parts stand where their words stand first."""

from collections.abc import Sequence

from tocsin.record import (
    Bound,
    Candidate,
    Change,
    Document,
    Event,
    EventType,
    Figure,
    Modality,
    Moment,
    NameType,
    Place,
    PlaceKind,
    PlacePrecision,
    Reference,
    Role,
    Sector,
    Span,
    Statement,
    TimeKind,
    TimePrecision,
    Toponym,
    Use,
    Weight,
    When,
    content_id,
)

VELMAR = Place(
    id="geonames:1",
    name="Velmar",
    kind=PlaceKind.CITY,
    latitude=44.5,
    longitude=33.25,
    country="xv",
    region="Coast",
    population=81_000,
)


def span(text: str, words: str) -> Span:
    """Return where the words stand first."""
    at = text.index(words)
    return Span.of(text, at, at + len(words))


def maybe(text: str, words: str | None) -> Span | None:
    """Return where the words stand first; None for none."""
    return span(text, words) if words else None


def moment(
    of: Document,
    words: str,
    day: str | None = None,
    *,
    last: str | None = None,
    kind: TimeKind = TimeKind.DATE,
    anchor: str | None = None,
) -> Moment:
    """Return a moment where the words stand first: a day, an interval, or not known when."""
    found = span(of.text, words)
    return Moment(
        id=content_id("mom", of.id, kind, str(found.start), str(found.end)),
        document=of.id,
        span=found,
        kind=kind,
        value=day if last in {None, day} else f"{day}/{last}",
        timex=day,
        first=day,
        last=last or day,
        precision=TimePrecision.DAY if day else None,
        anchor=anchor,
        why="a weekday before publication" if day else "no anchor tells the day",
        score=0.81,
    )


def when(of: Moment) -> When:
    """Return the time of a figure or an event, as a moment tells it."""
    return When(span=of.span, moment=of.id, first=of.first, last=of.last)


def figure(
    of: Document,
    words: str,
    measure: str | None,
    *,
    low: float | None = None,
    best: float | None = None,
    high: float | None = None,
    bound: Bound = Bound.EXACT,
    unit: str | None = "people",
    measured: str | None = None,
    holder: str | None = None,
    place: str | None = None,
    period: Moment | None = None,
    change: Change | None = None,
    said_in: Statement | None = None,
) -> Figure:
    """Return a figure whose parts stand where their words stand first."""
    found = span(of.text, words)
    return Figure(
        id=content_id("fig", of.id, str(found.start), str(found.end), measure or ""),
        document=of.id,
        span=found,
        low=low,
        best=best,
        high=high,
        bound=bound,
        unit=unit,
        measure=measure,
        measured=maybe(of.text, measured),
        holder=maybe(of.text, holder),
        side=None,
        place=maybe(of.text, place),
        period=when(period) if period else None,
        change=change,
        said_in=said_in.id if said_in else None,
        block=of.block_at(found.start),
        why="a number and the noun that it counts",
        score=0.77,
    )


def event(
    of: Document,
    clause: str,
    trigger: str,
    kind: EventType,
    *,
    mode: str | None = None,
    modality: Modality = Modality.DONE,
    actor: str | None = None,
    recipient: str | None = None,
    place: str | None = None,
    date: Moment | None = None,
    contexts: Sequence[str] = (),
    asserted_in: Statement | None = None,
    act_of: Statement | None = None,
) -> Event:
    """Return an event whose parts stand where their words stand first."""
    found = span(of.text, clause)
    at = span(of.text, trigger)
    return Event(
        id=content_id("evt", of.id, kind, str(found.start), str(at.start)),
        document=of.id,
        span=found,
        trigger=at,
        type=kind,
        mode=mode,
        modality=modality,
        actor=maybe(of.text, actor),
        recipient=maybe(of.text, recipient),
        place=maybe(of.text, place),
        date=when(date) if date else None,
        contexts=tuple(contexts),
        asserted_in=asserted_in.id if asserted_in else None,
        statement=act_of.id if act_of else None,
        block=of.block_at(found.start),
        why="subject and object of the trigger, in one clause",
        score=0.72,
    )


def role(of: Document, person: str, office: str, body: str | None = None, *, former: bool = False) -> Role:
    """Return a role whose parts stand where their words stand first."""
    who, what = span(of.text, person), span(of.text, office)
    return Role(
        id=content_id("rol", of.id, str(who.start), str(what.start)),
        document=of.id,
        person=who,
        role=what,
        body=maybe(of.text, body),
        former=former,
        why="the office stands before the name",
        score=0.9,
    )


def reference(
    of: Document,
    *words: str,
    key: str | None = None,
    type: NameType = NameType.PERSON,  # noqa: A002
    country: str | None = None,
    sector: Sector | None = None,
    roles: Sequence[str] = (),
) -> Reference:
    """Return a reference whose mentions stand where their words stand first; the first is its name."""
    mentions = tuple(span(of.text, each) for each in words)
    return Reference(
        id=content_id("ref", of.id, *(f"{each.start}:{each.end}" for each in mentions)),
        document=of.id,
        type=type,
        name=words[0],
        mentions=mentions,
        key=key or f"{type}:{words[0].casefold()}",
        country=country,
        sector=sector,
        roles=tuple(roles),
        candidates=(
            Candidate(id="x", name="X", score=0.2, weights=(Weight(part="date", value=-1.0, why="out"),)),
        ),
        why="the fullest name",
        score=0.9,
    )


def toponym(of: Document, words: str, place: Place | None, use: Use = Use.PLACE) -> Toponym:
    """Return a toponym where its words stand first."""
    at = span(of.text, words)
    return Toponym(
        id=content_id("top", of.id, str(at.start)),
        document=of.id,
        span=at,
        phrase=at,
        use=use,
        place=place,
        precision=PlacePrecision.CITY if place else None,
        relation=None,
        box=None,
        within=None,
        candidates=(),
        why="the only one of that name" if place else "the gazetteer lacks it",
        score=0.8,
    )
