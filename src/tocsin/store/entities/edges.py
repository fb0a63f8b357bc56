"""How alike the keys are that share a block; only what is worth asking about is kept."""

from collections.abc import Collection, Iterable, Mapping
from itertools import combinations

import msgspec
from sqlalchemy import Connection, func, or_, select

from tocsin.record import Weight
from tocsin.record.linking import Edge, Group
from tocsin.store.append import among, listed, put, remove
from tocsin.store.entities.blocks import Moved, blocks_of, keys_in, move, small
from tocsin.store.entities.counting import Change, groups_at
from tocsin.store.entities.groups import KNOWN, Reading, likeness
from tocsin.store.linking import Linking
from tocsin.store.tables import counted, edges
from tocsin.store.whole import AnyRow

Pair = tuple[str, str]


class Facts(msgspec.Struct, omit_defaults=True):
    """What is kept of an edge beside its score."""

    weights: tuple[tuple[str, float, str], ...]
    partial: bool = False


_encode = msgspec.json.Encoder().encode
_decode = msgspec.json.Decoder(Facts).decode


def compare(
    connection: Connection, linking: Linking, changes: Mapping[str, Change], met: Iterable[Reading]
) -> set[str]:
    """Bring the edges up to date, and return the keys at the ends of those that changed.

    Compared are groups that say something new, with all that share a block with them; and of the
    reports ``met``, which came or went, those that share a block, as being named together counts.
    """
    moved = move(connection, linking, changes)
    near = small(connection, {block for mine in moved.of.values() for block in mine})
    new = {key for key, change in changes.items() if not key.startswith(KNOWN) and _is_new(change)}
    sharing = keys_in(connection, {block for key in new & moved.of.keys() for block in moved.of[key] & near})
    pairs = {
        _pair(key, other)
        for key in new & moved.of.keys()
        for block in moved.of[key] & near
        for other in sharing.get(block, ())
        if other != key
    }
    pairs |= _met(met, moved.of, near)
    for keys in keys_in(connection, moved.freed).values():
        pairs |= set(combinations(keys, 2))
    had = _edges_of(connection, new | {key for pair in pairs for key in pair})
    stale = {pair for pair in had if pair in pairs or not new.isdisjoint(pair)}
    stale |= _unsupported(connection, linking, moved)
    made = _made(connection, linking, pairs)
    lost = [pair for pair in stale if pair not in made]
    changed = [edge for pair, edge in made.items() if had.get(pair) != edge]
    remove(connection, edges, lost)
    put(connection, edges, [(e.left, e.right, e.score, _text(e)) for e in changed])
    return {key for pair in (*lost, *((e.left, e.right) for e in changed)) for key in pair}


def edges_among(connection: Connection, keys: Collection[str]) -> dict[Pair, Edge]:
    """Return the edges with both ends among the keys."""
    asked = select(edges).where(edges.c.left.in_(among(keys)), edges.c.right.in_(among(keys)))
    return {(row.left, row.right): edge_of(row) for row in connection.execute(asked)}


def edge_of(row: AnyRow) -> Edge:
    """Return the edge of a row."""
    facts = _decode(row.facts)
    return Edge(
        left=row.left,
        right=row.right,
        score=row.score,
        weights=tuple(Weight(part=part, value=value, why=why) for part, value, why in facts.weights),
        partial=facts.partial,
    )


def _text(edge: Edge) -> str:
    weights = tuple((each.part, each.value, each.why) for each in edge.weights)
    return _encode(Facts(weights=weights, partial=edge.partial)).decode()


def _is_new(change: Change) -> bool:
    before, after = change.before, change.after
    return before is None or after is None or likeness(before) != likeness(after)


def _pair(one: str, other: str) -> Pair:
    return (one, other) if one < other else (other, one)


def _met(readings: Iterable[Reading], of: Mapping[str, frozenset[str]], near: Collection[str]) -> set[Pair]:
    """Return the pairs of one report that share a block which is not too big."""
    found: set[Pair] = set()
    for reading in readings:
        in_block: dict[str, set[str]] = {}
        for key in {each.key for each in reading.counted} & of.keys():
            for block in of[key].intersection(near):
                in_block.setdefault(block, set()).add(key)
        for keys in in_block.values():
            found.update(combinations(sorted(keys), 2))
    return found


def _unsupported(connection: Connection, linking: Linking, moved: Moved) -> set[Pair]:
    """Return the edges of blocks that have become too big, where no smaller block has both ends."""
    pairs: set[Pair] = set()
    for keys in keys_in(connection, moved.filled).values():
        pairs |= edges_among(connection, keys).keys()
    ends = groups_at(connection, {key for pair in pairs for key in pair})
    of = {key: blocks_of(linking, group) for key, group in ends.items()}
    near = small(connection, {block for mine in of.values() for block in mine})
    return {(left, right) for left, right in pairs if not of[left] & of[right] & near}


def _made(connection: Connection, linking: Linking, pairs: Collection[Pair]) -> dict[Pair, Edge]:
    """Return the edges of the pairs that are worth keeping."""
    groups = groups_at(connection, {key for pair in pairs for key in pair})
    shown = {key: likeness(group) for key, group in groups.items()}
    together = _together(connection, pairs, groups)
    found = {}
    for left, right in sorted(pairs):
        edge = linking.pair(shown[left], shown[right], together=together[left, right])
        if edge.score >= linking.review:
            found[left, right] = edge
    return found


def _together(
    connection: Connection, pairs: Iterable[Pair], groups: Mapping[str, Group]
) -> Mapping[Pair, int]:
    """Return in how many reports both of each pair stand; looked for among those of the rarer one."""
    asked = [pair if groups[pair[0]].documents <= groups[pair[1]].documents else pair[::-1] for pair in pairs]
    pair = listed(asked)
    rare, other = func.json_extract(pair, "$[0]"), func.json_extract(pair, "$[1]")
    one, two = counted.alias("one"), counted.alias("two")
    both = select(two.c.key).where(two.c.key == other, two.c.report == one.c.report)
    reports = select(func.count(one.c.report.distinct())).where(
        one.c.key == rare, both.correlate(pair.table, one).exists()
    )
    rows = connection.execute(select(rare, other, reports.correlate(pair.table).scalar_subquery()))
    return {_pair(one_key, other_key): number for one_key, other_key, number in rows}


def _edges_of(connection: Connection, keys: Collection[str]) -> dict[Pair, Edge]:
    asked = select(edges).where(or_(edges.c.left.in_(among(keys)), edges.c.right.in_(among(keys))))
    return {(row.left, row.right): edge_of(row) for row in connection.execute(asked)}
