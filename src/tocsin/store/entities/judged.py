"""What people say of two: kept for ever, and of several verdicts on the same two the newest holds."""

import re
from collections.abc import Iterable, Iterator, Mapping

from sqlalchemy import ColumnElement, Connection, or_, select

from tocsin.record import Judgement, Reference, Verdict
from tocsin.store.append import among, append, next_number
from tocsin.store.tables import judgements
from tocsin.store.whole import AnyRow

_REFERENCE = re.compile(r"ref-[0-9a-f]+")
_later = judgements.alias("later_judgements")
_NEWER = _later.c.seq > judgements.c.seq
_SAME_TWO = (_later.c.left == judgements.c.left) & (_later.c.right == judgements.c.right)
HOLDS: ColumnElement[bool] = ~select(_later.c.seq).where(_SAME_TWO, _NEWER).exists()
SAID: ColumnElement[bool] = judgements.c.verdict != Verdict.WITHDRAWN.value


def is_reference(side: str) -> bool:
    """Tell whether a side of a judgement is the id of a reference, and no key.

    >>> is_reference("ref-0123456789abcdef0123"), is_reference("person:ref-0")
    (True, False)
    """
    return bool(_REFERENCE.fullmatch(side))


def add(connection: Connection, judgement: Judgement, recorded: str) -> bool:
    """Add a judgement, and tell whether it is new: the same one twice is one."""
    there = select(judgements.c.seq).where(judgements.c.id == judgement.id)
    if connection.execute(there).first():
        return False
    row = (
        next_number(connection, judgements),
        judgement.id,
        judgement.left,
        judgement.right,
        judgement.verdict.value,
        judgement.by,
        judgement.at,
        judgement.why,
        recorded,
    )
    append(connection, judgements, [row])
    return True


def everything(connection: Connection) -> Iterator[Judgement]:
    """Yield all judgements, the oldest first: those that hold, and those that a newer one stands before."""
    for row in connection.execute(select(judgements).order_by(judgements.c.seq)):
        yield _judgement(row)


def standing(connection: Connection) -> Iterator[Judgement]:
    """Yield the judgements that hold, in the order in which they were made."""
    asked = select(judgements).where(HOLDS, SAID).order_by(judgements.c.seq)
    yield from map(_judgement, connection.execute(asked))


def holding(connection: Connection, of: Iterable[str]) -> tuple[Judgement, ...]:
    """Return the judgements that hold and name one of these, in the order in which they were made."""
    sides = list(of)
    named = or_(judgements.c.left.in_(among(sides)), judgements.c.right.in_(among(sides)))
    asked = select(judgements).where(named, HOLDS, SAID).order_by(judgements.c.seq)
    return tuple(_judgement(row) for row in connection.execute(asked))


def keys_of(connection: Connection, references: Iterable[Reference]) -> Mapping[str, str]:
    """Return what each reference counts under, by its id.

    Its key, but for what was judged of the very reference: said to be the same as another key, it
    counts under that one; said to be different from its own, under its id.
    """
    own: dict[str, str] = {}
    for each in references:
        own.setdefault(each.id, each.key)  # of one id twice in a reading the first is kept
    keys = dict(own)
    joined: set[str] = set()
    for judgement in holding(connection, own):
        for one, other in ((judgement.left, judgement.right), (judgement.right, judgement.left)):
            if one not in own or is_reference(other):
                continue
            if judgement.verdict is Verdict.SAME:
                keys[one] = other
                joined.add(one)
            elif judgement.verdict is Verdict.DIFFERENT and other == own[one] and one not in joined:
                keys[one] = one
    return keys


def _judgement(row: AnyRow) -> Judgement:
    return Judgement(
        id=row.id,
        left=row.left,
        right=row.right,
        verdict=Verdict(row.verdict),
        by=row.by,
        at=row.at,
        why=row.why,
    )
