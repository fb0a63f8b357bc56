"""Figures: how many of what, whose, where and when, according to whom (codebook, *figure*).

The number grammar reads every quantity of a sentence; what is a year, a label, an age or a score is
none. The ontology tells what is measured; syntax, where the model gives it, tells whose and where.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Final

from tocsin.extract.figures.alone import single
from tocsin.extract.figures.lexicon import Lexicon, lexicon
from tocsin.extract.figures.make import Making, figure_of
from tocsin.extract.figures.quantities import Quantity, quantities_of
from tocsin.extract.figures.scene import Sentence, harm
from tocsin.extract.figures.tokens import Tokens
from tocsin.extract.layout import Layout
from tocsin.extract.names import NameIndex
from tocsin.extract.tree import Tree
from tocsin.model.layers import Layers
from tocsin.record import Document, Name, Statement
from tocsin.record.figure import Figure
from tocsin.record.moment import Moment, TimeKind

__all__ = ["extract_figures"]
_WORD: Final = re.compile(r"\d|[^\W\d_]+|[^\w\s]")


def extract_figures(  # noqa: PLR0913 - what is known of the report so far
    document: Document,
    layers: Layers,
    layout: Layout,
    names: tuple[Name, ...],
    statements: tuple[Statement, ...],
    moments: tuple[Moment, ...],
    *,
    language: str,
    version: str,
    tree: Tree | None = None,
) -> tuple[Figure, ...]:
    """Return the figures of a report in the order of its text; every span holds in ``document.text``.

    ``tree`` is that of the layers' words, where the caller has it; it is made here where not.
    """
    lex = lexicon(language)
    if not layers.words:
        tree = None
    elif tree is None:
        tree = Tree.of(document.text, layers.words)
    index = NameIndex.of(names)
    making = Making.of(document, statements, language=language, version=version)
    times = tuple(sorted(moments, key=lambda moment: moment.span.start))
    found: list[Figure] = []
    for start, end in _places(document.text, layout, lex):
        tokens = Tokens.of(document.text, start, end, tree)
        sentence = Sentence(document.text, start, end, tokens, tree, index, lex)
        inside = _within(times, start, end)
        read = (*quantities_of(tokens, lex, _timed(tokens, inside)), *single(sentence))
        for quantity in sorted(read, key=lambda quantity: quantity.first):
            figure = figure_of(making, sentence, quantity, inside, read, found)
            if figure is not None:
                found.append(figure)
    unique = {figure.id: figure for figure in reversed(found)}
    return tuple(sorted(unique.values(), key=lambda figure: (figure.span.start, figure.span.end)))


def _places(text: str, layout: Layout, lex: Lexicon) -> list[tuple[int, int]]:
    """Return the sentences in which a number may stand, or harm to somebody, in order."""
    telling = (
        (lex.starts - {"a", "an"})
        | lex.fractions.keys()
        | {word for words in lex.vague for word in words[1:]}
        | harm()
    )
    sentences = layout.sentences
    found: list[int] = []
    end = -1
    for match in _WORD.finditer(text):
        if match.start() >= end and (match[0].isdecimal() or match[0].lower() in telling):
            found.append(number := sentences.at(match.start()))
            end = sentences.ends[number]
    return [(sentences.starts[number], sentences.ends[number]) for number in found]


def _within(moments: Sequence[Moment], start: int, end: int) -> tuple[Moment, ...]:
    starts = [moment.span.start for moment in moments]
    return tuple(moments[bisect_left(starts, start) : bisect_left(starts, end)])


def _timed(tokens: Tokens, moments: Sequence[Moment]) -> frozenset[int]:
    """Return the tokens that stand in a moment: its numbers count time."""
    found: set[int] = set()
    for moment in moments:
        if moment.kind is TimeKind.SET:
            continue
        first = bisect_right(tokens.ends, moment.span.start)
        found.update(range(first, bisect_left(tokens.starts, moment.span.end)))
    return frozenset(found)


def quantities_in(text: str, layers: Layers, *, language: str) -> list[tuple[Tokens, Quantity]]:
    """Return all quantities of a text, ages and durations too, beside the tokens of their sentence."""
    lex = lexicon(language)
    tree = Tree.of(text, layers.words) if layers.words else None
    found = []
    for start, end in layers.sentences or ((0, len(text)),):
        tokens = Tokens.of(text, start, end, tree)
        found += [(tokens, quantity) for quantity in quantities_of(tokens, lex)]
    return found
