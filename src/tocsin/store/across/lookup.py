"""One copy, story or finding by its id; and what else is looked up by ids."""

from collections import defaultdict
from collections.abc import Collection, Sequence

from sqlalchemy import ColumnElement, Connection, func, select

from tocsin.codec import Found
from tocsin.record import Extraction
from tocsin.record.copy import Copy
from tocsin.record.finding import Finding
from tocsin.record.story import Profile, Story
from tocsin.store.across.copies import COPY, with_words
from tocsin.store.across.facts import finding_of, story_from
from tocsin.store.across.pending import numbers_of
from tocsin.store.across.readings import extractions_at
from tocsin.store.across.stories import profiles_in
from tocsin.store.across.tables import copies, findings, stories
from tocsin.store.append import among, chunks
from tocsin.store.ids import beginning, only, with_ids
from tocsin.store.parts import PARTS
from tocsin.store.tables import documents, records
from tocsin.store.whole import records_at

_PARTS = {part.kind: part for part in PARTS}
_SEVERAL = 6


def copy_by(connection: Connection, typed: str) -> Copy:
    """Return the copy with this id, or the one id that begins so.

    Raises:
        CaseError: there is none, or several begin so.
    """
    id_ = _named(connection, copies.c.id, typed, "copy")
    (copy,) = with_words(connection, connection.execute(COPY.where(copies.c.id == id_)).all())
    return copy


def story_by(connection: Connection, typed: str) -> Story:
    """Return the story with this id, or the one id that begins so.

    Raises:
        CaseError: there is none, or several begin so.
    """
    asked = select(stories.c.facts).where(stories.c.id == story_named(connection, typed))
    return story_from(connection.execute(asked).scalar_one())


def finding_by(connection: Connection, typed: str) -> Finding:
    """Return the finding with this id, or the one id that begins so.

    Raises:
        CaseError: there is none, or several begin so.
    """
    id_ = _named(connection, findings.c.id, typed, "finding")
    return finding_of(connection.execute(select(findings.c.facts).where(findings.c.id == id_)).scalar_one())


def story_named(connection: Connection, typed: str) -> str:
    """Return the one id of a story that is this one or begins so.

    Raises:
        CaseError: there is none, or several begin so.
    """
    return _named(connection, stories.c.id, typed, "story")


def profiles_of(connection: Connection, story: str) -> list[Profile]:
    """Return the profiles of a story's reports, by (known, id).

    Raises:
        CaseError: there is no such story, or several ids begin so.
    """
    return profiles_in(connection, story_named(connection, story))


def records_by(connection: Connection, ids: Sequence[str]) -> dict[str, Found]:
    """Return the records with these ids, as they were read last, in this order; no others."""
    found: dict[str, Found] = {}
    for some in chunks(list(dict.fromkeys(ids))):
        numbers = dict(with_ids(connection, some))
        of_kind: dict[str, list[int]] = defaultdict(list)
        asked = select(records.c.seq, records.c.kind).where(records.c.seq.in_(among(numbers)))
        for number, kind in connection.execute(asked):
            of_kind[kind].append(number)
        for kind, of in of_kind.items():
            found |= {each.id: each for each in records_at(connection, _PARTS[kind], of)}
    return {id_: found[id_] for id_ in ids if id_ in found}


def readings_by(connection: Connection, ids: Collection[str]) -> dict[str, Extraction]:
    """Return the newest readings of the documents with these ids, whole, in this order."""
    numbers = numbers_of(connection, ids)
    found = extractions_at(connection, [number for number, _ in numbers.values()])
    return {id_: found[numbers[id_][0]] for id_ in ids if id_ in numbers}


def knowns(connection: Connection) -> dict[str, str]:
    """Return when each report was known, by id, the first first."""
    asked = select(documents.c.id, documents.c.known).order_by(documents.c.known, documents.c.id)
    return dict(connection.execute(asked).all())


def latest(connection: Connection) -> str | None:
    """Return when the last report was known; None of an empty case."""
    found: str | None = connection.execute(select(func.max(documents.c.known))).scalar()
    return found


def _named(connection: Connection, ids: ColumnElement[str], typed: str, what: str) -> str:
    asked = select(ids).where(beginning(ids, typed)).order_by(ids).limit(_SEVERAL)
    return only(typed, list(connection.execute(asked).scalars()), what)
