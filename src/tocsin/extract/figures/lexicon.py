"""The words of a language's numbers (``numbers.toml``, ``numbers_units.toml``), made ready once."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Final

from tocsin.extract.figures.tokens import split
from tocsin.lang import entries, section, table
from tocsin.lang.en.inflect import plural, verb_forms
from tocsin.record import Bound, Change

Phrases = dict[tuple[str, ...], str]
MARKS: Final = frozenset((",", ";", ":", "(", ")", "—", "–", ".", "”", "“", '"'))


class Family(StrEnum):
    """What kind of unit a unit is."""

    PERCENT = "percent"
    MONEY = "money"
    TIME = "time"
    PHYSICAL = "physical"


_PERCENT = frozenset(("percent", "percentage point", "basis point"))
_TIME = frozenset(
    ("second", "minute", "hour", "day", "week", "month", "year", "decade", "century", "millisecond")
)


def family(unit: str) -> Family:
    """Return the family of a canonical unit.

    >>> family("USD").value, family("year").value, family("kilometre").value
    ('money', 'time', 'physical')
    """
    if unit in _PERCENT:
        return Family.PERCENT
    if unit in _TIME:
        return Family.TIME
    return Family.MONEY if (unit.isupper() and len(unit) == 3) or unit in MINOR | _FRANCS else Family.PHYSICAL


MINOR = frozenset(("cent", "penny", "sen", "kopeck"))
_FRANCS: Final = frozenset(("franc", "markka", "guilder", "peseta", "mark"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """All that the figures' grammar knows of a language's words."""

    cardinals: dict[str, float]
    magnitudes: dict[str, float]
    letters: dict[str, float]
    money_letters: frozenset[str]
    plurals: dict[str, tuple[float, float]]
    vague: dict[tuple[str, ...], tuple[float, float]]
    fractions: dict[str, float]
    signs: dict[str, float]
    starts: frozenset[str]  # words and signs with which a number may begin
    bounds: Phrases  # before a number, to a Bound or "exact"
    after: Phrases  # after a number, to a Bound
    changing: dict[str, Change]  # every form of a verb of change, by its first word
    weak: frozenset[str]
    multiplying: frozenset[str]
    amount_only: frozenset[str]
    particles: dict[str, Change]  # "up", "down"
    change_nouns: dict[str, Change]
    fillers: frozenset[str]
    opening: Phrases
    joining: Phrases
    units: Phrases
    cased: dict[str, str]
    money: Phrases
    symbols: dict[tuple[str, ...], str]
    symbol_ends: frozenset[str]
    labels: frozenset[str]
    months: frozenset[str]
    year_before: frozenset[str]
    clock_after: frozenset[str]
    streets: frozenset[str]
    age_before: frozenset[str]
    age_after: Phrases
    score_near: frozenset[str]
    one_after: frozenset[str]
    one_before: frozenset[str]
    determiners: frozenset[str]
    context: dict[str, frozenset[str]]  # by the names of ``[context]``
    stops: frozenset[str]


@cache
def lexicon(language: str) -> Lexicon:
    """Return the words of a language; raises TypeError where a data file is malformed."""
    data, measured = table(language, "numbers"), table(language, "numbers_units")
    change, none, nouns = section(data, "change"), section(data, "none"), section(data, "nouns")
    context = section(data, "context")
    letters = section(data, "letters")
    cardinals, magnitudes = _values(data, "cardinals"), _values(data, "magnitudes")
    plurals = {word: _pair(value) for word, value in section(data, "plurals").items()}
    vague = {split(word): _pair(value) for word, value in section(data, "vague").items()}
    fractions, signs = _values(data, "fractions"), _values(data, "signs")
    symbols = _symbols(section(measured, "symbols"))
    return Lexicon(
        cardinals=cardinals,
        magnitudes=magnitudes,
        letters={key: float(value) for key, value in letters.items() if isinstance(value, int | float)},
        money_letters=_words(letters, "money_only"),
        plurals=plurals,
        vague=vague,
        fractions={**fractions, **{plural(word): value for word, value in fractions.items()}},
        signs=signs,
        starts=frozenset((*cardinals, *magnitudes, *plurals, *signs, *_firsts(vague))),
        bounds=_bounds(section(data, "bounds"), ("at_least", "at_most", "about", "exact")),
        after=_bounds(section(data, "bounds"), ("after_at_least", "after_at_most", "after_about")),
        changing=_changing(change),
        weak=_forms(entries(change, "weak")),
        multiplying=_forms(entries(change, "multiplying")),
        amount_only=_forms(entries(change, "amount_only")),
        particles=_sides(change, "words"),
        change_nouns={
            form: side for word, side in _sides(change, "nouns").items() for form in (word, plural(word))
        },
        fillers=frozenset(word for entry in entries(change, "fillers") for word in split(entry)),
        opening=_phrases(entries(section(data, "ranges"), "opening"), ""),
        joining=_phrases(entries(section(data, "ranges"), "joining"), ""),
        units=_named(section(measured, "units")),
        cased={form: unit for unit, forms in _texts(section(measured, "cased")) for form in forms},
        money={**_named(section(measured, "money")), **_named(section(measured, "parts"))},
        symbols=symbols,
        symbol_ends=frozenset(symbol[-1] for symbol in symbols),
        labels=_words(none, "labels"),
        months=_words(none, "months"),
        year_before=_words(none, "year_before"),
        clock_after=_words(none, "clock_after"),
        streets=_words(none, "streets"),
        age_before=_words(none, "age_before"),
        age_after=_phrases(entries(none, "age_after"), ""),
        score_near=_words(none, "score_near"),
        one_after=_words(none, "one_after"),
        one_before=_words(none, "one_before"),
        determiners=_words(nouns, "determiners"),
        context={key: _words(context, key) for key in context}
        | {"breaks": _words(context, "clauses") | MARKS},
        stops=_words(nouns, "stops"),
    )


@cache
def inflected(verb: str) -> frozenset[str]:
    """Return all forms of a verb, with those irregular ones that only figures need.

    >>> sorted(inflected("flee")), "moved" in inflected("move")
    (['fled', 'flee', 'fleeing', 'flees'], True)
    """
    irregular = section(table("en", "numbers"), "irregular_verbs")
    forms = verb_forms(verb)
    if verb not in irregular:
        return forms
    return frozenset(form for form in forms if not form.endswith("ed")) | frozenset(entries(irregular, verb))


def _firsts(phrases: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    """The first words of phrases, and those of "half a million" and "a dozen"."""
    return (*(phrase[0] for phrase in phrases), "half", "a", "an")


def _words(data: dict[str, object], key: str) -> frozenset[str]:
    return frozenset(entry.lower() for entry in entries(data, key))


def _texts(data: dict[str, object]) -> list[tuple[str, tuple[str, ...]]]:
    return [(key, entries(data, key)) for key in data]


def _values(data: dict[str, object], key: str) -> dict[str, float]:
    return {word: float(v) for word, v in section(data, key).items() if isinstance(v, int | float)}


def _pair(value: object) -> tuple[float, float]:
    if not (isinstance(value, list) and len(value) == 2):
        raise TypeError(f"numbers.toml: {value!r} is no pair")
    low, high = value
    return float(low), float(high)


def _phrases(phrases: Iterable[str], value: str) -> Phrases:
    return {split(phrase): value for phrase in phrases}


def _named(data: dict[str, object]) -> Phrases:
    return {split(form): unit for unit, forms in _texts(data) for form in forms}


def _symbols(data: dict[str, object]) -> dict[tuple[str, ...], str]:
    """Currency signs keep their case: "RM", "Rs"; a plain sign is itself."""
    found = {}
    for unit, forms in _texts(data):
        for form in forms:
            low = split(form)
            at, cased = 0, []
            for token in low:
                at = form.lower().index(token, at)
                cased.append(form[at : at + len(token)])
                at += len(token)
            found[tuple(cased)] = unit
    return found


def _bounds(data: dict[str, object], keys: tuple[str, ...]) -> Phrases:
    found: Phrases = {}
    for key in keys:
        name = key.removeprefix("after_")
        for phrase in entries(data, key):
            found.setdefault(split(phrase), name if name == "exact" else Bound(name).value)
    return found


def _forms(lemmas: Iterable[str]) -> frozenset[str]:
    return frozenset(form for lemma in lemmas for form in inflected(lemma.partition(" ")[0]))


def _changing(data: dict[str, object]) -> dict[str, Change]:
    found = {}
    for side, key in ((Change.RISE, "rise_verbs"), (Change.FALL, "fall_verbs")):
        for lemma in entries(data, key):
            verb, _, rest = lemma.partition(" ")
            for form in inflected(verb):
                found[f"{form} {rest}".strip()] = side
    return found


def _sides(data: dict[str, object], kind: str) -> dict[str, Change]:
    sides = ((Change.RISE, f"rise_{kind}"), (Change.FALL, f"fall_{kind}"))
    return {word: side for side, key in sides for word in entries(data, key)}
