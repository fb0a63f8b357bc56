"""Figures of a block with the same features as groups, and which groups are worth comparing."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise
from math import inf, log10

from tocsin.ontology.quantities import quantities
from tocsin.reconcile.items import Item, is_words
from tocsin.reconcile.settling import of_one_size, size
from tocsin.reconcile.times import Holds
from tocsin.record import Bound
from tocsin.record.finding import Value

TELLING = 10.0  # across stories, a smaller number is the same by chance
_STEPS_PER_TEN = 20  # buckets of values: a step is an eighth of a value


@dataclass(slots=True, kw_only=True)
class Group:
    """Figures with the same features, and the group that it is counted with.

    ``notes`` tell why a figure of another story is among them, by figure; ``why`` why all of them are
    counted with the other group.
    """

    number: int
    items: list[Item]
    notes: Mapping[str, str] = field(default_factory=dict)
    into: "Group | None" = None
    why: str = ""

    @property
    def first(self) -> Item:
        """The first figure in canonical order."""
        return self.items[0]

    def root(self) -> "Group":
        """Return the group that it is counted with in the end."""
        group = self
        while group.into is not None:
            group = group.into
        return group

    @property
    def worded(self) -> bool:
        """Tell whether its place is told in words alone: it may be any other told in words."""
        return self.first.place is not None and is_words(self.first.place)

    @property
    def told(self) -> int:
        """How much it tells: victims, side, time and place."""
        item = self.first
        place = 0 if item.place is None else 1 if self.worded else 2
        when = item.valid.holds is not Holds.OPEN
        return 2 * ((item.victims is not None) + (item.side is not None) + when) + place


def day_of(item: Item) -> int:
    """Return the last day that a figure holds for, as a number of days."""
    return date.fromisoformat(item.valid.last or item.counted.told.known[:10]).toordinal()


def values_near(one: Group, other: Group, *, window: int) -> tuple[tuple[Value, ...], tuple[Value, ...]]:
    """Return the values that two groups tell for the time that they have in common, each value once."""
    mine, theirs = [[(day_of(item), item.value) for item in group.items] for group in (one, other)]
    first = max(min(day for day, _ in mine), min(day for day, _ in theirs)) - window
    last = min(max(day for day, _ in mine), max(day for day, _ in theirs)) + window
    near = [tuple(dict.fromkeys(v for day, v in each if first <= day <= last)) for each in (mine, theirs)]
    return near[0], near[1]


def groups_of(items: Iterable[Item], *, window: int) -> Iterator[Group]:
    """Yield the groups of figures by their first figure, numbered; a function of the set of figures.

    Levels ("now") that follow one another within the window, in days, are of one time.
    """
    by_features: dict[tuple[object, ...], list[Item]] = defaultdict(list)
    for item in sorted(items, key=lambda item: item.order):
        by_features[_features(item)].append(item)
    runs = (run for same in by_features.values() for run in _runs(same, window))
    parts = [sorted(part, key=lambda item: item.order) for run in runs for part in _sizes(run)]
    for number, part in enumerate(sorted(parts, key=lambda part: part[0].order)):
        yield Group(number=number, items=part)


def _features(item: Item) -> tuple[object, ...]:
    """Return what tells a group: the features told, and the story or the value where too few are."""
    toll = item.measure in quantities().harm
    dated = toll and item.valid.holds in (Holds.SINCE, Holds.DURING)
    alone = item.place is None and (item.valid.holds is Holds.OPEN or (item.holder is None and not dated))
    return *kind_of(item), story_of(item), item.value if alone else None


def kind_of(item: Item) -> tuple[object, ...]:
    """Return the features that a figure tells itself."""
    holds = item.valid.holds
    since = item.valid.first if holds in (Holds.SINCE, Holds.DURING) else None
    until = item.valid.last if holds is Holds.DURING else None
    return item.more, item.modality, item.victims, item.side, holds, since, until, item.place


def story_of(item: Item) -> str | None:
    """Return the story without which a figure does not tell enough; None if it does.

    Of a count that is too common, it is what its origin says in that story; what nobody is told to have
    said, in that document.
    """
    if common(item):
        return f"{item.story} {item.whose.key}" if item.whose.told else item.counted.told.document
    since = item.valid.holds is Holds.SINCE and item.holder is not None  # one count wherever it is told
    placed = item.place is not None and item.valid.holds is not Holds.OPEN
    return None if since or placed else item.story


def common(item: Item) -> bool:
    """Tell whether a count is nobody's, nowhere, and too common to be told by its value: "two things"."""
    return item.holder is None and item.place is None and size(item) < TELLING


def _runs(items: Sequence[Item], window: int) -> Iterator[list[Item]]:
    """Yield figures of one group whose days follow one another within the window; all if none has a day."""
    if items[0].valid.holds is not Holds.NOW:
        yield list(items)
        return
    dated = sorted(((day_of(item), item) for item in items), key=lambda each: (each[0], each[1].order))
    cuts = [at for at in range(1, len(dated)) if dated[at][0] - dated[at - 1][0] > window]
    for start, end in pairwise((0, *cuts, len(dated))):
        yield [item for _, item in dated[start:end]]


def _sizes(items: Sequence[Item]) -> Iterator[list[Item]]:
    """Yield figures by their size where no place tells that they are of the same: 80,000 is no 4,000."""
    vague = [item for item in items if item.value.bound is Bound.VAGUE]
    exact = sorted(
        (item for item in items if item.value.bound is not Bound.VAGUE),
        key=lambda item: (size(item), item.order),
    )
    if items[0].place or items[0].valid.holds is Holds.SINCE or not exact:
        yield list(items)
        return
    cuts = [at for at in range(1, len(exact)) if not of_one_size(exact[at - 1], exact[at])]
    parts = [exact[start:end] for start, end in pairwise((0, *cuts, len(exact)))]
    if len(parts) == 1:
        yield [*parts[0], *vague]
        return
    yield from parts
    if vague:
        yield vague


class Neighbours:
    """The groups that share a story with another, or a value."""

    def __init__(self, groups: Sequence[Group]) -> None:
        self._by_story: dict[str, dict[int, Group]] = defaultdict(dict)
        self._by_value: dict[int, dict[int, Group]] = defaultdict(dict)
        for group in groups:
            for story in dict.fromkeys(item.story for item in group.items):
                self._by_story[story][group.number] = group
            for bucket in _buckets(group):
                self._by_value[bucket][group.number] = group

    def in_story(self, group: Group) -> list[Group]:
        """Return the other groups of its stories, by number."""
        stories = dict.fromkeys(item.story for item in group.items)
        return _others(group, (self._by_story[story] for story in stories))

    def of_value(self, group: Group) -> list[Group]:
        """Return the other groups that have one of its values, whatever their stories, by number."""
        return _others(group, (self._by_value[bucket] for bucket in _buckets(group)))


def _others(group: Group, found: Iterable[Mapping[int, Group]]) -> list[Group]:
    by_number = {number: each for some in found for number, each in some.items()}
    return [by_number[number] for number in sorted(by_number) if number != group.number]


def _buckets(group: Group) -> tuple[int, ...]:
    values = {item.value: item for item in group.items}.values()
    return tuple(dict.fromkeys(bucket for item in values for bucket in _buckets_of(item)))


def _buckets_of(item: Item) -> tuple[int, ...]:
    value = size(item)
    if item.value.bound is Bound.VAGUE or not TELLING <= value < inf:
        return ()
    at = round(log10(value) * _STEPS_PER_TEN)
    return at - 1, at, at + 1
