"""What a figure measures: the ontology's code by verb, state or noun, else the text's own noun."""

from dataclasses import dataclass
from typing import Final

from tocsin.extract.figures.nouns import singular
from tocsin.extract.figures.quantities import Kind, Quantity
from tocsin.extract.figures.scene import Sentence, verbs
from tocsin.extract.tree import Tree
from tocsin.extract.vocabulary import vocabulary
from tocsin.ontology.quantities import quantities
from tocsin.record import Span

_REACH: Final = 9
_BREAKS: Final = frozenset(
    (",", ";", ":", ".", "which", "who", "that", "where", "and", "but", "(", "“", "”", '"')
)


_PASSIVE: Final = frozenset(("was", "were", "been", "being", "is", "are"))
Told = tuple[str, str, int | None]  # code, why, word of the tree


@dataclass(frozen=True, slots=True)
class Measured:
    """A measure with its unit, the noun's span, how it was found, and the tree's word of the verb."""

    code: str | None
    unit: str | None
    span: Span | None
    how: str
    verb: int | None = None


def measure_of(sentence: Sentence, quantity: Quantity) -> Measured:
    """Return what a quantity measures."""
    known = quantities()
    words = sentence.lemmas(quantity)
    noun = quantity.noun
    span = sentence.span(noun.first, noun.last) if noun is not None else None
    of_noun = known.of_noun(words) or (known.by_state.get(words[-1]) if words else None)
    if of_noun in known.harm:
        return Measured(of_noun, known.measures[of_noun].unit, span, f"noun “{words[-1]}”")
    people = _people(words, of_noun)
    told = _told(sentence, quantity)
    if told is not None and quantity.kind in (Kind.COUNT, Kind.BARE, Kind.SHARE):
        code, how, verb = told
        if people or ((noun is None or not of_noun) and (code in known.personal)):
            return Measured(code, _unit(quantity, code), span, how, verb)
    if of_noun is not None:
        return Measured(of_noun, _unit(quantity, of_noun), span, f"noun “{words[-1]}”")
    unit = quantity.unit
    if unit is not None and quantity.rate is not None:
        unit = f"{unit} per {quantity.rate}"
    if quantity.kind is Kind.SHARE:
        unit = "share"
    if unit is None and people:
        unit = "people"
    return Measured(
        words[-1] if words else None, unit, span, f"the text's noun “{words[-1]}”" if words else "no noun"
    )


def _unit(quantity: Quantity, code: str) -> str:
    return "share" if quantity.kind is Kind.SHARE else quantities().measures[code].unit


def _people(words: tuple[str, ...], code: str | None) -> bool:
    if code is not None:
        return quantities().measures[code].unit == "people"
    traits = vocabulary("en").nouns.get(words[-1]) if words else None
    return traits is not None and traits.human is True


def _told(sentence: Sentence, quantity: Quantity) -> Told | None:
    """Return the harm that a state, verb or "of" tells of what is counted: code, why, word of the tree."""
    if (found := _state(sentence, quantity)) is not None:
        return found
    if (found := _by_pattern(sentence, quantity)) is not None:
        return found
    word = sentence.head(quantity)
    return (
        _by_tree(sentence.tree, word, sentence.lex.context["counters"])
        if sentence.tree is not None and word is not None
        else None
    )


def _after(quantity: Quantity) -> int:
    return quantity.noun.last if quantity.noun is not None else quantity.last


def _state(sentence: Sentence, quantity: Quantity) -> Told | None:
    """Read "four dead", "two soldiers missing", "at least 14 killed"."""
    tokens, known = sentence.tokens, verbs()
    at = _after(quantity)
    length = tokens.longest(at, known.phrases, 4)
    if length == 0 or _takes_object(sentence, at + length):
        return None
    code = known.phrases[tokens.low[at : at + length]]
    return code, f"“{' '.join(tokens.low[at : at + length])}” after it", sentence.word(at)


