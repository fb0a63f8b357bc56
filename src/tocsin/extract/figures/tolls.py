"""Nouns before a number that tell what it counts: "the toll rose to 11", "put its losses at 28"."""

from dataclasses import dataclass
from typing import Final

from tocsin.extract.figures.nouns import is_plural, lemmas, noun_at, singular
from tocsin.extract.figures.quantities import Quantity
from tocsin.extract.figures.scene import Sentence, harm, verbs
from tocsin.extract.tree import Tree
from tocsin.ontology.quantities import quantities

_REACH: Final = 14  # how far before its number such a noun may stand
_INSIDE: Final = 6  # how long "number of its wounded soldiers" may be
_STEPS: Final = 3  # how far up the tree the verb of both may stand
_FINITE: Final = ("VBD", "VBZ", "VBP", "VB", "VBG", "MD")
_DEPENDENT: Final = frozenset(("obl", "obj", "nmod", "nummod", "xcomp", "advcl", "dep", "acl", "conj"))


@dataclass(frozen=True, slots=True)
class Toll:
    """A noun of a count over tokens [first, last); ``code`` None: it takes up a figure told before.

    ``losing``: a noun that counts people only where the text speaks of war or harm.
    """

    code: str | None
    first: int
    last: int
    losing: bool = False


def toll_of(sentence: Sentence, quantity: Quantity) -> Toll | None:
    """Return the noun of a count that a number belongs to, None where there is none."""
    return _before(sentence, quantity) or (
        _governed(sentence, sentence.tree, quantity) if sentence.tree is not None else None
    )


def _before(sentence: Sentence, quantity: Quantity) -> Toll | None:
    """Read back from the number over what joins it to its noun: verbs of being and change, places, times."""
    tokens = sentence.tokens
    at = quantity.first - 1
    joint = tokens.at(at)
    if joint == "of":
        found = toll_at(sentence, at - 1)
        return found if found is not None and found.last == at else None
    if not sentence.has(at, "toll_joints"):
        return toll_at(sentence, at) if quantity.bound is not None else None
    for here in range(at - 1, max(-1, at - 1 - _REACH), -1):
        found = toll_at(sentence, here)
        if found is not None:
            return found
        if _parts(sentence, here):
            return None
    return None


def _parts(sentence: Sentence, at: int) -> bool:
    """Tell whether a word parts a noun from a number: another clause, verb or noun phrase."""
    tokens, lex = sentence.tokens, sentence.lex
    word = tokens.at(at)
    if sentence.has(at, "breaks") or tokens.is_numeral(at):
        return True
    if word in ("a", "an", "the"):
        before = tokens.at(at - 1)
        return not (
            before in lex.context["place_before"] or before in ("of", "for", "among", "since", "during")
        )
    if not tokens.tag(at).startswith(_FINITE):
        return False
    moving = (
        any(form in lex.changing for form in (word, f"{word} {tokens.at(at + 1)}"))
        or word in lex.context["auxiliaries"] | lex.context["toll_joints"] | lex.context["toll_verbs"]
    )
    return not (moving or word in verbs().object or (word,) in verbs().phrases)


def _governed(sentence: Sentence, tree: Tree, quantity: Quantity) -> Toll | None:
    """Read the object or subject of the number's verb: "the toll, which nobody doubts, rose to 11"."""
    number = sentence.word(quantity.number[0])
    if number is None or quantity.noun is not None:
        return None
    here = number
    for _ in range(_STEPS):
        told = [child for child in tree.children(here, "obj", "nsubj", "nsubj:pass") if child < number]
        found = (toll_at(sentence, sentence.token(tree.words[child].start)) for child in told)
        if told:
            return next((toll for toll in found if toll is not None), None)
        if tree.bases[here] not in _DEPENDENT or tree.heads[here] < 0:
            return None
        here = tree.heads[here]
    return None


def toll_at(sentence: Sentence, at: int) -> Toll | None:
    """Return the noun of a count whose head stands at a token, with the "of" that says of what."""
    tokens, known = sentence.tokens, quantities()
    word = tokens.at(at)
    if not word.isalpha() or tokens.tag(at).startswith("VB"):
        return None
    lemma = singular(word)
    first = at - 1 if f"{tokens.at(at - 1)} {lemma}" in known.by_toll else at
    code = known.by_toll.get(lemma)
    if code is not None:
        return Toll(code, first, at + 1)
    if lemma in known.counts:
        return _count(sentence, at)
    if word in known.losses or (lemma in known.losses and is_plural(word)):
        return Toll("killed", at, at + 1, losing=True)
    code = known.by_noun.get(lemma)
    counted = sentence.tokens.at(at + 1) in ("of", "among")
    return Toll(code, at, at + 1) if code in known.harm and is_plural(word) and not counted else None


def _count(sentence: Sentence, at: int) -> Toll | None:
    tokens = sentence.tokens
    if tokens.at(at + 1) != "of":
        told = tokens.at(at - 1) in sentence.lex.determiners - {"a", "an"} or tokens.at(at - 1) in _OWN
        return Toll(None, at, at + 1) if told or tokens.tag(at - 1) in ("JJ", "POS") else None
    code, last = _counted(sentence, at + 2)
    return Toll(code, at, last) if code is not None else None


_OWN: Final = frozenset(("own", "'s", "’s"))


def _counted(sentence: Sentence, first: int) -> tuple[str | None, int]:
    """Return what "number of" is of, and where that ends: the harm that its words tell, else its noun."""
    tokens, known = sentence.tokens, quantities()
    noun = noun_at(tokens, first, sentence.lex)
    end = noun.last if noun is not None else first
    for at in range(first, min(max(end, first + 2) + 1, first + _INSIDE, len(tokens))):
        code = harmed(tokens.at(at))
        if code is not None:
            return code, max(at + 1, end)
        if sentence.has(at, "place_before") or sentence.has(at, "breaks"):
            break
    if noun is None:
        return None, first
    words = lemmas(tokens, noun)
    return known.of_noun(words) or words[-1], noun.last


def harmed(word: str) -> str | None:
    """Return the harm that a word tells of those it stands for: "the dead", "displaced".

    >>> harmed("dead"), harmed("wounded"), harmed("green")
    ('killed', 'wounded', None)
    """
    known = quantities()
    participle = verbs().object.get(word) if word.endswith(("ed", "en")) else None
    return known.by_state.get(word) or participle


def of_war(sentence: Sentence, first: int, last: int) -> bool:
    """Tell whether the words [first, last) speak of war or of harm to people, so that losses are lives."""
    return any(
        word in sentence.lex.context["war"] or word in harm() for word in sentence.tokens.low[first:last]
    )
