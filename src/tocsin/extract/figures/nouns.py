"""The noun phrase that a number counts, by the model's tags or by word patterns, and its lemma."""

from dataclasses import dataclass
from functools import cache
from typing import Final

from tocsin.extract.figures.lexicon import Lexicon
from tocsin.extract.figures.tokens import Tokens
from tocsin.lang import section, table
from tocsin.ontology.quantities import quantities

_INSIDE: Final = frozenset(
    ("JJ", "JJR", "JJS", "NN", "NNS", "NNP", "NNPS", "VBN", "VBG", "FW", "AFX", "HYPH", "ADD")
)
_NOUNS: Final = frozenset(("NN", "NNS", "NNP", "NNPS", "FW"))
_LONGEST: Final = 8
_OWNERS: Final = frozenset(("'s", "’s"))


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun phrase over tokens [first, last) with its head."""

    first: int
    last: int
    head: int


@cache
def _irregular() -> dict[str, str]:
    return {
        word: lemma
        for word, lemma in section(table("en", "numbers"), "irregular").items()
        if isinstance(lemma, str)
    }


def singular(word: str) -> str:
    """Return the singular of a noun in lower case, by rule and table.

    >>> [singular(word) for word in ("advisers", "casualties", "men", "boxes", "losses", "bus", "bases")]
    ['adviser', 'casualty', 'man', 'box', 'loss', 'bus', 'base']
    """
    known = _irregular().get(word)
    if known is not None:
        return known
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return word[:-2]
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def is_plural(word: str) -> bool:
    """Tell whether a word in lower case looks like a plural noun."""
    return singular(word) != word or word in ("people", "personnel", "aircraft", "police")


def noun_at(tokens: Tokens, at: int, lex: Lexicon) -> Noun | None:
    """Return the noun phrase that begins at a token, articles and owners skipped."""
    at = _skipped(tokens, at, lex)
    read = _tagged if tokens.tagged else _untagged
    noun = read(tokens, at, lex)
    if noun is not None and tokens.at(noun.last) in _OWNERS and tokens.glued(noun.last - 1):
        owned = read(tokens, noun.last + 1, lex)  # "half of Norland's budget" is of the budget
        return Noun(at, owned.last, owned.head) if owned is not None else None
    return noun


def _skipped(tokens: Tokens, at: int, lex: Lexicon) -> int:
    for _ in range(3):
        if tokens.at(at) in lex.determiners or (tokens.at(at) == "-" and tokens.glued(at - 1)):
            at += 1
    return at


def joined(tokens: Tokens, noun: Noun, lex: Lexicon) -> Noun:
    """Return a phrase with a plural of the same measure that "and" joins: "advisers and instructors"."""
    if tokens.at(noun.last) not in ("and", "or", "&") or not tokens.at(noun.last + 1).isalpha():
        return noun
    other = noun_at(tokens, noun.last + 1, lex)
    if other is None or other.first != noun.last + 1 or not is_plural(tokens.at(other.head)):
        return noun
    known = quantities()
    code = known.of_noun(lemmas(tokens, noun))
    same = code is not None and code == known.of_noun(lemmas(tokens, other))
    return Noun(noun.first, other.last, noun.head) if same else noun


def _tagged(tokens: Tokens, at: int, lex: Lexicon) -> Noun | None:
    last, head = at, -1
    for here in range(at, min(at + _LONGEST, len(tokens))):
        tag, word = tokens.tag(here), tokens.at(here)
        if word == "-" and tokens.glued(here - 1) and tokens.glued(here):
            continue
        if tag == "CD" and tokens.at(here - 1) == "-" and tokens.glued(here - 1) and here > at + 1:
            continue
        if tag in _NOUNS and word.isalpha():
            if word in lex.context["days"] and head >= 0:
                break
            last, head = here + 1, here
            if _closes(tokens, here, lex):
                break
        elif (tag == "VBG" and head < 0 and here == at and word in lex.stops) or not (
            tag in _INSIDE or _inner(tokens, here)
        ):
            break
    return Noun(at, last, head) if head >= 0 else None


def _closes(tokens: Tokens, here: int, lex: Lexicon) -> bool:
    """Tell whether a noun ends its phrase: a plural, unless a common noun follows at once."""
    if tokens.tag(here) not in ("NNS", "NNPS"):
        return False
    if tokens.at(here + 1) == "-" and tokens.glued(here):
        return False
    return tokens.tag(here + 1) not in ("NN", "NNS") or tokens.at(here + 1) in lex.context["days"]


def _inner(tokens: Tokens, here: int) -> bool:
    """Tell whether a word joins two modifiers or names within a phrase: "Kia and Hyundai vehicles"."""
    tag, word = tokens.tag(here), tokens.at(here)
    before, after = tokens.tag(here - 1), tokens.tag(here + 1)
    if word in ("and", "&"):
        kind = before if before in ("JJ", "NNP") else ""
        return kind != "" and after == kind and tokens.tag(here + 2) in _INSIDE
    if tag == "RB":
        return after in ("JJ", "VBN")
    return tag == "CD" and before == "JJ" and after in ("NNP", "NNPS")


def _untagged(tokens: Tokens, at: int, lex: Lexicon) -> Noun | None:
    known = quantities()
    last = at
    for here in range(at, min(at + 5, len(tokens))):
        word = tokens.at(here)
        if word == "-" and tokens.glued(here - 1) and tokens.glued(here):
            continue
        if not word.isalpha() or word in lex.stops:
            break
        last = here + 1
        if is_plural(word) or known.by_noun.get(word) or known.by_word.get(word):
            return Noun(at, last, here)
    if last == at:
        return None
    last = min(last, at + 1 if tokens.at(last) not in ("", ".", ",") else last)
    return Noun(at, last, last - 1)


def lemmas(tokens: Tokens, noun: Noun) -> tuple[str, ...]:
    """Return a phrase's words in lower case, the head in the singular, hyphens left out."""
    words = [tokens.at(n) for n in range(noun.first, noun.head) if tokens.at(n).isalpha()]
    return (*words, singular(tokens.at(noun.head)))
