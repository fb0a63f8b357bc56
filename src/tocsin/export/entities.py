"""The entities of a case as CSV, a row each."""

from collections.abc import Iterable, Iterator

from tocsin.export.guard import guarded
from tocsin.export.separated import written
from tocsin.record import Entity

COLUMNS = (
    "id",
    "type",
    "name",
    "names",
    "country",
    "sector",
    "roles",
    "known",
    "part_of",
    "documents",
    "first",
    "last",
    "why",
)


def entities_csv(entities: Iterable[Entity]) -> Iterator[str]:
    """Yield the entities as lines of CSV, heading first; several names and roles are parted by ``|``.

    >>> [line.rstrip() for line in entities_csv(())]
    ['id,type,name,names,country,sector,roles,known,part_of,documents,first,last,why']
    """
    yield written(COLUMNS)
    for each in entities:
        yield written([_cell(each, column) for column in COLUMNS])


def _cell(entity: Entity, column: str) -> str:
    match column:
        case "names":
            return guarded(" | ".join(name for name, _ in entity.names))
        case "roles":
            return guarded(" | ".join(entity.roles))
    value = getattr(entity, column)
    return "" if value is None else guarded(str(value))
