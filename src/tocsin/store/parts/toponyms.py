"""Toponyms in the tables; what lists are filtered by is their use."""

import msgspec

from tocsin.record import Place, PlaceKind, PlacePrecision, Toponym, Use
from tocsin.store.parts.candidates import CandidateFacts, candidate_facts, candidate_of
from tocsin.store.parts.part import Part, Stored

Box = tuple[float, float, float, float]


class PlaceFacts(msgspec.Struct, array_like=True):
    """A place, its id first: that is looked for."""

    id: str
    name: str
    kind: PlaceKind
    latitude: float
    longitude: float
    country: str | None
    region: str | None
    population: int
    box: Box | None = None


class Facts(msgspec.Struct, omit_defaults=True):
    """What is known of a toponym beside its words, its use and its score."""

    why: str
    place: PlaceFacts | None = None
    precision: PlacePrecision | None = None
    relation: str | None = None
    box: Box | None = None
    within: PlaceFacts | None = None
    candidates: tuple[CandidateFacts, ...] = ()


_encode = msgspec.json.Encoder().encode
_decode = msgspec.json.Decoder(Facts).decode
_decode_place = msgspec.json.Decoder(PlaceFacts).decode


def place_of(facts: str) -> Place:
    """Return the place that was kept as JSON."""
    return _place(_decode_place(facts))


def _place_facts(place: Place | None) -> PlaceFacts | None:
    if place is None:
        return None
    return PlaceFacts(
        id=place.id,
        name=place.name,
        kind=place.kind,
        latitude=place.latitude,
        longitude=place.longitude,
        country=place.country,
        region=place.region,
        population=place.population,
        box=place.box,
    )


def _place(facts: PlaceFacts) -> Place:
    return Place(
        id=facts.id,
        name=facts.name,
        kind=facts.kind,
        latitude=facts.latitude,
        longitude=facts.longitude,
        country=facts.country,
        region=facts.region,
        population=facts.population,
        box=facts.box,
    )


def _facts(toponym: Toponym) -> str:
    facts = Facts(
        why=toponym.why,
        place=_place_facts(toponym.place),
        precision=toponym.precision,
        relation=toponym.relation,
        box=toponym.box,
        within=_place_facts(toponym.within),
        candidates=tuple(candidate_facts(each) for each in toponym.candidates),
    )
    return _encode(facts).decode()


def _toponym(stored: Stored) -> Toponym:
    facts = _decode(stored.facts)
    span = stored.one("toponym")
    return Toponym(
        id=stored.id,
        document=stored.document,
        span=span,
        phrase=stored.maybe("phrase") or span,
        use=Use(stored.type),
        place=_place(facts.place) if facts.place else None,
        precision=facts.precision,
        relation=facts.relation,
        box=facts.box,
        within=_place(facts.within) if facts.within else None,
        candidates=tuple(candidate_of(each) for each in facts.candidates),
        why=facts.why,
        score=stored.score,
    )


TOPONYMS: Part[Toponym] = Part(
    kind="toponym",
    of=lambda extraction: extraction.toponyms,
    type=lambda toponym: toponym.use.value,
    facts=_facts,
    make=_toponym,
)
