"""Numbers that are no figures: years, dates, times, ordinals, ages, scores, labels, names, phones."""

from collections.abc import Callable
from enum import StrEnum
from typing import Final

from tocsin.extract.figures.lexicon import Lexicon
from tocsin.extract.figures.nouns import is_plural
from tocsin.extract.figures.numerals import Number, Written
from tocsin.extract.figures.tokens import Tokens
from tocsin.extract.figures.units import symbol_before

_DASHES: Final = frozenset("-–—\N{MINUS SIGN}")
_SENTENCE: Final = frozenset((".", "!", "?", ":", ";", "“", '"', "•", "-", "–", "—", ",", "(", "”", "‘", "’"))


class Reason(StrEnum):
    """Why a number is no figure."""

    ORDINAL = "ordinal"
    YEAR = "year"
    DATE = "date"
    TIME = "time"
    AGE = "age"
    SCORE = "score"
    LABEL = "label"
    NAME = "name"
    PHONE = "phone"
    ADDRESS = "address"
    LIST = "list"
    PRONOUN = "pronoun"


_PAIRED: Final = {":": Reason.TIME, "/": Reason.DATE, "+": Reason.NAME}  # "2+2" is a format of talks
_SIGNS: Final = frozenset(("#", "@", "№", "_", "\\"))
Test = Callable[[Tokens, Number, Lexicon], Reason | None]


def reason_against(tokens: Tokens, number: Number, lex: Lexicon, *, bare: bool) -> Reason | None:
    """Return why a number is no figure, None where it may be one; ``bare``: it has no unit, sign or currency.

    >>> from tocsin.extract.figures.lexicon import lexicon
    >>> from tocsin.extract.figures.numerals import number_at
    >>> def why(text, at):
    ...     tokens, lex = Tokens.of(text, 0, len(text)), lexicon("en")
    ...     return reason_against(tokens, number_at(tokens, at, lex), lex, bare=True)
    >>> why("since 2014 .", 1), why("Resolution 1325 says", 1), why("a T-72 tank", 3), why("26 tanks", 0)
    (<Reason.YEAR: 'year'>, <Reason.LABEL: 'label'>, <Reason.NAME: 'name'>, None)
    """
    for test in _ALWAYS:
        found = test(tokens, number, lex)
        if found is not None:
            return found
    if not bare:
        return None
    return next((found for test in _BARE if (found := test(tokens, number, lex)) is not None), None)


def _glue(tokens: Tokens, number: Number, lex: Lexicon) -> Reason | None:
    """Letters or marks that stand right at the number."""
    return _glued_after(tokens, number.last, lex) or _glued_before(tokens, number.first, lex)


def _glued_after(tokens: Tokens, last: int, lex: Lexicon) -> Reason | None:
    if not tokens.glued(last - 1):
        return None
    after, further = tokens.at(last), tokens.at(last + 1)
    if after in lex.context["suffixes"] and tokens.is_numeral(last - 1):
        return Reason.ORDINAL
    if not tokens.glued(last):
        return None
    if after == "-" and further in lex.context["ordinals"]:
        return Reason.ORDINAL
    return _PAIRED.get(after) if tokens.is_numeral(last + 1) else None


def _glued_before(tokens: Tokens, first: int, lex: Lexicon) -> Reason | None:
    before, further = tokens.at(first - 1), tokens.at(first - 2)
    if not tokens.glued(first - 1) or before in _SIGNS:
        return Reason.LABEL if tokens.glued(first - 1) else None
    if before.isalpha():
        return Reason.NAME if symbol_before(tokens, first, lex) is None else None
    if not tokens.glued(first - 2):
        return None
    if tokens.is_numeral(first - 2):
        return Reason.LABEL if before == "." else _PAIRED.get(before)
    named = further.isalpha() and further not in lex.context["prefixes"] and not _number_word(further, lex)
    return Reason.NAME if before == "-" and named else None


def _number_word(word: str, lex: Lexicon) -> bool:
    return word in lex.cardinals or word in lex.magnitudes or word in ("to", "and", "or")


def _phone(tokens: Tokens, number: Number, lex: Lexicon) -> Reason | None:
    """Groups of digits joined by hyphens, or a plus and many digits."""
    del lex
    groups, at = 1, number.last
    while tokens.at(at) == "-" and tokens.glued(at - 1) and tokens.glued(at) and tokens.is_numeral(at + 1):
        groups, at = groups + 1, at + 2
    back = number.first
    while (
        tokens.at(back - 1) == "-"
        and tokens.glued(back - 1)
        and tokens.glued(back - 2)
        and tokens.is_numeral(back - 2)
    ):
        groups, back = groups + 1, back - 2
    if groups >= 3:
        return Reason.PHONE
    form = tokens.form(number.first)
    if tokens.at(number.first - 1) == "+" and tokens.glued(number.first - 1) and form.isdecimal():
        return Reason.PHONE if tokens.is_numeral(number.last) and number.low < 1000 else None
    return Reason.PHONE if form.isdecimal() and len(form) > 1 and form[0] == "0" else None


