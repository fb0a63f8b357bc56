"""What a person should be asked: the pairs that nobody has judged, the most doubtful first."""

from collections.abc import Iterator

from sqlalchemy import Connection, func, or_, select

from tocsin.store.answers import Doubt
from tocsin.store.entities.counting import groups_at
from tocsin.store.entities.edges import edge_of
from tocsin.store.entities.judged import HOLDS, SAID
from tocsin.store.linking import Linking
from tocsin.store.tables import edges, judgements, members

_left, _right = members.alias("left_member"), members.alias("right_member")


def doubtful(connection: Connection, linking: Linking, limit: int) -> Iterator[Doubt]:
    """Yield at most so many edges without a verdict, the nearest to the threshold of merging first.

    Left out are those below the threshold whose ends are one for other reasons.
    """
    judged = (
        select(judgements.c.seq)
        .where(judgements.c.left == edges.c.left, judgements.c.right == edges.c.right, HOLDS, SAID)
        .exists()
    )
    one = (_left.c.canonical == _right.c.canonical).label("one")
    asked = (
        select(edges, one)
        .join(_left, _left.c.key == edges.c.left)
        .join(_right, _right.c.key == edges.c.right)
        .where(~judged, or_(edges.c.score >= linking.merge, ~one))
        .order_by(func.abs(edges.c.score - linking.merge), edges.c.left, edges.c.right)
        .limit(limit)
    )
    rows = connection.execute(asked).all()
    groups = groups_at(connection, {key for row in rows for key in (row.left, row.right)})
    for row in rows:
        yield Doubt(edge=edge_of(row), left=groups[row.left], right=groups[row.right], one=bool(row.one))