def _by_tree(tree: Tree, word: int, counters: frozenset[str]) -> Told | None:
    known = verbs()
    for here in _chain(tree, word, counters):
        head = tree.heads[here]
        if head < 0:
            continue
        form, relation = tree.forms[head], tree.relation(here)
        if relation == "nsubj" and form in known.subject:
            return known.subject[form], f"subject of “{form}”", head
        if relation in ("nsubj:pass", "obj") and form in known.object:
            return known.object[form], f"“{form}”", head
        if (
            tree.bases[here] == "nmod"
            and (code := _event(tree, head))
            and _case(tree, here) in ("of", "among", "for")
        ):
            return code, f"“{form} of”", head
        child = tree.child(here, "acl")
        if child is not None and tree.tag(child) == "VBN" and tree.forms[child] in known.object:
            return known.object[tree.forms[child]], f"“{tree.forms[child]}”", child
    return None


def _chain(tree: Tree, word: int, counters: frozenset[str]) -> list[int]:
    """Return a word, and what it stands for: the head of "thousands of", and the first of a list."""
    found = [word]
    for _ in range(4):
        here = found[-1]
        head = tree.heads[here]
        if head < 0 or (
            tree.bases[here] not in ("conj", "nummod")
            and not (
                tree.bases[here] == "nmod"
                and tree.tag(head) in ("NNS", "CD", "NN")
                and tree.forms[head] in counters
            )
        ):
            break
        found.append(head)
    return found


def _event(tree: Tree, word: int) -> str | None:
    code = quantities().by_noun.get(singular(tree.forms[word]))
    return code if code in quantities().harm else None


def _case(tree: Tree, word: int) -> str:
    child = tree.child(word, "case")
    return tree.forms[child] if child is not None else ""


def _by_pattern(sentence: Sentence, quantity: Quantity) -> Told | None:
    """The same by the words around, where there is no tree or it does not tell."""
    return _before(sentence, quantity) or _predicate(sentence, quantity)


def _before(sentence: Sentence, quantity: Quantity) -> Told | None:
    """Read "killed 12 villagers", "the deaths of 12 villagers"."""
    tokens, known = sentence.tokens, verbs()
    at = quantity.first - 1
    word = tokens.at(at)
    if word in known.object and tokens.at(at - 1) not in _PASSIVE:
        return known.object[word], f"“{word}” before it", sentence.word(at)
    code = quantities().by_noun.get(singular(tokens.at(at - 1))) if word == "of" else None
    if code in quantities().harm and code is not None:
        return code, f"“{tokens.at(at - 1)} of” before it", sentence.word(at - 1)
    return None


def _predicate(sentence: Sentence, quantity: Quantity) -> Told | None:
    """Read "12 villagers have died", "12 villagers were reported missing"."""
    tokens, known = sentence.tokens, verbs()
    auxiliaries = sentence.lex.context["auxiliaries"] | sentence.lex.context["outcomes"]
    at = _after(quantity)
    for here in range(at, min(at + _REACH, len(tokens))):
        word = tokens.at(here)
        passive = here == at or tokens.at(here - 1) in auxiliaries
        code = known.subject.get(word)
        if passive and code is None and not _takes_object(sentence, here + 1):
            code = known.object.get(word) if not word.endswith("ing") else None
            length = tokens.longest(here, known.phrases, 4) if here > at and code is None else 0
            code = known.phrases[tokens.low[here : here + length]] if length else code
        if code is not None:
            return code, f"“{word}” after it", sentence.word(here)
        if word in _BREAKS or not (word in auxiliaries or word.endswith("ly")):
            return None
    return None


def _takes_object(sentence: Sentence, at: int) -> bool:
    """Tell whether what follows a verb is its object, so that what stands before it did it."""
    tokens, lex = sentence.tokens, sentence.lex
    word = tokens.at(at)
    return (
        word in lex.determiners
        or word in lex.cardinals
        or tokens.is_numeral(at)
        or (tokens.tag(at).startswith(("NN", "JJ", "PRP")) and word not in lex.context["days"])
    )
