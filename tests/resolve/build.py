"""Little reports with their records made by hand, and a small knowledge that does not grow."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, Self

from tests.extract.trees import words
from tocsin.knowledge import Entry, Held, Knowledge, Office
from tocsin.knowledge.entries import Template
from tocsin.model.layers import Layers, Word
from tocsin.record import (
    BlockKind,
    Document,
    Event,
    EventType,
    Extraction,
    Figure,
    FoundIn,
    Link,
    Modality,
    Name,
    NameType,
    Precision,
    Published,
    Reference,
    Role,
    Sector,
    Span,
    Toponym,
)
from tocsin.record.figure import Bound
from tocsin.resolve.references import Report, refer, stands_for_state
from tocsin.resolve.references.taking import take
from tocsin.resolve.syntax import Syntax
from tocsin.resolve.uses import uses_of

DAY: Final = "2021-04-13"


def _state(
    id_: str, name: str, adjective: str, people: str, *capitals: str, also: tuple[str, ...] = ()
) -> Entry:
    return Entry(
        id=id_,
        type=NameType.STATE,
        name=name,
        names=(name, *also),
        adjectives=(adjective,),
        people=(people,),
        metonyms=capitals,
        capital=capitals[0],
        sector=Sector.GOVERNMENT,
        source="test",
    )


def _body(id_: str, name: str, *also: str, **more: object) -> Entry:
    plain = Entry(id=id_, type=NameType.ORGANISATION, name=name, names=(name, *also), source="test")
    return _with(plain, more)


def _person(
    id_: str, name: str, country: str, *held: tuple[str, str, str, str | None], **more: object
) -> Entry:
    plain = Entry(
        id=id_,
        type=NameType.PERSON,
        name=name,
        names=(name,),
        country=country,
        offices=tuple(Held(office=o, body=b, first=f, last=last) for o, b, f, last in held),
        source="test",
    )
    return _with(plain, more)


def _with(entry: Entry, more: Mapping[str, object]) -> Entry:
    fields = {slot: getattr(entry, slot) for slot in Entry.__slots__}
    return Entry(**{**fields, **more})


def _office(id_: str, *names: str, body: str = "", sector: Sector = Sector.GOVERNMENT) -> Office:
    return Office(id=id_, name=names[0], names=names, sector=sector, body=body)


def _template(
    id_: str, *names: str, sector: Sector = Sector.GOVERNMENT, said: tuple[str, ...] = ()
) -> Template:
    return Template(
        id=id_,
        type=NameType.ORGANISATION,
        name=names[0],
        names=names,
        descriptions=said,
        sector=sector,
        part_of="",
    )


KNOWLEDGE: Final = Knowledge.of(
    (
        _state("no", "Norland", "Norlandish", "Norlanders", "Norvik"),
        _state("ka", "Karsia", "Karsian", "Karsians", "Karsgrad", also=("Republic of Karsia",)),
        _state("be", "Belmark", "Belmarkian", "Belmarkians", "Brussa"),
        _body("alliance", "Northern Pact Organisation", "NPO", sector=Sector.INTERGOVERNMENTAL,
              members=("no", "be"), descriptions=("alliance", "military alliance")),
        _body("ka.presidency", "Citadel", country="ka", sector=Sector.GOVERNMENT, part_of="ka"),
        _body("labour-no", "Labour Party", country="no", sector=Sector.PARTY, type=NameType.GROUP),
        _body("fsx", "Forest Service Executive", "FSX", country="ka", part_of="ka"),
        Entry(id="rebels", type=NameType.GROUP, name="Dale rebels", names=("Dale rebels",), country="no",
              descriptions=("Karsian-backed separatists", "pro-Karsian separatists"), source="test",
              sector=Sector.SEPARATISTS),
        _person("ada-weir", "Ada Weir", "no", ("defence-minister", "no", "2020-01", "2022-01"), gender="f",
                names=("Ada Weir", "Adah Weyr")),
        _person("olek-sandor", "Olek Sandor", "ka", ("president", "ka", "2019", None), gender="m"),
        _person("ivo-tamm", "Ivo Tamm", "be", ("secretary-general", "alliance", "2014-10", None)),
        _person("mira-holt", "Mira Holt", "no", ("foreign-minister", "no", "2019-06", None)),
        _person("jon-holt", "Jon Holt", "be", ("foreign-minister", "be", "2010", "2012")),
        _person("old-weir", "Bram Weir", "no", ("defence-minister", "no", "2001", "2004")),
    ),
    (
        _office("defence-minister", "defence minister", "minister of defence", body="mod"),
        _office("foreign-minister", "foreign minister", "minister of foreign affairs", body="mfa"),
        _office("president", "president"),
        _office("secretary-general", "secretary general", sector=Sector.INTERGOVERNMENTAL),
        _office("minister", "minister"),
        _office("spokesperson", "spokesman", "spokeswoman"),
    ),
    (
        _template("mod", "{adj} defence ministry", said=("defence ministry",)),
        _template("mfa", "{adj} foreign ministry", said=("foreign ministry",)),
        _template("mil", "{adj} armed forces", "{adj} army", sector=Sector.MILITARY, said=("army",)),
        _template("people", "{adj} people", sector=Sector.CIVILIAN),
        _template("", "{adj} government", "government of {name}", said=("government",)),
    ),
    digest="test",
)  # fmt: skip


@dataclass(slots=True)
class Read:
    """A report under test; what is marked in it stands where its words first stand, or first after others."""

    text: str
    words: tuple[Word, ...] = ()
    day: str | None = DAY
    made: list[Name] = field(default_factory=list)
    roles: list[Role] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    chains: list[tuple[Span, ...]] = field(default_factory=list)
    toponyms: tuple[Toponym, ...] = ()

    @classmethod
    def parsed(cls, *sentences: str) -> Self:
        """Return a report with syntax, as ``tests.extract.trees`` writes it."""
        return cls(*words(*sentences))

    def names(self, **by_type: str | Sequence[str]) -> Self:
        """Mark every place of names: ``names(person="Ada Weir", state=["Norland"])``; longer names first."""
        marked = [
            (text, kind)
            for kind, some in by_type.items()
            for text in ([some] if isinstance(some, str) else some)
        ]
        for text, kind in sorted(marked, key=lambda one: -len(one[0])):
            for match in re.finditer(rf"(?<!\w){re.escape(text)}(?!\w)", self.text):
                if not any(n.span.start < match.end() and match.start() < n.span.end for n in self.made):
                    self.made.append(self._name(match.start(), match.end(), NameType(kind)))
        self.made.sort(key=lambda name: name.span.start)
        return self

    def _name(self, start: int, end: int, kind: NameType) -> Name:
        span = Span.of(self.text, start, end)
        return Name(id=f"nam-{start}", document="doc", type=kind, span=span, score=0.9)

    def role(self, person: str, office: str, body: str | None = None, *, former: bool = False) -> Self:
        """Mark an office of a person."""
        self.roles.append(
            Role(
                id=f"rol-{len(self.roles)}",
                document="doc",
                person=self.span(person),
                role=self.span(office),
                body=self.span(body) if body else None,
                former=former,
                why="test",
                score=0.9,
            )
        )
        return self

    def event(
        self,
        trigger: str,
        *,
        actor: str | None = None,
        recipient: str | None = None,
        place: str | None = None,
    ) -> Self:
        """Mark an event."""
        found = self.span(trigger)
        self.events.append(
            Event(
                id=f"eve-{len(self.events)}",
                document="doc",
                span=found,
                trigger=found,
                type=EventType.ACCUSE,
                mode=None,
                modality=Modality.DONE,
                actor=self.span(actor) if actor else None,
                recipient=self.span(recipient) if recipient else None,
                place=self.span(place) if place else None,
                date=None,
                contexts=(),
                asserted_in=None,
                statement=None,
                block=BlockKind.BODY,
                why="test",
                score=0.9,
            )
        )
        return self

    def figure(self, words_: str, *, holder: str) -> Self:
        """Mark a figure of one holder."""
        self.figures.append(
            Figure(
                id=f"fig-{len(self.figures)}",
                document="doc",
                span=self.span(words_),
                low=None,
                best=None,
                high=None,
                bound=Bound.VAGUE,
                unit=None,
                measure=None,
                measured=None,
                holder=self.span(holder),
                side=None,
                place=None,
                period=None,
                change=None,
                said_in=None,
                block=BlockKind.BODY,
                why="test",
                score=0.9,
            )
        )
        return self

    def chain(self, *mentions: str) -> Self:
        """Mark mentions that refer to one another, each where it first stands after the one before."""
        at, found = 0, []
        for mention in mentions:
            found.append(self.span(mention, at))
            at = found[-1].end
        self.chains.append(tuple(found))
        return self

    def span(self, words_: str, at: int = 0) -> Span:
        """Return where words first stand from a place on."""
        match = re.compile(rf"(?<!\w){re.escape(words_)}(?!\w)").search(self.text, at)
        if match is None:
            raise ValueError(f"{words_!r} is not in the text after {at}")
        return Span.of(self.text, *match.span())

    @property
    def layers(self) -> Layers:
        """What the model would have found."""
        return Layers(sentences=((0, len(self.text)),), names=(), attributions=(), words=self.words)

    @property
    def extraction(self) -> Extraction:
        """The records as they are marked."""
        day = Published(when=self.day, precision=Precision.DAY, found_in=FoundIn.OPTION) if self.day else None
        return Extraction(
            document=Document(id="doc", text=self.text, published=day),
            names=tuple(self.made),
            statements=(),
            figures=tuple(self.figures),
            events=tuple(self.events),
            roles=tuple(self.roles),
            chains=tuple(self.chains),
            made_by="test",
        )

    def refer(self) -> tuple[tuple[Reference, ...], tuple[Link, ...]]:
        """Return the references and links, by the small knowledge and no gazetteer."""
        syntax = Syntax.of(self.text, self.words)
        taken = take(self.extraction, knowledge=KNOWLEDGE)
        uses = uses_of(
            taken.extraction, self.layers, syntax, acts=lambda words_: stands_for_state(words_, KNOWLEDGE)
        )
        report = Report.of(
            taken.extraction, syntax, uses, knowledge=KNOWLEDGE, toponyms=self.toponyms, taken=taken
        )
        return refer(report, self.toponyms, version="test")

    def keys(self) -> dict[str, set[str]]:
        """Return the words that each key stands for."""
        return {each.key: {m.text for m in each.mentions} for each in self.refer()[0]}

    def key(self, words_: str) -> str | None:
        """Return the key of the reference that words, where they first stand, are a mention of."""
        span = self.span(words_)
        found = [each.key for each in self.refer()[0] if span in each.mentions]
        return found[0] if found else None

    def reference(self, key: str) -> Reference:
        """Return the reference with a key."""
        return next(each for each in self.refer()[0] if each.key == key)

    def linked(self, part: str) -> list[str]:
        """Return the keys that the parts of that name are linked to, records in order."""
        references, links = self.refer()
        return list(keys_of(references, (link for link in links if link.part == part)))


def keys_of(references: Iterable[Reference], links: Iterable[Link]) -> Iterable[str]:
    """Yield the keys of the references that links lead to."""
    by_id = {each.id: each.key for each in references}
    return (by_id[link.to] for link in links if link.to in by_id)
