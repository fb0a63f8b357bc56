"""What kind of expression a sense is, for the levels of the grammar that join expressions."""

from typing import Final

from tocsin.extract.moments.sense import Sense, Unit
from tocsin.record import TimeKind

_BY_UNIT: Final = {
    Unit.DAY: "S_DAY",
    Unit.WEEKEND: "S_WEEKEND",
    Unit.WEEK: "S_WEEK",
    Unit.MONTH: "S_MONTH",
    Unit.QUARTER: "S_QUARTER",
    Unit.HALF: "S_QUARTER",
    Unit.SEASON: "S_SEASON",
    Unit.YEAR: "S_YEAR",
}
SHAPES: Final = (
    *dict.fromkeys(_BY_UNIT.values()),
    "S_CLOCK", "S_PART", "S_INSTANT", "S_LONG", "S_LENGTH", "S_SET", "S_REF", "S_NOW", "S_RANGE",
)  # fmt: skip


def shape(sense: Sense) -> str:
    """Return the one class of an expression.

    >>> shape(Sense(unit=Unit.DAY, weekday=1)), shape(Sense(kind=TimeKind.TIME, hour=9))
    ('S_DAY', 'S_CLOCK')
    """
    if sense.relation is not None:
        return "S_RANGE"
    if sense.ref is not None:
        return "S_NOW" if sense.ref == "PRESENT_REF" else "S_REF"
    if sense.kind is TimeKind.SET:
        return "S_SET"
    if sense.kind is TimeKind.DURATION:
        return "S_LENGTH"
    if sense.timed:
        return _timed(sense)
    return _BY_UNIT.get(sense.unit, "S_LONG") if sense.unit else "S_LONG"


def _timed(sense: Sense) -> str:
    if sense.unit is not None:
        return "S_INSTANT"
    return "S_CLOCK" if sense.hour is not None else "S_PART"
