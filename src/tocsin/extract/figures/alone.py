"""One person without a number: "a soldier was killed", "the death of an officer"."""

from dataclasses import replace
from typing import Final

from tocsin.extract.figures.measures import measure_of
from tocsin.extract.figures.nouns import lemmas, noun_at
from tocsin.extract.figures.numerals import Written
from tocsin.extract.figures.quantities import Kind, Quantity, plain
from tocsin.extract.figures.scene import Sentence
from tocsin.ontology.quantities import quantities

_ARTICLES: Final = frozenset(("a", "an", "another"))


def single(sentence: Sentence) -> list[Quantity]:
    """Return a quantity of one for each article before a person to whom the sentence says harm was done."""
    tokens, known = sentence.tokens, quantities()
    found = []
    for at in range(len(tokens) - 1):
        if tokens.low[at] not in _ARTICLES:
            continue
        noun = noun_at(tokens, at + 1, sentence.lex)
        if noun is None or noun.first != at + 1:
            continue
        code = known.of_noun(lemmas(tokens, noun))
        if code is None or known.measures[code].unit != "people":
            continue
        one = replace(plain(Kind.COUNT, at, noun.last, (at, at + 1), Written.ARTICLE), noun=noun)
        measured = measure_of(sentence, one)
        if measured.code in known.harm and measured.code != code:
            found.append(one)
    return found
