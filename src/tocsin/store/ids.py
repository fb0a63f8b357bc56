"""Ids and their beginnings, as people type them."""

import re
from collections.abc import Iterable, Iterator

from sqlalchemy import ColumnElement, Connection, Select, and_, false, func, select

from tocsin.errors import CaseError
from tocsin.store import fts
from tocsin.store.append import among
from tocsin.store.tables import documents, records

_SHOWN = 5
_AFTER = "~"  # sorts behind every character of an id
_LISTED = {
    "entity": "`tocsin entities`",
    "copy": "`tocsin copies`",
    "story": "`tocsin stories`",
    "finding": "`tocsin findings`",
}
_ANY = "`tocsin documents`, `tocsin statements` or `tocsin search WORDS`"
_ID = re.compile(r"[A-Za-z0-9_.:-]+", re.ASCII)


def document_number(connection: Connection, typed: str) -> int:
    """Return the number of the document with this id, or the one id that begins so.

    Raises:
        CaseError: there is none, or several begin so.
    """
    id_ = only(typed, _documents(connection, typed), "document")
    number: int = connection.execute(select(documents.c.seq).where(documents.c.id == id_)).scalar_one()
    return number


def full_id(connection: Connection, typed: str) -> str:
    """Return the one id of a document or record that is this one or begins so.

    Raises:
        CaseError: there is none, or several begin so.
    """
    return only(typed, [*_documents(connection, typed), *_records(connection, typed)], "record")


def has_id(id_: str) -> ColumnElement[bool]:
    """Records with this id."""
    return and_(records.c.extraction.in_(_extractions(id_)), records.c.id == id_)


def with_ids(connection: Connection, ids: Iterable[str]) -> Iterator[tuple[int, str]]:
    """Yield the number of the newest record with each of these ids, and its id."""
    wanted = [id_ for id_ in ids if _ID.fullmatch(id_)]
    if not wanted:
        return
    having = fts.matching(fts.IDS, " OR ".join(f'"{id_}"' for id_ in wanted))
    newest = select(func.max(records.c.seq), records.c.id).group_by(records.c.id)
    found = newest.where(records.c.extraction.in_(having), records.c.id.in_(among(wanted)))
    yield from connection.execute(found)


def beginning(column: ColumnElement[str], typed: str) -> ColumnElement[bool]:
    """Ids of a column that begin so."""
    return and_(column >= typed, column < typed + _AFTER) if _ID.fullmatch(typed) else false()


def _documents(connection: Connection, typed: str) -> list[str]:
    ids = documents.c.id
    found = select(ids).where(ids >= typed, ids < typed + _AFTER).order_by(ids).limit(_SHOWN + 1)
    return list(connection.execute(found).scalars()) if _ID.fullmatch(typed) else []


def _records(connection: Connection, typed: str) -> list[str]:
    ids = records.c.id
    found = select(ids).distinct().where(records.c.extraction.in_(_extractions(typed)))
    found = found.where(ids >= typed, ids < typed + _AFTER).limit(_SHOWN + 1)
    return sorted(connection.execute(found).scalars()) if _ID.fullmatch(typed) else []


def _extractions(beginning: str) -> Select[int]:
    """Extractions with a record whose id begins so."""
    return fts.matching(fts.IDS, f'"{beginning}"*')


def only(typed: str, found: list[str], what: str) -> str:
    """Return the one id that was found.

    Raises:
        CaseError: there is none, or several begin so.
    """
    if len(found) == 1:
        return found[0]
    if not found:
        raise CaseError(
            f"the case holds no {what} {typed!r}",
            advice=f"list what it holds with {_LISTED.get(what, _ANY)}",
        )
    shown = ", ".join(found[:_SHOWN]) + (" …" if len(found) > _SHOWN else "")
    raise CaseError(f"several ids begin with {typed!r}: {shown}", advice="type more of the one you mean")
