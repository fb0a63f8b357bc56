"""Which figures of a block answer one question.

Figures with the same features are a group. A group whose reports tell less (no place, no time) joins the
one group of its story that tells more and that it fits: by its value, or as the only one there. A place
within another is the same question only where the values agree: else it is a part of the total.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from tocsin.ontology.quantities import quantities
from tocsin.reconcile.groups import Group, Neighbours, common, groups_of, values_near
from tocsin.reconcile.inputs import Context
from tocsin.reconcile.items import Item, may_be_one
from tocsin.reconcile.quantities import Relation, relation
from tocsin.reconcile.settling import DEFAULT, Settings, of_one_size
from tocsin.reconcile.uniting import united
from tocsin.reconcile.wording import word


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined:
    """The figures of one question in canonical order, and why some of them belong to it."""

    items: tuple[Item, ...]
    why: Mapping[str, tuple[str, ...]]  # by figure


def join(items: Iterable[Item], context: Context, *, settings: Settings = DEFAULT) -> tuple[Joined, ...]:
    """Return the questions of a block, by their first figure; a function of the set of its items."""
    groups = united(list(groups_of(items, window=settings.window)), window=settings.window)
    near = Neighbours(groups)
    for group in groups:
        _contain(group, near, context, settings)
    for group in sorted(groups, key=lambda group: (-group.told, group.number)):
        if group.into is None:
            _attach(group, near, context, settings)
    wholes: dict[int, list[Group]] = defaultdict(list)
    for group in groups:
        wholes[group.root().number].append(group)
    found = (_joined(of) for of in wholes.values())
    return tuple(sorted(found, key=lambda joined: joined.items[0].order))


def _joined(groups: Sequence[Group]) -> Joined:
    items = sorted((item for group in groups for item in group.items), key=lambda item: item.order)
    why = {
        item.id: tuple(reason for reason in (group.notes.get(item.id), group.why) if reason)
        for group in groups
        for item in group.items
    }
    return Joined(items=tuple(items), why=why)


def _contain(group: Group, near: Neighbours, context: Context, settings: Settings) -> None:
    """Count a group with one of the same value whose place holds its own, or lies in it."""
    if group.first.place is None or group.worded or group.into is not None:
        return
    for other in near.of_value(group):
        known = other.first.place is not None and not other.worded
        if not known or other.root() is group.root() or other.told != group.told or _apart(group, other):
            continue
        if _agree(group, other, context, settings):
            _into(group, other, word("joined", "places"))
            return


def _attach(group: Group, near: Neighbours, context: Context, settings: Settings) -> None:
    """Count a group with the only one that tells more and that it fits.

    Of the reasons the first holds: its value in its story, its value elsewhere, being the only one there.
    """
    least = group.told + (not group.worded)
    everyone = [other for other in near.in_story(group) if other.told >= least]
    around = everyone
    wide = [other for other in near.of_value(group) if other.told > group.told]
    if common(group.first):  # only what the same origin says of more
        around, wide = [other for other in around if _of_one_origin(group, other)], []
    if roots := _roots(group, around, lambda other: _agree(group, other, context, settings)):
        _into_one(group, _bridged(roots, context, settings), "value")
    elif roots := _roots(group, wide, lambda other: _agree(group, other, context, settings)):
        _into_one(group, _bridged(roots, context, settings), "stories")
    elif group.first.place is None and (group.first.holder is not None or _is_toll(group)):
        roots = _roots(group, everyone, lambda other: _of_one_size(group, other, context, settings))
        _into_one(group, roots, "only")


def _roots(group: Group, others: Iterable[Group], fits: Callable[[Group], bool]) -> list[Group]:
    """Return what those that fit are counted with, each once, by number."""
    found: dict[int, Group] = {}
    for other in others:
        root = other.root()
        if root.number not in found and root is not group.root() and not _apart(group, other) and fits(other):
            found[root.number] = root
    return [found[number] for number in sorted(found)]


def _into_one(group: Group, roots: Sequence[Group], reason: str) -> None:
    if len(roots) == 1:
        _into(group, roots[0], word("joined", reason))


def _into(group: Group, other: Group, why: str) -> None:
    group.root().into = other.root()
    group.why = why


def _bridged(roots: Sequence[Group], context: Context, settings: Settings) -> Sequence[Group]:
    """Return several groups as one that a report without a place gives the values of, if places allow it."""
    pairs = combinations(roots, 2)
    if any(_apart(one, other) or not _fit(one, other, context, settings) for one, other in pairs):
        return roots
    for root in roots[1:]:
        _into(root, roots[0], word("joined", "bridge"))
    return roots[:1]


def _of_one_origin(group: Group, other: Group) -> bool:
    whose = group.first.whose
    return whose.told and any(item.whose.key == whose.key for item in other.items)


def _is_toll(group: Group) -> bool:
    """Tell whether it is somebody's count of victims: in a story, another count of the same is a rival."""
    return group.first.measure in quantities().harm and any(item.whose.told for item in group.items)


def _apart(group: Group, other: Group) -> bool:
    """Tell whether one report tells both, at two places."""
    if None in (group.first.place, other.first.place) or group.first.place == other.first.place:
        return False
    return _share_a_report(group, other)


def _share_a_report(group: Group, other: Group) -> bool:
    documents = {item.counted.told.document for item in group.items}
    return any(item.counted.told.document in documents for item in other.items)


def _told_apart(group: Group, other: Group) -> bool:
    """Tell whether a report tells both; a toll that it has from another origin is a rival to the first."""
    if not _share_a_report(group, other):
        return False
    keys = [{item.whose.key for item in each.items} for each in (group, other)]
    told = all(item.whose.told for each in (group, other) for item in each.items)
    return not (_is_toll(group) and told and keys[0].isdisjoint(keys[1]))


def _of_one_size(group: Group, other: Group, context: Context, settings: Settings) -> bool:
    """Tell whether two groups are of one size, and no report tells both apart."""
    if _told_apart(group, other) or not _fit(group, other, context, settings):
        return False
    return any(of_one_size(one, each) for one in _distinct(group) for each in _distinct(other))


def _fit(group: Group, other: Group, context: Context, settings: Settings) -> bool:
    """Tell whether nothing that two groups tell rules out that they answer one question."""
    if not may_be_one(group.first, other.first, context):
        return False
    return all(values_near(group, other, window=settings.window))


def _agree(group: Group, other: Group, context: Context, settings: Settings) -> bool:
    """Tell whether two groups fit, and have a value in common at one time."""
    if not may_be_one(group.first, other.first, context):
        return False
    mine, theirs = values_near(group, other, window=settings.window)
    return any(relation(one, each) is Relation.AGREE for one in mine for each in theirs)


def _distinct(group: Group) -> list[Item]:
    return list({item.value: item for item in reversed(group.items)}.values())
