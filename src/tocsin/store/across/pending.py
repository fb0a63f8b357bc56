"""Which reports are linked, and which are still to be."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import TypeVarTuple

from sqlalchemy import Connection, Select, func, select

from tocsin.store.across.tables import linked
from tocsin.store.append import among
from tocsin.store.conditions import NEWEST
from tocsin.store.tables import documents, extractions

Ts = TypeVarTuple("Ts")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pending:
    """A report whose newest reading is not linked yet."""

    document: int  # its number, by which rows go
    id: str
    extraction: int
    known: str
    before: int | None  # the reading that is linked, an older one


def pending_in(connection: Connection, limit: int) -> list[Pending]:
    """Return the first reports whose newest reading is not linked, by number."""
    of = documents.c
    columns = (of.seq, of.id, extractions.c.seq, of.known, linked.c.extraction)
    asked = _unlinked(select(*columns)).join(documents, of.seq == extractions.c.document)
    found = connection.execute(asked.order_by(of.seq).limit(limit))
    return [
        Pending(document=document, id=id_, extraction=extraction, known=known, before=before)
        for document, id_, extraction, known, before in found
    ]


def count_in(connection: Connection) -> int:
    """Return how many reports have a newest reading that is not linked."""
    asked = _unlinked(select(func.count()).select_from(extractions))
    number: int = connection.execute(asked).scalar_one()
    return number


def linked_in(connection: Connection) -> int:
    """Return how many reports are linked."""
    number: int = connection.execute(select(func.count()).select_from(linked)).scalar_one()
    return number


def reread(connection: Connection) -> bool:
    """Tell whether a linked report has been read anew since."""
    asked = _unlinked(select(extractions.c.seq).select_from(extractions))
    return connection.execute(asked.where(linked.c.extraction.is_not(None)).limit(1)).first() is not None


def waits(connection: Connection) -> bool:
    """Tell whether a report has a newest reading that is not linked."""
    asked = _unlinked(select(extractions.c.seq).select_from(extractions))
    return connection.execute(asked.limit(1)).first() is not None


def numbers_of(connection: Connection, ids: Collection[str]) -> dict[str, tuple[int, str]]:
    """Return the number of each of these documents, and when it was known, by its id."""
    asked = select(documents.c.id, documents.c.seq, documents.c.known).where(documents.c.id.in_(among(ids)))
    return {id_: (number, known) for id_, number, known in connection.execute(asked)}


def _unlinked(asked: Select[*Ts]) -> Select[*Ts]:
    return asked.outerjoin(linked, linked.c.document == extractions.c.document).where(
        NEWEST, linked.c.extraction.is_distinct_from(extractions.c.seq)
    )
