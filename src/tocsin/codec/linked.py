"""Entities and places on the parts of records in JSON: "actor": {…, "entity": "ent-…"}."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from tocsin.codec.kinds import Json
from tocsin.record import Extraction, entity_id


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """What a part of a record stands for: an entity's id, a place's id, or neither."""

    entity: str | None = None
    place: str | None = None


Links = Mapping[tuple[str, str], Linked]  # by the id of a record and the part of it
LinksOf = Callable[[str], Links]  # by the id of a document: those of its records
# the parts of each kind of record that may stand for something, as the evidence calls them
PARTS: Mapping[str, tuple[str, ...]] = {
    "name": ("name",),
    "statement": ("speaker", "source", "affiliation"),
    "figure": ("holder", "side", "place"),
    "event": ("actor", "recipient", "place"),
    "role": ("person", "body"),
}


def links_of(extraction: Extraction) -> Links:
    """Return what the parts of a report's records stand for, by record and part."""
    entities = {each.id: entity_id(each.key) for each in extraction.references}
    places = {each.id: each.place.id if each.place else None for each in extraction.toponyms}
    found: dict[tuple[str, str], Linked] = {}
    for link in extraction.links:
        at = link.record, link.part
        had = found.get(at, Linked())
        found[at] = Linked(entity=had.entity or entities.get(link.to), place=had.place or places.get(link.to))
    return found


def with_links(kind: str, record: str, body: Json, links: Links) -> Json:
    """Return the JSON of a record with ``entity`` and ``place`` on each part that may have them.

    >>> with_links("event", "ev-1", {"actor": {"text": "Kyiv"}, "recipient": None},
    ...            {("ev-1", "actor"): Linked(entity="ent-1")})
    {'actor': {'text': 'Kyiv', 'entity': 'ent-1', 'place': None}, 'recipient': None}
    """
    made = dict(body)
    for part in PARTS.get(kind, ()):
        to = links.get((record, part), Linked())
        keys = {"entity": to.entity, "place": to.place}
        if part == kind:  # a name stands for a state, and lies at a place
            keys["place"] = to.place or links.get((record, "place"), Linked()).place
            made |= keys
        elif isinstance(value := made.get(part), dict):
            made[part] = value | keys
        elif part == "affiliation" and (speaker := made.get("speaker")) and speaker[part]:
            made["speaker"] = speaker | {part: speaker[part] | keys}
    return made


def no_links(_: str) -> Links:
    """Return that nothing in a document is known to stand for anything."""
    return {}
