"""Entities of a case, doubts about them and judgements, in JSON; they are views and verdicts, no records."""

from tocsin.codec.candidates import weights_json
from tocsin.codec.kinds import Json
from tocsin.record import Entity, Judgement
from tocsin.record.linking import Edge, Group


def entity_json(entity: Entity) -> Json:
    """Return an entity as JSON has it."""
    return {
        "id": entity.id,
        "type": entity.type.value,
        "name": entity.name,
        "names": [{"name": name, "mentions": count} for name, count in entity.names],
        "country": entity.country,
        "sector": entity.sector.value if entity.sector else None,
        "roles": list(entity.roles),
        "known": entity.known,
        "part_of": entity.part_of,
        "keys": list(entity.keys),
        "documents": entity.documents,
        "first": entity.first,
        "last": entity.last,
        "why": entity.why,
    }


def judgement_json(judgement: Judgement) -> Json:
    """Return a judgement as JSON has it."""
    return {
        "id": judgement.id,
        "left": judgement.left,
        "right": judgement.right,
        "verdict": judgement.verdict.value,
        "by": judgement.by,
        "at": judgement.at,
        "why": judgement.why,
    }


def edge_json(edge: Edge, left: Group, right: Group, *, joined: bool) -> Json:
    """Return a doubt as JSON has it: two groups of names, what speaks for and against, whether joined now."""
    return {
        "left": _group_json(left),
        "right": _group_json(right),
        "score": edge.score,
        "weights": weights_json(edge.weights),
        "joined": joined,
    }


def _group_json(group: Group) -> Json:
    return {
        "key": group.key,
        "type": group.type.value,
        "names": [{"name": name, "mentions": count} for name, count in group.names],
        "countries": list(group.countries),
        "roles": list(group.roles),
        "documents": group.documents,
    }
