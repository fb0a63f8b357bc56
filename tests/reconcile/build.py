"""Figures of an invented crisis, with who and where they stand for: Asteria masses troops near Borea."""

from collections.abc import Iterable

from tocsin.knowledge import Entry, Held, Knowledge, Office
from tocsin.reconcile.inputs import Actor, Context, Counted, Said, Told
from tocsin.record import (
    Act,
    BlockKind,
    Bound,
    Change,
    Figure,
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

PLACES = {"borea": None, "coast": "borea", "port": "coast", "asteria": None}
GOV, LEG, MIL = Sector.GOVERNMENT, Sector.LEGISLATURE, Sector.MILITARY


def _entry(
    id_: str, name: str, sector: Sector | None = None, part_of: str | None = None, **more: object
) -> Entry:
    type_ = more.pop("type", NameType.ORGANISATION)
    assert isinstance(type_, NameType)
    offices = more.pop("offices", ())
    assert isinstance(offices, tuple)
    return Entry(
        id=id_,
        type=type_,
        name=name,
        names=(name,),
        sector=sector,
        part_of=part_of,
        offices=offices,
        country=id_.partition(".")[0] if len(id_.partition(".")[0]) == 2 else None,
        source="tests",
    )


def _person(id_: str, name: str, office: str, body: str, first: str, last: str | None) -> Entry:
    held = Held(office=office, body=body, first=first, last=last)
    return _entry(id_, name, type=NameType.PERSON, offices=(held,))


ENTRIES = (
    _entry("aa", "Asteria", GOV, type=NameType.STATE),
    _entry("aa.mil", "Armed Forces of Asteria", MIL, "aa"),
    _entry("bb", "Borea", GOV, type=NameType.STATE),
    _entry("bb.mod", "Ministry of Defence of Borea", GOV, "bb"),
    _entry("bb.mil", "Armed Forces of Borea", MIL, "bb"),
    _entry("bb.parliament", "Parliament of Borea", LEG, "bb"),
    _entry("bb.people", "Boreans", Sector.CIVILIAN, "bb"),
    _entry("cc", "Cadmia", GOV, type=NameType.STATE),
    _entry("league", "League of the Sea", Sector.INTERGOVERNMENTAL),
    _entry("front", "Coastal Front", Sector.SEPARATISTS, "bb"),
    _entry("newswire", "Sea News Agency", Sector.MEDIA),
    _person("mara-vin", "Mara Vin", "president", "bb", "2020", "2024-06-30"),
    _person("oto-lind", "Oto Lind", "defence-minister", "bb", "2021", None),
    _person("una-brek", "Una Brek", "deputy", "bb", "2021", None),
)
OFFICES = (
    Office(id="president", name="president", names=("president",), sector=GOV, body=""),
    Office(id="defence-minister", name="defence minister", names=("minister",), sector=GOV, body="mod"),
    Office(id="deputy", name="deputy", names=("deputy",), sector=LEG, body="parliament"),
)
KNOWLEDGE = Knowledge.of(ENTRIES, OFFICES, digest="tests")


def actor(entry: Entry) -> Actor:
    return Actor(
        id=f"ent-{entry.id}",
        key=f"known:{entry.id}",
        name=entry.name,
        type=entry.type,
        country=entry.country,
        sector=entry.sector,
        part_of=entry.part_of,
        known=entry.id,
        offices=entry.offices,
    )


def stranger(name: str) -> Actor:
    """Somebody of whom nothing is known beforehand."""
    return Actor(id=f"ent-{name}", key=f"person:{name}", name=name, type=NameType.PERSON)


STRANGERS = ("ada post", "ivo marsh", "lena fok", "sam reed")


def within(inner: str, outer: str) -> bool:
    place: str | None = inner
    while place is not None and place != outer:
        place = PLACES.get(place)
    return place == outer


CONTEXT = Context(
    actors={each.id: each for each in (*map(actor, ENTRIES), *map(stranger, STRANGERS))},
    bodies=KNOWLEDGE,
    places={"borea": "Borea", "coast": "the Coast", "port": "Port Sel", "asteria": "Asteria"},
    within=within,
)


def ent(id_: str | None) -> str | None:
    return None if id_ is None else f"ent-{id_}"


def span(text: str) -> Span:
    return Span(start=0, end=len(text), text=text)


def report(
    document: str = "doc-1",
    *,
    day: str = "2024-03-10",
    outlet: str | None = None,
    family: str | None = None,
    source: str | None = None,
    story: str | None = "sto-1",
) -> Told:
    return Told(
        document=document,
        outlet=outlet or f"Outlet of {document}",
        publisher=None,
        family=family or document,
        source=source,
        known=day if "T" in day else f"{day}T23:59:59Z",
        story=story,
    )


def said(
    told: Told,
    by: str | None = None,
    *,
    body: str | None = None,
    name: str | None = None,
    how: Resolution = Resolution.NAMED,
    act: Act = Act.SAY,
    words: str = "so many",
) -> Said:
    source = span(name or by or "sources")
    speaker = Speaker(name=source.text, how=how, span=source) if by or name else None
    statement = Statement(
        id=content_id("st", told.document, by or "", name or "", body or "", act, words),
        document=told.document,
        source=source,
        speaker=speaker,
        cue=None,
        contents=(span(words),),
        mode=Mode.INDIRECT,
        act=act,
        via=(),
        block=BlockKind.BODY,
        why="a test",
        score=0.9,
    )
    return Said(statement=statement, speaker=ent(by), addressee=None, via=(), told=told, body=ent(body))


def count(
    told: Told,
    number: float,
    *,
    by: Said | None = None,
    measure: str | None = "troops",
    unit: str | None = "people",
    noun: str = "troops",
    bound: Bound = Bound.EXACT,
    holder: str | None = "aa",
    holder_words: str | None = None,
    side: str | None = None,
    place: str | None = None,
    where: str | None = None,
    period: tuple[str | None, str | None] | None = None,
    change: Change | None = None,
    block: BlockKind = BlockKind.BODY,
    high: float | None = None,
) -> Counted:
    low, best, top = _limits(number, bound, high)
    words = f"{bound} {number:g} {noun}" if bound is not Bound.EXACT else f"{number:g} {noun}"
    when = When(span=span("then"), moment="mom-1", first=period[0], last=period[1]) if period else None
    held = holder_words or holder
    figure = Figure(
        id=content_id(
            "fig", told.document, words, str(by and by.statement.id), str((holder, place, where, period))
        ),
        document=told.document,
        span=span(words),
        low=low,
        best=best,
        high=top,
        bound=bound,
        unit=unit,
        measure=measure,
        measured=span(noun),
        holder=span(held) if held else None,
        side=span(side) if side else None,
        place=span(where or place or "") if where or place else None,
        period=when,
        change=change,
        said_in=by.statement.id if by else None,
        block=block,
        why="a test",
        score=0.9,
    )
    return Counted(figure=figure, holder=ent(holder), side=ent(side), place=place, told=told, said=by)


def _limits(
    number: float, bound: Bound, high: float | None
) -> tuple[float | None, float | None, float | None]:
    match bound:
        case Bound.EXACT:
            return number, number, number
        case Bound.AT_LEAST:
            return number, number, None
        case Bound.AT_MOST:
            return None, number, number
        case Bound.ABOUT:
            return None, number, None
        case Bound.RANGE | Bound.VAGUE:
            return number, None, high


def reports(days: Iterable[str]) -> list[Told]:
    return [report(f"doc-{number}", day=day) for number, day in enumerate(days, start=1)]
