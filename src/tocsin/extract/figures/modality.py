"""Whether a figure is told as a fact: "has 80,000 troops", "will have", "could have", "does not have".

Only the figure's own clause tells it, and what selects that clause without a subject of its own
("is expected to reach 90,000"): "warned that 90,000 had come" tells a fact of 90,000.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from tocsin.extract.events.clauses import case
from tocsin.extract.events.hedges import Hedges, hedges
from tocsin.extract.events.signs import Sign, clause_sign
from tocsin.extract.events.terms import Terms
from tocsin.extract.figures.lexicon import MARKS
from tocsin.extract.figures.quantities import Quantity
from tocsin.extract.figures.scene import Sentence
from tocsin.extract.tree import Tree
from tocsin.lang import entries, section, table
from tocsin.record import Bound, Modality, When

_STEPS: Final = 6  # links from a number to the verb of its clause, and from clause to clause
_PHRASE: Final = ("nummod", "conj", "appos", "compound", "nmod", "amod", "flat", "dep", "fixed", "advmod")
_ARGUMENTS: Final = ("obj", "obl", "nsubj", "nsubj:pass", "iobj", "xcomp", "root", "ccomp")
_COUNTING: Final = (None, "of", "to", "by", "at", "about", "around", "over", "up", "than", "between", "as")
_FINITE: Final = ("VBD", "VBZ", "VBP", "MD")
_BEFORE: Final = 10  # tokens from "if" to a number of its clause


@dataclass(frozen=True, slots=True)
class _Words:
    """Words of a figure's own: lists of ``[modality]`` of the language's numbers."""

    objects: Terms  # verbs: "expects 80,000 troops", "wants 300 tanks"
    before: dict[str, Modality]  # "a planned 300 tanks"
    conditions: frozenset[str]  # "if 300 tanks come"
    given: frozenset[str]  # "the 300 tanks", "its 300 tanks" are there whatever is done with them


def modality_of(sentence: Sentence, quantity: Quantity, *, language: str) -> Sign | None:
    """Return how a figure is told where that is not as a fact, with the words that show it; else None.

    Without syntax nothing is told.
    """
    tree = sentence.tree
    head = sentence.head(quantity)
    if tree is None or head is None:
        return None
    known, words = hedges(language), _words(language)
    told = _beside(sentence, quantity, words) or _condition(sentence, quantity, words)
    if told is not None:
        return told
    if sentence.tokens.at(quantity.first - 1) in words.given:
        return None
    found = next((sign for sign in _signs(tree, known, words, head) if sign is not None), None)
    bounded = quantity.bound not in (None, Bound.EXACT, Bound.ABOUT)
    if found is None or (found.modality is Modality.DENIED and bounded):  # "not more than 80,000"
        return None
    return found if found.modality in _OPEN else None


_OPEN: Final = (Modality.PLANNED, Modality.HYPOTHETICAL, Modality.DENIED)


def to_come(period: When | None, published: str | None) -> Sign | None:
    """Return that a figure is of a time after publication: "40,000 soldiers next week"."""
    if period is None or period.first is None or published is None or period.first[:10] <= published:
        return None
    return Sign(Modality.PLANNED, f"“{period.span.text}”, after publication")


def _beside(sentence: Sentence, quantity: Quantity, words: _Words) -> Sign | None:
    """Return what an adjective before the number or its noun tells: "an expected 80,000"."""
    tokens = sentence.tokens
    inside = range(quantity.number[1], quantity.noun.head if quantity.noun is not None else 0)
    for at in (quantity.first - 1, *inside):
        if (told := words.before.get(tokens.at(at))) is not None:
            return Sign(told, f"“{tokens.at(at)}” beside it")
    return None


def _condition(sentence: Sentence, quantity: Quantity, words: _Words) -> Sign | None:
    """Return that a figure stands in a condition: "if" before it, no mark between."""
    tokens = sentence.tokens
    for at in range(quantity.first - 1, max(-1, quantity.first - 1 - _BEFORE), -1):
        if tokens.at(at) in MARKS:
            return None
        if tokens.at(at) in words.conditions:
            return Sign(Modality.HYPOTHETICAL, f"“{tokens.at(at)}”")
    return None


def _signs(tree: Tree, known: Hedges, words: _Words, head: int) -> Iterator[Sign | None]:
    """Yield what each clause from the number upwards tells, the nearest first."""
    argument, verb = _verb(tree, head)
    if verb is None:
        return
    if tree.bases[argument] == "obj" and (told := words.objects.at(tree.forms, verb)) is not None:
        yield Sign(Modality(told), f"“{tree.forms[verb]}” it")
    for _ in range(_STEPS):
        yield clause_sign(tree, known, verb)
        above = tree.heads[verb]
        if above < 0 or not _lends(tree, known, verb):
            return
        yield clause_sign(tree, known, above, verb)
        if not tree.is_verb(above):
            return
        verb = above


def _verb(tree: Tree, head: int) -> tuple[int, int | None]:
    """Return the argument that a number belongs to, and the predicate of it."""
    here = head
    for _ in range(_STEPS):
        above = tree.heads[here]
        if tree.is_verb(here) or tree.child(here, "cop") is not None:
            return here, here
        if above < 0:
            return here, None
        preposition = case(tree, here) if tree.bases[here] in ("obl", "nmod") else None
        if preposition not in _COUNTING:
            return here, None  # "scrapped a rule for five states": it has five states
        if tree.bases[here] in _ARGUMENTS and (tree.is_verb(above) or tree.child(above, "cop", "nsubj")):
            return here, above
        if tree.bases[here] not in _PHRASE or (tree.bases[here] == "nmod" and here != head):
            return here, None
        here = above
    return here, None


def _lends(tree: Tree, known: Hedges, verb: int) -> bool:
    """Tell whether a clause has no subject but another clause's, which tells of it: "plans to send"."""
    own = tree.child(verb, "nsubj", "nsubj:pass", "aux") is not None
    if tree.bases[verb] == "conj" and tree.tag(verb) == "VB":
        return not own  # "will go and send"
    if tree.bases[verb] == "xcomp":
        return tree.tag(verb) not in _FINITE and not any(
            tree.tag(n) in _FINITE for n in tree.children(verb, "aux")
        )
    marks = {tree.forms[mark] for mark in tree.children(verb, "mark")}
    open_ = tree.bases[verb] in ("advcl", "acl") and tree.child(verb, "nsubj") is None
    return open_ and tree.relation(verb) != "acl:relcl" and bool(marks & known.complements)


@cache
def _words(language: str) -> _Words:
    data = section(table(language, "numbers"), "modality")
    kinds = (Modality.PLANNED, Modality.HYPOTHETICAL)
    return _Words(
        objects=Terms.of({kind.value: entries(data, f"{kind.value}_object") for kind in kinds}),
        before={word: kind for kind in kinds for word in entries(data, f"{kind.value}_before")},
        conditions=frozenset(entries(data, "conditions")),
        given=frozenset(entries(data, "given")),
    )
