"""The expressions of a text: tokens through the levels of the grammar."""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final

from tocsin.extract.moments.building import BUILDERS
from tocsin.extract.moments.grammar import Codes, Level, Rule, literals_in, pattern
from tocsin.extract.moments.lexicon import Token, folded, kinds, lexicon, tokens
from tocsin.extract.moments.scanning import parts, triggers
from tocsin.extract.moments.shapes import SHAPES
from tocsin.lang import section, table

_LEVELS: Final = ("level1", "level2", "level3")


@cache
def levels(language: str) -> tuple[Level, ...]:
    """Return the grammar of a language; raises KeyError for a rule that names no builder."""
    data = table(language, "times_rules")
    macros = {name: str(source) for name, source in section(data, "macros").items()}
    rules = {level: list(_rules(data, level)) for level in _LEVELS}
    sources = [source for those in rules.values() for _, source in those]
    known = lexicon(language)
    named = {word for source in (*macros.values(), *sources) for word in literals_in(source)}
    codes = Codes.of(
        (*kinds(known), *(Token(0, 0, "", {name: 0}) for name in SHAPES)),
        named,
        {**{word: {} for word in named - known.words.keys() - known.numbers.keys()}, **known.plain},
    )
    return tuple(
        Level(
            codes,
            tuple(Rule.of(name, pattern(source, macros, codes), BUILDERS[name]) for name, source in those),
        )
        for those in rules.values()
    )


def _rules(data: dict[str, object], level: str) -> Iterator[tuple[str, str]]:
    those = data.get(level)
    if not isinstance(those, list):
        raise TypeError(f"rules of time: {level} is no list")
    for rule in those:
        yield from ((rule["build"], source) for source in rule["patterns"])


def words_of(text: str, language: str, breaks: Iterable[int] = ()) -> list[Token]:
    """Return the tokens of the parts of a text that may hold an expression of time.

    An empty token stands before each part, over which no expression reaches; nor over a break.
    """
    known, low = lexicon(language), folded(text)
    found: list[Token] = []
    for part in parts(low, sorted(breaks), language):
        found.append(Token(part[0], part[0], "\n", {}))
        found += tokens(text, known, low=low, part=part)
    return found


def expressions(words: list[Token], language: str) -> list[Token]:
    """Return the expressions of time among tokens, in order; each has its sense.

    A period ("since 2014", "from May to July") is one besides those of its ends that are expressions.
    """
    *inner, outer = levels(language)
    read = near(words, triggers(language), outer.codes.literals)
    for level in inner:
        read = level.read(read)
    plain = [token for token in read if token.sense is not None and not token.sense.dropped]
    periods = [token for token in outer.read(read) if token.sense is not None and token.sense.relation]
    own = [token for token in periods if token.sense is not None and token not in plain]
    return sorted((*plain, *own), key=lambda token: (token.start, -token.end))


def near(words: Iterable[Token], telling: frozenset[str], literals: frozenset[str]) -> list[Token]:
    """Return the runs of tokens that the grammar knows which hold a telling one, each with its neighbours.

    Nine tokens in ten are of no concern to the rules, which makes reading as much faster.
    """
    kept: list[Token] = []
    run: list[Token] = []
    told = False
    for token in words:
        run.append(token)
        if token.facts:
            told = told or not telling.isdisjoint(token.facts)
        elif token.form not in literals:
            if told:
                kept += run
                told = False
            run = [token]
        if not told and token.form in telling:
            told = True
    return kept + run if told else kept
