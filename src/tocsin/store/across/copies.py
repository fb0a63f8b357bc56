"""Copies in the tables: their passages are numbers there, and have words when they come out."""

from collections.abc import Collection, Iterator, Sequence

from sqlalchemy import Connection, or_, select

from tocsin.record.copy import Copy
from tocsin.store.across.facts import copy_of, copy_text
from tocsin.store.across.pending import numbers_of
from tocsin.store.across.tables import copies, pairs
from tocsin.store.append import among, chunks, put, remove
from tocsin.store.tables import documents
from tocsin.store.whole import AnyRow

_PAIR = select(pairs.c.left, pairs.c.right, pairs.c.id, pairs.c.facts)
COPY = select(copies.c.left, copies.c.right, copies.c.id, copies.c.facts)
Pair = tuple[str, str]  # documents, by id


def copies_in(connection: Connection, numbers: Collection[int] | None = None) -> list[Copy]:
    """Return all copies, or those of these documents, by id."""
    asked = COPY.order_by(copies.c.id)
    if numbers is not None:
        asked = asked.where(or_(*(side.in_(among(numbers)) for side in (copies.c.left, copies.c.right))))
    rows = connection.execute(asked).all()
    return [each for some in chunks(rows) for each in with_words(connection, some)]


def pairs_in(connection: Connection) -> list[Copy]:
    """Return all copies as two reports alone show them, by left and right."""
    rows = connection.execute(_PAIR.order_by(pairs.c.left, pairs.c.right)).all()
    found = [each for some in chunks(rows) for each in with_words(connection, some)]
    return sorted(found, key=lambda each: (each.left, each.right))


def put_pairs(connection: Connection, come: Sequence[Copy], gone: Sequence[Pair]) -> None:
    """Take away what these pairs of documents show alone, then set what comes."""
    at = _numbers(connection, come, gone)
    remove(connection, pairs, [(at[left][0], at[right][0]) for left, right in gone])
    put(
        connection,
        pairs,
        [(at[each.left][0], at[each.right][0], each.id, copy_text(each)) for each in come],
    )


def put_copies(connection: Connection, come: Sequence[Copy], gone: Sequence[Pair]) -> None:
    """Take away the copies between these pairs of documents, then set those that come."""
    at = _numbers(connection, come, gone)
    remove(connection, copies, [(at[left][0], at[right][0]) for left, right in gone])
    put(
        connection,
        copies,
        [
            (
                at[each.left][0],
                at[each.right][0],
                each.id,
                max(at[each.left][1], at[each.right][1]),
                each.kind.value,
                max(each.left_share, each.right_share),
                copy_text(each),
            )
            for each in come
        ],
    )


def _numbers(
    connection: Connection, come: Sequence[Copy], gone: Sequence[Pair]
) -> dict[str, tuple[int, str]]:
    ids = {id_ for pair in gone for id_ in pair} | {id_ for each in come for id_ in (each.left, each.right)}
    return numbers_of(connection, ids)


def with_words(connection: Connection, rows: Sequence[AnyRow]) -> Iterator[Copy]:
    """Yield the copies of some rows of ``COPY``, in their order, with the words of their reports."""
    texts = dict(_texts(connection, {number for row in rows for number in (row.left, row.right)}))
    return (copy_of(row.facts, row.id, texts[row.left], texts[row.right]) for row in rows)


def _texts(connection: Connection, numbers: Collection[int]) -> Iterator[tuple[int, Pair]]:
    of = documents.c
    asked = select(of.seq, of.id, of.text).where(of.seq.in_(among(numbers)))
    return ((number, (id_, text)) for number, id_, text in connection.execute(asked))
