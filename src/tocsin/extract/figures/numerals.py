"""The number grammar: digits in three groupings, number words, magnitudes, fractions, ratios."""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from tocsin.extract.figures.lexicon import Lexicon
from tocsin.extract.figures.tokens import Tokens

_SLASHES: Final = frozenset("/\N{FRACTION SLASH}")
_MINUS: Final = frozenset("-–\N{MINUS SIGN}")
_DENOMINATORS: Final = frozenset((2, 3, 4, 5, 6, 8, 10, 16, 32, 64, 100, 128, 1000))


class Written(StrEnum):
    """How a number is written."""

    DIGITS = "digits"
    WORDS = "words"
    ARTICLE = "article"  # "a dozen", "a million"
    PLURAL = "plural"  # "thousands"
    VAGUE = "vague"  # "several"


@dataclass(frozen=True, slots=True)
class Number:
    """A number over tokens [first, last); ``low`` and ``high`` differ where it is vague."""

    first: int
    last: int
    low: float
    high: float
    written: Written
    share: bool = False  # a part of a whole: "two thirds", "three out of four"
    scaled: bool = False  # with a magnitude: "80 thousand"
    letter: str = ""  # a magnitude that needs money: "m"

    @property
    def vague(self) -> bool:
        """Whether the words give no number."""
        return self.low != self.high


def number_at(tokens: Tokens, at: int, lex: Lexicon) -> Number | None:
    """Return the number that begins at a token, with sign, magnitude and fraction; None where there is none.

    >>> from tocsin.extract.figures.lexicon import lexicon
    >>> def read(text):
    ...     found = number_at(Tokens.of(text, 0, len(text)), 0, lexicon("en"))
    ...     return (found.low, found.high) if found else None
    >>> read("half a million"), read("1,20,000"), read("two and a half million"), read("tens of thousands")
    ((500000.0, 500000.0), (120000.0, 120000.0), (2500000.0, 2500000.0), (10000.0, 100000.0))
    """
    found = _plain(tokens, at, lex)
    if found is None:
        return None
    return _ratio(tokens, found, lex) or found


def _plain(tokens: Tokens, at: int, lex: Lexicon) -> Number | None:
    word = tokens.at(at)
    if tokens.is_numeral(at) or word in lex.signs:
        return _digits(tokens, at, lex)
    for read in (_half, _vague, _plural, _article, _worded):
        found = read(tokens, at, lex)
        if found is not None:
            return found
    return None


def value_of(numeral: str) -> float:
    """Return the value of a numeral in Anglo-American, Indian or European grouping.

    >>> [value_of(text) for text in ("1,200", "12,00,000", "1.200.000,5", "2,5", "80 000", ".5")]
    [1200.0, 1200000.0, 1200000.5, 2.5, 80000.0, 0.5]
    """
    text = numeral.replace("\u00a0", "").replace("\u202f", "").replace("\u2009", "").replace(" ", "")
    dots, commas = text.count("."), text.count(",")
    if dots > 1 or (dots == 1 and commas == 1 and text.index(".") < text.index(",")):
        return float(text.replace(".", "").replace(",", "."))
    if commas == 1 and dots == 0 and len(text) - text.index(",") <= 3:
        return float(text.replace(",", "."))
    return float(text.replace(",", ""))


def _digits(tokens: Tokens, at: int, lex: Lexicon) -> Number:
    if tokens.at(at) in lex.signs:
        found = Number(at, at + 1, *_twice(lex.signs[tokens.at(at)]), Written.DIGITS, share=True)
        return _scaled(tokens, found, lex)
    value, last, share = value_of(tokens.form(at)), at + 1, False
    if (
        tokens.at(last) in _SLASHES
        and tokens.is_numeral(last + 1)
        and tokens.glued(at)
        and tokens.glued(last)
    ):
        under = value_of(tokens.form(last + 1))
        if under in _DENOMINATORS and value < under:
            value, last, share = value / under, last + 2, True
    elif tokens.at(last) in lex.signs:
        value, last = value + lex.signs[tokens.at(last)], last + 1
    elif _mixed(tokens, last):
        value, last = value + value_of(tokens.form(last)) / value_of(tokens.form(last + 2)), last + 3
    elif tokens.at(last) == "×" and tokens.at(last + 1) == "10":
        value, last = _power(tokens, value, last + 2)
    value, first = _signed(tokens, at, value)
    return _scaled(tokens, Number(first, last, value, value, Written.DIGITS, share=share), lex)


