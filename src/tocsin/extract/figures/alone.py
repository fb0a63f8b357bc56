"""One person without a number: "a soldier was killed", "the death of an officer"."""

from dataclasses import replace
from typing import Final

from tocsin.extract.figures.measures import measure_of
from tocsin.extract.figures.nouns import lemmas, noun_at
from tocsin.extract.figures.numerals import Written
from tocsin.extract.figures.quantities import Kind, Quantity
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
        one = Quantity(
            kind=Kind.COUNT, first=at, last=noun.last, number=(at, at + 1), low=1.0, high=1.0, vague=False, moved=False,
            written=Written.ARTICLE, bound=None, move=None, unit=None, unit_at=None, rate=None, noun=noun, of=False,
        )  # fmt: skip
        measured = measure_of(sentence, one)
        if measured.code in known.harm and measured.verb is not None:
            found.append(replace(one))
    return found
