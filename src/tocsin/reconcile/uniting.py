"""The same value of the same in several stories, where none of them tells a place: one group."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import inf

from tocsin.reconcile.groups import TELLING, Group, day_of, kind_of, story_of
from tocsin.reconcile.items import Item
from tocsin.reconcile.quantities import Relation, relation
from tocsin.reconcile.settling import of_one_size, size
from tocsin.reconcile.wording import word
from tocsin.record import Bound
from tocsin.record.finding import Value

_Days = list[tuple[int, int]]  # day and number of a group
_Dated = dict[Value, _Days]


def united(groups: Sequence[Group], *, window: int) -> list[Group]:
    """Return the groups, those of other stories with a value in common within the window as one.

    Only groups that tell the same features are united, and only by a number that tells something.
    """
    parent = list(range(len(groups)))
    classes: dict[tuple[object, ...], list[Group]] = defaultdict(list)
    for group in groups:
        if story_of(group.first) == group.first.story:
            classes[kind_of(group.first)].append(group)
    for same in classes.values():
        for one, other in _pairs(same, window):
            _union(parent, one, other)
    wholes: dict[int, list[Group]] = defaultdict(list)
    for group in groups:
        wholes[_find(parent, group.number)].append(group)
    return [_one(number, parts) for number, parts in enumerate(wholes.values())]


def _one(number: int, parts: Sequence[Group]) -> Group:
    items = sorted((item for part in parts for item in part.items), key=lambda item: item.order)
    home, away = items[0].story, word("joined", "stories")
    notes = {item.id: away for item in items if item.story != home} if len(parts) > 1 else {}
    return Group(number=number, items=items, notes=notes)


def _pairs(groups: Sequence[Group], window: int) -> Iterator[tuple[int, int]]:
    """Yield pairs of numbers that join all groups with a value in common: neighbours in time suffice."""
    dated: _Dated = defaultdict(list)
    items: dict[Value, Item] = {}
    for group in groups:
        for item in group.items:
            if item.value.bound is not Bound.VAGUE and TELLING <= size(item) < inf:
                dated[item.value].append((day_of(item), group.number))
                items[item.value] = item
    for same in dated.values():
        yield from _near(sorted(same), window)
    ranked = sorted(items.values(), key=lambda item: (size(item), item.value.bound))
    for one, other in _alike(ranked):
        yield from _near(sorted(dated[one.value] + dated[other.value]), window)


def _near(dated: _Days, window: int) -> Iterator[tuple[int, int]]:
    for (day, one), (later, other) in pairwise(dated):
        if later - day <= window:
            yield one, other


def _alike(ranked: Sequence[Item]) -> Iterator[tuple[Item, Item]]:
    """Yield pairs of items with values that are not equal, but agree."""
    for at, one in enumerate(ranked):
        for other in ranked[at + 1 :]:
            if not of_one_size(one, other):
                break
            if relation(one.value, other.value) is Relation.AGREE:
                yield one, other


def _find(parent: list[int], number: int) -> int:
    while parent[number] != number:
        parent[number] = parent[parent[number]]
        number = parent[number]
    return number


def _union(parent: list[int], one: int, other: int) -> None:
    low, high = sorted((_find(parent, one), _find(parent, other)))
    parent[high] = low
