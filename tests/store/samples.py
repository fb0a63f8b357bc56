"""Reports in our own words, with the records that a reader finds in them."""

from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256
from typing import Any, TypeVar

from tests.store.making import VELMAR, event, figure, moment, reference, role, span, toponym
from tocsin.codec import KINDS, Found
from tocsin.record import (
    Act,
    Block,
    BlockKind,
    Bound,
    Capture,
    Change,
    Document,
    EventType,
    Extraction,
    FoundIn,
    Link,
    Modality,
    Mode,
    Name,
    NameType,
    Precision,
    Published,
    Resolution,
    Speaker,
    Statement,
    TimeKind,
    Via,
    content_id,
)

Item = tuple[Capture, Extraction]
R = TypeVar("R")

MAKER = "extract@1 model@0123456789ab"
LATER_MAKER = "extract@2 model@fedcba987654"
THEN = "2026-11-20T08:00:00+00:00"
LATER = "2026-11-21T08:00:00+00:00"

HARBOUR = (
    "Harbour closed after the storm\n\n"
    "The port of Velmar stays closed until Thursday, harbour master Ilse Brandt told the radio. "
    "“Nobody leaves before the channel is sounded,” she said.\n\n"
    "The fishers’ union denied that a boat was missing.\n"
)
DAM = (
    "Sluices opened at the Korda dam\n\n"
    "Engineers opened two sluices on Monday, the water board announced in Velmar. "
    "According to the Interior Ministry, about 1,200 people were asked to leave their homes. "
    "Mayor Sergueï Okonjo warned that the river 🌊 would rise again overnight.\n"
)
TALKS = (
    "Переговоры в Вельмаре\n\n"
    "Министр Анна Корин заявила, что переговоры продолжатся во вторник. "
    "A spokesman for the union said it would take part.\n"
)


def day(when: str, found_in: FoundIn = FoundIn.FIELD) -> Published:
    """Return a publication time: a day, or a time where there is a T."""
    precision = Precision.MINUTE if "T" in when else Precision.DAY
    return Published(when=when, precision=precision, found_in=found_in)


def document(
    text: str,
    *,
    published: str | None = None,
    url: str | None = None,
    outlet: str | None = None,
    title: str | None = None,
    origin: str = "reports/a.txt",
) -> Document:
    """Return a document whose first line is its title and whose rest is body."""
    first = len(text.partition("\n")[0])
    return Document(
        id=Document.make_id(text, url=url, outlet=outlet, published=published),
        text=text,
        title=title,
        url=url,
        outlet=outlet,
        origin=origin,
        published=day(published) if published else None,
        fetched=THEN,
        language="en",
        blocks=(
            Block(kind=BlockKind.TITLE, start=0, end=first),
            Block(kind=BlockKind.BODY, start=first, end=len(text)),
        ),
    )


def name(of: Document, words: str, kind: NameType = NameType.PERSON, *, score: float = 0.93) -> Name:
    """Return a name where the words stand first."""
    found = span(of.text, words)
    id_ = content_id("nam", of.id, kind, str(found.start), str(found.end))
    return Name(id=id_, document=of.id, type=kind, span=found, score=score)


def statement(
    of: Document,
    content: str | Sequence[str],
    *,
    source: str | None = None,
    speaker: str | None = None,
    cue: str | None = None,
    act: Act = Act.SAY,
    via: Sequence[str] = (),
    how: Resolution = Resolution.NAMED,
) -> Statement:
    """Return a statement whose parts stand where their words stand first."""
    contents = [content] if isinstance(content, str) else list(content)
    spans = tuple(span(of.text, words) for words in contents)
    id_ = content_id("st", of.id, *(f"{each.start}-{each.end}" for each in spans))
    return Statement(
        id=id_,
        document=of.id,
        source=span(of.text, source) if source else None,
        speaker=Speaker(name=speaker, how=how, span=span(of.text, speaker)) if speaker else None,
        cue=span(of.text, cue) if cue else None,
        contents=spans,
        mode=Mode.DIRECT if contents[0].startswith("“") else Mode.INDIRECT,
        act=act,
        via=tuple(Via(name=each, span=span(of.text, each)) for each in via),
        block=of.block_at(spans[0].start),
        why="the source span holds the name" if speaker else "no name in the source span",
        score=0.87,
    )


def extraction(
    of: Document,
    names: Sequence[Name] = (),
    statements: Sequence[Statement] = (),
    made_by: str = MAKER,
) -> Extraction:
    """Return what was read from a document."""
    return Extraction(document=of, names=tuple(names), statements=tuple(statements), made_by=made_by)


def capture(body: str, origin: str = "reports/a.txt", media_type: str = "text/plain") -> Capture:
    """Return the bytes of a text as they came."""
    raw = body.encode()
    return Capture(
        origin=origin, body=raw, media_type=media_type, sha256=sha256(raw).hexdigest(), fetched=THEN
    )


def changed(record: R, **parts: Any) -> R:
    """Return a record with other parts, whatever kind it is of."""
    whole: Any = record
    other: R = replace(whole, **parts)
    return other


def records_of(found: Extraction) -> tuple[Found, ...]:
    """Return all records of an extraction, kind by kind."""
    return tuple(record for kind in KINDS for record in kind.of(found))


