"""Dates and times as written ⇄ instants that can be compared as text: UTC, to the second.

A day stands for all of itself: a report of that day was known when the day was over at the latest,
and what is known as of a day is what was known when it was over.
"""

from datetime import UTC, date, datetime, time

from tocsin.errors import DateError
from tocsin.record import Precision, Published


def first_instant(when: str) -> str:
    """Return the first second of a day, or the time itself; a time without zone is taken as UTC.

    >>> first_instant("2021-04-13"), first_instant("2021-04-13T09:30+02:00")
    ('2021-04-13T00:00:00Z', '2021-04-13T07:30:00Z')

    Raises:
        DateError: it is neither.
    """
    return _instant(when, time.min)


def last_instant(when: str) -> str:
    """Return the last second of a day, or the time itself; a time without zone is taken as UTC.

    >>> last_instant("2021-04-13")
    '2021-04-13T23:59:59Z'

    Raises:
        DateError: it is neither.
    """
    return _instant(when, time.max)


def known_at(published: Published | None, recorded: str) -> str:
    """Return when at the latest a report was public; for one without a date, when we wrote it down."""
    if published is None:
        return last_instant(recorded)
    if published.precision is Precision.DAY:
        return last_instant(published.day.isoformat())
    return last_instant(published.when)


def _instant(when: str, of_day: time) -> str:
    try:
        moment = _moment(when, of_day)
        utc = moment.astimezone(UTC) if moment.tzinfo else moment
    except (ValueError, OverflowError) as error:
        raise DateError(
            f"{when!r} is no date", advice="write 2021-04-13, or 2021-04-13T09:30+02:00 for a time"
        ) from error
    return f"{utc.replace(tzinfo=None).isoformat(timespec='seconds')}Z"


def _moment(when: str, of_day: time) -> datetime:
    try:
        return datetime.combine(date.fromisoformat(when), of_day)
    except ValueError:
        return datetime.fromisoformat(when)
