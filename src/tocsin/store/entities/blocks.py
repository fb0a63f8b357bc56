"""Which keys may be alike: those that share a block. Known keys are in none, for they stay apart.

A block of more than ``MOST`` keys tells nothing (every "John", every "ministry") and would cost much:
it is passed over, whole, as if it were not there, however its keys came to it. Two of its keys are
still compared where a smaller block has both.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from tocsin.record.linking import Group
from tocsin.store.append import among, append, listed, remove
from tocsin.store.entities.counting import Change
from tocsin.store.entities.groups import KNOWN
from tocsin.store.linking import Linking
from tocsin.store.tables import blocks

MOST = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """What the blocks are like after a change."""

    of: Mapping[str, frozenset[str]]  # by each key that was touched, and still is there
    filled: tuple[str, ...]  # blocks that have become too big
    freed: tuple[str, ...]  # blocks that are small enough again


def move(connection: Connection, linking: Linking, changes: Mapping[str, Change]) -> Moved:
    """Put the keys of changed groups into their blocks, and return what that made of the blocks."""
    out: list[tuple[str, str]] = []
    into: list[tuple[str, str]] = []
    of: dict[str, frozenset[str]] = {}
    for key, change in changes.items():
        if key.startswith(KNOWN):
            continue
        after = blocks_of(linking, change.after)
        before = after if _spelt_alike(change) else blocks_of(linking, change.before)
        out += ((block, key) for block in before - after)
        into += ((block, key) for block in after - before)
        if change.after:
            of[key] = after
    remove(connection, blocks, out)
    append(connection, blocks, into)
    grown = Counter(block for block, _ in into)
    grown.subtract(Counter(block for block, _ in out))
    sizes = _sizes(connection, grown, MOST + 1 + max((0, *grown.values())))
    return Moved(
        of=of,
        filled=tuple(sorted(b for b, by in grown.items() if sizes[b] > MOST >= sizes[b] - by)),
        freed=tuple(sorted(b for b, by in grown.items() if sizes[b] <= MOST < sizes[b] - by)),
    )


def blocks_of(linking: Linking, group: Group | None) -> frozenset[str]:
    """Return the blocks of a group; none of none."""
    if group is None or group.key.startswith(KNOWN):
        return frozenset()
    return frozenset(linking.blocks(group.type, [name for name, _ in group.names]))


def small(connection: Connection, asked: Iterable[str]) -> set[str]:
    """Return those of the blocks that are not too big."""
    return {block for block, size in _sizes(connection, asked, MOST + 1).items() if size <= MOST}


def keys_in(connection: Connection, asked: Iterable[str]) -> Mapping[str, list[str]]:
    """Return the keys in each of the blocks, sorted."""
    found: dict[str, list[str]] = defaultdict(list)
    rows = select(blocks.c.block, blocks.c.key).where(blocks.c.block.in_(among(asked)))
    for block, key in connection.execute(rows.order_by(blocks.c.block, blocks.c.key)):
        found[block].append(key)
    return found


def crowded(connection: Connection) -> Iterator[tuple[str, int]]:
    """Yield the blocks that are passed over, and how many keys each has; the biggest first."""
    size = func.count()
    asked = select(blocks.c.block, size).group_by(blocks.c.block).having(size > MOST)
    rows = connection.execute(asked.order_by(size.desc(), blocks.c.block))
    yield from ((block, number) for block, number in rows)


def _spelt_alike(change: Change) -> bool:
    before, after = change.before, change.after
    if before is None or after is None or before.type != after.type:
        return False
    return [name for name, _ in before.names] == [name for name, _ in after.names]


def _sizes(connection: Connection, asked: Iterable[str], limit: int) -> Mapping[str, int]:
    """Return how many keys each block has, counted no further than the limit."""
    block = listed(asked)
    few = select(blocks.c.key).where(blocks.c.block == block).limit(limit).correlate(block.table)
    size = select(func.count()).select_from(few.subquery("few")).scalar_subquery()
    return dict(connection.execute(select(block, size)).all())
