"""The words of time and the tokens of a text: each token with the classes of words it may belong to."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final, NamedTuple

from tocsin.extract.moments.sense import Sense
from tocsin.lang import table

Fact = str | int | float | tuple[int, ...]
Facts = Mapping[str, Fact]

NUMBERS: Final = frozenset({"CARDINAL", "ORDINAL", "DECADE_WORD"})
_TOKEN: Final = re.compile(
    r"(?P<word>[^\W\d_]+)"
    r"|(?P<iso>\d{4}-\d\d-\d\d[t ]\d\d:\d\d(?::\d\d)?|\d{4}([-/.])\d{1,2}\3\d{1,2}(?![\d/-]))"
    r"|(?P<slash>\d{1,2}([-/.])\d{1,2}\5(?:\d{4}|\d\d)(?![\d/]|\.\d))"
    r"|(?P<clock>(?:[01]?\d|2[0-4])[:.][0-5]\d(?::[0-5]\d)?(?![\d%]|,\d|[:.]\d))"
    r"|(?P<ordinal>\d{1,2}(?:st|nd|rd|th)(?![^\W_]))"
    r"|(?P<decade>'?\d{0,2}\d0'?s(?![^\W_]))"
    r"|(?P<number>\d+(?:,\d{3})+(?:\.\d+)?|\d+ \d{1,2}/\d{1,2}(?![\d/])|\d+(?:\.\d+)?)"
    r"|(?P<mark>[^\w\s]|_)"
)
_MARKS: Final[Mapping[str, Facts]] = {
    ",": {"COMMA": 0},
    ".": {"DOT": 0},
    "/": {"SLASH": 0},
    "(": {"OPEN": 0},
    ")": {"CLOSE": 0},
    **{dash: {"HYPHEN": 0} for dash in "-–\N{HYPHEN}\N{NON-BREAKING HYPHEN}"},
}
_WHOLE_YEARS: Final = range(1000, 2200)


class Token(NamedTuple):  # one a word of the text: a tuple is made in a quarter of a dataclass's time
    """A word, number, mark or phrase [start, end), folded, with the value it has in each of its classes."""

    start: int
    end: int
    form: str
    facts: Facts
    sense: Sense | None = None


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Words and phrases with their facts; ``phrases`` by their first two words, longest first."""

    words: Mapping[str, Facts]
    phrases: Mapping[str, Mapping[str, tuple[tuple[tuple[str, ...], Facts], ...]]]
    plain: Mapping[str, Facts]  # marks, and words that begin no phrase and no number
    telling: frozenset[str]  # all words and marks that begin any of these
    numbers: Mapping[str, Facts]  # the words of numbers: classes CARDINAL, ORDINAL, DECADE_WORD


@cache
def lexicon(language: str) -> Lexicon:
    """Return the words of time of a language."""
    words: dict[str, dict[str, Fact]] = {}
    phrases: dict[tuple[str, ...], dict[str, Fact]] = {}
    numbers: dict[str, dict[str, Fact]] = {}
    for name, value, entry in entries_of(table(language, "times")):
        parts = tuple(match[0] for match in _TOKEN.finditer(entry))
        if name in NUMBERS:
            numbers.setdefault(entry, {})[name] = value
        elif len(parts) == 1:
            words.setdefault(entry, {})[name] = value
        else:
            phrases.setdefault(parts, {})[name] = value
    by_first: dict[str, dict[str, tuple[tuple[tuple[str, ...], Facts], ...]]] = {}
    for parts in sorted(phrases, key=len, reverse=True):
        seconds = by_first.setdefault(parts[0], {})
        seconds[parts[1]] = (*seconds.get(parts[1], ()), (parts, phrases[parts]))
    telling = frozenset((*words, *by_first, *numbers, *_MARKS))
    alone = {
        word: facts for word, facts in {**words, **_MARKS}.items()
        if word not in by_first and word not in numbers and "VERB_TOO" not in facts
    }  # fmt: skip
    return Lexicon(words, by_first, alone, telling, numbers)


def entries_of(data: Mapping[str, object]) -> Iterator[tuple[str, str | int, str]]:
    """Yield class, value and folded words of each entry of the table of words."""
    for name, section in data.items():
        if not isinstance(section, dict):
            raise TypeError(f"times: {name!r} is no table")
        for key, value in section.items():
            fact = int(key) if re.fullmatch(r"-?\d{1,4}", key) and name != "HOLIDAY" else key
            for entry in value.split(","):
                if plain := folded(entry.strip()):
                    yield name, fact, plain


