"""Who the references of reports stand for as it is known now, for those who make findings of them."""

from collections.abc import Collection, Sequence

from sqlalchemy import Connection, func, select

from tocsin.record import Entity
from tocsin.store.across.tables import acting
from tocsin.store.append import among, put, remove
from tocsin.store.conditions import NEWEST
from tocsin.store.entities import renewal, views
from tocsin.store.entities.judged import is_reference, standing
from tocsin.store.linking import Linking
from tocsin.store.parts import REFERENCES
from tocsin.store.query import Query
from tocsin.store.tables import counted, extractions, judgements, members, records

_LOOKED = ""  # no key: what had been judged when the case was last looked at as a whole
_KEY = func.coalesce(counted.c.key, func.json_extract(records.c.facts, "$.key"))
_CANONICAL = func.coalesce(members.c.canonical, _KEY)
_REFERENCES = (
    select(records.c.id, _CANONICAL)
    .join(extractions, extractions.c.seq == records.c.extraction)
    .outerjoin(counted, counted.c.record == records.c.seq)
    .outerjoin(members, members.c.key == _KEY)
    .where(records.c.kind == REFERENCES.kind, NEWEST)
)


def entities(connection: Connection, linking: Linking) -> list[Entity]:
    """Return the entities of the case, made anew where another linking has made them."""
    renewal.make_current(connection, linking)
    return list(views.entities_of(connection, Query(), linking))


def meant(connection: Connection, documents: Sequence[int]) -> dict[str, str]:
    """Return the canonical key of every reference of the documents with these numbers, by its id."""
    asked = _REFERENCES.where(extractions.c.document.in_(among(documents)))
    return dict(connection.execute(asked.order_by(records.c.seq)).all())


def judged(connection: Connection) -> dict[str, str]:
    """Return the canonical key of each reference that people have judged, by its id."""
    ids = {side for each in standing(connection) for side in (each.left, each.right) if is_reference(side)}
    asked = _REFERENCES.where(records.c.id.in_(among(sorted(ids))))
    return dict(connection.execute(asked).all()) if ids else {}


def looked(connection: Connection) -> bool:
    """Tell whether the case was looked at as a whole after the last report and the last judgement."""
    said = connection.execute(select(acting.c.entity).where(acting.c.key == _LOOKED)).scalar()
    return said == _judgements(connection)


def look(connection: Connection, *, done: bool) -> None:
    """Say that the case has been looked at as a whole, with all that people said; or that it is to be."""
    remove(connection, acting, [(_LOOKED,)])
    if done:
        put(connection, acting, [(_LOOKED, _judgements(connection), "")])


def actors(connection: Connection) -> dict[str, tuple[str, str]]:
    """Return who acts, by key: the id of the entity, and its facts."""
    asked = select(acting).where(acting.c.key != _LOOKED).order_by(acting.c.key)
    return {key: (entity, facts) for key, entity, facts in connection.execute(asked)}


def _judgements(connection: Connection) -> str:
    """Return how often people have judged: with no new report, entities change by that alone."""
    return str(connection.execute(select(func.count()).select_from(judgements)).scalar_one())


def naming(connection: Connection, keys: Collection[str]) -> set[int]:
    """Return the numbers of the documents whose newest reading has a reference of one of these.

    Each is a key that references count under, or the id of a reference.
    """
    ids = sorted(filter(is_reference, keys))
    asked = select(extractions.c.document).join(records, records.c.extraction == extractions.c.seq)
    counting = asked.join(counted, counted.c.record == records.c.seq).where(NEWEST)
    found = set(connection.execute(counting.where(counted.c.key.in_(among(sorted(keys))))).scalars())
    if ids:
        own = asked.where(NEWEST, records.c.kind == REFERENCES.kind, records.c.id.in_(among(ids)))
        found |= set(connection.execute(own).scalars())
    return found