def _date(tokens: Tokens, number: Number, lex: Lexicon) -> Reason | None:
    if not _whole(number, 1, 31):
        return None
    before = tokens.at(number.first - 1)
    if before == "." and tokens.at(number.first - 2) in lex.months:
        return Reason.DATE
    if before in lex.months and tokens.is_capital(number.first - 1):
        return Reason.DATE
    if tokens.at(number.last) in lex.months and tokens.is_capital(number.last):
        return Reason.DATE
    joined = before in ("to", "and", "or", "-", "–", ",") and tokens.is_numeral(number.first - 2)
    if joined and (tokens.at(number.first - 3) in lex.months and tokens.is_capital(number.first - 3)):
        return Reason.DATE
    nearly = tokens.at(number.last) in ("to", "and", "or", "-", "–") and tokens.is_numeral(number.last + 1)
    return (
        Reason.DATE
        if nearly and tokens.at(number.last + 2) in lex.months and tokens.is_capital(number.last + 2)
        else None
    )


def _time(tokens: Tokens, number: Number, lex: Lexicon) -> Reason | None:
    after = tokens.at(number.last)
    if number.low > 2400 or number.share:
        return None
    if after in ("a", "p") and tokens.at(number.last + 1) == "." and tokens.at(number.last + 2) == "m":
        return Reason.TIME
    if after == "o" and tokens.at(number.last + 1) in ("'", "’"):
        return Reason.TIME
    if after in lex.clock_after and after != "o":
        return Reason.TIME
    return (
        Reason.TIME
        if after in ("hours", "hrs")
        and number.low >= 100
        and number.low % 100 < 60
        and tokens.form(number.first).isdecimal()
        and len(tokens.form(number.first)) == 4
        else None
    )


def _whole(number: Number, low: int, high: int) -> bool:
    """Tell whether a number in digits is plain and within bounds."""
    plain = number.written is Written.DIGITS and not (number.scaled or number.share or number.letter)
    return (
        plain
        and number.last - number.first == 1
        and number.low == int(number.low)
        and low <= number.low <= high
    )


def _year(tokens: Tokens, number: Number, lex: Lexicon) -> Reason | None:
    form = tokens.form(number.first)
    if not (_whole(number, 1000, 2199) and form.isdecimal()):
        return None
    before, after = tokens.at(number.first - 1), tokens.at(number.last)
    if before in lex.context["strict_years"] or before in lex.months:
        return Reason.YEAR
    if before == "." and tokens.at(number.first - 2) in lex.months:
        return Reason.YEAR
    if not 1500 <= number.low <= 2100:
        return None
    counted = (
        is_plural(after)
        and after not in lex.stops
        and not tokens.tag(number.first - 1).startswith(("NN", "POS"))
    )
    if tokens.tagged:
        follows = tokens.tag(number.last) == "NNS" or (
            tokens.tag(number.last).startswith(("JJ", "NN")) and tokens.tag(number.last + 1) == "NNS"
        )
        counted = follows and not tokens.tag(number.first - 1).startswith(("NN", "POS"))
    return None if counted and before not in lex.year_before else Reason.YEAR


def _age(tokens: Tokens, number: Number, lex: Lexicon) -> Reason | None:
    """A person's age: "aged 35", "Ada Weir, 35, said"."""
    if not 0 < number.low < 120:
        return None
    before = tokens.at(number.first - 1)
    if before in lex.age_before or (
        before in ("of", "under", "over") and tokens.at(number.first - 2) == "age"
    ):
        return Reason.AGE
    if before == "between" and tokens.at(number.first - 2) in lex.age_before:
        return Reason.AGE
    alone = before in (",", "(") and tokens.at(number.last) in (",", ")", ".", ";")
    closed = (before, tokens.at(number.last)) != ("(", ")") or _named(tokens, number.first - 2)
    if alone and closed and _whole(number, 1, 110) and _named(tokens, number.first - 2):
        return Reason.AGE
    return None


def _named(tokens: Tokens, at: int) -> bool:
    """Tell whether a name of two words ends at a token."""
    if not (tokens.is_capital(at) and tokens.form(at).isalpha()):
        return False
    tag = tokens.tag(at)
    return tag in ("", "NNP", "NNPS")


