"""What a case shows of several reports together: copies, stories, findings, each as it was last made."""

from collections.abc import Collection, Iterator
from itertools import islice

from sqlalchemy import ColumnElement, Connection, Select, Table, func, or_, select

from tocsin.record.copy import Copy
from tocsin.record.finding import Finding
from tocsin.record.story import Story
from tocsin.store.across.copies import COPY, with_words
from tocsin.store.across.facts import finding_of, story_from
from tocsin.store.across.lookup import story_named
from tocsin.store.across.tables import (
    copies,
    finding_members,
    finding_origins,
    findings,
    stories,
    story_of,
)
from tocsin.store.across.words import have
from tocsin.store.append import among
from tocsin.store.conditions import Condition, claimed_by, claims, has, said, saying
from tocsin.store.ids import document_number
from tocsin.store.instants import first_instant
from tocsin.store.linking import Linking
from tocsin.store.meant import about, by
from tocsin.store.query import Query
from tocsin.store.tables import documents, records
from tocsin.store.views import ROWS_AT_ONCE, STREAMED, batched
from tocsin.store.words import holds, terms_of

_SAID_IN = ("said_in", "asserted_in")  # of figures, of events


def copies_of(connection: Connection, query: Query) -> Iterator[Copy]:
    """Yield the copies that are asked for, those of the largest share first.

    Raises:
        CaseError: there is no such document or story, or several.
        DateError: a time is none.
    """
    where = [*_is(copies.c.kind, query.kind), *_since(copies.c.known, query)]
    if query.document is not None:
        where.append(_either((document_number(connection, query.document),)))
    if query.story is not None:
        story = story_named(connection, query.story)
        where.append(_either(select(story_of.c.document).where(story_of.c.story == story)))
    if query.about is not None:
        where.append(_either(select(documents.c.seq).where(has(query.about))))
    asked = COPY.where(*where).order_by(copies.c.share.desc(), copies.c.id)
    rows = connection.execute(asked, execution_options=STREAMED)
    found = (copy for some in batched(rows, ROWS_AT_ONCE) for copy in with_words(connection, some))
    if query.about is not None:
        terms = terms_of(query.about)
        found = (copy for copy in found if any(holds(words, terms) for words in _passages(copy)))
    yield from islice(found, query.limit)


def stories_of(connection: Connection, query: Query) -> Iterator[Story]:
    """Yield the stories that are asked for: of most reports first, then the latest.

    Raises:
        CaseError: there is no such document, or several.
        DateError: a time is none.
    """
    of = stories.c
    where = _since(of.last, query)
    if query.document is not None:
        number = document_number(connection, query.document)
        where.append(of.id.in_(select(story_of.c.story).where(story_of.c.document == number)))
    if query.about is not None or query.about_entities:
        typed = query.about or ""
        telling = select(documents.c.seq).where(has(typed, about(connection, query)))
        theirs = select(story_of.c.story).where(story_of.c.document.in_(telling))
        where.append(or_(have(of.words, typed), of.id.in_(theirs)))
    asked = select(of.id).where(*where).order_by(of.documents.desc(), of.last.desc(), of.id)
    yield from map(story_from, _facts(connection, stories, asked.limit(query.limit)))


def findings_of(connection: Connection, query: Query, linking: Linking) -> Iterator[Finding]:
    """Yield the findings that are asked for: the disputed first, then by reports, then the latest.

    Raises:
        CaseError: there is no such document or story, or several.
        DateError: a time is none.
    """
    of = findings.c
    where = [
        *_is(of.kind, query.kind),
        *_is(of.status, query.status),
        *_since(of.last, query),
        *_where(connection, query),
        *_who_and_what(connection, query, linking),
    ]
    if query.types:
        where.append(func.lower(of.measure).in_([str(each).lower() for each in query.types]))
    if query.open:
        where.append(of.open_since.is_not(None))
    in_order = (of.rank, of.documents.desc(), of.last.desc(), of.id)
    asked = select(of.id).where(*where).order_by(*in_order)
    yield from map(finding_of, _facts(connection, findings, asked.limit(query.limit)))


def _where(connection: Connection, query: Query) -> Iterator[Condition]:
    """Yield the conditions on the reports of a finding's members."""
    of = finding_members.c
    members = select(of.finding)
    if query.document is not None:
        number = document_number(connection, query.document)
        yield findings.c.id.in_(members.where(of.document == number))
    if query.story is not None:
        theirs = story_of.c.story == story_named(connection, query.story)
        yield findings.c.id.in_(members.join(story_of, story_of.c.document == of.document).where(theirs))


def _who_and_what(connection: Connection, query: Query, linking: Linking) -> Iterator[Condition]:
    """Yield the conditions on the origins and speakers of a finding, and on what it is about."""
    if query.by is not None or query.by_entities:
        of, typed, keys = finding_origins.c, query.by or "", by(connection, query, linking)
        named = select(of.finding).where(or_(have(of.words, typed), of.key.in_(among(keys))))
        spoken = _answering(said(typed, keys), *(claimed_by(typed, keys, part=part) for part in _SAID_IN))
        yield or_(findings.c.id.in_(named), findings.c.id.in_(spoken))
    if query.about is not None or query.about_entities:
        typed, keys = query.about or "", about(connection, query)
        answering = _answering(saying(typed, keys), claims(typed, keys))
        yield or_(have(findings.c.words, typed), findings.c.id.in_(answering))


def _answering(*such: Condition) -> Select[str]:
    """Return the ids of findings with a member that is such a record."""
    telling = select(records.c.id).where(or_(*such))
    return select(finding_members.c.finding).where(finding_members.c.record.in_(telling))


def _is(column: ColumnElement[str], asked: str | None) -> list[Condition]:
    return [] if asked is None else [column == str(asked)]


def _since(column: ColumnElement[str], query: Query) -> list[Condition]:
    return [] if query.since is None else [column >= first_instant(query.since)]


def _either(numbers: Collection[int] | Select[int]) -> Condition:
    """Copies of which one side is such a document."""
    return or_(copies.c.left.in_(numbers), copies.c.right.in_(numbers))


def _passages(copy: Copy) -> Iterator[str]:
    return (span.text for passage in copy.passages for span in (passage.left, passage.right))


def _facts(connection: Connection, table: Table, asked: Select[str]) -> Iterator[str]:
    """Yield the facts of the rows that are asked for, in their order: only what is taken is read."""
    ids = connection.execute(asked, execution_options=STREAMED).scalars()
    for some in batched(ids, ROWS_AT_ONCE):
        facts = connection.execute(select(table.c.id, table.c.facts).where(table.c.id.in_(among(some))))
        of = dict(facts.all())
        yield from (of[id_] for id_ in some)
