"""From a sense to a time: value, interval, precision and the reason, against an anchor."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Final

from tocsin.extract.moments.building_lengths import period
from tocsin.extract.moments.calendar import PRECISIONS, Stretch, days_on
from tocsin.extract.moments.locating import locate, needs_anchor
from tocsin.extract.moments.narrowing import narrowed, running
from tocsin.extract.moments.sense import CLOCK_UNITS, Length, Sense, Unit
from tocsin.record import TimeKind, TimePrecision

PUBLICATION: Final = "publication"
_OWN: Final = 270  # days: a quarter that ended no longer ago is what a report on quarters reports
_CLOCK_PRECISION: Final = {
    Unit.HOUR: TimePrecision.HOUR, Unit.MINUTE: TimePrecision.MINUTE, Unit.SECOND: TimePrecision.SECOND,
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Time:
    """When a moment is; the fields are those of ``record.Moment``, ``stretch`` is the days it names."""

    timex: str | None
    value: str | None = None
    first: str | None = None
    last: str | None = None
    precision: TimePrecision | None = None
    anchor: str | None = None
    why: str = ""
    stretch: Stretch | None = None
    kind: TimeKind | None = None  # where it is another than the words alone tell


@dataclass(frozen=True, slots=True, kw_only=True)
class Mentioned:
    """A moment met before in the text, as an anchor."""

    id: str
    stretch: Stretch
    sentence: int
    paragraph: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """What a sense is resolved against: publication, what was mentioned, on which side the clause looks."""

    published: datetime | None
    timed: bool  # whether the hour of publication is known
    direction: int  # -1 past, 1 future, 0 untold
    mentioned: Sequence[Mentioned]
    sentence: int
    paragraph: int
    part_year: bool = False  # whether its sentence counts in months: "the first nine months"

    @property
    def day(self) -> date | None:
        """The day of publication."""
        return self.published.date() if self.published else None


def looks(sense: Sense) -> bool:
    """Tell whether when a sense is may hang on the side that its clause looks to."""
    if sense.ref is not None or sense.kind in {TimeKind.SET, TimeKind.DURATION}:
        return False
    return sense.relation is not None or needs_anchor(sense)


def resolve(sense: Sense, scene: Scene) -> Time:
    """Return when a sense is. Whatever cannot be told stays None, and ``why`` says what is missing."""
    try:
        return _resolve(sense, scene)
    except (ValueError, OverflowError):
        return Time(timex=None, why="the calendar has no such day")


def _resolve(sense: Sense, scene: Scene) -> Time:
    if sense.relation is not None:
        within = sense.relation == "within" and sense.begin
        return _within(within, scene) if within else _period(sense, scene)
    if sense.ref is not None:
        return _reference(sense, scene)
    if sense.kind is TimeKind.SET:
        return Time(timex=sense.pattern, value=sense.pattern, why="a set of times: no one interval")
    if sense.kind is TimeKind.DURATION:
        return _length(sense, scene)
    if any(length.unit in CLOCK_UNITS for length in sense.lengths):
        return _hours(sense, scene)
    return _date(sense, scene)


def _period(sense: Sense, scene: Scene) -> Time:
    """Return the interval of a range; an end that nothing tells is open."""
    begin = _resolve(sense.begin, scene) if sense.begin else None
    if sense.relation == "for" and sense.end and begin:
        return _lasting(begin, sense.end)
    end = _end(sense.end, begin, scene) if sense.end else None
    if any(side is not None and side.first is None for side in (begin, end)):
        return Time(timex=None, why=next(side.why for side in (begin, end) if side and side.first is None))
    known = begin or end or Time(timex=None)
    precision, anchor = known.precision, known.anchor or (end.anchor if end else None)
    published = scene.day.isoformat() if scene.day else None
    first, last = begin.first if begin else None, end.last if end else None
    left, right = _plain(begin), _plain(end)
    match sense.relation:
        case "since":
            last = right = published if first and published and first <= published else None
            anchor = anchor or (PUBLICATION if last else None)
        case "until":
            first = left = (
                published if scene.direction > 0 and published and last and published <= last else None
            )
            anchor = anchor or (PUBLICATION if first else None)
        case "before":
            last = right = _beside(end.first if end else None, -1)
        case "after":
            first = left = _beside(begin.last if begin else None, 1)
    if first and last and first > last:
        return Time(timex=None, why="the end lies before the beginning")
    return Time(
        timex=None, value=f"{left or '..'}/{right or '..'}", first=first, last=last, precision=precision,
        anchor=anchor, why=f"{sense.relation}: {known.why}",
    )  # fmt: skip


def _lasting(begin: Time, length: Sense) -> Time:
    """Return a length from a day on."""
    if begin.stretch is None:
        return Time(timex=None, why=begin.why)
    last = begin.stretch.first
    for each in length.lengths:
        if each.unit not in CLOCK_UNITS:
            last = days_on(last, each.amount or 0, each.unit)
    last = max(begin.stretch.first, last - timedelta(days=1))
    first = begin.stretch.first.isoformat()
    return replace(begin, timex=None, value=f"{first}/{last.isoformat()}", first=first, last=last.isoformat())


def _within(length: Sense, scene: Scene) -> Time:
    """Return the time from publication on that a length takes; of what was, it tells no interval."""
    if scene.direction < 0 or scene.published is None:
        return Time(timex=None, why="no anchor: it does not run from the day of publication on")
    time = _length(length, scene)
    if time.first is None or "T" in time.first or scene.day is None:
        return replace(time, timex=None)
    first = scene.day.isoformat()
    return replace(time, timex=None, value=f"{first}/{time.last}", first=first)


def _end(sense: Sense, begin: Time | None, scene: Scene) -> Time:
    """Return the end of a range, the first that is not before its beginning."""
    if begin and begin.stretch and sense.month is None and sense.day is not None and sense.shift is None:
        sense = replace(sense, month=begin.stretch.first.month)
    end = _resolve(sense, scene)
    if begin is None or not begin.stretch or not end.stretch or end.stretch.last >= begin.stretch.first:
        return end
    stretch = locate(sense, begin.stretch.first, direction=1)
    return _date(replace(sense, year=stretch.first.year), scene) if stretch and sense.month else end


def _plain(time: Time | None) -> str | None:
    """Return a value that may stand at the end of an EDTF interval."""
    if time is None:
        return None
    return time.value if time.value and "/" not in time.value else time.first


def _beside(day: str | None, step: int) -> str | None:
    return (date.fromisoformat(day[:10]) + timedelta(days=step)).isoformat() if day else None


def _reference(sense: Sense, scene: Scene) -> Time:
    vague = TimePrecision.VAGUE
    if sense.ref != "PRESENT_REF":
        return Time(timex=sense.ref, precision=vague, why="the words tell no date")
    if scene.day is None:
        return Time(timex=sense.ref, precision=vague, why="no anchor: the day of publication is not known")
    day = scene.day.isoformat()
    return Time(
        timex=sense.ref, value=day, first=day, last=day, precision=vague, anchor=PUBLICATION,
        why="the present of the report",
    )  # fmt: skip


def _length(sense: Sense, scene: Scene) -> Time:
    timex = period(sense.lengths) if sense.lengths else "PXX"
    if timex == "PT24H":
        timex = "P1D"
    open_end = any(length.amount is None for length in sense.lengths)
    if sense.side is None or not sense.lengths:
        return Time(
            timex=timex, value=None if open_end or not sense.lengths else timex, why="a length of time"
        )
    if scene.published is None:
        return Time(timex=timex, why="no anchor: the day of publication is not known")
    first, last = _span(sense, scene.published)
    precision = PRECISIONS.get(sense.lengths[-1].unit) or _CLOCK_PRECISION.get(sense.lengths[-1].unit)
    if open_end:
        first, last = (None, last) if sense.side < 0 else (first, None)
    return Time(
        timex=timex, value=f"{first or ''}/{last or ''}", first=first, last=last, precision=precision,
        anchor=PUBLICATION,
        why=("up to the day of publication" if sense.side < 0 else "from the day of publication on")
        + (": how long is not said" if open_end else ""),
    )  # fmt: skip


def _span(sense: Sense, now: datetime) -> tuple[str | None, str | None]:
    """Return the first and last day, or instant, of a length that ends or begins at the anchor."""
    side = sense.side or 0
    if all(length.unit in CLOCK_UNITS for length in sense.lengths) and (now.hour or now.minute):
        ends = sorted((now, now + side * _clock(sense.lengths)))
        return ends[0].isoformat(timespec="minutes"), ends[1].isoformat(timespec="minutes")
    day = now.date()
    far = day
    for length in sense.lengths:
        if length.unit in CLOCK_UNITS:
            far = (datetime.combine(far, datetime.min.time()) + side * _clock((length,))).date()
        elif length.amount is not None:
            far = days_on(far, side * length.amount, length.unit)
    if side > 0 and far > day:
        day += timedelta(days=1)
    return min(day, far).isoformat(), max(day, far).isoformat()


def _clock(lengths: Sequence[Length]) -> timedelta:
    return sum((timedelta(**{f"{each.unit}s": each.amount or 0}) for each in lengths), timedelta())


def _hours(sense: Sense, scene: Scene) -> Time:
    """Return a time so many hours or minutes from the anchor, where the anchor's hour is known."""
    timex = period(sense.lengths)
    if scene.published is None or not scene.timed:
        return Time(timex=timex, why="no anchor: the hour of publication is not known")
    when = scene.published
    days = tuple(length for length in sense.lengths if length.unit not in CLOCK_UNITS)
    for length in days:
        day = days_on(when.date(), (sense.side or 0) * (length.amount or 0), length.unit)
        when = datetime.combine(day, when.timetz())
    when += (sense.side or 0) * _clock([each for each in sense.lengths if each.unit in CLOCK_UNITS])
    written = when.isoformat(timespec="minutes")
    return Time(
        timex=when.strftime("%Y-%m-%dT%H:%M"), value=written, first=written, last=written,
        precision=TimePrecision.MINUTE, anchor=PUBLICATION, why="counted from the hour of publication",
    )  # fmt: skip


