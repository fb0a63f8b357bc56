"""Expressions joined of others: builders of the second level (see ``building``)."""

from dataclasses import replace
from typing import Final

from tocsin.extract.moments.building_times import on_24
from tocsin.extract.moments.grammar import Builder, Found
from tocsin.extract.moments.sense import Sense, Unit
from tocsin.record import TimeKind


def _sense(found: Found, part: str) -> Sense | None:
    token = found.token(part)
    return token.sense if token else None


def time_of_day(found: Found) -> Sense | None:
    """A day with a time of the clock or a part of the day."""
    day, clock = _sense(found, "d"), _sense(found, "t")
    if day is None and clock is None:
        return None
    part = found.word("p", "PART") or (day.part if day else None)
    half = found.word("p", "MERIDIEM")
    if day is None and (number := found.number("n", "DAY", "ORD")) is not None:
        day = Sense(unit=Unit.DAY, day=number)
    year = _sense(found, "y")
    if year is not None and day is not None:
        day = replace(day, year=year.year)
    if clock is None and (hour := found.number("h", "HOUR", "WHOUR")) is not None:
        clock = Sense(hour=on_24(hour, half=None, part=part), minute=0)
    if half:
        part = "MO" if half == "am" else "AF"
    mod = found.word("mod", "MOD") or found.word("mod2", "MOD") or (day.mod if day else None)
    base = day or clock or Sense()
    if clock is None:
        return replace(base, kind=TimeKind.TIME, part=part, mod=mod)
    hour = on_24(clock.hour, half=None, part=part) if clock.hour is not None else None
    return replace(
        base,
        kind=TimeKind.TIME,
        hour=hour,
        minute=clock.minute,
        second=clock.second,
        zone=clock.zone,
        part=part,
    )


def joined(found: Found) -> Sense | None:
    """A finer expression in the coarser one that holds it: "Friday next week", "June next year"."""
    fine, coarse = _sense(found, "w"), _sense(found, "d")
    if coarse is None:
        return None
    if fine is None:
        of_company = found.token("k") is not None
        return replace(coarse, unit=Unit.QUARTER, from_text=True) if of_company else _nth(found, coarse)
    if fine.weekday and coarse.unit is Unit.DAY:
        exact = coarse.day is not None or coarse.holiday is not None
        return replace(coarse, mod=fine.mod or coarse.mod) if exact and not coarse.weekday else None
    if not _fits(fine):
        return None
    if found.token("nth") and fine.weekday and coarse.month:
        return replace(coarse, unit=Unit.DAY, weekday=fine.weekday, nth=found.number("nth", "ORD"))
    return replace(
        coarse, unit=fine.unit, month=fine.month, weekday=fine.weekday, quarter=fine.quarter, half=fine.half,
        season=fine.season, mod=fine.mod or coarse.mod,
    )  # fmt: skip


def _fits(fine: Sense) -> bool:
    """Tell whether an expression leaves open what a coarser one may tell."""
    told = fine.year is not None or (fine.shift is not None and fine.unit is not Unit.QUARTER)
    return not told and (fine.unit is not Unit.DAY or fine.weekday is not None)


def _nth(found: Found, coarse: Sense) -> Sense | None:
    unit = found.word("u", "UNIT")
    if unit not in {Unit.DAY, Unit.WEEK, Unit.MONTH}:
        return None
    return replace(coarse, unit=Unit(unit), nth=found.number("nth", "ORD", "LAST"))


def so_far_from(found: Found) -> Sense | None:
    """Read "two days after tomorrow": of a day that the report's own day tells."""
    length, day, sign = _sense(found, "a"), _sense(found, "d"), found.token("z")
    if length is None or day is None or sign is None or any(each.amount is None for each in length.lengths):
        return None
    if day.ref is None and day.shift_unit is not Unit.DAY:
        return None
    side = -1 if sign.form == "before" else 1
    return Sense(
        unit=length.unit, lengths=length.lengths, side=side, shift=day.shift or 0, shift_unit=Unit.DAY
    )


def period_within(found: Found) -> Sense | None:
    """Read "within five days": from now on."""
    length = _sense(found, "a")
    if length is None or not length.lengths or any(each.amount is None for each in length.lengths):
        return None
    return Sense(begin=replace(length, side=1), relation="within")


def period_from(found: Found) -> Sense | None:
    """Read "three days starting next Monday"."""
    length, begin = _sense(found, "a"), _sense(found, "b")
    if length is None or begin is None or any(each.amount is None for each in length.lengths):
        return None
    return Sense(begin=begin, end=replace(length, side=1), relation="for")


def week_of(found: Found) -> Sense | None:
    """Read "the week of March 6": the week that holds a day."""
    week, day = _sense(found, "w"), _sense(found, "d")
    unit = week.unit if week else found.word("u", "UNIT")
    if day is None or unit not in {Unit.WEEK, Unit.MONTH}:
        return None
    return replace(day, unit=Unit(unit), nth=0)


def corresponding(found: Found) -> Sense | None:
    """Read "the corresponding period last year"."""
    day = _sense(found, "d")
    return replace(day, unit=Unit.QUARTER) if day else None


def modified(found: Found) -> Sense | None:
    """Read "early on Monday", "the end of next week", "late 1990"."""
    inner = _sense(found, "d")
    if inner is None or inner.mod:
        return None
    return replace(inner, mod=found.word("mod", "MOD"))


def days_of_month(found: Found) -> Sense | None:
    """Read "November 19-20", "from 4 to 22 January 1995": the month is said once."""
    month = _sense(found, "d")
    begin, end = _sense(found, "a"), _sense(found, "b")
    first, last = found.number("a", "DAY", "ORD"), found.number("b", "DAY", "ORD")
    if month is not None:
        begin = replace(month, unit=Unit.DAY, day=first)
        end = replace(month, unit=Unit.DAY, day=last)
    elif begin is None and end is not None:
        begin = replace(end, day=first, weekday=None)
    elif end is None and begin is not None:
        end = replace(begin, day=last, weekday=None)
    if begin is None or end is None or not (begin.day and end.day and begin.day < end.day):
        return None
    if begin.month is None and begin.shift is None:
        return None
    return Sense(begin=begin, end=end, relation="between")


def period_between(found: Found) -> Sense | None:
    """Read "from May to July", "between 2015 and February 2018": of two that differ."""
    begin, end = _sense(found, "a"), _sense(found, "b")
    if begin is None or end is None or begin.relation or end.relation:
        return None
    if end.year is not None and begin.year is None and begin.shift is None and begin.month is not None:
        begin = replace(begin, year=end.year)
    return Sense(begin=begin, end=end, relation="between")


def period_open(found: Found) -> Sense | None:
    """Read "since 2014", "until Friday", "before May"."""
    word, inner = found.token("r"), _sense(found, "a")
    relation = word.form if word else "until"
    if inner is None or inner.relation:
        return None
    relation = "until" if relation in {"by", "till"} else relation
    if relation in {"until", "before"}:
        return Sense(end=inner, relation=relation)
    return Sense(begin=inner, relation=relation)


BUILDERS: Final[dict[str, Builder]] = {
    "time_of_day": time_of_day, "joined": joined, "week_of": week_of, "corresponding": corresponding,
    "modified": modified, "days_of_month": days_of_month, "period_between": period_between,
    "period_open": period_open, "so_far_from": so_far_from, "period_from": period_from,
    "period_within": period_within,
}  # fmt: skip