def folded(text: str) -> str:
    """Return a text in lower case with straight apostrophes; every character keeps its place.

    >>> folded("New Year’s Day")
    "new year's day"
    """
    low = text.lower()
    return (low if len(low) == len(text) else "".join(map(_lower, text))).replace("’", "'")


def _lower(character: str) -> str:
    low = character.lower()
    return low if len(low) == 1 else character


def kinds(known: Lexicon) -> Iterator[Token]:
    """Yield a token of every kind that ``tokens`` makes, for the codes of the grammar."""
    for form, facts in (*known.words.items(), *_MARKS.items()):
        yield Token(0, 0, form, facts)
    for seconds in known.phrases.values():
        yield from (Token(0, 0, "", facts) for those in seconds.values() for _, facts in those)
    forms = [*map(str, range(2300)), "00", "01", "09", "1.5", "4.22", "12,000", "9999", "120000"]
    clocks = [
        ("clock", "9:30"),
        ("clock", "9.30"),
        ("clock", "9:30:10"),
        ("ordinal", "3rd"),
        ("ordinal", "45th"),
    ]
    dates = [("iso", "2021-04-13"), ("slash", "13/4/2021"), ("decade", "1990s")]
    for group, form in [*(("number", form) for form in forms), *clocks, *dates]:
        yield Token(0, 0, form, _figure(group, form))
    yield Token(0, 0, "", {"AMOUNT": 0})
    yield from (Token(0, 0, form, {"MONTH_VERB": 0}) for form in ("may", "march"))
    for value in (*range(101), 1000, 1999, 2021, 2200):
        yield from (Token(0, 0, "", _cardinal(value, year=year)) for year in (False, True))
        yield Token(0, 0, "", _ordinal(value))
    yield Token(0, 0, "", {"DECADE": 0})
    for form, number in known.numbers.items():
        yield Token(0, 0, form, {**_number([form], 0, known.numbers)[1], **known.words.get(form, _NONE)})
        yield Token(0, 0, form, {**number, **known.words.get(form, _NONE)})


def tokens(text: str, known: Lexicon, *, low: str, part: tuple[int, int]) -> list[Token]:
    """Return the tokens of a part of a text: words of time with facts, numbers put together, all else bare.

    ``low`` is the whole text folded.
    """
    raw = [(*match.span(), match[0], match.lastgroup) for match in _TOKEN.finditer(low, *part)]
    forms = [form for _, _, form, _ in raw]
    telling, plain = known.telling, known.plain
    found: list[Token] = []
    skip = 0
    for at, (start, end, form, group) in enumerate(raw):
        if at < skip:
            continue
        told = plain.get(form)
        if told is not None or (form not in telling and group in _WORDS):
            found.append(_token(Token, (start, end, form, told or _NONE, None)))
            continue
        length, facts = 1, _NONE
        if group == "word":
            length, facts = _word(forms, at, known, capital=text[start].isupper())
        elif group == "mark":
            facts = _MARKS.get(form, _NONE)
            if not facts:
                length, facts = _phrase(forms, at, known)
        else:
            facts = {"AMOUNT": 0} if at and forms[at - 1] in _MONEY else _figure(group or "", form)
        skip = at + length
        stop = raw[skip - 1][1]
        found.append(Token(start, stop, low[start:stop], facts))
    return found


_token: Final = tuple.__new__  # past the named tuple's own, which takes twice the time
_NONE: Final[Facts] = {}
_NO_PHRASES: Final[Mapping[str, tuple[tuple[tuple[str, ...], Facts], ...]]] = {}
_WORDS: Final = frozenset({"word", "mark"})
_MONEY: Final = frozenset("$€£¥#")


def _word(forms: Sequence[str], at: int, known: Lexicon, *, capital: bool) -> tuple[int, Facts]:
    form = forms[at]
    if form in known.phrases:
        length, facts = _phrase(forms, at, known)
        if length > 1:
            return length, facts
    facts = known.words.get(form, _NONE)
    if "VERB_TOO" in facts and not capital:
        return 1, {"MONTH_VERB": facts["MONTH"]}
    if form in known.numbers:
        length, number = _number(forms, at, known.numbers)
        return length, ({**number, **facts} if length == 1 and facts else number)
    return 1, facts


