"""Stretches of the calendar, their arithmetic, and how EDTF and TIMEX3 write them: pure."""

import calendar
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Self

from tocsin.extract.moments.sense import Unit
from tocsin.record import TimePrecision

# Meteorological seasons of the northern half: first month, EDTF's number (ISO 8601-2, 4.8).
SEASONS: Final = {"SP": (3, 21), "SU": (6, 22), "FA": (9, 23), "WI": (12, 24)}
_SEASON_OF_MONTH: Final = ("WI", "WI", "SP", "SP", "SP", "SU", "SU", "SU", "FA", "FA", "FA", "WI")
_MONTHS: Final = {
    Unit.MONTH: 1, Unit.QUARTER: 3, Unit.SEASON: 3, Unit.HALF: 6, Unit.YEAR: 12, Unit.DECADE: 120,
    Unit.CENTURY: 1200,
}  # fmt: skip
_DAYS: Final = {Unit.DAY: 1, Unit.WEEK: 7, Unit.WEEKEND: 7, Unit.FORTNIGHT: 14}
PRECISIONS: Final = {
    Unit.DAY: TimePrecision.DAY,
    Unit.WEEKEND: TimePrecision.DAY,
    Unit.WEEK: TimePrecision.WEEK,
    Unit.FORTNIGHT: TimePrecision.WEEK,
    Unit.MONTH: TimePrecision.MONTH,
    Unit.SEASON: TimePrecision.SEASON,
    Unit.QUARTER: TimePrecision.QUARTER,
    Unit.HALF: TimePrecision.QUARTER,
    Unit.YEAR: TimePrecision.YEAR,
    Unit.DECADE: TimePrecision.DECADE,
    Unit.CENTURY: TimePrecision.CENTURY,
}


@dataclass(frozen=True, slots=True)
class Stretch:
    """A day, week, month … of the calendar, by its first day."""

    unit: Unit
    first: date

    @classmethod
    def holding(cls, unit: Unit, day: date) -> Self:
        """Return the stretch of a unit that holds a day.

        >>> Stretch.holding(Unit.WEEK, date(2021, 4, 13)).first
        datetime.date(2021, 4, 12)
        """
        return cls(unit, _FIRST[unit](day))

    @property
    def last(self) -> date:
        """The last day."""
        if self.unit is Unit.WEEKEND:
            return self.first + timedelta(days=1)
        if self.unit in _DAYS:
            return self.first + timedelta(days=_DAYS[self.unit] - 1)
        return months_on(self.first, _MONTHS[self.unit]) - timedelta(days=1)

    def on(self, steps: int) -> "Stretch":
        """Return the stretch so many units later; raises OverflowError or ValueError off the calendar."""
        if self.unit in _DAYS:
            return Stretch(self.unit, self.first + timedelta(days=steps * _DAYS[self.unit]))
        return Stretch(self.unit, months_on(self.first, steps * _MONTHS[self.unit]))

    def holds(self, day: date) -> bool:
        """Tell whether a day is in the stretch."""
        return self.first <= day <= self.last

    @property
    def edtf(self) -> str:
        """The stretch in EDTF; a week is an interval, as EDTF has none."""
        year, month = f"{self.first.year:04}", self.first.month
        written = {
            Unit.DAY: self.first.isoformat(),
            Unit.MONTH: f"{year}-{month:02}",
            Unit.SEASON: f"{year}-{SEASONS[_SEASON_OF_MONTH[month - 1]][1]}",
            Unit.QUARTER: f"{year}-{33 + (month - 1) // 3}",
            Unit.HALF: f"{year}-{40 + (month - 1) // 6}",
            Unit.YEAR: year,
            Unit.DECADE: f"{year[:3]}X",
            Unit.CENTURY: f"{year[:2]}XX",
        }
        return written.get(self.unit) or f"{self.first.isoformat()}/{self.last.isoformat()}"

    @property
    def timex(self) -> str:
        """The stretch as TIMEX3 writes it (TimeML 1.2.1).

        >>> Stretch.holding(Unit.WEEK, date(2021, 4, 13)).timex
        '2021-W15'
        """
        year, month = f"{self.first.year:04}", self.first.month
        of_week, number, _ = self.first.isocalendar()
        week = f"{of_week:04}-W{number:02}"
        written = {
            Unit.WEEK: week,
            Unit.FORTNIGHT: week,
            Unit.WEEKEND: f"{week}-WE",
            Unit.SEASON: f"{year}-{_SEASON_OF_MONTH[month - 1]}",
            Unit.QUARTER: f"{year}-Q{(month - 1) // 3 + 1}",
            Unit.HALF: f"{year}-H{(month - 1) // 6 + 1}",
            Unit.DECADE: year[:3],
            Unit.CENTURY: year[:2],
        }
        return written.get(self.unit) or self.edtf


