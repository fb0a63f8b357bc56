"""The unit of a number: a currency before or after it, a unit of measurement, and a rate ("per barrel")."""

from dataclasses import dataclass
from typing import Final

from tocsin.extract.figures.lexicon import Lexicon
from tocsin.extract.figures.numerals import Number
from tocsin.extract.figures.tokens import Tokens

_MOST: Final = 5
_SPACED: Final = frozenset("WVCFA")  # unit letters that may stand apart from their number


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit by its canonical name, over tokens [first, last); ``before``: it stands before the number."""

    name: str
    first: int
    last: int
    before: bool = False


def symbol_before(tokens: Tokens, at: int, lex: Lexicon) -> Unit | None:
    """Return the currency sign that ends right before a token: "US$", "HK $", "RM"."""
    if tokens.form(at - 1) not in lex.symbol_ends:
        return None
    for length in range(min(4, at), 0, -1):
        name = lex.symbols.get(tokens.forms[at - length : at])
        if name is not None and _whole(tokens, at - length):
            return Unit(name, at - length, at, before=True)
    return None


def _whole(tokens: Tokens, first: int) -> bool:
    """Tell whether a sign is no ending of something longer: "$" of "R$"."""
    return not (tokens.glued(first - 1) and tokens.form(first - 1).isalpha())


def unit_after(tokens: Tokens, number: Number, lex: Lexicon) -> Unit | None:
    """Return the unit that follows a number, with or without a hyphen or a space."""
    at = number.last
    if number.letter and tokens.glued(at - 1):
        longer = tokens.longest(at, lex.units, _MOST)
        if longer == 0:
            return Unit("metre", at, at + 1) if number.letter == "m" else _cased(tokens, at, lex)
    if tokens.at(at) == "-" and tokens.glued(at - 1):
        at += 1
    if tokens.at(at) == "of" and number.vague:
        at += 1
    money = tokens.longest(at, lex.money, _MOST)
    plain = tokens.longest(at, lex.units, _MOST)
    if money and money >= plain:
        return Unit(lex.money[tokens.low[at : at + money]], at, at + money)
    if plain:
        return Unit(_named(tokens, number, at, plain, lex), at, at + plain)
    return _cased(tokens, at, lex)


def _named(tokens: Tokens, number: Number, at: int, length: int, lex: Lexicon) -> str:
    name = lex.units[tokens.low[at : at + length]]
    if name == "pound-mass" and tokens.at(at) in ("pound", "pounds") and number.low >= 1e6:
        return "GBP"  # nobody weighs millions of pounds
    return name


def _cased(tokens: Tokens, at: int, lex: Lexicon) -> Unit | None:
    form = tokens.form(at)
    name = lex.cased.get(form)
    if name is None or not (tokens.glued(at - 1) or form in _SPACED or len(form) > 1):
        return None
    if tokens.glued(at) and (tokens.form(at + 1).isalnum() or tokens.at(at + 1) in (".", "-")):
        return None
    return Unit(name, at, at + 1)


def rate_after(tokens: Tokens, at: int, lex: Lexicon) -> tuple[str, int] | None:
    """Return what a quantity is per, and where that ends: "per square foot", "a barrel", "/ month"."""
    if tokens.at(at) in ("us", "u") and tokens.form(at) == "US":
        at += 1
    word = tokens.at(at)
    if word == "-" and tokens.at(at + 1) == "a":
        at, word = at + 1, "a"
    if word not in ("per", "a", "an", "/"):
        return None
    at += 1
    at += tokens.at(at) == "-"
    if tokens.at(at + 1) in lex.context["ago"]:  # "a year earlier" is a time
        return None
    length = tokens.longest(at, lex.units, _MOST)
    if length and (word != "a" or tokens.at(at) in lex.context["rates"]):
        return lex.units[tokens.low[at : at + length]], at + length
    if tokens.at(at) in lex.context["rates"] or (word == "per" and tokens.at(at).isalpha()):
        return tokens.at(at), at + 1
    return None
