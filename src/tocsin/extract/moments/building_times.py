"""Times of the clock: builders (see ``building``)."""

from typing import Final

from tocsin.extract.moments.grammar import Builder, Found
from tocsin.extract.moments.sense import Sense
from tocsin.record import TimeKind

_LATER_PARTS: Final = frozenset({"AF", "EV", "NI"})


def clock(found: Found) -> Sense | None:
    """Read "10:35 a.m. EST", "9 p.m.", "0735 GMT", "noon", "four in the morning"."""
    parts = found.fact("x", "CLOCK", "POINTCLOCK", "HHMM")
    if isinstance(parts, tuple):
        hour, minute, second = (*parts, None, None)[:3]
    else:
        hour, minute, second = found.number("h", "HOUR", "WHOUR", "NOON"), None, None
        if found.number("h", "NOON") is not None:
            minute = 0
    if hour is None:
        return None
    half, part = found.word("ap", "MERIDIEM"), found.word("p", "PART")
    return Sense(
        kind=TimeKind.TIME,
        hour=on_24(hour, half=half, part=part),
        minute=minute or 0,
        second=second,
        zone=found.word("z", "ZONE"),
    )


def on_24(hour: int, *, half: str | None, part: str | None = None) -> int:
    """Return an hour of twelve as one of twenty-four, by "p.m." or the part of the day.

    >>> on_24(12, half="am"), on_24(9, half="pm"), on_24(7, half=None, part="EV"), on_24(14, half="pm")
    (0, 21, 19, 14)
    """
    later = half == "pm" or (half is None and part in _LATER_PARTS)
    if half == "am" and hour == 12:
        return 0
    return hour + 12 if later and 0 < hour < 12 and not (part == "NI" and hour < 5) else hour


def spoken_clock(found: Found) -> Sense | None:
    """Read "half past seven", "a quarter to six", "twenty past eight in the evening"."""
    token, direction = found.token("n"), found.token("k")
    hour = found.number("h", "WHOUR", "HOUR")
    if token is None or direction is None or hour is None or hour > 12:
        return None
    minutes = {"half": 30, "quarter": 15}.get(token.form) or found.number("n", "WMINUTE", "MINUTE") or 0
    hour = on_24(hour, half=found.word("ap", "MERIDIEM"), part=found.word("p", "PART"))
    if direction.form == "to":
        hour, minutes = (hour - 1) % 24, 60 - minutes
    return Sense(kind=TimeKind.TIME, hour=hour, minute=minutes) if minutes < 60 else None


BUILDERS: Final[dict[str, Builder]] = {"clock": clock, "spoken_clock": spoken_clock}
