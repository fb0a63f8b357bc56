"""What lies so far from the anchor: builders (see ``building``)."""

from typing import Final

from tocsin.extract.moments.grammar import Builder, Found
from tocsin.extract.moments.sense import Length, Sense, Unit
from tocsin.record import TimeKind


def day_reference(found: Found) -> Sense:
    """Today, tomorrow, yesterday and tonight."""
    part = found.word("p", "PART") or found.word("t", "TONIGHT")
    return Sense(
        kind=TimeKind.TIME if part else TimeKind.DATE,
        unit=Unit.DAY,
        shift=found.number("d", "DAYREF") or 0,
        shift_unit=Unit.DAY,
        part=part,
        mod=found.word("mod", "MOD"),
    )


def month_shifted(found: Found) -> Sense:
    """Read "last May", "next June", "this September"."""
    shift = found.number("r", "LAST", "NEXT", "THIS", "SAME")
    return Sense(
        unit=Unit.MONTH,
        month=found.number("m", "MONTH", "MONTH_SHORT"),
        shift=shift,
        strict=shift in {-1, 1},
        mod=found.word("mod", "MOD"),
    )


def shifted(found: Found) -> Sense | None:
    """Read "last week", "the previous month", "this year", "that day"."""
    unit = Unit(found.word("u", "UNIT", "WEEKEND", "QUARTER") or "day")
    token = found.token("r")
    shift = found.number("r", "THIS", "LAST", "LATEST", "NEXT", "SAME") or 0
    beyond = any(t.form == "after" for t in found.tokens[found.match.start() : found.match.end()])
    if any(t.form == "before" for t in found.tokens[found.match.start() : found.match.end()]) or beyond:
        shift *= 2
    told = frozenset(token.facts) if token else frozenset()
    text = bool(
        token
        and (told == {"SAME"} or token.form in {"previous", "preceding", "prior", "following", "subsequent"})
    )
    if unit is Unit.FORTNIGHT or (unit in {Unit.CENTURY, Unit.DECADE} and not shift and text):
        return None
    return Sense(
        unit=unit, shift=shift, shift_unit=unit, from_text=text, mod=found.word("mod", "MOD"),
        strict=unit is Unit.WEEKEND,
    )  # fmt: skip


def shifted_part(found: Found) -> Sense:
    """Read "this morning", "last night"."""
    token = found.token("r")
    return Sense(
        kind=TimeKind.TIME,
        unit=Unit.DAY,
        shift=found.number("r", "THIS", "LAST", "NEXT", "SAME"),
        shift_unit=Unit.DAY,
        from_text=bool(
            token and (set(token.facts) == {"SAME"} or found.tokens[found.match.start()].form == "the")
        ),
        part=found.word("p", "PART"),
        mod=found.word("mod", "MOD"),
    )


def the_unit(found: Found) -> Sense | None:
    """Read "the week", "early in the month", "year's end", "the rest of the year"."""
    unit = Unit(found.word("u", "UNIT", "WEEKEND", "QUARTER") or "day")
    forms = [t.form for t in found.tokens[found.match.start() : found.match.end()]]
    mod = found.word("mod", "MOD") or ("END" if "end" in forms else "REST" if "rest" in forms else None)
    if unit in {Unit.DAY, Unit.DECADE, Unit.CENTURY, Unit.FORTNIGHT} and not (mod or "rest" in forms):
        return None
    return Sense(unit=unit, shift=0, shift_unit=unit, mod=mod, from_text=unit is Unit.QUARTER)


def ago(found: Found) -> Sense | None:
    """Read "two weeks ago", "a year earlier", "three days from now"."""
    sign = found.number("z", "AGO", "EARLIER", "HENCE") or 1  # "in the future"
    lengths = lengths_of(found)
    token = found.token("z")
    text = bool(token and "EARLIER" in token.facts)
    if not lengths:
        return None
    if lengths[0].amount is None:
        if text:
            return Sense(kind=TimeKind.DURATION, lengths=lengths)
        return Sense(ref="PAST_REF" if sign < 0 else "FUTURE_REF", lengths=lengths, side=sign)
    if found.token("k"):
        return Sense(
            unit=Unit.QUARTER,
            quarter=found.number("q", "ORD"),
            shift=-1,
            shift_unit=Unit.YEAR,
            from_text=True,
        )
    mod = found.word("approx", "APPROX") or None
    unit = lengths[-1].unit
    kind = TimeKind.DATE
    return Sense(kind=kind, unit=unit, lengths=lengths, side=sign, from_text=text, mod=mod)


def ahead(found: Found) -> Sense | None:
    """Read "in five years": so far on from the anchor."""
    lengths = lengths_of(found)
    if not lengths or lengths[0].amount is None:
        return None
    return Sense(
        unit=lengths[-1].unit,
        lengths=lengths,
        side=1,
        mod=found.word("approx", "APPROX") or None,
        strict=True,
    )


def lengths_of(found: Found) -> tuple[Length, ...]:
    """Return the amounts with their units that a match names."""
    lengths = []
    for number in ("", "2", "3", "4"):
        unit = found.word(f"u{number}", "UNIT", "UNITS", "CLOCK_UNIT", "CLOCK_UNITS", "SHORT_UNIT", "QUARTER",
                          "QUARTERS", "WEEKEND", "WEEKENDS")  # fmt: skip
        token = found.token(f"u{number}")
        if token is None:
            continue
        if unit is None:
            unit = Unit.SECOND.value
        counted = found.token(f"n{number}")
        amount = found.fact(f"n{number}", "NUM", "CARD", "AN", "COUPLE")
        if counted is None:
            amount = None if token.form.endswith("s") else 1
        lengths.append(
            Length(amount=float(amount) if isinstance(amount, int | float) else None, unit=Unit(unit))
        )
    return tuple(lengths)


BUILDERS: Final[dict[str, Builder]] = {
    build.__name__: build
    for build in (
        day_reference,
        month_shifted,
        shifted,
        shifted_part,
        the_unit,
        ago,
        ahead,
    )
}
