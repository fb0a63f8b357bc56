"""Two numbers that belong together: "between 3 and 5", "10-15%", "two or three", "from 75 to 46"."""

from dataclasses import dataclass, replace
from typing import Final

from tocsin.extract.figures.exclusions import reason_against
from tocsin.extract.figures.lexicon import Lexicon
from tocsin.extract.figures.numerals import Number, Written, number_at
from tocsin.extract.figures.tokens import Tokens
from tocsin.extract.figures.units import Unit, rate_after, symbol_before, unit_after

_DASHES: Final = frozenset(("-", "–", "—", "~"))
_MOST: Final = 2  # "anywhere between"
_GAP: Final = 9
_SPREAD: Final = 5
_STOPS: Final = frozenset((",", ".", ";", ":", "from", "and", "but", "(", ")", "while", "which", "who"))


@dataclass(frozen=True, slots=True)
class Range:
    """A number or two over tokens [first, last); ``opened`` by "from" or "between"."""

    first: int
    number_first: int
    last: int
    low: float
    high: float
    unit: Unit | None
    number: Number
    moved: bool
    joined: bool
    opened: bool = False

    @property
    def falls(self) -> bool:
        """Whether the second number is the smaller."""
        return self.joined and self.high < self.low


def range_from(tokens: Tokens, left: Number, lex: Lexicon) -> Range | None:
    """Return the range that begins with a number, None where it stands alone."""
    sign = symbol_before(tokens, left.first, lex)
    first = sign.first if sign else left.first
    after = unit_after(tokens, left, lex)
    at = after.last if after else left.last
    opening = _opening(tokens, first, lex)
    joint = tokens.at(at)
    if not _joins(tokens, at, joint, opening):
        at = _later(tokens, at, lex) if opening and tokens.at(left.first - 1) != "between" else -1
        if at < 0:
            return None
        joint = "to"
    right_sign, right = _second(tokens, at + 1, lex)
    if right is None or right.vague != left.vague or right.share != left.share:
        return None
    right_unit = right_sign or unit_after(tokens, right, lex)
    right, left = (
        _lettered(right, right_sign or (sign if right.letter else None), lex),
        _lettered(left, sign, lex),
    )
    if (sign or after) and right_unit and _other(sign or after, right_unit):
        return None
    if (sign or after) and right_unit is None and joint in ("and", "or"):
        return None
    low = _shared(left, right)
    if not _sensible(tokens, left, right, low, joint, opening):
        return None
    unit = right_unit or sign or after
    if opening:
        first -= opening
    last = right.last
    moved = opening > 0 and right.low < low and tokens.at(first) == "from"
    high = right.high if left.vague else right.low
    number = replace(left, last=right.last, low=low, high=high if left.vague else low)
    return Range(
        first, left.first, last, low, high, unit, number, moved=moved, joined=True, opened=opening > 0
    )


def _opening(tokens: Tokens, first: int, lex: Lexicon) -> int:
    return tokens.before(first, lex.opening, _MOST)


def _joins(tokens: Tokens, at: int, joint: str, opening: int) -> bool:
    if joint in _DASHES:
        return tokens.glued(at - 1) == tokens.glued(at)
    if joint == "and":
        return opening > 0 and tokens.at(at) == "and"
    return joint in ("to", "or", "through")


def _later(tokens: Tokens, at: int, lex: Lexicon) -> int:
    """Return the "to" of "from 75 in May to 46", -1 where none follows soon."""
    rated = rate_after(tokens, at, lex)
    at = rated[1] if rated is not None else at
    for here in range(at, min(at + _GAP, len(tokens))):
        word = tokens.at(here)
        if word in _STOPS or tokens.tag(here).startswith("VB"):
            return -1
        if word == "to":
            sign, number = _second(tokens, here + 1, lex)
            if number is None or number.share:
                return -1
            return here if reason_against(tokens, number, lex, bare=sign is None) is None else -1
    return -1


def _second(tokens: Tokens, at: int, lex: Lexicon) -> tuple[Unit | None, Number | None]:
    if tokens.at(at - 1) == "to" and tokens.at(at) == "-":
        at += 1
    for step in range(4):
        number = number_at(tokens, at + step, lex)
        if number is not None and number.first <= at + step:
            sign = symbol_before(tokens, at + step, lex)
            return (sign, number) if step == 0 or (sign and sign.first == at) else (None, None)
    return None, None


def _lettered(number: Number, sign: Unit | None, lex: Lexicon) -> Number:
    if not number.letter or sign is None:
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


def _other(left: Unit | None, right: Unit) -> bool:
    return left is not None and left.name != right.name


def _shared(left: Number, right: Number) -> float:
    """Return the first value with the magnitude of the second: "33-35 billion", "1 to 2 thousand"."""
    if left.scaled or not right.scaled or left.low >= 1000:
        return left.low
    factor = next((factor for factor in (1e12, 1e9, 1e6, 1e3, 1e2) if right.low >= factor), 1.0)
    return left.low * factor if right.low / factor > left.low else left.low


def _sensible(tokens: Tokens, left: Number, right: Number, low: float, joint: str, opening: int) -> bool:
    rises = right.low > low
    if joint == "or":
        return (
            rises and right.low <= 10 * low and left.last - left.first <= 3 and left.written is right.written
        )
    if joint in _DASHES:
        return left.written is Written.DIGITS or rises
    if joint == "through":
        return opening > 0 and rises
    if opening and tokens.at(left.first - 1) != "between":
        return True
    if tokens.at(left.first - 1) == "by" or tokens.at(left.first - 2) == "by":
        return rises and right.low <= _SPREAD * low  # "rose by 3 to 40" is two numbers
    return rises