def _phrase(forms: Sequence[str], at: int, known: Lexicon) -> tuple[int, Facts]:
    second = forms[at + 1] if at + 1 < len(forms) else ""
    for parts, facts in known.phrases.get(forms[at], _NO_PHRASES).get(second, ()):
        if tuple(forms[at : at + len(parts)]) == parts:
            return len(parts), facts
    return 1, known.words.get(forms[at], _NONE)


def _number(forms: Sequence[str], at: int, numbers: Mapping[str, Facts]) -> tuple[int, Facts]:
    """Return how many tokens a number in words takes, and what it is."""
    values: list[int] = []
    last: Facts = {}
    length = 0
    for step in range(at, min(at + 12, len(forms))):
        if forms[step] in numbers and values and values[-1] < 10 and _value(numbers, forms[step]) < 100:
            break  # "twenty one two thousand": two numbers
        if forms[step] in numbers:
            last = numbers[forms[step]]
            values.append(_int(next(iter(last.values()))))
            length = step - at + 1
            if "CARDINAL" not in last:
                break
        elif forms[step] not in {"-", "and"} or (forms[step] == "and" and values[-1] < 100):
            break
    value, year = _sum(values)
    if "DECADE_WORD" in last:
        return length, {"DECADE": value if year or value > 100 else value % 100}
    if "ORDINAL" in last and "CARDINAL" not in last:
        return length, _ordinal(value)
    return length, _cardinal(value, year=year)


def _value(numbers: Mapping[str, Facts], form: str) -> int:
    return _int(next(iter(numbers[form].values())))


def _sum(values: Sequence[int]) -> tuple[int, bool]:
    """Return the number that words make, and whether they are spoken as a year: "nineteen ninety-six".

    >>> _sum([19, 90, 6]), _sum([2, 1000, 18]), _sum([20, 2])
    ((1996, True), (2018, True), (22, False))
    """
    if len(values) > 1 and 10 <= values[0] <= 20 and 0 <= values[1] < 100 and sum(values[1:]) < 100:
        spoken = values[0] < 20 or values[1] >= 10
        if spoken:
            return values[0] * 100 + sum(values[1:]), True
    total = part = 0
    for value in values:
        if value in {100, 1000}:
            part = max(part, 1) * value
            if value == 1000:
                total, part = total + part, 0
        else:
            part += value
    whole = total + part
    return whole, len(values) > 1 and 1000 in values and 1000 <= whole <= 2100


def _cardinal(value: int, *, year: bool) -> Facts:
    facts: dict[str, Fact] = {"CARD": value}
    if year:
        facts["WYEAR"] = value
    if 0 < value <= 31:
        facts["WDAY"] = value
    if value <= 12:
        facts["WHOUR"] = value
    if value < 60:
        facts["WMINUTE"] = value
    return facts


def _ordinal(value: int) -> Facts:
    return {"ORD": value, **({"DAY": value} if 0 < value <= 31 else {})}


def _figure(group: str, form: str) -> Facts:
    if group == "number":
        return _digits(form)
    if group == "ordinal":
        value = int(form[:-2])
        return {"ORD": value, "ORDNUM": value, **({"DAY": value} if 0 < value <= 31 else {})}
    if group == "decade":
        return {"DECADE": int(re.sub(r"\D", "", form))}
    parts = tuple(int(part) for part in re.findall(r"\d+", form))
    if group == "clock" and "." in form:
        return {"POINTCLOCK": parts, "NUM": float(form) if form.count(".") == 1 else 0}
    return {group.upper(): parts}


def _digits(form: str) -> Facts:
    if "/" in form:
        whole, above, below = map(int, re.findall(r"\d+", form))
        return {"NUM": whole + above / max(1, below)}
    plain = form.replace(",", "")
    value = float(plain) if "." in plain else int(plain)
    facts: dict[str, Fact] = {"NUM": value}
    if "," in form or isinstance(value, float):
        return facts
    if len(form) <= 2:
        facts |= {"DAY": value} if 0 < value <= 31 else {}
        facts |= {"HOUR": value} if value <= 24 else {}
        facts["MINUTE"] = value
        facts["SHORT_YEAR"] = value
    if len(form) == 4:
        facts |= {"YEAR": value} if value in _WHOLE_YEARS else {}
        facts |= {"HHMM": (value // 100, value % 100)} if value // 100 <= 24 and value % 100 < 60 else {}
    return facts


def _int(value: Fact) -> int:
    return value if isinstance(value, int) else 0
