"""Names in the tables."""

from tocsin.record import Name, NameType
from tocsin.store.parts.part import Part, Stored


def _name(stored: Stored) -> Name:
    return Name(
        id=stored.id,
        document=stored.document,
        type=NameType(stored.type),
        span=stored.one("name"),
        score=stored.score,
    )


NAMES: Part[Name] = Part(
    kind="name",
    of=lambda extraction: extraction.names,
    type=lambda name: name.type.value,
    facts=lambda _: "{}",
    make=_name,
)
