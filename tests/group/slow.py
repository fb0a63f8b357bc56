"""The stories of a set, the slow and plain way: what the fast way must come to."""

from collections.abc import Iterable, Sequence
from itertools import combinations
from math import sqrt

from tocsin.group.clusters import CLOSE, COPIED, TYPICAL
from tocsin.group.likeness import Pair
from tocsin.group.tiers import Docs

Scores = dict[tuple[str, str], int]


def slow_cluster(documents: Iterable[str], pairs: Iterable[Pair]) -> tuple[Docs, ...]:
    """Join the two closest groups, of equal ones the first two, until none are close enough."""
    scores = {(each.left, each.right): min(each.score, COPIED) for each in pairs}
    groups: list[Docs] = sorted((document,) for document in documents)
    while True:
        found = [
            (-closeness(left, right, scores), left[0], right[0], left, right)
            for left, right in combinations(groups, 2)
        ]
        if not found or -min(found)[0] < CLOSE:
            return tuple(groups)
        *_, left, right = min(found)
        groups = sorted({*groups} - {left, right} | {tuple(sorted(left + right))})


def closeness(left: Sequence[str], right: Sequence[str], scores: Scores) -> float:
    """How close two groups are."""
    between = sum(scores.get((min(a, b), max(a, b)), 0) for a in left for b in right)
    mean = between / (float(len(left)) * len(right))
    return mean * min(1.0, TYPICAL / sqrt(within(left, scores) * within(right, scores)))


def within(group: Sequence[str], scores: Scores) -> float:
    """How alike the reports of a group are, as if one typical pair were among them."""
    inner = sum(scores.get(two, 0) for two in combinations(sorted(group), 2))
    return (TYPICAL + inner) / (1 + len(group) * (len(group) - 1) / 2)
