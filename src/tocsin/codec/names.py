"""Names in JSON."""

from tocsin.codec.kinds import Json, Kind
from tocsin.codec.spans import SpanJson, span_json, span_of
from tocsin.record import Name, NameType


class NameJson(SpanJson):
    """A name in JSON."""

    id: str
    document: str
    type: NameType
    score: float


def _body(name: Name) -> Json:
    return {"type": name.type.value, **span_json(name.span)}


def _name(data: NameJson) -> Name:
    return Name(id=data.id, document=data.document, type=data.type, span=span_of(data), score=data.score)


NAME: Kind[Name] = Kind(
    name="name",
    plural="names",
    record=Name,
    of=lambda extraction: extraction.names,
    body=_body,
    shape=NameJson,
    make=_name,
)