def _date(sense: Sense, scene: Scene) -> Time:
    day, anchor, why = _anchor(sense, scene)
    if sense.strict and sense.lengths and scene.direction < 0:
        length = _length(replace(sense, kind=TimeKind.DURATION, side=None), scene)
        return replace(length, kind=TimeKind.DURATION)
    stretch = locate(sense, day, direction=scene.direction) if sense.unit else None
    if sense.unit is None and sense.timed and day is not None:
        stretch = Stretch(Unit.DAY, day)
    if stretch is None:
        return Time(timex=_open(sense), why=why if day is None else "the words tell no date")
    stretch = _as_fine(sense, stretch, scene)
    if sense.timed:
        return _timed(sense, stretch.first, anchor, why)
    first, last = running(sense, narrowed(sense, stretch), scene.day, scene.direction)
    approximate = sense.mod in {"APPROX", "LESS_THAN", "EQUAL_OR_LESS"} and stretch.unit in {
        Unit.YEAR,
        Unit.MONTH,
        Unit.DAY,
    }
    return Time(
        timex=stretch.timex, value=stretch.edtf + "~" * approximate, first=first.isoformat(),
        last=last.isoformat(), precision=PRECISIONS[stretch.unit], anchor=anchor, why=why, stretch=stretch,
    )  # fmt: skip


