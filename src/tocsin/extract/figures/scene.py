"""One sentence as the figures' rules see it: tokens, tree and names, and the verbs that count things."""

from dataclasses import dataclass
from functools import cache

from tocsin.extract.figures.lexicon import Lexicon, inflected
from tocsin.extract.figures.nouns import lemmas
from tocsin.extract.figures.quantities import Quantity
from tocsin.extract.figures.tokens import Tokens, split
from tocsin.extract.names import NameIndex
from tocsin.extract.tree import Tree
from tocsin.lang.en.inflect import plural
from tocsin.ontology.quantities import quantities
from tocsin.record import Span


@dataclass(frozen=True, slots=True)
class Verbs:
    """Every form of the verbs of the ontology."""

    subject: dict[str, str]  # "died" → killed
    object: dict[str, str]  # "killed" → killed
    phrases: dict[tuple[str, ...], str]  # "lost their lives" → killed; all states
    holding: frozenset[str]
    accusing: frozenset[str]


@cache
def verbs() -> Verbs:
    """Return the verbs of the ontology, inflected."""
    known = quantities()
    return Verbs(
        {form: code for lemma, code in known.by_subject.items() for form in _forms(lemma)},
        {form: code for lemma, code in known.by_object.items() if " " not in lemma for form in _forms(lemma)},
        {split(words): code for words, code in known.by_state.items()}
        | {
            split(form): code
            for lemma, code in known.by_object.items()
            if " " in lemma
            for form in _forms(lemma)
        },
        frozenset(form for lemma in known.holding for form in _forms(lemma)),
        frozenset(form for lemma in known.accusing for form in _forms(lemma)),
    )


@cache
def harm() -> frozenset[str]:
    """Return the words that tell harm: "killed", "deaths"."""
    known = quantities()
    nouns = (noun for code in known.harm for noun in known.measures[code].nouns if " " not in noun)
    return frozenset((*verbs().subject, *verbs().object, *(form for n in nouns for form in (n, plural(n)))))


def _forms(lemma: str) -> list[str]:
    first, _, rest = lemma.partition(" ")
    return [f"{form} {rest}".strip() for form in inflected(first)]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence [start, end) with its tokens; ``tree`` is None where the model gave no words."""

    text: str
    start: int
    end: int
    tokens: Tokens
    tree: Tree | None
    names: NameIndex
    lex: Lexicon

    def word(self, token: int) -> int | None:
        """Return the number of the tree's word at a token."""
        if self.tree is None or not 0 <= token < len(self.tokens):
            return None
        return self.tree.at(self.tokens.starts[token])

    def has(self, token: int, kind: str) -> bool:
        """Tell whether a token is one of the words of a kind (``[context]`` of the language's numbers)."""
        return self.tokens.at(token) in self.lex.context[kind]

    def token(self, offset: int) -> int:
        """Return the first token that ends after a code point."""
        return next((n for n, end in enumerate(self.tokens.ends) if end > offset), len(self.tokens))

    def span(self, first: int, last: int) -> Span:
        """Return the stretch of tokens [first, last)."""
        return Span.of(self.text, self.tokens.starts[first], self.tokens.ends[last - 1])

    def head(self, quantity: Quantity) -> int | None:
        """Return the tree's word of what is counted, or of the number where nothing is."""
        noun = quantity.noun
        return self.word(noun.head if noun is not None else quantity.number[0])

    def lemmas(self, quantity: Quantity) -> tuple[str, ...]:
        """Return the lemmas of the counted noun phrase, () without one."""
        return lemmas(self.tokens, quantity.noun) if quantity.noun is not None else ()
