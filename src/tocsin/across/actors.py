"""Entities of a case as findings count them."""

from collections.abc import Iterable, Mapping

import msgspec

from tocsin.knowledge import Knowledge
from tocsin.reconcile.inputs import Actor
from tocsin.record import Entity, entity_id


def actor_of(entity: Entity, knowledge: Knowledge) -> Actor:
    """Return an entity as an actor, with the offices that the knowledge says it held."""
    entry = knowledge.get(entity.known) if entity.known else None
    return Actor(
        id=entity.id,
        key=next((key for key in entity.keys if entity_id(key) == entity.id), min(entity.keys)),
        name=entity.name,
        type=entity.type,
        country=entity.country,
        sector=entity.sector,
        part_of=entity.part_of,
        known=entity.known,
        offices=entry.offices if entry else (),
    )


def facts_by_key(entities: Iterable[Entity], actors: Mapping[str, Actor]) -> dict[str, tuple[str, str]]:
    """Return by key the id of its entity and all that findings take from it: what changes, changes them."""
    found: dict[str, tuple[str, str]] = {}
    for entity in entities:
        facts = msgspec.json.encode(actors[entity.id]).decode()
        found |= dict.fromkeys(entity.keys, (entity.id, facts))
    return found