def _anchor(sense: Sense, scene: Scene) -> tuple[date | None, str | None, str]:
    """Return the day to count from, what it is, and the reason."""
    if not needs_anchor(sense):
        return None, None, "the words tell the date"
    if sense.from_text or (sense.unit is None and sense.timed):
        near = _antecedent(sense, scene)
        if near is not None:
            return near.stretch.first, near.id, "counted from the moment named before"
    if scene.day is None:
        return None, None, "no anchor: the day of publication is not known"
    side = {-1: ", in the past", 1: ", in the future"}.get(scene.direction, "")
    told = sense.shift is not None or sense.lengths
    return scene.day, PUBLICATION, "counted from the day of publication" + ("" if told else side)


def _antecedent(sense: Sense, scene: Scene) -> Mentioned | None:
    """Return the nearest moment before, in the sentence or the one before, that is fine enough."""
    fine = {Unit.DAY, Unit.WEEKEND}
    for one in reversed(scene.mentioned):
        if scene.sentence - one.sentence > 2:
            return None
        if sense.unit is None and one.stretch.unit not in fine:
            continue
        return one
    return None


def _as_fine(sense: Sense, stretch: Stretch, scene: Scene) -> Stretch:
    """Return a stretch as the quarter that is meant, where the text compares quarters.

    "A year ago" is a year before the quarter that the text spoke of, "the quarter" that one.
    """
    year = len(sense.lengths) == 1 and sense.lengths[0] == Length(amount=1, unit=Unit.YEAR)
    if not year and not (sense.from_text and sense.unit is Unit.QUARTER):
        return stretch
    quarters = [one for one in scene.mentioned[-8:] if one.stretch.unit is Unit.QUARTER]
    if year:
        own = [q for q in quarters if scene.day is None or (scene.day - q.stretch.last).days < _OWN]
        near = own and not scene.part_year
        return own[-1].stretch.on(4 * (sense.side or 0)) if near else stretch
    focus = quarters[-1] if quarters else None
    if sense.quarter is not None:
        return stretch
    if focus is None:
        return Stretch.holding(Unit.QUARTER, scene.day).on(-1) if scene.day else stretch
    if sense.year is not None or sense.shift_unit is Unit.YEAR:
        quarter = (focus.stretch.first.month - 1) // 3
        return Stretch(Unit.QUARTER, date(stretch.first.year, 1, 1)).on(quarter)
    return focus.stretch


