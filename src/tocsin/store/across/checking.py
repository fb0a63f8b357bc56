"""Do findings rest on records that are there, and are copied passages the same words?"""

from collections.abc import Iterator

from sqlalchemy import Connection, select

from tocsin.record.copy import Closeness, Copy
from tocsin.store.across.copies import copies_in
from tocsin.store.across.tables import finding_members
from tocsin.store.append import chunks
from tocsin.store.ids import with_ids
from tocsin.text.fold import fold


def adrift(connection: Connection) -> Iterator[str]:
    """Yield the ids of findings with a member that is no record, then of copies with unlike passages."""
    of = finding_members.c
    rows = connection.execute(select(of.record, of.finding).order_by(of.record)).all()
    for some in chunks(rows):
        there = {id_ for _, id_ in with_ids(connection, sorted({record for record, _ in some}))}
        yield from (finding for record, finding in some if record not in there)
    yield from (copy.id for copy in copies_in(connection) if not _same(copy))


def _same(copy: Copy) -> bool:
    """Tell whether what is said to be copied word for word is, but for case and marks."""
    return all(
        fold(each.left.text) == fold(each.right.text)
        for each in copy.passages
        if each.closeness is Closeness.VERBATIM
    )
