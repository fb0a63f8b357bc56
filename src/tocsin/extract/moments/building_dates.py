"""Dates by the calendar: builders (see ``building``)."""

from typing import Final

from tocsin.extract.moments.grammar import Builder, Found
from tocsin.extract.moments.lexicon import Token
from tocsin.extract.moments.sense import Sense, Unit
from tocsin.record import TimeKind

_BEFORE_A_YEAR: Final = frozenset(
    {
        *("in", "since", "until", "till", "by", "of", "from", "to", "during", "before", "after", "between"),
        *(
            "and",
            "early",
            "late",
            "for",
            "the",
            "its",
            "his",
            "her",
            "their",
            "our",
            "a",
            "an",
            "this",
            "that",
        ),
        *("through", "mid", "around", "about", "as", "due", "versus", "vs", "over", "circa"),
    }
)
_BEFORE_A_DAY: Final = frozenset({"on", "from", "to", "until", "by", "and", "between"})
_SENTENCE_ENDS: Final = frozenset('.!?:;"“”(')
_TITLES: Final = frozenset({"ms", "mr", "mrs", "miss", "theresa", "minister", "million"})


def calendar(found: Found) -> Sense | None:
    """A month with or without a day and a year."""
    month, day = (
        found.number("m", "MONTH", "MONTH_SHORT", "MONTH_VERB"),
        found.number("d", "DAY", "WDAY", "ORD"),
    )
    year = found.number("y", "YEAR", "WYEAR")
    if found.token("d") and (day is None or not 1 <= day <= 31):
        return None
    if year is None and day is None and _is_verb_or_name(found):
        return None
    return Sense(
        unit=Unit.DAY if day else Unit.MONTH, year=year, month=month, day=day, mod=found.word("mod", "MOD")
    )


def _is_verb_or_name(found: Found) -> bool:
    """Tell "March" and "May" that begin a sentence, and months in names: "Ms. May"."""
    before, token = found.beside(-1), found.token("m")
    first = before is None or before.form in _SENTENCE_ENDS
    if token and "VERB_TOO" in token.facts and first and found.token("mod") is None:
        return True
    return bool(before and before.form in _TITLES)


def written(found: Found) -> Sense | None:
    """A date in figures: year first, or month and day in the order that they allow, month first in doubt."""
    parts = found.fact("x", "ISO", "SLASH")
    if not isinstance(parts, tuple):
        return None
    if found.fact("x", "ISO"):
        year, month, day, *clock = parts
    else:
        month, day, year = parts
        clock = []
        year += 0 if year > 99 else 1900 if year > 40 else 2000
    if month > 12 >= day:
        month, day = day, month
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    hour, minute, second = (*clock, None, None, None)[:3]
    kind = TimeKind.DATE if hour is None else TimeKind.TIME
    return Sense(
        kind=kind, unit=Unit.DAY, year=year, month=month, day=day, hour=hour, minute=minute, second=second
    )


def month_of_year(found: Found) -> Sense | None:
    """Read "2016-11", "3/2015"; but "2016-17" is a season of two years."""
    month, year = found.number("n", "DAY"), found.number("y", "YEAR")
    if month is None or year is None or month > 12 or month == (year + 1) % 100:
        return None
    return Sense(unit=Unit.MONTH, year=year, month=month)


def day_and_month(found: Found) -> Sense | None:
    """Read "4/22", "22/04": month first where both orders would do."""
    month, day = found.number("n", "DAY"), found.number("n2", "DAY")
    before = found.tokens[found.match.start() - 1].form if found.match.start() else ""
    both = month is not None and day is not None and max(month, day) <= 12
    if month is None or day is None or min(month, day) > 12 or {month, day} == {7, 24}:
        return None  # "24/7"
    if both and before not in _BEFORE_A_DAY:
        return None  # "9/11", "1/2": a day only where a preposition says so
    month, day = (day, month) if month > 12 else (month, day)
    year = found.number("y", "YEAR", "SHORT_YEAR")
    year = year + 2000 if year is not None and year < 100 else year
    return Sense(unit=Unit.DAY, month=month, day=day, year=year)


def week_number(found: Found) -> Sense:
    """Read "week 31", of ISO 8601."""
    return Sense(unit=Unit.WEEK, week=found.number("n", "MINUTE"))


def day_of_month(found: Found) -> Sense | None:
    """Read "the 15th", "Thursday the 21st", "the 20th of next month"."""
    unit = found.word("u", "UNIT")
    if found.token("u") and unit != Unit.MONTH:
        return None
    return Sense(
        unit=Unit.DAY,
        day=found.number("d", "ORDNUM", "DAY", "ORD", "WDAY"),
        weekday=found.number("w", "WEEKDAY"),
        shift=found.number("r", "THIS", "NEXT", "LAST") if unit else None,
        shift_unit=Unit.MONTH if unit else None,
    )


def weekday(found: Found) -> Sense | None:
    """A day of the week, with "last", "next", "this" where said."""
    shift = found.number("r", "LAST", "NEXT", "THIS", "SAME")
    token = found.token("r")
    same = bool(token and "SAME" in token.facts and "THIS" not in token.facts)
    token = found.token("w")
    many = bool(token and token.form.endswith("days"))
    day = found.number("w", "WEEKDAY")
    if many and shift is None:
        return Sense(kind=TimeKind.SET, pattern=f"XXXX-WXX-{day}")
    return Sense(
        unit=Unit.DAY,
        weekday=day,
        shift=None if same else shift,
        strict=shift in {-1, 1} and not same,
        from_text=same,
        mod=found.word("mod", "MOD"),
    )


