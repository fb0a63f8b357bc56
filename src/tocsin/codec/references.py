"""References, the entities of one report, in JSON."""

import msgspec

from tocsin.codec.candidates import candidates_json
from tocsin.codec.kinds import Json, Kind
from tocsin.codec.spans import Quotes, quotes_json
from tocsin.record import Candidate, NameType, Reference, Sector, Span, entity_id


class ReferenceJson(msgspec.Struct):
    """A reference in JSON."""

    id: str
    document: str
    evidence: Quotes
    type: NameType
    name: str
    key: str
    country: str | None
    sector: Sector | None
    roles: tuple[str, ...]
    candidates: tuple[Candidate, ...]
    why: str
    score: float


def _body(reference: Reference) -> Json:
    return {
        "entity": entity_id(reference.key),
        "evidence": quotes_json(reference.mentions),
        "type": reference.type.value,
        "name": reference.name,
        "key": reference.key,
        "country": reference.country,
        "sector": reference.sector.value if reference.sector else None,
        "roles": list(reference.roles),
        "candidates": candidates_json(reference.candidates),
        "why": reference.why,
    }


def _reference(data: ReferenceJson) -> Reference:
    return Reference(
        id=data.id,
        document=data.document,
        type=data.type,
        name=data.name,
        mentions=tuple(Span(start=each.start, end=each.end, text=each.quote) for each in data.evidence),
        key=data.key,
        country=data.country,
        sector=data.sector,
        roles=data.roles,
        candidates=data.candidates,
        why=data.why,
        score=data.score,
    )


REFERENCE: Kind[Reference] = Kind(
    name="reference",
    plural="entities",
    record=Reference,
    of=lambda extraction: extraction.references,
    body=_body,
    shape=ReferenceJson,
    make=_reference,
)
