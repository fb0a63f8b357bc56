"""What a text says about time, as an interval with its precision and anchor (codebook, *moment*)."""

from dataclasses import dataclass
from enum import StrEnum

from tocsin.record.span import Span


class TimeKind(StrEnum):
    """What kind of time expression it is (TimeML's TIMEX3 types)."""

    DATE = "date"
    TIME = "time"
    DURATION = "duration"
    SET = "set"


class TimePrecision(StrEnum):
    """How finely the text tells the time."""

    CENTURY = "century"
    DECADE = "decade"
    YEAR = "year"
    SEASON = "season"
    QUARTER = "quarter"
    MONTH = "month"
    WEEK = "week"
    DAY = "day"
    PART_OF_DAY = "part-of-day"
    HOUR = "hour"
    MINUTE = "minute"
    SECOND = "second"
    VAGUE = "vague"  # "recently", "now"


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """One time expression. ``value`` and the interval are None where no anchor gives them.

    ``value`` is EDTF (ISO 8601-2:2019) for dates, ISO 8601 for durations ("P2W") and sets; ``first``
    and ``last`` are ISO dates or datetimes, both included; "since 2014" has no ``last`` but the
    anchor's. ``timex`` is the TIMEX3 value ("2021-W15", "PRESENT_REF"), ``anchor`` is
    ``publication``, another moment's id, or None where the words alone tell the date.
    """

    id: str
    document: str
    span: Span
    kind: TimeKind
    value: str | None
    timex: str | None
    first: str | None  # "from" in JSON
    last: str | None  # "to" in JSON
    precision: TimePrecision | None
    anchor: str | None
    why: str
    score: float

    @property
    def spans(self) -> tuple[Span, ...]:
        """All spans the moment rests on."""
        return (self.span,)


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """The time of a figure or an event: the words, and the interval where it is known.

    ``moment`` is the record that it was taken from. ``first`` or ``last`` is None where that end is open.
    """

    span: Span
    moment: str
    first: str | None
    last: str | None