def _season(day: date) -> date:
    first = SEASONS[_SEASON_OF_MONTH[day.month - 1]][0]
    return date(day.year - (day.month < 3), first, 1)


_FIRST: Final[Mapping[Unit, Callable[[date], date]]] = {
    Unit.DAY: lambda day: day,
    Unit.WEEK: lambda day: day - timedelta(days=day.weekday()),
    Unit.FORTNIGHT: lambda day: day - timedelta(days=day.weekday()),
    Unit.WEEKEND: lambda day: day - timedelta(days=day.weekday()) + timedelta(days=5),
    Unit.MONTH: lambda day: day.replace(day=1),
    Unit.SEASON: _season,
    Unit.QUARTER: lambda day: date(day.year, (day.month - 1) // 3 * 3 + 1, 1),
    Unit.HALF: lambda day: date(day.year, 1 if day.month < 7 else 7, 1),
    Unit.YEAR: lambda day: date(day.year, 1, 1),
    Unit.DECADE: lambda day: date(max(1, day.year // 10 * 10), 1, 1),
    Unit.CENTURY: lambda day: date(max(1, day.year // 100 * 100), 1, 1),
}


def months_on(day: date, months: int) -> date:
    """Return the day so many months later, the month's last where it is too short; raises ValueError.

    >>> months_on(date(2021, 1, 31), 1)
    datetime.date(2021, 2, 28)
    """
    count = day.year * 12 + day.month - 1 + months
    year, month = divmod(count, 12)
    return date(
        year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1] if 0 < year < 9999 else 28)
    )


def days_on(day: date, amount: float, unit: Unit) -> date:
    """Return the day so many units later, of a day or longer each; raises ValueError, OverflowError."""
    if unit in _DAYS:
        return day + timedelta(days=round(amount * _DAYS[unit]))
    return months_on(day, round(amount * _MONTHS[unit]))


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    """Return the nth such weekday of a month, the last for -1; raises ValueError where it has none.

    >>> nth_weekday(2021, 11, 4, 4)
    datetime.date(2021, 11, 25)
    """
    if nth < 0:
        day = date(year, month, calendar.monthrange(year, month)[1])
        return day - timedelta(days=(day.isoweekday() - weekday) % 7)
    first = date(year, month, 1)
    day = first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (nth - 1))
    if day.month != month:
        raise ValueError(f"no such weekday in {year}-{month:02}")
    return day


def easter(year: int) -> date:
    """Return Easter Sunday, Gregorian (Meeus 1991, after the anonymous computus of Nature, 1876).

    >>> easter(2021)
    datetime.date(2021, 4, 4)
    """
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * k) // 451
    month, day = divmod(h + k - 7 * m + 114, 31)
    return date(year, month, day + 1)


def holiday(rule: str, year: int) -> date:
    """Return a holiday by its rule: "12-25", "11-w4-4" (4th Thursday), "easter-2"; raises ValueError.

    >>> holiday("11-w4-4+1", 2021), holiday("easter-2", 2021)
    (datetime.date(2021, 11, 26), datetime.date(2021, 4, 2))
    """
    if rule.startswith("easter"):
        return easter(year) + timedelta(days=int(rule.removeprefix("easter")))
    if "w" not in rule:
        month, day = rule.split("-")
        return date(year, int(month), int(day))
    month, weekday, rest = rule.split("-", 2)
    nth, _, more = rest.partition("+")
    return nth_weekday(year, int(month), int(weekday[1:]), int(nth)) + timedelta(days=int(more or 0))
