"""What the words of a time expression say, before it is known when that was."""

from dataclasses import dataclass
from enum import StrEnum

from tocsin.record import TimeKind


class Unit(StrEnum):
    """Units of time, of the calendar and of the clock."""

    SECOND = "second"
    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WEEKEND = "weekend"
    WEEK = "week"
    FORTNIGHT = "fortnight"
    MONTH = "month"
    SEASON = "season"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"


CLOCK_UNITS = frozenset({Unit.SECOND, Unit.MINUTE, Unit.HOUR})


@dataclass(frozen=True, slots=True, kw_only=True)
class Length:
    """So many units; ``amount`` None where the words leave it open ("several years")."""

    amount: float | None
    unit: Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class Sense:
    """What is said: fields of the calendar, or so many units from the anchor, or both.

    "June next year" is ``month=6, shift=1, shift_unit=YEAR``. ``from_text`` says that the anchor is
    another moment of the text ("that year", "two days earlier"). ``unit`` is how fine the words are.
    """

    kind: TimeKind = TimeKind.DATE
    unit: Unit | None = None
    year: int | None = None
    month: int | None = None
    day: int | None = None
    week: int | None = None
    weekday: int | None = None  # ISO: Monday 1
    nth: int | None = None  # "the third week of", "the first Friday of"; -1 is the last
    season: str | None = None
    quarter: int | None = None
    half: int | None = None
    decade: int | None = None  # its first year, of two digits where no more are said
    century: int | None = None
    holiday: str | None = None
    shift: int | None = None
    shift_unit: Unit | None = None
    from_text: bool = False
    strict: bool = False  # "last Friday", "last May": never the present one
    part: str | None = None
    hour: int | None = None
    minute: int | None = None
    second: int | None = None
    zone: str | None = None
    mod: str | None = None
    ref: str | None = None
    lengths: tuple[Length, ...] = ()
    side: int | None = None  # of a length: -1 up to the anchor, 1 on from it
    pattern: str | None = None  # of a set
    begin: "Sense | None" = None  # of a range: its two ends, one of which may be missing
    end: "Sense | None" = None
    relation: str | None = None  # "between", "since", "until", "before", "after"
    dropped: bool = False  # no expression of time, but read as one: an age

    @property
    def timed(self) -> bool:
        """Whether a time of the clock or a part of the day is said."""
        return self.hour is not None or self.part is not None

    @property
    def dated(self) -> bool:
        """Whether a day, or something that holds days, is said."""
        return self.kind in {TimeKind.DATE, TimeKind.TIME} and self.unit is not None