def _timed(sense: Sense, day: date, anchor: str | None, why: str) -> Time:
    iso = day.isoformat()
    if sense.hour is None:
        return Time(
            timex=f"{iso}T{sense.part}", value=iso, first=iso, last=iso, precision=TimePrecision.PART_OF_DAY,
            anchor=anchor, why=why, stretch=Stretch(Unit.DAY, day),
        )  # fmt: skip
    clock = f"{sense.hour:02}:{sense.minute or 0:02}" + (
        f":{sense.second:02}" if sense.second is not None else ""
    )
    precision = (
        TimePrecision.SECOND if sense.second is not None
        else TimePrecision.MINUTE if sense.minute is not None
        else TimePrecision.HOUR
    )  # fmt: skip
    if sense.hour == 24:  # ISO 8601 writes the end of a day so; 24:00 is 00:00 of the next
        start, clock_iso = day + timedelta(days=1), "00:00"
    else:
        start, clock_iso = day, clock
    zone = sense.zone or ""
    instant = f"{start.isoformat()}T{clock_iso}{zone}"
    end = instant
    if precision is TimePrecision.HOUR:
        end = f"{start.isoformat()}T{sense.hour % 24:02}:59{zone}"
    return Time(
        timex=f"{iso}T{clock}", value=instant, first=instant, last=end, precision=precision, anchor=anchor,
        why=why, stretch=Stretch(Unit.DAY, day),
    )  # fmt: skip


def _open(sense: Sense) -> str | None:
    """Return the TIMEX3 value of a date that has no anchor, open where it is not told."""
    if sense.weekday is not None:
        return f"XXXX-WXX-{sense.weekday}"
    if sense.month is not None:
        return f"XXXX-{sense.month:02}" + (f"-{sense.day:02}" if sense.day else "")
    if sense.season is not None:
        return f"XXXX-{sense.season}"
    if sense.quarter is not None:
        return f"XXXX-Q{sense.quarter}"
    if sense.hour is not None:
        return f"XXXX-XX-XXT{sense.hour:02}:{sense.minute or 0:02}"
    return None