def item(of: Document, *, made_by: str = MAKER, origin: str | None = None, body: str | None = None) -> Item:
    """Return a document as it is written: with its capture, and nothing read from it."""
    return capture(body or of.text, origin or of.origin or "-"), extraction(of, made_by=made_by)


def harbour(*, made_by: str = MAKER, published: str | None = "2021-04-13", url: str | None = None) -> Item:
    """Return the report on the harbour: two names, three statements, who and where is meant."""
    of = document(HARBOUR, published=published, url=url, outlet="Velmar Post", origin="reports/harbour.txt")
    names = [name(of, "Velmar", NameType.PLACE), name(of, "Ilse Brandt")]
    statements = [
        statement(
            of,
            "The port of Velmar stays closed until Thursday",
            source="harbour master Ilse Brandt",
            speaker="Ilse Brandt",
            cue="told",
            via=["the radio"],
        ),
        statement(
            of,
            "“Nobody leaves before the channel is sounded,”",
            source="she",
            speaker="Ilse Brandt",
            how=Resolution.PRONOUN,
            cue="she said",
        ),
        statement(of, "that a boat was missing", source="The fishers’ union", cue="denied", act=Act.DENY),
    ]
    brandt, velmar = reference(of, "Ilse Brandt", "harbour master"), toponym(of, "Velmar", VELMAR)
    found = replace(
        extraction(of, names, statements, made_by),
        events=(
            event(
                of,
                "The fishers’ union denied that a boat was missing",
                "denied",
                EventType.REJECT,
                actor="The fishers’ union",
                act_of=statements[2],
            ),
        ),
        moments=(moment(of, "Thursday", "2021-04-15", anchor="publication"),),
        roles=(role(of, "Ilse Brandt", "harbour master", "The port of Velmar"),),
        references=(brandt,),
        toponyms=(velmar,),
        links=(
            Link(record=names[0].id, part="place", to=velmar.id),
            Link(record=names[1].id, part="name", to=brandt.id),
            Link(record=statements[0].id, part="speaker", to=brandt.id),
            Link(record=statements[1].id, part="speaker", to=brandt.id),
        ),
    )
    return capture(HARBOUR, "reports/harbour.txt"), found


def dam(*, made_by: str = MAKER, published: str | None = "2021-04-15T09:30+02:00") -> Item:
    """Return the report on the dam: an accent, an emoji before a content, three statements."""
    of = document(
        DAM, published=published, url="https://dawn.example/dam", outlet="Dawn", origin="reports/dam.txt"
    )
    names = [
        name(of, "Korda", NameType.PLACE),
        name(of, "Velmar", NameType.PLACE),
        name(of, "Interior Ministry", NameType.ORGANISATION),
        name(of, "Sergueï Okonjo"),
    ]
    statements = [
        statement(
            of,
            "Engineers opened two sluices on Monday",
            source="the water board",
            cue="announced",
            act=Act.ANNOUNCE,
        ),
        statement(
            of,
            "about 1,200 people were asked to leave their homes",
            source="the Interior Ministry",
            cue="According to",
        ),
        statement(
            of,
            ["that the river 🌊 would rise", "again overnight"],
            source="Mayor Sergueï Okonjo",
            speaker="Sergueï Okonjo",
            cue="warned",
            act=Act.WARN,
        ),
    ]
    board, ministry, _ = statements
    monday = moment(of, "on Monday", "2021-04-12", anchor="publication")
    overnight = moment(of, "overnight", kind=TimeKind.TIME, anchor=monday.id)
    found = replace(
        extraction(of, names, statements, made_by),
        figures=(
            figure(
                of,
                "two sluices",
                "sluices",
                best=2.0,
                unit=None,
                measured="sluices",
                holder="the Korda dam",
                period=monday,
                said_in=board,
            ),
            figure(
                of,
                "about 1,200 people",
                "evacuated",
                best=1200.0,
                bound=Bound.ABOUT,
                change=Change.RISE,
                said_in=ministry,
            ),
        ),
        events=(
            event(
                of,
                "Engineers opened two sluices on Monday",
                "opened",
                EventType.RETREAT,
                mode="access",
                actor="Engineers",
                place="Velmar",
                date=monday,
                contexts=("disasters", "natural_resource"),
                asserted_in=board,
            ),
            event(
                of,
                "that the river 🌊 would rise again overnight",
                "rise",
                EventType.ASSAULT,
                modality=Modality.HYPOTHETICAL,
                actor="the river",
            ),
        ),
        moments=(monday, overnight),
        roles=(role(of, "Sergueï Okonjo", "Mayor", former=True),),
    )
    return capture(DAM, "reports/dam.txt"), found


def talks(*, made_by: str = MAKER) -> Item:
    """Return the report on the talks: no date, no outlet, mostly Cyrillic."""
    of = document(TALKS, origin="reports/talks.txt")
    statements = [
        statement(
            of,
            "что переговоры продолжатся во вторник",
            source="Министр Анна Корин",
            speaker="Анна Корин",
            cue="заявила",
        ),
        statement(of, "it would take part", source="A spokesman for the union", cue="said"),
    ]
    return capture(TALKS, "reports/talks.txt"), extraction(of, [name(of, "Анна Корин")], statements, made_by)
