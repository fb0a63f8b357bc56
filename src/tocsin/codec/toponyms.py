"""Toponyms, the places of one report, in JSON."""

from tocsin.codec.candidates import candidates_json
from tocsin.codec.kinds import Json, Kind
from tocsin.codec.spans import SpanJson, span_json, span_of
from tocsin.record import Candidate, Place, PlacePrecision, Toponym, Use

Box = tuple[float, float, float, float]


class ToponymJson(SpanJson):
    """A toponym in JSON."""

    id: str
    document: str
    phrase: SpanJson
    use: Use
    place: Place | None
    precision: PlacePrecision | None
    relation: str | None
    box: Box | None
    within: Place | None
    candidates: tuple[Candidate, ...]
    why: str
    score: float


def place_json(place: Place | None) -> Json | None:
    """Return a place of the gazetteer as JSON has it; null for none."""
    if place is None:
        return None
    return {
        "id": place.id,
        "name": place.name,
        "kind": place.kind.value,
        "latitude": place.latitude,
        "longitude": place.longitude,
        "country": place.country,
        "region": place.region,
        "population": place.population,
        "box": list(place.box) if place.box else None,
    }


def _body(toponym: Toponym) -> Json:
    return {
        **span_json(toponym.span),
        "phrase": span_json(toponym.phrase),
        "use": toponym.use.value,
        "place": place_json(toponym.place),
        "precision": toponym.precision.value if toponym.precision else None,
        "relation": toponym.relation,
        "box": list(toponym.box) if toponym.box else None,
        "within": place_json(toponym.within),
        "candidates": candidates_json(toponym.candidates),
        "why": toponym.why,
    }


def _toponym(data: ToponymJson) -> Toponym:
    return Toponym(
        id=data.id,
        document=data.document,
        span=span_of(data),
        phrase=span_of(data.phrase),
        use=data.use,
        place=data.place,
        precision=data.precision,
        relation=data.relation,
        box=data.box,
        within=data.within,
        candidates=data.candidates,
        why=data.why,
        score=data.score,
    )


TOPONYM: Kind[Toponym] = Kind(
    name="toponym",
    plural="places",
    record=Toponym,
    of=lambda extraction: extraction.toponyms,
    body=_body,
    shape=ToponymJson,
    make=_toponym,
)
