"""Keeping the entities of a case up to date with what is written, or making them anew."""

from collections.abc import Sequence

from sqlalchemy import Connection, delete, func, select

from tocsin.record import Judgement
from tocsin.store.append import append
from tocsin.store.entities.counting import recount
from tocsin.store.entities.edges import compare
from tocsin.store.entities.groups import KNOWN, Reading
from tocsin.store.entities.judged import add, everything
from tocsin.store.entities.members import settle
from tocsin.store.entities.readings import readings_at, readings_with
from tocsin.store.linking import Linking
from tocsin.store.tables import DERIVED, extractions, linkings

AT_ONCE = 256  # readings


def renew(connection: Connection, linking: Linking, gone: Sequence[Reading], come: Sequence[Reading]) -> None:
    """Count some readings no longer and others from now on; entities are then as all of them have it."""
    changes = recount(connection, gone, come)
    ends = compare(connection, linking, changes, (*gone, *come))
    settle(connection, linking, changes.keys() | ends)


def rebuild(connection: Connection, linking: Linking) -> None:
    """Make the entities anew from the log."""
    for table in DERIVED:
        connection.execute(delete(table))
    append(connection, linkings, [(linking.version,)])
    numbers = _newest(connection)
    for start in range(0, len(numbers), AT_ONCE):
        renew(connection, linking, (), readings_at(connection, numbers[start : start + AT_ONCE]))
    sides = {side for each in everything(connection) for side in (each.left, each.right)}
    settle(connection, linking, {side for side in sides if side.startswith(KNOWN)})


def make_current(connection: Connection, linking: Linking) -> None:
    """Make the entities anew where another linking has made them."""
    if connection.execute(select(linkings.c.version)).scalar() != linking.version:
        rebuild(connection, linking)


def judge(connection: Connection, linking: Linking, judgement: Judgement, recorded: str) -> None:
    """Add a judgement; entities are then as it has it."""
    sides = (judgement.left, judgement.right)
    numbers = readings_with(connection, sides)
    before = readings_at(connection, numbers)
    if not add(connection, judgement, recorded):
        return
    after = readings_at(connection, numbers)
    if before != after:
        renew(connection, linking, before, after)
    settle(connection, linking, sides)


def _newest(connection: Connection) -> list[int]:
    """Return the numbers of the newest readings of all documents."""
    newest = func.max(extractions.c.seq)
    return list(
        connection.execute(select(newest).group_by(extractions.c.document).order_by(newest)).scalars()
    )