def _twice(value: float) -> tuple[float, float]:
    return value, value


def _mixed(tokens: Tokens, at: int) -> bool:
    """Tell whether "1/2" of "10 1/2" begins at a token."""
    if not (tokens.is_numeral(at) and tokens.at(at + 1) in _SLASHES and tokens.is_numeral(at + 2)):
        return False
    over, under = tokens.form(at), tokens.form(at + 2)
    return over.isdecimal() and under.isdecimal() and 0 < int(over) < int(under) <= 16


def _power(tokens: Tokens, value: float, at: int) -> tuple[float, int]:
    at += tokens.at(at) == "^"
    sign = -1 if tokens.at(at) in _MINUS else 1
    at += sign < 0
    exponent = tokens.form(at)
    if not exponent.isdecimal() or int(exponent) > 40:
        return value, at
    return value * 10.0 ** (sign * int(exponent)), at + 1


def _signed(tokens: Tokens, at: int, value: float) -> tuple[float, int]:
    """Return the value with a minus sign or word that stands before it, and where it then begins."""
    before = tokens.at(at - 1)
    if before in _MINUS and tokens.glued(at - 1):
        if tokens.at(at - 2) in ("minus", "negative") and tokens.glued(at - 2):
            return -value, at - 2
        if not tokens.glued(at - 2) or tokens.form(at - 2) in ("(", "$", "€", "£"):
            return -value, at - 1
    if before in ("minus", "negative"):
        return -value, at - 1
    return value, at


def _scaled(tokens: Tokens, found: Number, lex: Lexicon) -> Number:
    """Return a number in digits times the magnitudes after it: "1.2 million", "30-million", "4.3M"."""
    at, factor, letter = found.last, 1.0, ""
    while True:
        step = 1 if tokens.at(at) == "-" and tokens.glued(at - 1) and tokens.glued(at) else 0
        word = tokens.at(at + step)
        if word in lex.magnitudes and not (word == "score" and found.low > 9):
            factor *= lex.magnitudes[word]
            at += step + 1
            continue
        break
    if factor in (1e2, 1e3) and (rest := _rest(tokens, at, factor)) is not None:
        return replace(
            found, last=at + 2, low=found.low * factor + rest, high=found.high * factor + rest, scaled=True
        )
    written = tokens.form(at)
    if factor == 1 and tokens.glued(at - 1) and written in lex.letters:
        letter = written if written in lex.money_letters else ""
        factor, at = (lex.letters[written], at + 1) if not letter else (1.0, at)
    if factor == 1 and not letter:
        return found
    scaled = replace(
        found, last=at, low=found.low * factor, high=found.high * factor, share=False,
        scaled=factor > 1, letter=letter,
    )  # fmt: skip
    return _and_half(tokens, scaled, lex) or scaled


def _rest(tokens: Tokens, at: int, factor: float) -> float | None:
    """Return what "and 21" adds to "3 hundred"."""
    if tokens.at(at) != "and" or not tokens.form(at + 1).isdecimal():
        return None
    rest = value_of(tokens.form(at + 1))
    return rest if 0 < rest < factor and tokens.at(at + 2) not in ("%", "per", "percent") else None


def _half(tokens: Tokens, at: int, lex: Lexicon) -> Number | None:
    """Read "half a million", "half-million", "half a dozen", "half of", "half the"."""
    if tokens.at(at) != "half":
        return None
    step = at + 1
    step += tokens.at(step) == "-"
    if tokens.at(step) in ("a", "an"):
        step += 1
        step += tokens.at(step) == "-"
    if tokens.at(step) in lex.magnitudes:
        value = lex.magnitudes[tokens.at(step)] / 2
        return _scaled(tokens, Number(at, step + 1, value, value, Written.ARTICLE, scaled=True), lex)
    before = tokens.at(at - 1)
    following = tokens.at(at + 1)
    if following not in lex.determiners | {"of"} or before in lex.determiners - {"a"} or before == "-":
        return None
    return Number(at, at + 1, 0.5, 0.5, Written.WORDS, share=True)


