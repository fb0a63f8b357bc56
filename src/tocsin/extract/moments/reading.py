"""The expressions of a text: tokens through the levels of the grammar."""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final

from tocsin.extract.moments.building import BUILDERS
from tocsin.extract.moments.grammar import Codes, Level, literals_in, pattern
from tocsin.extract.moments.lexicon import Lexicon, Token, kinds, lexicon, tokens
from tocsin.extract.moments.shapes import SHAPES
from tocsin.lang import entries, section, table

_LEVELS: Final = ("level1", "level2", "level3")


@cache
def levels(language: str) -> tuple[Level, ...]:
    """Return the grammar of a language; raises KeyError for a rule that names no builder."""
    data = table(language, "times_rules")
    macros = {name: str(source) for name, source in section(data, "macros").items()}
    rules = {level: list(_rules(data, level)) for level in _LEVELS}
    sources = [source for those in rules.values() for _, source in those]
    known = lexicon(language)
    codes = Codes.of(
        (*kinds(known), *(Token(0, 0, "", {name: 0}) for name in SHAPES)),
        (word for source in (*macros.values(), *sources) for word in literals_in(source)),
    )
    return tuple(
        Level(codes, tuple((name, pattern(source, macros, codes), BUILDERS[name]) for name, source in those))
        for those in rules.values()
    )


def _rules(data: dict[str, object], level: str) -> Iterator[tuple[str, str]]:
    those = data.get(level)
    if not isinstance(those, list):
        raise TypeError(f"rules of time: {level} is no list")
    for rule in those:
        yield from ((rule["build"], source) for source in rule["patterns"])


def words_of(text: str, known: Lexicon, breaks: Iterable[int] = ()) -> list[Token]:
    """Return the tokens of a text with an empty one at each break, over which no expression reaches."""
    found = tokens(text, known)
    edges = sorted(breaks)
    if not edges:
        return found
    parted: list[Token] = []
    at = 0
    for token in found:
        while at < len(edges) and edges[at] <= token.start:
            if parted:
                parted.append(Token(edges[at], edges[at], "\n", {}))
            at += 1
        parted.append(token)
    return parted


def expressions(words: list[Token], language: str) -> list[Token]:
    """Return the expressions of time among tokens, in order; each has its sense.

    A period ("since 2014", "from May to July") is one besides those of its ends that are expressions.
    """
    *inner, outer = levels(language)
    read = near(words, triggers(language), outer.codes.literals)
    for level in inner:
        read = level.read(read)
    parts = [token for token in read if token.sense is not None and not token.sense.dropped]
    periods = [token for token in outer.read(read) if token.sense is not None and token.sense.relation]
    own = [token for token in periods if token.sense is not None and token not in parts]
    return sorted((*parts, *own), key=lambda token: (token.start, -token.end))


@cache
def triggers(language: str) -> frozenset[str]:
    """Return the classes and words one of which every expression of the first level has."""
    return frozenset(entries(table(language, "times_rules"), "triggers"))


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
