"""Which part of a stretch of time is meant: "early", "late", "this year so far"."""

from datetime import date, timedelta
from typing import Final

from tocsin.extract.moments.calendar import Stretch, months_on
from tocsin.extract.moments.sense import Sense, Unit

_OF_A_YEAR: Final = {"START": (0, 6), "END": (6, 12), "OPENING": (0, 4), "MID": (4, 8), "CLOSING": (8, 12)}


def running(sense: Sense, span: tuple[date, date], day: date | None, direction: int) -> tuple[date, date]:
    """Return the part of a running unit that is meant: "this year" up to the report, or from it on."""
    first, last = span
    if sense.shift != 0 or sense.shift_unit is not sense.unit or day is None or not first <= day <= last:
        return first, last
    if sense.mod in {"START", "MID", "END", "OPENING", "CLOSING"}:
        return first, last
    ahead = sense.mod in {"REST", "LATER"} or (direction > 0 and sense.mod != "EARLIER")
    return (day, last) if ahead else (first, day)


def narrowed(sense: Sense, stretch: Stretch) -> tuple[date, date]:
    """Return the days of a stretch that its modifier means: halves for "early" and "late".

    "Mid-" is the middle third, "the beginning of" and "the end of" a year are its outer thirds. What
    is shorter than five days stays whole.
    """
    first, last = stretch.first, stretch.last
    days = (last - first).days + 1
    mod = {"EARLIER": "START", "LATER": "END"}.get(sense.mod or "", sense.mod)
    if days < 5 or mod is None or (mod != sense.mod and sense.shift == 0):
        return first, last
    if stretch.unit is Unit.YEAR:
        months = {"START": (0, 6), "END": (6, 12), "OPENING": (0, 4), "MID": (4, 8), "CLOSING": (8, 12)}.get(
            mod
        )
        if months is None:
            return first, last
        return months_on(first, months[0]), months_on(first, months[1]) - timedelta(days=1)
    middle, third = days // 2, days // 3
    week = days == 7
    ends = {
        "START": (0, middle - (not week)),
        "OPENING": (0, middle - (not week)),
        "MID": (1, 4) if week else (third, days - 1 - third),
        "END": (middle, days - 1),
        "CLOSING": (middle, days - 1),
    }
    left, right = ends.get(mod, (0, days - 1))
    return first + timedelta(days=left), first + timedelta(days=right)
