"""Dates of offices: EDTF of a day, a month or a year, and whether two spans of time can overlap."""

import re
from calendar import monthrange
from functools import lru_cache
from typing import Final

_FORM: Final = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?[?~%]?")
_EARLIEST: Final = "0000-01-01"
_LATEST: Final = "9999-12-31"


@lru_cache(maxsize=4096)
def is_date(text: str) -> bool:
    """Tell whether a text is an EDTF date of a day, a month or a year.

    >>> is_date("2024-02-29"), is_date("2023-02-29"), is_date("2012~"), is_date("May 2012")
    (True, False, True, False)
    """
    found = _FORM.fullmatch(text)
    if not found:
        return False
    year, month, day = (int(part) if part else 1 for part in found.groups())
    return year > 0 and 1 <= month <= 12 and day >= 1 and (day <= 28 or day <= monthrange(year, month)[1])


def first_day(text: str | None) -> str:
    """Return the first day that a date may mean; None means that it began at any time.

    >>> first_day("2012-11"), first_day(None)
    ('2012-11-01', '0000-01-01')
    """
    if not text:
        return _EARLIEST
    plain = text.rstrip("?~%")
    return plain + "-01-01"[len(plain) - 4 :]


def last_day(text: str | None) -> str:
    """Return the last day that a date may mean; None means that it has no end.

    >>> last_day("2024-02"), last_day("2024"), last_day(None)
    ('2024-02-29', '2024-12-31', '9999-12-31')
    """
    if not text:
        return _LATEST
    plain = text.rstrip("?~%")
    if len(plain) == 4:
        return f"{plain}-12-31"
    if len(plain) == 7:
        return f"{plain}-{monthrange(int(plain[:4]), int(plain[5:]))[1]}"
    return plain


def overlap(first: str | None, last: str | None, date: str) -> bool:
    """Tell whether a date can lie between two others, their own days included.

    >>> overlap("2012-11-06", None, "2021"), overlap("2012", "2020-05", "2020-06-01")
    (True, False)
    """
    return first_day(first) <= last_day(date) and first_day(date) <= last_day(last)
