"""Where in the calendar a sense lies, seen from a day: pure; ValueError or OverflowError off the calendar."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Final

from tocsin.extract.moments.calendar import SEASONS, Stretch, days_on, holiday, nth_weekday
from tocsin.extract.moments.sense import CLOCK_UNITS, Sense, Unit

_ROUNDED: Final = {
    Unit.YEAR: Unit.YEAR,
    Unit.DECADE: Unit.YEAR,
    Unit.CENTURY: Unit.DECADE,
    Unit.MONTH: Unit.MONTH,
    Unit.QUARTER: Unit.QUARTER,
}

FIRM: Final = 2  # of a direction: nothing overrules it
_STEPS: Final = (-1, 0, 1)
_FAR_STEPS: Final = (-4, -3, -2, -1, 0, 1, 2, 3, 4)  # for the 31st, or a Friday the 13th
_EVERY_MONTH: Final = 28
_FAR: Final = 200  # days
_NEAR: Final = 130


def needs_anchor(sense: Sense) -> bool:
    """Tell whether the words leave open when it is, without a day to count from."""
    if sense.shift is not None or sense.lengths:
        return True
    return sense.year is None and sense.century is None and not (sense.decade or 0) >= 100


def locate(sense: Sense, day: date | None, *, direction: int) -> Stretch | None:
    """Return the stretch that is meant; None where nothing in the words names one.

    ``day`` is what they count from; ``direction`` tells on which side of it, -1 before or 1 after,
    where the words do not.
    """
    if not needs_anchor(sense):
        return _absolute(sense)
    if day is None:
        return None
    if sense.lengths:
        return _so_far(sense, day)
    if sense.shift is not None:
        return _shifted(sense, day, direction)
    return _nearest(_candidates(sense, day), day, direction)


def _absolute(sense: Sense) -> Stretch | None:
    if sense.century is not None:
        return Stretch(Unit.CENTURY, date(max(1, (sense.century - 1) * 100), 1, 1))
    if sense.year is None:
        return Stretch(Unit.DECADE, date(sense.decade or 1, 1, 1))
    return _within(sense, Stretch(Unit.YEAR, date(sense.year, 1, 1)))


def _within(sense: Sense, whole: Stretch) -> Stretch | None:
    """Return the part of a stretch that a sense names: June of a year, Friday of a week."""
    if sense.nth is not None:
        return _nth(sense, whole)
    part = _part_of_year(sense, whole.first.year)
    if part is not None:
        return part
    first = whole.first
    if sense.weekday is not None and sense.day is None:
        return Stretch(Unit.DAY, Stretch.holding(Unit.WEEK, first).first + timedelta(days=sense.weekday - 1))
    if sense.day is not None:
        return Stretch(Unit.DAY, date(first.year, sense.month or first.month, sense.day))
    return Stretch(Unit.MONTH, date(first.year, sense.month, 1)) if sense.month is not None else whole


def _part_of_year(sense: Sense, year: int) -> Stretch | None:
    if sense.week is not None:
        return Stretch(Unit.WEEK, date.fromisocalendar(year, sense.week, 1))
    if sense.holiday is not None:
        return Stretch(Unit.DAY, holiday(sense.holiday, year))
    if sense.season is not None:
        return Stretch(Unit.SEASON, date(year, SEASONS[sense.season][0], 1))
    if sense.quarter is not None:
        return Stretch(Unit.QUARTER, date(year, sense.quarter * 3 - 2, 1))
    return Stretch(Unit.HALF, date(year, sense.half * 6 - 5, 1)) if sense.half is not None else None


def _nth(sense: Sense, whole: Stretch) -> Stretch | None:
    """Return the nth week or weekday of a month or a year; for 0 the unit that holds the day."""
    nth, unit = sense.nth or 0, sense.unit or Unit.DAY
    if nth == 0 and sense.holiday is not None:
        return Stretch.holding(unit, holiday(sense.holiday, whole.first.year))
    if nth == 0:
        day = date(whole.first.year, sense.month or whole.first.month, sense.day or 1)
        return Stretch.holding(unit, day)
    if sense.month is not None:
        whole = Stretch(Unit.MONTH, date(whole.first.year, sense.month, 1))
    if sense.weekday is not None:
        return Stretch(Unit.DAY, nth_weekday(whole.first.year, whole.first.month, sense.weekday, nth))
    if unit is Unit.WEEK:  # ISO 8601: a week belongs to the month or year of its Thursday
        edge = whole.last if nth < 0 else whole.first
        week = Stretch.holding(Unit.WEEK, edge)
        inside = whole.holds(week.first + timedelta(days=3))
        return week.on(nth + 1 - (not inside)) if nth < 0 else week.on(nth - 1 + (not inside))
    return Stretch.holding(unit, whole.last if nth < 0 else whole.first).on(nth + 1 if nth < 0 else nth - 1)


def _so_far(sense: Sense, day: date) -> Stretch | None:
    """Return what lies so many units before or after a day, as finely as the words say it."""
    if sense.shift is not None:  # "two days after tomorrow"
        day += timedelta(days=sense.shift)
    unit = sense.unit or Unit.DAY
    for length in sense.lengths:
        if length.amount is None:
            return None
        if length.unit not in CLOCK_UNITS:
            day = days_on(day, (sense.side or 0) * length.amount, length.unit)
    return Stretch.holding(_ROUNDED.get(unit, Unit.DAY), day)


def _shifted(sense: Sense, day: date, direction: int) -> Stretch | None:
    shift = sense.shift or 0
    if sense.shift_unit is None or (
        sense.shift_unit in {Unit.SEASON, Unit.YEAR} and (sense.season or sense.holiday)
    ):
        if sense.shift_unit is Unit.YEAR and sense.season and not sense.strict:
            return _within(sense, Stretch.holding(Unit.YEAR, day).on(shift))
        return _named(sense, day, shift)
    if sense.shift_unit is Unit.WEEKEND and not shift and sense.unit is Unit.WEEKEND:
        now = Stretch.holding(Unit.WEEKEND, day)
        return now if direction > 0 or now.holds(day) or sense.strict else now.on(-1)
    return _within(sense, Stretch.holding(sense.shift_unit, day).on(shift))


def _named(sense: Sense, day: date, shift: int) -> Stretch | None:
    """Return the last, this or next bearer of a name: "last May", "next Friday", "this summer"."""
    if sense.weekday is not None and shift >= 0:
        return _within(sense, Stretch.holding(Unit.WEEK, day).on(shift))
    candidates = list(_candidates(sense, day))
    if shift == 0:
        return next((c for c in candidates if c.first.year == day.year), None)
    if shift < 0:
        return max((c for c in candidates if c.last < day), key=lambda c: c.first, default=None)
    return min((c for c in candidates if c.first > day), key=lambda c: c.first, default=None)


def _candidates(sense: Sense, day: date) -> Iterator[Stretch]:
    """Yield the bearers of a name around a day."""
    if sense.decade is not None:
        yield from (
            Stretch(Unit.DECADE, date(century + sense.decade, 1, 1)) for century in (1800, 1900, 2000)
        )
        return
    plain = sense.weekday is not None and sense.day is None and sense.month is None
    holder = Unit.WEEK if plain else Unit.YEAR
    if sense.month is None and sense.day is not None:
        holder = Unit.MONTH
    if sense.week is not None:
        here = Stretch(Unit.YEAR, date(day.isocalendar().year, 1, 1))
    else:
        here = Stretch.holding(holder, day)
    rare = sense.day is not None and (sense.day > _EVERY_MONTH or sense.weekday is not None)
    for step in _FAR_STEPS if rare else _STEPS:
        try:
            found = _within(sense, here.on(step))
        except (ValueError, OverflowError):  # no 31st in that month, no such year
            continue
        wrong = sense.day and sense.weekday and found and found.first.isoweekday() != sense.weekday
        if found is not None and found.unit is not holder and not wrong:
            yield found


def _nearest(candidates: Iterable[Stretch], day: date, direction: int) -> Stretch | None:
    """Return the candidate on the side told, the day's own included.

    A side is overruled where the candidate there is far off and one on the other side is near: in
    March "the accord of Feb. 23" is of last month, whatever the verb.
    """
    those = sorted(candidates, key=lambda c: c.first)
    past = next((c for c in reversed(those) if c.first <= day), None)
    future = next((c for c in those if c.last >= day), None)
    if past is None or future is None:
        return past or future
    told, other = (future, past) if direction > 0 else (past, future)
    if direction < 0 and past.unit not in {Unit.DAY, Unit.WEEK}:
        return past
    near = _NEAR if past.unit is Unit.DAY or direction > 0 else _NEAR // 2
    if abs(direction) < FIRM and _gap(told, day) > _FAR and _gap(other, day) < near:
        return other
    return told


def _gap(stretch: Stretch, day: date) -> int:
    """Return how many days lie between a stretch and a day."""
    return max(0, (stretch.first - day).days, (day - stretch.last).days)