def _vague(tokens: Tokens, at: int, lex: Lexicon) -> Number | None:
    """Read "several", "a few hundred", "a handful of"."""
    for words, (low, high) in lex.vague.items():
        if tokens.low[at : at + len(words)] == words:
            last = at + len(words)
            if tokens.at(last) == "of" and tokens.at(last + 1) in lex.magnitudes:
                last += 1
            if tokens.at(last) in lex.magnitudes:
                factor = lex.magnitudes[tokens.at(last)]
                return Number(at, last + 1, low * factor, high * factor, Written.VAGUE, scaled=True)
            return Number(at, last, low, high, Written.VAGUE)
    return None


def _plural(tokens: Tokens, at: int, lex: Lexicon) -> Number | None:
    """Read "thousands", "tens of thousands", "hundreds of thousands"."""
    pair = lex.plurals.get(tokens.at(at))
    if pair is None:
        return None
    low, high = pair
    last = at + 1
    while tokens.at(last) == "of" and tokens.at(last + 1) in lex.plurals:
        # "tens of thousands" run from ten times a thousand to ten times that
        factor = lex.plurals[tokens.at(last + 1)][0]
        low, high, last = low * factor, high * factor, last + 2
    if tokens.at(at) == "tens" and last == at + 1 and tokens.at(at + 1) != "of":
        return None
    return Number(at, last, low, high, Written.PLURAL)


def _article(tokens: Tokens, at: int, lex: Lexicon) -> Number | None:
    """Read "a dozen", "a hundred thousand", "a third of"."""
    if tokens.at(at) not in ("a", "an"):
        return None
    word = tokens.at(at + 1)
    if word in lex.magnitudes and word != "score":
        found = _worded(tokens, at + 1, lex)
        last = found.last if found else at + 2
        value = found.low if found else lex.magnitudes[word]
        return Number(at, last, value, value, Written.ARTICLE, scaled=True)
    if word in lex.fractions and (tokens.at(at + 2) == "of" or _alone(tokens, at, lex)):
        return _of_magnitude(
            tokens, Number(at, at + 2, *_twice(1 / lex.fractions[word]), Written.WORDS, share=True), lex
        )
    return None


def _alone(tokens: Tokens, at: int, lex: Lexicon) -> bool:
    """Tell whether "a fifth" is a share without its whole: "cut by a fifth", not "killed a fifth man"."""
    ends = not tokens.at(at + 2).isalnum() or tokens.at(at + 2) in lex.context["gapped_after"]
    limited = tokens.at(at - 1) == "by" or tokens.before(at, lex.bounds, 4) > 0
    return ends and (limited or (at == 0 and at + 2 >= len(tokens) - 1))


def _of_magnitude(tokens: Tokens, found: Number, lex: Lexicon) -> Number:
    """Return "three quarters of a million" as one number."""
    at = found.last
    if tokens.at(at) == "of" and tokens.at(at + 1) == "a" and tokens.at(at + 2) in lex.magnitudes:
        factor = lex.magnitudes[tokens.at(at + 2)]
        return replace(found, last=at + 3, low=found.low * factor, high=found.high * factor, share=False)
    return found


def _worded(tokens: Tokens, at: int, lex: Lexicon) -> Number | None:
    """Read number words: "two hundred and five thousand", "twenty-five", "one and a half million"."""
    total = current = 0.0
    last, scaled, begun = at, False, False
    while last < len(tokens):
        step = _joint(tokens, last, lex, begun=begun, current=current)
        word = tokens.at(last + step)
        if word in lex.cardinals and (not begun or _fits(current, lex.cardinals[word])):
            current += lex.cardinals[word]
        elif word in lex.magnitudes and (
            begun or word in ("hundred", "thousand", "million", "billion", "trillion")
        ):
            factor = lex.magnitudes[word]
            if factor in (100, 12, 20):
                current = (current or 1) * factor
            elif current == 0 and total:  # "three lakh crore", "two hundred million million"
                total *= factor
            else:
                total, current = total + (current or 1) * factor, 0.0
            scaled = True
        else:
            break
        begun, last = True, last + step + 1
    if not begun:
        return None
    return _finished(tokens, Number(at, last, *_twice(total + current), Written.WORDS, scaled=scaled), lex)