def _score(tokens: Tokens, number: Number, lex: Lexicon) -> Reason | None:
    """One side of "2-1" near a word of winning or losing."""
    left = (
        tokens.at(number.first - 1) in _DASHES
        and tokens.glued(number.first - 1)
        and tokens.is_numeral(number.first - 2)
    )
    right = (
        tokens.at(number.last) in _DASHES
        and tokens.glued(number.last - 1)
        and tokens.is_numeral(number.last + 1)
    )
    if not (left or right) or not _whole(number, 0, 200):
        return None
    first, last = number.first - (2 if left else 0), number.last + (2 if right else 0)
    low = value if (value := tokens.form(first)).isdecimal() else ""
    high = tokens.form(last - 1)
    if not (low and high.isdecimal()):
        return None
    near = {*tokens.low[max(0, first - 7) : first], *tokens.low[last : last + 4]}
    falling = int(low) >= int(high)
    return Reason.SCORE if falling or near & lex.score_near else None


def _label(tokens: Tokens, number: Number, lex: Lexicon) -> Reason | None:
    """A number that only names: "Article 5", "No. 10", "Phase 3"."""
    at = number.first - 1
    word = tokens.at(at)
    if word == "." and tokens.at(at - 1) in ("no", "nos", "art", "sec", "para", "vol", "fig", "pp", "ch"):
        return Reason.LABEL
    counted = _counted(tokens, number.last, lex)
    if word in ("bottom", "top", "final") and not counted:
        return Reason.LABEL
    if word not in lex.labels or (word == "no" and not tokens.is_capital(at)):
        return None
    if number.scaled or number.share or number.vague or tokens.form(number.first).count(","):
        return None
    named = tokens.is_capital(at) and at > 0
    return Reason.LABEL if named or (number.written is Written.DIGITS and not counted) else None


def _counted(tokens: Tokens, at: int, lex: Lexicon) -> bool:
    """Tell whether a plural noun in lower case follows within three words."""
    for here in range(at, at + 3):
        word = tokens.at(here)
        if not word.isalpha() or word in lex.stops or tokens.is_capital(here):
            return False
        if tokens.tag(here) == "NNS" or (not tokens.tagged and is_plural(word)):
            return True
    return False


def _name(tokens: Tokens, number: Number, lex: Lexicon) -> Reason | None:
    """A number at the end of a name: "Apollo 11", "FTSE 100"."""
    at = number.first - 1
    if number.scaled or number.written is not Written.DIGITS or number.low >= 10_000 or number.low < 0:
        return None
    if at < 1 or not tokens.is_capital(at) or not tokens.form(at).isalpha() or tokens.at(at - 1) in _SENTENCE:
        return None
    if tokens.at(at) in lex.stops or (tokens.tagged and tokens.tag(at) not in ("NNP", "NNPS", "NN", "CD")):
        return None
    return None if _counted(tokens, number.last, lex) else Reason.NAME


def _lettered(tokens: Tokens, number: Number, lex: Lexicon) -> Reason | None:
    """Letters that are no unit right after digits: "4x4", "3D", a postcode."""
    del lex
    stuck = tokens.glued(number.last - 1) and tokens.form(number.last)[:1].isalpha()
    return Reason.NAME if stuck and tokens.is_numeral(number.last - 1) and not number.letter else None


def _address(tokens: Tokens, number: Number, lex: Lexicon) -> Reason | None:
    if number.written is not Written.DIGITS or number.scaled:
        return None
    for at in range(number.last, number.last + 5):
        if not (tokens.is_capital(at) or tokens.is_numeral(at) or tokens.at(at) in lex.context["suffixes"]):
            return None
        if (
            (at > number.last or len(tokens.at(at)) > 2)
            and tokens.at(at) in lex.streets
            and not tokens.glued(at - 1)
        ):
            return Reason.ADDRESS
    return None


def _list(tokens: Tokens, number: Number, lex: Lexicon) -> Reason | None:
    """The number of a list's item or of a note: "1. Troops", "2) …", "[3]"."""
    del lex
    before, after = tokens.at(number.first - 1), tokens.at(number.last)
    if before == "[" and after == "]":
        return Reason.LIST
    if not (_whole(number, 0, 99) and (number.first == 0 or before == "(")):
        return None
    item = after in (".", ")") and tokens.glued(number.last - 1)
    return Reason.LIST if item else None


def _pronoun(tokens: Tokens, number: Number, lex: Lexicon) -> Reason | None:
    """Find "one" that stands for a noun, or in "one day"."""
    if number.last - number.first != 1 or tokens.at(number.first) != "one":
        return None
    before, after = tokens.at(number.first - 1), tokens.at(number.last)
    if after == "more" and tokens.tag(number.last + 1) in ("NN", "NNS"):
        return None  # "one more sailor"
    if before in lex.one_after or after in lex.one_before or not (after[:1].isalpha() or after == "-"):
        return Reason.PRONOUN
    if tokens.tag(number.first) in ("PRP", "NN", "NNS"):
        return Reason.PRONOUN
    return None


_ALWAYS: Final[tuple[Test, ...]] = (_glue, _phone, _date, _time)
_BARE: Final[tuple[Test, ...]] = (_year, _age, _score, _label, _list, _lettered, _address, _pronoun, _name)
