"""When a report was published: as written, by option, field, page, address or file name."""

import re
from collections.abc import Iterable
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from pathlib import PurePosixPath
from typing import Final
from urllib.parse import urlsplit

from tocsin.errors import DateError
from tocsin.record import FoundIn, Precision, Published

_FORMS: Final = "2021-04-13, 2021-04-13T16:20:00+02:00, 2021-04-13T14:20Z or Tue, 13 Apr 2021 16:20:00 +0200"
_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}$", re.ASCII)
_TIME: Final = re.compile(
    r"(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(:\d{2})?(?:[.,]\d+)?\s?(Z|UTC|[+-]\d{2}(?::?\d{2})?)?$",
    re.ASCII | re.IGNORECASE,
)
_RFC2822: Final = re.compile(r"(?:\w{3},\s*)?\d{1,2}\s+\w{3}\s+\d{4}\s+\d{1,2}:\d{2}", re.ASCII)
_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_IN_URL: Final = re.compile(
    r"(?<!\d)(?<!\d-)((?:19|20)\d\d)(?:/(\d{1,2}|[a-z]{3})/(\d{1,2})(?=/|$)|-(\d{2})-(\d{2})(?![\d-]))",
    re.ASCII | re.IGNORECASE,
)
_IN_NAME: Final = re.compile(r"(?<!\d)(?<!\d-)((?:19|20)\d\d)-(\d\d)-(\d\d)(?![\d]|-\d)", re.ASCII)
_LINE_OF_FILE: Final = re.compile(r"\.jsonl:\d+$|^-(?::\d+)?$", re.IGNORECASE)


def parse_date(written: str) -> tuple[str, Precision]:
    """Return a date as ISO 8601, and how much of it is known.

    A time without a zone is no moment (which one it was depends on where), so only its day is kept.

    >>> parse_date("2021-04-13T14:20Z")
    ('2021-04-13T14:20:00+00:00', <Precision.MINUTE: 'minute'>)
    >>> parse_date("2021-04-13 16:20")
    ('2021-04-13', <Precision.DAY: 'day'>)

    Raises:
        DateError: it is no date, or of a form that we do not take.
    """
    text = written.strip()
    try:
        found = _moment(text)
    except (ValueError, IndexError, TypeError, OverflowError):
        found = None
    if found is None or not 1900 <= found.year <= 2199:
        shown = text if len(text) <= 60 else f"{text[:60]}…"
        raise DateError(f"{shown!r} is no date that we take", advice=f"write it like {_FORMS}")
    if isinstance(found, datetime) and found.tzinfo is not None:
        return found.isoformat(timespec="seconds"), Precision.MINUTE
    return found.isoformat()[:10], Precision.DAY


def published(
    *, option: str | None, field: str | None, page: str | None, url: str | None, origin: str | None
) -> Published | None:
    """Return when a report was published by the best source that says it, or None.

    Raises:
        DateError: an option or field was given and is no date.
    """
    for written, found_in in ((option, FoundIn.OPTION), (field, FoundIn.FIELD)):
        if written and written.strip():
            return _stated(written, found_in, origin)
    if page and (when := _quiet(page)):
        return Published(when=when[0], precision=when[1], found_in=FoundIn.PAGE)
    for day, found_in in (
        (day_in_url(url or ""), FoundIn.URL),
        (day_in_name(origin or ""), FoundIn.FILE_NAME),
    ):
        if day:
            return Published(when=day, precision=Precision.DAY, found_in=found_in)
    return None


def day_in_url(url: str) -> str | None:
    """Return the day that the path of an address carries, if it carries one and only one.

    >>> day_in_url("https://example.org/world/2021/apr/13/talks?on=2020-01-01")
    '2021-04-13'
    """
    try:
        path = urlsplit(url).path
    except ValueError:
        return None
    return _only((year, one or two, day or dashed) for year, one, day, two, dashed in _IN_URL.findall(path))


def day_in_name(origin: str) -> str | None:
    """Return the day in a file's name; a file of many reports says nothing of the day of one.

    >>> day_in_name("reports/daily-meridian-2021-04-12.txt")
    '2021-04-12'
    """
    if _LINE_OF_FILE.search(origin) or "://" in origin:
        return None
    return _only(_IN_NAME.findall(PurePosixPath(origin.replace("\\", "/")).name))


def _moment(text: str) -> date | datetime | None:
    if _DAY.match(text):
        return date.fromisoformat(text)
    if time := _TIME.match(text):
        day, clock, seconds, zone = time.groups()
        zone = "+00:00" if zone and zone.upper() in {"Z", "UTC"} else zone
        return datetime.fromisoformat(f"{day}T{clock}{seconds or ':00'}{zone or ''}")
    return parsedate_to_datetime(text) if _RFC2822.match(text) else None


def _stated(written: str, found_in: FoundIn, origin: str | None) -> Published:
    try:
        when, precision = parse_date(written)
    except DateError as error:
        where = "" if found_in is FoundIn.OPTION or origin is None else f"{origin}: published: "
        raise DateError(f"{where}{error.message}", advice=error.advice) from error
    return Published(when=when, precision=precision, found_in=found_in)


def _quiet(written: str) -> tuple[str, Precision] | None:
    try:
        return parse_date(written)
    except DateError:
        return None


def _only(found: Iterable[tuple[str, str, str]]) -> str | None:
    """Return the one real day among candidates; of two we would have to choose, so none."""
    days = {day for parts in found if (day := _real(*parts))}
    return days.pop() if len(days) == 1 else None


def _real(year: str, month: str, day: str) -> str | None:
    try:
        number = int(month) if month.isdigit() else _MONTHS.index(month.lower()) + 1
        return date(int(year), number, int(day)).isoformat()
    except ValueError:  # no such month or day
        return None
