"""A query as conditions on the tables."""

from sqlalchemy import ColumnElement, Connection, exists, false, func, or_, select

from tocsin.store import fts
from tocsin.store.ids import document_number
from tocsin.store.instants import first_instant, last_instant
from tocsin.store.query import Query
from tocsin.store.tables import documents, extractions, records
from tocsin.store.words import Term, match_of, terms_of

Condition = ColumnElement[bool]
_later = extractions.alias("later")
_said = records.alias("said")

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


def claims(*, who: str | None, about: str | None) -> Condition | None:
    """Figures and events whose holder or actor has some words, and that have some words; None for neither."""
    if who is None and about is None:
        return None
    holder = terms_of(who) if who is not None else None
    words = terms_of(about) if about is not None else None
    if holder == () or words == ():
        return false()
    match = fts.match_in(who=holder) if holder else ""
    everywhere = f"({match_of(words)})" if words else ""
    return records.c.seq.in_(fts.matching(fts.CLAIMS, " AND ".join(filter(None, (match, everywhere)))))


def claimed_by(typed: str) -> Condition:
    """Figures that stand in a statement of such a one."""
    terms = terms_of(typed)
    if not terms:
        return false()
    spoken = _said.c.seq.in_(fts.matching(fts.STATEMENTS, fts.match_in(speaker=terms)))
    its_own = (_said.c.extraction == records.c.extraction) & (_said.c.id == fact("said_in"))
    readings = select(_said.c.extraction).where(spoken)  # few, so that few facts are looked into
    return records.c.extraction.in_(readings) & exists().where(spoken, its_own)


def of_records(kind: str, query: Query) -> list[Condition]:
    """Records of a kind, of the types and the modality that are asked for."""
    where: list[Condition] = [records.c.kind == kind]
    if query.types:
        asked = [str(each) for each in query.types]
        type_ = records.c.type
        where.append(or_(type_.in_(asked), func.lower(type_).in_([each.lower() for each in asked])))
    if query.modality is not None:
        where.append(fact("modality") == str(query.modality))
    return where


def fact(name: str) -> ColumnElement[str]:
    """A fact of a record, by its name."""
    return func.json_extract(records.c.facts, f"$.{name}")
