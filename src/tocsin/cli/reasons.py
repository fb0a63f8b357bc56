"""Why a name stands for whom it does, and lies where it does: with the candidates that lost."""

from collections.abc import Iterator

from tocsin import Candidate, Entity, Reference, Toponym
from tocsin.cli.clean import one_line
from tocsin.cli.rows import located, short_id
from tocsin.codec import entity_id

Line = tuple[str, str]  # label and words


def reasons(part: str, to: Reference | Toponym) -> Iterator[Line]:
    """Yield what a part of a record stands for, why, and what else it might have been."""
    if isinstance(to, Reference):
        entity = short_id(entity_id(to.key))
        yield f"{part} is", f"{to.name} ({to.key}, {entity}), {to.score:.2f}"
        yield from _why(to.why, to.candidates, to.known)
    else:
        sure = f" ({to.place.id}), {to.score:.2f}" if to.place else ""
        yield f"{part} is", f"{located(to)}{sure}; used as {to.use}"
        yield from _why(to.why, to.candidates, to.place.id if to.place else None)


def of_entity(entity: Entity) -> Iterator[Line]:
    """Yield what an entity is, and why its names are one."""
    yield "id", entity.id
    yield "kind", f"entity, {entity.type}"
    yield "name", one_line(entity.name)
    yield "names", one_line(", ".join(f"{name} ({count})" for name, count in entity.names))
    yield "country", entity.country or "not known"
    yield "sector", str(entity.sector) if entity.sector else "not known"
    yield "roles", ", ".join(entity.roles) or "none"
    yield "part of", entity.part_of or "nothing known"
    for key in entity.keys:
        yield "key", key
    yield "why", entity.why
    yield "reports", f"{entity.documents}, known from {_day(entity.first)} to {_day(entity.last)}"


def _day(known: str | None) -> str:
    """Return a day where only that is known: such a report counts from the end of its day."""
    return (known or "…").removesuffix("T23:59:59Z").replace("T", " ")


def _why(why: str, candidates: tuple[Candidate, ...], chosen: str | None) -> Iterator[Line]:
    yield "because", why
    for each in candidates:
        label = "for it" if each.id == chosen else "not"
        parts = "; ".join(f"{w.part} {w.value:+.2f} ({w.why})" for w in each.weights)
        yield label, f"{each.name} ({each.id}) {each.score:.2f}: {parts}".rstrip(": ")
