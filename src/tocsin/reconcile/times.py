"""For which time a figure holds (valid time): as of a day, from a day on, or within some days.

A count from a start on ("since January", "this year") is told again and again with other ends: its start
tells which count it is. A closed time ("in 2020", "on Friday") is another question than the next.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from tocsin.record import When

_SHORT: Final = 2  # days: "the last 24 hours" is no count from a start on
_DAY: Final = 10  # of an ISO date
_NOW: Final = 1  # days before the report that still are "now"


class Holds(StrEnum):
    """In what way a figure holds for its time."""

    NOW = "as of"
    SINCE = "since"
    DURING = "during"
    OPEN = "open"  # the text does not tell, and the measure does not either


@dataclass(frozen=True, slots=True, kw_only=True)
class Valid:
    """The time that a figure holds for; ISO days, both included, None where it is not told."""

    holds: Holds
    first: str | None
    last: str | None


def valid(period: When | None, known: str, *, level: bool) -> Valid:
    """Return the valid time of a figure in a report that was known at ``known`` (ISO 8601).

    Of a ``level`` (troops) a report tells how it is now; of what adds up (the killed) it does not tell
    since when where its words do not.

    >>> valid(None, "2021-04-13T12:00:00Z", level=True)
    Valid(holds=<Holds.NOW: 'as of'>, first='2021-04-13', last='2021-04-13')
    >>> valid(None, "2021-04-13T12:00:00Z", level=False).holds.value
    'open'
    """
    today = known[:_DAY]
    first, last = (period.first, period.last) if period else (None, None)
    first, last = first and first[:_DAY], last and last[:_DAY]
    if first is None and last is None:
        return Valid(holds=Holds.NOW if level else Holds.OPEN, first=today if level else None, last=today)
    if level and (last is None or _near(last, today) or days(first or last, last) <= _SHORT):
        return Valid(holds=Holds.NOW, first=first, last=last or today)
    if first is None:
        return Valid(holds=Holds.OPEN, first=None, last=last)
    if last is None or (_near(last, today) and days(first, last) > _SHORT):
        return Valid(holds=Holds.SINCE, first=first, last=last or today)
    return Valid(holds=Holds.DURING, first=first, last=last)


def days(first: str, last: str) -> int:
    """Return how many days lie between two ISO days; negative where the last is the earlier one.

    >>> days("2021-04-10", "2021-04-13")
    3
    """
    return (date.fromisoformat(last[:_DAY]) - date.fromisoformat(first[:_DAY])).days


def of_one_time(one: Valid, other: Valid) -> bool:
    """Tell whether two times may be one: of one kind, with one start; a time that is not told may be any."""
    if Holds.OPEN in (one.holds, other.holds):
        return True
    if one.holds is not other.holds or one.holds is Holds.NOW:
        return one.holds is other.holds
    return one.first == other.first and (one.holds is Holds.SINCE or one.last == other.last)


def overlapping(one: Valid, other: Valid, *, window: int) -> bool:
    """Tell whether two times may be one; levels ("now") no further apart than the window, in days."""
    if one.holds is other.holds is Holds.NOW and one.last and other.last:
        return abs(days(one.last, other.last)) <= window
    return of_one_time(one, other)


def _near(day: str, today: str) -> bool:
    return abs(days(day, today)) <= _NOW