def _joint(tokens: Tokens, at: int, lex: Lexicon, *, begun: bool, current: float) -> int:
    """Return how many tokens join the next number word to those before: a hyphen, "and", nothing."""
    if not begun:
        return 0
    if tokens.at(at) == "-" and tokens.glued(at - 1) and tokens.glued(at):
        return 1
    joined = current >= 100 or (current == 0)
    if (
        tokens.at(at) == "and"
        and joined
        and tokens.at(at - 1) in lex.magnitudes
        and not tokens.is_numeral(at + 1)
    ):
        return 1
    return 0


def _fits(current: float, value: float) -> bool:
    """Tell whether a number word can follow: "hundred five", "twenty five", not "five six"."""
    rest = current % 100
    if rest == 0:
        return 0 < value < 100
    return rest >= 20 and rest % 10 == 0 and 0 < value < 10


def _finished(tokens: Tokens, found: Number, lex: Lexicon) -> Number | None:
    """Return a worded number with what may follow: a fraction, "and a half", "point five", a magnitude."""
    half = _and_half(tokens, found, lex)
    if half is not None:
        return half if found.scaled else _scaled(tokens, half, lex)
    at = found.last
    if tokens.at(at) == "point" and 0 <= lex.cardinals.get(tokens.at(at + 1), 99) < 10:
        digits, at = "", at + 1
        while lex.cardinals.get(tokens.at(at), 99) < 10:
            digits, at = digits + str(int(lex.cardinals[tokens.at(at)])), at + 1
        value = float(f"{found.low:.0f}.{digits}")
        return _scaled(tokens, replace(found, last=at, low=value, high=value), lex)
    step = 1 if tokens.at(at) == "-" else 0
    word = tokens.at(at + step)
    if word in lex.fractions and 0 < found.low <= 99 and _parts(word, found.low):
        value = found.low / lex.fractions[word]
        part = replace(found, last=at + step + 1, share=True, low=value, high=value)
        return _of_magnitude(tokens, part, lex)
    return found


def _and_half(tokens: Tokens, found: Number, lex: Lexicon) -> Number | None:
    """Read what "two and a half", "two-and-a-half" and "one million and a half" add to a number."""
    words = [word for word in tokens.low[found.last : found.last + 6] if word != "-"][:3]
    if words[:1] != ["and"] or words[1:2] not in (["a"], ["one"]) or words[2:] not in (["half"], ["quarter"]):
        return None
    scale = lex.magnitudes.get(tokens.at(found.last - 1), 1.0)
    more = scale / lex.fractions[words[2]]
    last = tokens.low.index(words[2], found.last) + 1
    return replace(found, last=last, low=found.low + more, high=found.high + more)


def _parts(word: str, count: float) -> bool:
    """Tell whether a fraction's word agrees with its number: "one third", "two thirds"."""
    return (count == 1) != word.endswith(("s", "halves"))


def _ratio(tokens: Tokens, found: Number, lex: Lexicon) -> Number | None:
    """Read "three out of four", "one in five", "two in every three"."""
    at = found.last
    if found.vague or found.share or found.low != int(found.low) or not 0 < found.low < 1000:
        return None
    joins = (("out", "of", "every"), ("out", "of"), ("in", "every"), ("of", "every"), ("in",))
    length = next((len(words) for words in joins if tokens.spells(at, words)), 0)
    whole = _plain(tokens, at + length, lex) if length else None
    if whole is None or whole.vague or whole.share or whole.low <= found.low:
        return None
    if length == 1 and not (
        whole.low in (2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 25, 50, 100, 1000) and found.low <= 10
    ):
        return None
    if length == 1 and (
        tokens.at(whole.last) in lex.months | lex.clock_after or tokens.at(at) == tokens.at(whole.last)
    ):
        return None
    share = found.low / whole.low
    return replace(found, last=whole.last, low=share, high=share, share=True)
