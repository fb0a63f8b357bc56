"""A query as conditions on the tables."""

from collections.abc import Collection, Iterable, Sequence

from sqlalchemy import (
    ColumnElement,
    Connection,
    FromClause,
    Select,
    exists,
    false,
    func,
    or_,
    select,
    union_all,
)

from tocsin.store import fts
from tocsin.store.append import among
from tocsin.store.ids import document_number
from tocsin.store.instants import first_instant, last_instant
from tocsin.store.query import Query
from tocsin.store.tables import counted, documents, extractions, links, records
from tocsin.store.words import match_of, terms_of

Condition = ColumnElement[bool]
Meant = Collection[str] | None  # the keys of those who are meant; nobody, where none has the words
SPEAKER = ("speaker", "source", "affiliation")
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
    if query.documents is not None:
        where.append(documents.c.id.in_(among(query.documents)))
    return where


def has(typed: str, keys: Meant = None) -> Condition:
    """Documents whose title or text has all the words, or that name one who is meant."""
    terms = terms_of(typed)
    words = documents.c.seq.in_(fts.matching(fts.DOCUMENTS, match_of(terms))) if terms else false()
    if not keys:
        return words
    naming = (
        select(extractions.c.document)
        .join(records, records.c.extraction == extractions.c.seq)
        .where(records.c.seq.in_(select(counted.c.record).where(counted.c.key.in_(among(keys)))))
    )
    return or_(words, documents.c.seq.in_(naming))


def said(typed: str, keys: Meant = None, *, of: FromClause = records) -> Condition:
    """Statements by whom is asked for: those that are linked to who is meant, else those with the words."""
    return _by(of, fts.STATEMENTS, "speaker", typed, keys, SPEAKER)


def saying(typed: str, keys: Meant = None) -> Condition:
    """Statements about what is asked for: with the words in them, or linked to who is meant."""
    terms = terms_of(typed)
    words = fts.matching(fts.STATEMENTS, fts.match_in(contents=terms)) if terms else None
    return _in(records, words, linked(keys) if keys else None)


def speaks(typed: str, keys: Meant = None) -> Condition:
    """Documents in which such a one speaks."""
    spoken = select(extractions.c.document).join(records, records.c.extraction == extractions.c.seq)
    return documents.c.seq.in_(spoken.where(NEWEST, said(typed, keys)))


def held(typed: str, keys: Meant, part: str) -> Condition:
    """Figures and events whose holder or actor is who is meant, or has the words."""
    return _by(records, fts.CLAIMS, "who", typed, keys, (part,))


def claims(typed: str, keys: Meant = None) -> Condition:
    """Figures and events that have the words, or that are linked to who is meant."""
    terms = terms_of(typed)
    words = fts.matching(fts.CLAIMS, match_of(terms)) if terms else None
    return _in(records, words, linked(keys) if keys else None)


def claimed_by(typed: str, keys: Meant = None, *, part: str = "said_in") -> Condition:
    """Figures that stand in a statement of such a one; with ``asserted_in``, events."""
    spoken = said(typed, keys, of=_said)
    its_own = (_said.c.extraction == records.c.extraction) & (_said.c.id == fact(part))
    readings = select(_said.c.extraction).where(spoken)  # few, so that few facts are looked into
    return records.c.extraction.in_(readings) & exists().where(spoken, its_own)


def linked(keys: Iterable[str], parts: Sequence[str] = ()) -> Select[int]:
    """Return the numbers of records that are linked to those who have these keys, by some part or by any."""
    asked = select(links.c.record).join(counted, counted.c.record == links.c.target)
    asked = asked.where(counted.c.key.in_(among(keys)))
    return asked.where(links.c.part.in_(parts)) if parts else asked


def _by(of: FromClause, index: str, column: str, typed: str, keys: Meant, parts: Sequence[str]) -> Condition:
    """Records by whom is asked for; what is linked to somebody else is not, whatever its words."""
    terms = terms_of(typed)
    words = fts.matching(index, fts.match_in(**{column: terms})) if terms else None
    if not keys:
        return _in(of, words, None)
    if words is not None:
        row = words.selected_columns[0]
        words = words.where(~exists().where(links.c.record == row, links.c.part.in_(parts)))
    return _in(of, words, linked(keys, parts))


def _in(of: FromClause, one: Select[int] | None, other: Select[int] | None) -> Condition:
    if one is not None and other is not None:
        return of.c.seq.in_(union_all(one, other))
    found = one if one is not None else other
    return false() if found is None else of.c.seq.in_(found)


def of_records(kind: str, query: Query) -> list[Condition]:
    """Records of a kind, of the types and the modality that are asked for."""
    where: list[Condition] = [records.c.kind == kind]
    if query.types:
        asked = [str(each) for each in query.types]
        type_ = records.c.type
        where.append(or_(type_.in_(asked), func.lower(type_).in_([each.lower() for each in asked])))
    if query.modality is not None:
        where.append(fact("modality") == str(query.modality))
    if query.place is not None:
        where.append(fact("place[0]") == query.place)
    return where


def fact(name: str) -> ColumnElement[str]:
    """A fact of a record, by its name."""
    return func.json_extract(records.c.facts, f"$.{name}")
