"""Figures that do not say whose they are, or of what: which question of their story they can only belong to.

"More than 80,000 soldiers" joins Russia's troops near Ukraine where its story has just one question that
it fits; where several fit, or none, it stands alone.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from math import inf
from typing import Final

from tocsin.reconcile.inputs import Context, Counted
from tocsin.reconcile.items import Item, alike, consistent, is_words, item_of, valid_of
from tocsin.reconcile.times import Holds
from tocsin.reconcile.wording import word
from tocsin.record import Bound

ALIKE: Final = 3.0  # figures of one question are of one size: none is more than so many times another
_BARE: Final = 100.0  # a bare number below it, "two or three", is told apart by nothing
_LOOSE: Final = 0.8  # what a guess of the story is worth beside what a figure says itself

Whose = tuple[str, str | None, str]  # measure, unit, holder


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How near figures must be: ``window`` in days joins levels ("now") told so far apart."""

    window: int = 10


DEFAULT: Final = Settings()


def settle(story: Iterable[Counted], context: Context, *, settings: Settings = DEFAULT) -> tuple[Item, ...]:
    """Return what the figures of one story tell, in canonical order, each with whose it is, if known.

    A function of the set of them. Figures of which nobody can tell what they count are left out.
    """
    found = (item_of(counted, context) for counted in {each.figure.id: each for each in story}.values())
    items = sorted((item for item in found if item), key=lambda item: item.order)
    firm: dict[Whose, list[Item]] = {}
    for item in items:
        if item.measure and item.holder:
            firm.setdefault((item.measure, item.unit, item.holder), []).append(item)
    settled = (_settled(item, firm, context, settings) for item in items)
    return tuple(item for item in settled if item.measure)


def _settled(item: Item, firm: Mapping[Whose, list[Item]], context: Context, settings: Settings) -> Item:
    """Return an item with the measure and holder of the only question that it can belong to, if any."""
    if item.measure and item.holder and not is_words(item.holder):
        return item
    if item.measure is None and size(item) < _BARE:
        return item
    # of a bare number it is not known whether it is a level, so neither for which time
    open_ = replace(item.valid, holds=Holds.OPEN)
    probe = item if item.measure else replace(item, valid=open_, victims=None)
    for known in (True, False):
        of = {key: found for key, found in firm.items() if is_words(key[2]) is not known}
        fitting = {key: some for key in of if (some := _fitting(probe, key, of[key], context, settings))}
        for fits, reason in ((_same_value, "value"), (_one_count, "count")):
            keys = [key for key, found in fitting.items() if any(fits(item, each) for each in found)]
            if len(keys) == 1:
                return _with(item, keys[0], word("joined", reason))
            if keys:
                return item
    return item


def _with(item: Item, whose: Whose, why: str) -> Item:
    measure, unit, holder = whose
    if item.holder == holder:
        why = word("joined", "measure")
    return replace(
        item,
        measure=measure,
        unit=unit,
        holder=holder,
        valid=valid_of(item.counted, measure),
        why=(*item.why, why),
        score=item.score * _LOOSE,
    )


def _fitting(item: Item, key: Whose, of: Sequence[Item], context: Context, settings: Settings) -> list[Item]:
    """Return the figures of a question that a loose one may belong to."""
    measure, unit, holder = key
    if item.measure and (item.measure, item.unit) != (measure, unit):
        return []
    if item.holder == holder and item.measure == measure:
        return []
    if item.holder and is_words(item.holder) and item.measure:
        return [each for each in of if _consistent(item, each, context, settings) and _same_count(item, each)]
    if item.holder and item.holder != holder:
        return []
    if item.measure is None and item.unit is not None and item.unit != unit:
        return []
    return [each for each in of if _consistent(item, each, context, settings)]


def _consistent(item: Item, each: Item, context: Context, settings: Settings) -> bool:
    if item.place and each.place and item.id_of_place and each.id_of_place is None:
        return False  # it is not known where the other is
    return consistent(item, each, context, window=settings.window)


def _same_value(item: Item, each: Item) -> bool:
    """Tell whether two figures give one value, and nothing speaks for two counts.

    That another origin says the same of the same must be told: by whose it is, or where, or since when.
    """
    one_word = not item.whose.told or not each.whose.told or item.whose.key == each.whose.key
    placed = item.id_of_place is not None and each.id_of_place is not None
    dated = Holds.OPEN not in (item.valid.holds, each.valid.holds) and item.valid.holds is not Holds.NOW
    return alike(item, each) and (one_word or placed or dated)


def _one_count(item: Item, each: Item) -> bool:
    """Tell whether two figures are of one count that goes on: from one start, and of one size."""
    named = item.holder is None and item.measure is not None and item.valid.holds is Holds.SINCE
    return named and of_one_size(item, each) and item.valid == replace(each.valid, last=item.valid.last)


def _same_count(item: Item, each: Item) -> bool:
    """Tell whether two figures give one value for one count that goes on."""
    since = item.valid.holds is Holds.SINCE
    return since and alike(item, each) and item.valid == replace(each.valid, last=item.valid.last)


def of_one_size(one: Item, other: Item) -> bool:
    """Tell whether two figures are near enough for one question; a vague one may be anything."""
    if Bound.VAGUE in (one.value.bound, other.value.bound):
        return True
    low, high = sorted((size(one), size(other)))
    return high <= ALIKE * low


def size(item: Item) -> float:
    """Return how many a figure tells, the best number that it has; infinite where it has none."""
    value = item.value
    return next((abs(one) for one in (value.best, value.low, value.high) if one is not None), inf)
