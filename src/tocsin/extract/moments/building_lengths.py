"""Lengths of time, sets of times, and words that only point: builders (see ``building``)."""

from collections.abc import Iterator
from typing import Final

from tocsin.extract.moments.building_relative import lengths_of
from tocsin.extract.moments.grammar import Builder, Found
from tocsin.extract.moments.sense import Length, Sense, Unit
from tocsin.record import TimeKind

_LETTERS: Final = {
    Unit.SECOND: "TXS",
    Unit.MINUTE: "TXM",
    Unit.HOUR: "TXH",
    Unit.DAY: "XD",
    Unit.WEEKEND: "XWE",
    Unit.WEEK: "XW",
    Unit.FORTNIGHT: "XW",
    Unit.MONTH: "XM",
    Unit.SEASON: "XS",
    Unit.QUARTER: "XQ",
    Unit.HALF: "XH",
    Unit.YEAR: "XY",
    Unit.DECADE: "XDE",
    Unit.CENTURY: "XCE",
}


def length(found: Found) -> Sense | None:
    """Read "three days", "the last two years", "a ten-hour", "several weeks"."""
    lengths = lengths_of(found)
    if not lengths:
        return None
    token, after = found.token("u"), found.beside(1)
    if (
        token
        and token.form in {"quarter", "quarters"}
        and not found.token("r")
        and after
        and after.form == "of"
    ):
        return None  # "three quarters of the fleet"
    side = found.number("r", "LAST", "NEXT", "LATEST", "THIS")
    return Sense(
        kind=TimeKind.DURATION,
        unit=lengths[-1].unit,
        lengths=lengths,
        side=side or None,
        mod=found.word("approx", "APPROX") or None,
    )


def age(_: Found) -> Sense:
    """Read "a six-year-old": how old somebody is tells no time of what is reported."""
    return Sense(dropped=True)


def indefinite(_: Found) -> Sense:
    """Read "a while", "some time"."""
    return Sense(kind=TimeKind.DURATION)


def times(found: Found) -> Sense | None:
    """Read "daily", "every Monday", "each July", "twice a week"."""
    if found.token("x"):
        return Sense(kind=TimeKind.SET, pattern=found.word("x", "REPEAT"))
    weekday, month = found.number("w", "WEEKDAY"), found.number("m", "MONTH")
    season, part = found.word("s", "SEASON", "SEASON_WORD"), found.word("p", "PART")
    if weekday:
        return Sense(kind=TimeKind.SET, pattern=f"XXXX-WXX-{weekday}{'T' + part if part else ''}")
    if month or season:
        return Sense(kind=TimeKind.SET, pattern=f"XXXX-{season or f'{month:02}'}")
    if part:
        return Sense(kind=TimeKind.SET, pattern=f"XXXX-XX-XXT{part}")
    lengths = lengths_of(found)
    if not lengths:
        return None
    count = found.number("n", "CARD", "NUM", "ORD") or (2 if found.fact("e", "EACH") == "other" else 1)
    return Sense(kind=TimeKind.SET, pattern=period((Length(amount=float(count), unit=lengths[0].unit),)))


def period(lengths: tuple[Length, ...]) -> str:
    """Return lengths as ISO 8601 writes them, X for an amount that is left open.

    >>> period((Length(amount=2, unit=Unit.WEEK),)), period((Length(amount=None, unit=Unit.YEAR),))
    ('P2W', 'PXY')
    """
    days, clock = "", ""
    for each in sorted(_whole(lengths), key=lambda one: list(Unit).index(one.unit), reverse=True):
        amount = each.amount * 2 if each.unit is Unit.FORTNIGHT and each.amount else each.amount
        written = "X" if amount is None else f"{amount:g}"
        letters = _LETTERS[each.unit].replace("X", written)
        if letters.startswith("T"):
            clock += letters[1:]
        else:
            days += letters
    return f"P{days}{'T' + clock if clock else ''}"


def _whole(lengths: tuple[Length, ...]) -> Iterator[Length]:
    """Yield lengths as TIMEX3 counts them: decades in years, half an hour in minutes."""
    for each in map(_in_years, lengths):
        if each.unit is not Unit.HOUR or each.amount is None or each.amount % 1 == 0:
            yield each
            continue
        if each.amount >= 1:
            yield Length(amount=each.amount // 1, unit=Unit.HOUR)
        yield Length(amount=round(each.amount % 1 * 60), unit=Unit.MINUTE)


def _in_years(length: Length) -> Length:
    """Return decades and centuries as years, in which TIMEX3 counts them."""
    factor = {Unit.DECADE: 10, Unit.CENTURY: 100}.get(length.unit)
    if factor is None or length.amount is None:
        return length
    return Length(amount=length.amount * factor, unit=Unit.YEAR)


def reference(ref: str) -> Builder:
    """Return the builder of words that only point to the past, the present or the future."""

    def build(_: Found) -> Sense:
        return Sense(ref=ref)

    return build


BUILDERS: Final[dict[str, Builder]] = {
    "length": length, "age": age, "while": indefinite, "set": times, "past": reference("PAST_REF"),
    "present": reference("PRESENT_REF"), "future": reference("FUTURE_REF"),
}  # fmt: skip
