"""References in the tables."""

import msgspec

from tocsin.record import NameType, Reference, Sector
from tocsin.store.parts.candidates import CandidateFacts, candidate_facts, candidate_of
from tocsin.store.parts.part import Part, Stored


class Facts(msgspec.Struct, omit_defaults=True):
    """What is known of a reference beside its words, its type and its score."""

    name: str
    key: str
    why: str
    country: str | None = None
    sector: Sector | None = None
    roles: tuple[str, ...] = ()
    candidates: tuple[CandidateFacts, ...] = ()


_encode = msgspec.json.Encoder().encode
_decode = msgspec.json.Decoder(Facts).decode


def _facts(reference: Reference) -> str:
    facts = Facts(
        name=reference.name,
        key=reference.key,
        why=reference.why,
        country=reference.country,
        sector=reference.sector,
        roles=reference.roles,
        candidates=tuple(candidate_facts(each) for each in reference.candidates),
    )
    return _encode(facts).decode()


def _reference(stored: Stored) -> Reference:
    facts = _decode(stored.facts)
    return Reference(
        id=stored.id,
        document=stored.document,
        type=NameType(stored.type),
        name=facts.name,
        mentions=stored.all("mention"),
        key=facts.key,
        country=facts.country,
        sector=facts.sector,
        roles=facts.roles,
        candidates=tuple(candidate_of(each) for each in facts.candidates),
        why=facts.why,
        score=stored.score,
    )


REFERENCES: Part[Reference] = Part(
    kind="reference",
    of=lambda extraction: extraction.references,
    type=lambda reference: reference.type.value,
    facts=_facts,
    make=_reference,
)
