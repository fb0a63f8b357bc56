"""Groups by average linkage (Sokal & Michener 1958); the order of input does not count.

Scores are taken as whole millionths, so that sums are exact in whatever order they are made.
"""

from collections.abc import Collection, Iterable, Mapping
from heapq import heapify, heappop, heappush
from typing import Final

UNIT: Final = 1_000_000
Pair = tuple[str, str]


def grouped(ids: Iterable[str], scores: Mapping[Pair, float], *, join: float) -> tuple[tuple[str, ...], ...]:
    """Return the groups, each sorted, by their first id. Two groups join while they are alike on average.

    ``scores`` has pairs (smaller id first) from 0 to 1; what it lacks counts 0. The closest two join
    first, of several the ones with the smallest ids.

    >>> grouped("abc", {("a", "b"): 0.9, ("b", "c"): 0.6, ("a", "c"): 0.1}, join=0.5)
    (('a', 'b'), ('c',))
    """
    members = {each: [each] for each in ids}
    links: dict[str, dict[str, int]] = {each: {} for each in members}
    for (left, right), score in scores.items():
        links[left][right] = links[right][left] = round(score * UNIT)
    least = round(join * UNIT)
    heap = [
        (-total, left, right, 1, 1)
        for left, to in links.items()
        for right, total in to.items()
        if left < right
    ]
    heapify(heap)
    while heap:
        below, left, right, ours, theirs = heappop(heap)
        if -below < least:
            break
        if len(members.get(left, ())) != ours or len(members.get(right, ())) != theirs:
            continue
        _join(left, right, members, links)
        for other, total in links[left].items():
            first, second = sorted((left, other))
            sizes = len(members[first]), len(members[second])
            heappush(heap, (-(total // (sizes[0] * sizes[1])), first, second, *sizes))
    return tuple(sorted(tuple(sorted(group)) for group in members.values()))


def _join(left: str, right: str, members: dict[str, list[str]], links: dict[str, dict[str, int]]) -> None:
    members[left] += members.pop(right)
    for other, total in links.pop(right).items():
        del links[other][right]
        if other != left:
            links[left][other] = links[other][left] = links[left].get(other, 0) + total
    links[left].pop(right, None)


def components(ids: Collection[str], pairs: Iterable[Pair]) -> tuple[tuple[str, ...], ...]:
    """Return what hangs together by pairs, each part sorted, by their first id.

    >>> components("abc", [("a", "c")])
    (('a', 'c'), ('b',))
    """
    home = {each: each for each in ids}

    def first(each: str) -> str:
        while home[each] != each:
            home[each] = home[home[each]]
            each = home[each]
        return each

    for left, right in pairs:
        one, other = sorted((first(left), first(right)))
        home[other] = one
    found: dict[str, list[str]] = {}
    for each in sorted(home):
        found.setdefault(first(each), []).append(each)
    return tuple(sorted(tuple(group) for group in found.values()))
