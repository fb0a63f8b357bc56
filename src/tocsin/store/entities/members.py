"""Which keys are one entity: worked out anew for the keys that hang together with what has changed.

Keys hang together by edges that may make them one, and by people's word that they are the same. A
known key that people name stands for itself, even where no report has it.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from sqlalchemy import Connection, or_, select

from tocsin.record import Judgement, NameType, Verdict, entity_id
from tocsin.record.linking import Edge, Group
from tocsin.store.append import Row, among, put, remove
from tocsin.store.entities.counting import groups_at
from tocsin.store.entities.edges import edges_among
from tocsin.store.entities.groups import KNOWN
from tocsin.store.entities.judged import holding
from tocsin.store.linking import Linking
from tocsin.store.tables import edges, groups, members

Ties = dict[str, set[str]]


def settle(connection: Connection, linking: Linking, seeds: Collection[str]) -> None:
    """Bring the members up to date, for these keys and all that hang together with them."""
    ties = _ties(connection, seeds, merge=linking.merge)
    rows: list[Row] = []
    joined: list[list[str]] = []
    for keys in _components(ties):
        if len(keys) == 1:
            rows.append(_row(keys[0], keys[0], ""))
        else:
            joined.append(keys)
    rows += _clustered(connection, linking, joined)
    touched = ties.keys() | set(seeds)
    of = select(members).where(members.c.key.in_(among(touched)))
    had: dict[str, Row] = {row[0]: tuple(row) for row in connection.execute(of)}
    put(connection, members, [row for row in rows if had.get(str(row[0])) != row])
    remove(connection, members, [(key,) for key in had if key not in ties])


def _row(key: str, canonical: str, why: str) -> Row:
    return key, entity_id(key), canonical, entity_id(canonical), why


def _ties(connection: Connection, seeds: Collection[str], *, merge: float) -> Ties:
    """Return the keys around the seeds, each with those that it is tied to."""
    ties: Ties = {}
    seen = set(seeds)
    frontier: Collection[str] = seen.copy()
    while frontier:
        same = _same(connection, frontier)
        there = _there(connection, frontier, same)
        tied = _edges(connection, there, merge=merge)
        for key in there:
            ties.setdefault(key, set()).update(tied.get(key, ()), same.get(key, ()))
        # of a key that is gone, too, what people tied to it is seen to
        frontier = {other for found in (tied, same) for others in found.values() for other in others} - seen
        seen |= frontier
    return {key: others & ties.keys() for key, others in ties.items()}


def _there(connection: Connection, keys: Collection[str], same: Mapping[str, object]) -> set[str]:
    """Return those of the keys that have a group, and the known ones that people name."""
    asked = select(groups.c.key).where(groups.c.key.in_(among(keys)))
    named = {key for key in keys if key.startswith(KNOWN) and key in same}
    return named | set(connection.execute(asked).scalars())


def _edges(connection: Connection, keys: Collection[str], *, merge: float) -> Ties:
    ends = or_(edges.c.left.in_(among(keys)), edges.c.right.in_(among(keys)))
    asked = select(edges.c.left, edges.c.right).where(ends, edges.c.score >= merge)
    return _both_ways((left, right) for left, right in connection.execute(asked))


def _same(connection: Connection, keys: Collection[str]) -> Ties:
    said = holding(connection, keys)
    return _both_ways((each.left, each.right) for each in said if each.verdict is Verdict.SAME)


def _both_ways(pairs: Iterable[tuple[str, str]]) -> Ties:
    found: Ties = {}
    for left, right in pairs:
        found.setdefault(left, set()).add(right)
        found.setdefault(right, set()).add(left)
    return found


def _components(ties: Mapping[str, Collection[str]]) -> Iterator[list[str]]:
    """Yield the keys that hang together, sorted."""
    left = set(ties)
    while left:
        component: set[str] = set()
        rest = [left.pop()]
        while rest:
            key = rest.pop()
            component.add(key)
            rest += (other for other in ties[key] if other not in component)
        left -= component
        yield sorted(component)


def _clustered(connection: Connection, linking: Linking, joined: Sequence[Sequence[str]]) -> list[Row]:
    keys = [key for component in joined for key in component]
    if not keys:
        return []
    all_groups = groups_at(connection, keys)
    place = {key: number for number, component in enumerate(joined) for key in component}
    of_edges: dict[int, list[Edge]] = defaultdict(list)
    for (left, right), edge in sorted(edges_among(connection, keys).items()):
        if place[left] == place[right]:
            of_edges[place[left]].append(edge)
    said: dict[int, list[Judgement]] = defaultdict(list)
    for each in holding(connection, keys):
        if place.get(each.left, -1) == place.get(each.right, -2):
            said[place[each.left]].append(each)
    rows = []
    for number, component in enumerate(joined):
        named = [all_groups.get(key) or _unnamed(key) for key in component]
        for one in linking.cluster(named, of_edges[number], said[number]):
            rows += [_row(key, one.canonical, one.why if len(one.keys) > 1 else "") for key in one.keys]
    return rows


def _unnamed(key: str) -> Group:
    """Return the group of a known key that no report has."""
    return Group(
        key=key,
        type=NameType.OTHER,
        names=(),
        countries=(),
        roles=(),
        sectors=(),
        documents=0,
        first="",
        last="",
    )
