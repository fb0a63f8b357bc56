"""The time of a figure or an event, without its words."""

import msgspec

from tocsin.record import Span, When


class Interval(msgspec.Struct, omit_defaults=True):
    """What is kept of a time beside its words."""

    moment: str
    first: str | None = None
    last: str | None = None


def interval_of(when: When | None) -> Interval | None:
    """Return what is kept of a time beside its words."""
    return Interval(moment=when.moment, first=when.first, last=when.last) if when else None


def when_of(interval: Interval | None, words: Span | None) -> When | None:
    """Return the time that was kept, with its words; None for none."""
    if interval is None or words is None:
        return None
    return When(span=words, moment=interval.moment, first=interval.first, last=interval.last)
