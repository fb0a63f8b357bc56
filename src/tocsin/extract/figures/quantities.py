"""All quantities of a text: number, range, bound, change, unit, and the noun that is counted.

More than the figures of the record: ages, durations and bare numbers are quantities too, so that
the grammar can be measured against sets that mark them.
"""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from tocsin.extract.figures.bounds import Move, bound_after, bound_before, change_after, change_before
from tocsin.extract.figures.exclusions import Reason, reason_against
from tocsin.extract.figures.lexicon import MINOR, Family, Lexicon, family
from tocsin.extract.figures.nouns import Noun, joined, noun_at
from tocsin.extract.figures.numerals import Number, Written, number_at, value_of
from tocsin.extract.figures.ranges import Range, range_from
from tocsin.extract.figures.tokens import Tokens
from tocsin.extract.figures.units import Unit, rate_after, symbol_before, unit_after
from tocsin.record import Bound


class Kind(StrEnum):
    """What kind of quantity it is."""

    COUNT = "count"
    BARE = "bare"  # no unit and no noun
    SHARE = "share"
    PERCENT = "percent"
    MONEY = "money"
    PHYSICAL = "physical"
    TIME = "time"
    AGE = "age"
    SCORE = "score"


_AMBIGUOUS: Final = frozenset(("inch", "degree", "second", "foot"))  # units that are other nouns as well
_QUOTED: Final = frozenset(('""', "''", "“”", "‘’"))
_FAMILIES: Final = {
    Family.PERCENT: Kind.PERCENT,
    Family.MONEY: Kind.MONEY,
    Family.TIME: Kind.TIME,
    Family.PHYSICAL: Kind.PHYSICAL,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A quantity over tokens [first, last) of its sentence.

    ``low`` and ``high`` differ in ranges and vague numbers; ``moved``: they are the old and the new
    value of a change, in that order ("fell from 75 to 46"). ``noun`` is what is counted.
    """

    kind: Kind
    first: int
    last: int
    number: tuple[int, int]
    low: float
    high: float
    vague: bool
    moved: bool
    written: Written
    bound: Bound | None
    move: Move | None
    unit: str | None
    unit_at: tuple[int, int] | None
    rate: str | None
    noun: Noun | None
    of: bool  # "of" stands between number and noun: "three of the men"


def quantities_of(tokens: Tokens, lex: Lexicon, skipped: frozenset[int] = frozenset()) -> list[Quantity]:
    """Return the quantities of a sentence's tokens in order; those of ``skipped`` begin none.

    >>> from tocsin.extract.figures.lexicon import lexicon
    >>> text = "Prices rose by about 5% and more than 2,000 mills and 3 to 4 thousand shops closed."
    >>> found = quantities_of(Tokens.of(text, 0, len(text)), lexicon("en"))
    >>> [(q.low, q.high, q.kind.value) for q in found]
    [(5.0, 5.0, 'percent'), (2000.0, 2000.0, 'count'), (3000.0, 4000.0, 'count')]
    """
    found: list[Quantity] = []
    at = 0
    while at < len(tokens):
        begins = (tokens.low[at] in lex.starts or tokens.is_numeral(at)) and at not in skipped
        number = number_at(tokens, at, lex) if begins else None
        if number is None:
            at += 1
            continue
        read = _read(tokens, number, lex)
        if read is None:
            at = max(number.last, at + 1)
            continue
        found.append(_converted(tokens, read, found))
        at = max(
            at + 1, read.number[1], read.unit_at[1] if read.unit_at else 0, read.noun.last if read.noun else 0
        )
    return found


def _converted(tokens: Tokens, quantity: Quantity, before: list[Quantity]) -> Quantity:
    """Return a quantity with the bound and change of the one that it converts: "over 10 miles (16 km)"."""
    if not before or quantity.bound is not None or quantity.move is not None or quantity.unit is None:
        return quantity
    other, first = before[-1], quantity.first
    close = (
        tokens.at(first - 1) in ("(", "/")
        and first - 1 - other.last <= 1
        and other.unit not in (None, quantity.unit)
    )
    return replace(quantity, bound=other.bound, move=other.move) if close else quantity


def _read(tokens: Tokens, number: Number, lex: Lexicon) -> Quantity | None:
    if (whole := range_from(tokens, number, lex)) is not None:
        against = reason_against(tokens, number, lex, bare=whole.unit is None)
        if against is Reason.SCORE:
            return _score(whole)
        if against is None or (against is Reason.AGE and whole.unit is None):
            length = tokens.longest(whole.last, lex.age_after, 5)
            aged = length > 0 or against is Reason.AGE
            whole = replace(whole, unit=Unit("year", whole.last, whole.last + length)) if length else whole
            return _quantity(tokens, whole, lex, aged=aged)
        return None
    before = symbol_before(tokens, number.first, lex)
    unit = before or unit_after(tokens, number, lex)
    number = _enlarged(number, before, unit, lex)
    against = reason_against(tokens, number, lex, bare=unit is None)
    if against is not None and against is not Reason.AGE:
        return None
    aged = against is Reason.AGE
    if not aged and (length := tokens.longest(number.last, lex.age_after, 5)):
        unit, aged = Unit("year", number.last, number.last + length), True
    first = before.first if before else number.first
    whole = Range(
        first, number.first, number.last, number.low, number.high, unit, number, moved=False, joined=False
    )
    return _quantity(tokens, whole, lex, aged=aged)


def _score(whole: Range) -> Quantity:
    place = (whole.number_first, whole.last)
    bare = plain(Kind.SCORE, whole.first, whole.last, place, whole.number.written)
    return replace(bare, low=whole.low, high=whole.high)


def plain(kind: Kind, first: int, last: int, number: tuple[int, int], written: Written) -> Quantity:
    """Return a quantity of one with nothing told of it."""
    return Quantity(
        kind=kind, first=first, last=last, number=number, low=1.0, high=1.0, vague=False, moved=False,
        written=written, bound=None, move=None, unit=None, unit_at=None, rate=None, noun=None, of=False,
    )  # fmt: skip


def _enlarged(number: Number, before: Unit | None, unit: Unit | None, lex: Lexicon) -> Number:
    """Return a number times its letter, where that is money: "$5m", "2.8bn"."""
    if not number.letter or (before is None and (unit is None or family(unit.name) is not Family.MONEY)):
        return number
    factor = lex.letters[number.letter]
    return replace(
        number,
        last=number.last + 1,
        low=number.low * factor,
        high=number.high * factor,
        letter="",
        scaled=True,
    )


def _quantity(tokens: Tokens, whole: Range, lex: Lexicon, *, aged: bool) -> Quantity:
    unit, number = whole.unit, whole.number
    end = _end(tokens, whole)
    bound, first = bound_before(tokens, whole.first, lex)
    last = end
    if bound is None:
        bound, last = bound_after(tokens, last, lex)
    counted = (
        _counted(tokens, number, last, lex)
        if unit is None and not aged
        else _Counted(unit, None, last, of=False)
    )
    unit, noun, last = counted.unit, counted.noun, counted.last
    kind = Kind.AGE if aged else _kind(number, unit, noun)
    rate, last = (rate_after(tokens, last, lex) if not aged and (unit or noun) else None) or (None, last)
    if bound is None:
        bound, last = bound_after(tokens, last, lex)
    factor = 1000 if kind is Kind.COUNT and not whole.joined and _european(tokens, number) else 1
    graded = kind is Kind.PERCENT or (unit is not None and unit.name in MINOR) or _points(tokens, noun)
    move = change_before(tokens, first, lex, graded=graded) or change_after(tokens, end, lex)
    opened = whole.opened and whole.joined and tokens.at(whole.first) == "from"
    first -= noun is not None and _quoted(tokens, number, number.last)
    return Quantity(
        kind=kind, first=first, last=last, number=(whole.number_first, whole.last), low=whole.low * factor,
        high=whole.high * factor, vague=number.vague, moved=whole.moved or (opened and move is not None),
        written=number.written, bound=bound, move=move, unit=unit.name if unit else None,
        unit_at=(unit.first, unit.last) if unit else None, rate=rate, noun=noun, of=counted.of,
    )  # fmt: skip


def _end(tokens: Tokens, whole: Range) -> int:
    """Return where number and unit end: past the "US" of "$76 US", too."""
    unit = whole.unit
    if unit is None:
        return whole.last
    if not unit.before:
        return max(whole.last, unit.last)
    return whole.last + {"US": 1, "U": 4}.get(tokens.form(whole.last), 0)


def _kind(number: Number, unit: Unit | None, noun: Noun | None) -> Kind:
    if unit is not None:
        return _FAMILIES[family(unit.name)]
    if number.share:
        return Kind.SHARE
    return Kind.COUNT if noun is not None else Kind.BARE


@dataclass(frozen=True, slots=True)
class _Counted:
    """What follows a number without a unit right after it: a noun, or a unit with its own adjective."""

    unit: Unit | None
    noun: Noun | None
    last: int
    of: bool


def _counted(tokens: Tokens, number: Number, last: int, lex: Lexicon) -> _Counted:
    at, of = _past_of(tokens, last, number)
    noun = noun_at(tokens, at, lex)
    if noun is None:
        return _Counted(None, None, last, of)
    measured = lex.units.get((tokens.at(noun.head),))
    if measured is not None and measured not in _AMBIGUOUS:  # "three long years"
        return _Counted(Unit(measured, noun.head, noun.last), None, noun.last, of)
    noun = joined(tokens, noun, lex)
    return _Counted(None, noun, noun.last, of)


def _points(tokens: Tokens, noun: Noun | None) -> bool:
    return noun is not None and tokens.at(noun.head) in ("point", "points")


def _past_of(tokens: Tokens, at: int, number: Number) -> tuple[int, bool]:
    """Return where the counted noun begins: past the "of" of "dozens of", "two thirds of", "three of the"."""
    if _quoted(tokens, number, at):
        at += 1  # “hundreds” of men
    if tokens.at(at) != "of":
        return at, False
    vague = number.written in (Written.PLURAL, Written.VAGUE, Written.ARTICLE) or number.share
    if vague or tokens.at(at + 1) in ("the", "them", "its", "their", "those", "these", "his", "her", "our"):
        return at + 1, True
    return at, False


def _quoted(tokens: Tokens, number: Number, at: int) -> bool:
    """Tell whether a number alone stands in quotation marks before "of", which closes at a token."""
    marks = tokens.form(number.first - 1) + tokens.form(at)
    return at == number.last and marks in _QUOTED and tokens.at(at + 1) == "of"


def _european(tokens: Tokens, number: Number) -> bool:
    """Tell whether "80.000 soldiers" groups thousands: nobody counts thousandths of things."""
    form = tokens.form(number.first)
    whole, _, rest = form.partition(".")
    return (
        number.written is Written.DIGITS
        and not number.scaled
        and len(rest) == 3
        and rest.isdecimal()
        and 0 < len(whole) <= 3
        and whole != "0"
        and value_of(form) == number.low
    )
