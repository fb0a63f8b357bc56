"""Days as a reader of English writes them, whatever the machine's locale."""

from datetime import UTC, date, datetime

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def instant(when: str) -> datetime:
    """Return an ISO 8601 date or time as a moment that compares with others; UTC where no zone is told.

    >>> instant("2021-04-13T01:00:00+02:00") < instant("2021-04-13")
    True
    """
    moment = datetime.fromisoformat(when)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def written(when: str) -> str:
    """Return the day of an ISO 8601 date or time, and the time with its zone where there is one.

    >>> written("2021-04-13")
    '13 April 2021'
    >>> written("2021-04-13T09:30:00+02:00")
    '13 April 2021, 09:30 UTC+02:00'
    """
    moment = datetime.fromisoformat(when)
    day = _day(moment.date())
    if "T" not in when and " " not in when:
        return day
    zone = f" {moment.tzname()}" if moment.tzinfo else ""
    return f"{day}, {moment:%H:%M}{zone}"


def heading(day: str) -> str:
    """Return a day with its weekday.

    >>> heading("2021-04-13")
    'Tuesday 13 April 2021'
    """
    found = date.fromisoformat(day)
    return f"{_WEEKDAYS[found.weekday()]} {_day(found)}"


def _day(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