def nth(found: Found) -> Sense | None:
    """Read "the first Friday of next month", "the third week of 2027"."""
    unit = found.word("u", "UNIT")
    weekday = found.number("w", "WEEKDAY")
    shift = found.number("r", "THIS", "NEXT", "LAST")
    if (weekday and shift is not None and unit != Unit.MONTH) or (
        not weekday and unit not in {"day", "week"}
    ):
        return None
    return Sense(
        unit=Unit.DAY if weekday else Unit(unit or ""),
        nth=found.number("nth", "ORD", "LAST"),
        weekday=weekday,
        month=found.number("m", "MONTH"),
        year=found.number("y", "YEAR", "WYEAR") or found.number("y2", "YEAR", "WYEAR"),
        shift=shift,
        shift_unit=Unit.MONTH if shift is not None else None,
    )


def year(found: Found) -> Sense | None:
    """A year of four figures or in words."""
    return Sense(unit=Unit.YEAR, year=found.number("y", "YEAR", "WYEAR"), mod=found.word("mod", "MOD"))


def bare_year(found: Found) -> Sense | None:
    """Four figures alone, where the words beside them speak for a year."""
    value = found.number("y", "YEAR", "WYEAR")
    before, after = found.beside(-1), found.beside(1)
    if value is None or not _like_a_year(value, before, after):
        return None
    return Sense(unit=Unit.YEAR, year=value)


def _like_a_year(value: int, before: Token | None, after: Token | None) -> bool:
    if after and (
        "AMOUNT" in after.facts or after.form in {"%", "percent", "people", "troops", "soldiers", "-"}
    ):
        return False
    if before and before.form in {"$", "#", "no", "number", "nos", "flight", "highway", "route", "."}:
        return False
    if not 1900 <= value <= 2099:
        return bool(before and before.form in {"in", "since", "year", "until"}) and value >= 1200
    if before and before.form in _BEFORE_A_YEAR:
        return True
    return not (after and after.form.endswith("s") and not after.facts)


def decade(found: Found) -> Sense | None:
    """Read "the 1990s", "the seventies", "the nineteen-seventies"."""
    value = found.number("dec", "DECADE")
    after = found.beside(1)
    if value == 10 and after and after.form == "of":  # "the tens of thousands"
        return None
    hundreds = found.number("c", "WYEAR", "WDAY")
    if value is None or (found.token("c") and hundreds is None):
        return None
    if hundreds is not None:
        value = hundreds * 100 + value if hundreds < 100 else hundreds + value
    token = found.token("dec")
    if value % 10 or (
        value < 100 and not (token and ("'" in token.form or found.tokens[found.match.start()].form == "the"))
    ):
        return None
    return Sense(unit=Unit.DECADE, decade=value, mod=found.word("mod", "MOD"))


def century(found: Found) -> Sense | None:
    """Read "the 20th century"."""
    return Sense(unit=Unit.CENTURY, century=found.number("c", "ORD"), mod=found.word("mod", "MOD"))


def season(found: Found) -> Sense | None:
    """A season, of a year where one is said."""
    shift = found.number("r", "LAST", "NEXT", "THIS", "SAME")
    return Sense(
        unit=Unit.SEASON,
        season=found.word("s", "SEASON", "SEASON_WORD"),
        year=found.number("y", "YEAR", "WYEAR"),
        shift=shift,
        shift_unit=Unit.SEASON if shift is not None else None,
        strict=shift in {-1, 1},
        mod=found.word("mod", "MOD"),
    )


def quarter(found: Found) -> Sense | None:
    """Read "the third quarter of 1990", "Q3", "the first half"."""
    number = found.number("q", "ORD", "DAY")
    if number is None and found.tokens[found.match.start()].form == "the":
        year = found.number("y", "YEAR", "WYEAR")
        return Sense(unit=Unit.QUARTER, year=year, from_text=True)
    kind = found.token("k")
    half = found.token("h") is not None or bool(kind and kind.form == "h")
    if number is None and not half:
        year = found.number("y", "YEAR", "WYEAR")
        return Sense(unit=Unit.QUARTER, year=year, mod=found.word("mod", "MOD"))
    if number is None or not 1 <= number <= (2 if half else 4):
        return None
    year = found.number("y", "YEAR", "WYEAR") or found.number("y2", "YEAR", "WYEAR")
    return Sense(
        unit=Unit.HALF if half else Unit.QUARTER,
        quarter=None if half else number,
        half=number if half else None,
        year=year,
        mod=found.word("mod", "MOD"),
    )


def period(_: Found) -> Sense:
    """Read "the latest period": of a company, the quarter."""
    return Sense(unit=Unit.QUARTER, shift=-1, shift_unit=Unit.QUARTER, from_text=True)


def holiday(found: Found) -> Sense:
    """A holiday, of a year where one is said; its week or weekend."""
    whole = found.token("week")
    shift = found.number("r", "LAST", "NEXT", "THIS")
    return Sense(
        unit=Unit(whole.form) if whole else Unit.DAY,
        nth=0 if whole else None,
        holiday=found.word("h", "HOLIDAY"),
        year=found.number("y", "YEAR", "WYEAR"),
        shift=shift,
        shift_unit=Unit.YEAR if shift is not None else None,
    )


BUILDERS: Final[dict[str, Builder]] = {
    build.__name__: build
    for build in (
        calendar,
        written,
        month_of_year,
        day_and_month,
        week_number,
        day_of_month,
        weekday,
        nth,
        year,
        bare_year,
        decade,
        century,
        season,
        quarter,
        holiday,
        period,
    )
}
