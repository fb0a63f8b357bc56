"""A query as conditions on the tables."""

from sqlalchemy import ColumnElement, Connection, exists, false, select

from tocsin.store import fts
from tocsin.store.ids import document_number
from tocsin.store.instants import first_instant, last_instant
from tocsin.store.query import Query
from tocsin.store.tables import documents, extractions, records
from tocsin.store.words import Term, match_of, terms_of

Condition = ColumnElement[bool]
_later = extractions.alias("later")

NEWEST: Condition = ~exists().where(
    _later.c.document == extractions.c.document, _later.c.seq > extractions.c.seq
)


def of_documents(connection: Connection, query: Query) -> list[Condition]:
    """Documents known in the time that is asked for, or the one that is.

    Raises:
        CaseError: there is no such document, or several.
        DateError: a time is none.
    """
    where: list[Condition] = []
    if query.since is not None:
        where.append(documents.c.known >= first_instant(query.since))
    if query.as_of is not None:
        where.append(documents.c.known <= last_instant(query.as_of))
    if query.document is not None:
        where.append(documents.c.seq == document_number(connection, query.document))
    return where


def has(typed: str) -> Condition:
    """Documents whose title or text has all the words."""
    terms = terms_of(typed)
    return documents.c.seq.in_(fts.matching(fts.DOCUMENTS, match_of(terms))) if terms else false()


def said(query: Query) -> Condition | None:
    """Statements by and about whom and what is asked for; None where neither is."""
    wanted: dict[str, tuple[Term, ...]] = {}
    if query.by is not None:
        wanted["speaker"] = terms_of(query.by)
    if query.about is not None:
        wanted["contents"] = terms_of(query.about)
    if not wanted:
        return None
    if not all(wanted.values()):
        return false()
    return records.c.seq.in_(fts.matching(fts.STATEMENTS, fts.match_in(**wanted)))


def speaks(typed: str) -> Condition:
    """Documents in which such a one speaks."""
    by = said(Query(by=typed))
    spoken = select(extractions.c.document).join(records, records.c.extraction == extractions.c.seq)
    return documents.c.seq.in_(spoken.where(NEWEST, false() if by is None else by))
