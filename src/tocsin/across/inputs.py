"""The records of a report with who and where they stand for, as findings are made of them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from tocsin.reconcile import witness
from tocsin.reconcile.claims import Claimed, MarkKind, Mention
from tocsin.reconcile.inputs import Counted, Happened, Said, Told
from tocsin.record import (
    Event,
    Extraction,
    Figure,
    NameType,
    PlaceKind,
    Span,
    Statement,
    Toponym,
    Use,
    entity_id,
)
from tocsin.record.name import BODIES

_KINDS: Final = MappingProxyType(
    {
        NameType.PERSON: MarkKind.PERSON,
        NameType.STATE: MarkKind.BODY,
        NameType.NATIONALITY: MarkKind.BODY,
        **dict.fromkeys(BODIES, MarkKind.BODY),
    }
)
_SPOKEN_OF: Final = (Use.PLACE, Use.TOPIC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Inputs:
    """What one report gives to findings."""

    claimed: tuple[Claimed, ...]
    counted: tuple[Counted, ...]
    happened: tuple[Happened, ...]


Bodies = Mapping[str, str]  # whom a person speaks for: entity ids


@dataclass(frozen=True, slots=True, kw_only=True)
class _Links:
    """What the parts of a report's records stand for."""

    entities: Mapping[tuple[str, str], str]  # entity ids by record and part
    places: Mapping[tuple[str, str], Toponym]

    def entity(self, record: str, *parts: str) -> str | None:
        return next((found for part in parts if (found := self.entities.get((record, part)))), None)

    def place(self, record: str) -> str | None:
        at = self.places.get((record, "place"))
        return at.place.id if at and at.place else None

    def relation(self, record: str) -> str | None:
        at = self.places.get((record, "place"))
        return at.relation if at else None


def inputs_of(extraction: Extraction, told: Told, keys: Mapping[str, str], bodies: Bodies) -> Inputs:
    """Return what a report gives to findings.

    ``keys`` are the canonical keys of its references, by the reference's id; ``bodies`` are whom the
    reports of its story say that persons speak for, and count where the report itself says nothing.
    """
    links = _links(extraction, keys)
    own = {**bodies, **bodies_of([extraction], keys)}
    said = {each.id: _said(each, told, links, own) for each in extraction.statements}
    mentions = tuple(_mentions(extraction, keys))
    text = extraction.document.text
    return Inputs(
        claimed=tuple(Claimed(said=each, mentions=mentions) for each in said.values()),
        counted=tuple(_counted(each, told, links, said, text) for each in extraction.figures),
        happened=tuple(_happened(each, told, links, said, text) for each in extraction.events),
    )


def bodies_of(extractions: Sequence[Extraction], keys: Mapping[str, str]) -> dict[str, str]:
    """Return whom persons speak for, as reports have their roles; of several the first report's counts."""
    found: dict[str, str] = {}
    for extraction in extractions:
        links = _links(extraction, keys)
        for role in extraction.roles:
            person, body = links.entity(role.id, "person"), links.entity(role.id, "body")
            if person and body and not role.former:
                found.setdefault(person, body)
    return found


def _links(extraction: Extraction, keys: Mapping[str, str]) -> _Links:
    references = {each.id: entity_id(keys.get(each.id, each.key)) for each in extraction.references}
    toponyms = {each.id: each for each in extraction.toponyms}
    entities: dict[tuple[str, str], str] = {}
    places: dict[tuple[str, str], Toponym] = {}
    for link in extraction.links:
        if link.to in references:
            entities.setdefault((link.record, link.part), references[link.to])
        elif link.to in toponyms:
            places.setdefault((link.record, link.part), toponyms[link.to])
    return _Links(entities=entities, places=places)


def _said(statement: Statement, told: Told, links: _Links, bodies: Bodies) -> Said:
    speaker = links.entity(statement.id, "speaker", "source")
    return Said(
        statement=statement,
        speaker=speaker,
        addressee=links.entity(statement.id, "addressee"),
        via=(),
        told=told,
        body=links.entity(statement.id, "affiliation") or (bodies.get(speaker) if speaker else None),
    )


def _counted(figure: Figure, told: Told, links: _Links, said: Mapping[str, Said], text: str) -> Counted:
    return Counted(
        figure=figure,
        holder=links.entity(figure.id, "holder"),
        side=links.entity(figure.id, "side"),
        place=links.place(figure.id),
        told=told,
        said=said.get(figure.said_in or ""),
        sight=None if figure.said_in else _sight(text, figure.span),
        relation=links.relation(figure.id),
    )


def _happened(event: Event, told: Told, links: _Links, said: Mapping[str, Said], text: str) -> Happened:
    return Happened(
        event=event,
        actor=links.entity(event.id, "actor"),
        recipient=links.entity(event.id, "recipient"),
        place=links.place(event.id),
        told=told,
        said=said.get(event.asserted_in or ""),
        sight=None if event.asserted_in else _sight(text, event.trigger),
    )


def _sight(text: str, span: Span) -> str | None:
    found = witness.sight(text, span)
    return found.text if found else None


def _mentions(extraction: Extraction, keys: Mapping[str, str]) -> Iterator[Mention]:
    """Yield who and where a report names; a place that stands for somebody is named by him."""
    taken: list[Span] = []
    for reference in extraction.references:
        key, kind = keys.get(reference.id, reference.key), _KINDS.get(reference.type, MarkKind.OTHER)
        for span in reference.mentions:
            taken.append(span)
            yield Mention(span=span, key=key, kind=kind)
    for toponym in extraction.toponyms:
        if toponym.place is None or toponym.use not in _SPOKEN_OF or _over(toponym.span, taken):
            continue
        state = toponym.place.country if toponym.place.kind is PlaceKind.COUNTRY else None
        yield Mention(
            span=toponym.span,
            key=f"known:{state}" if state else toponym.place.id,
            kind=MarkKind.BODY if state else MarkKind.PLACE,
        )


def _over(span: Span, others: Iterable[Span]) -> bool:
    return any(span.start < other.end and other.start < span.end for other in others)
