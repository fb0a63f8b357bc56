"""The syntax of a report as trees to be asked: heads, children, clauses, noun phrases (UD v2 relations).

Made once a report. Whatever the model gives, the result is a forest: a head outside the text is
none, a loop is cut at its first word. Words are told by their number in ``Layers.words``.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Self

from tocsin.model.layers import Word

CLAUSAL: Final = frozenset(("root", "csubj", "ccomp", "xcomp", "advcl", "acl", "parataxis"))
_PARTS: Final = frozenset(
    ("det", "amod", "compound", "nummod", "flat", "fixed", "nmod", "goeswith", "advmod")
)
_JOINED: Final = frozenset(("conj", "cc", "punct"))
_ADDED: Final = frozenset(("acl", "advcl", "appos", "parataxis"))


@dataclass(frozen=True, slots=True)
class Tree:
    """The words of a text with their heads. Numbers that a method takes are of words of the text."""

    text: str
    words: tuple[Word, ...]
    forms: tuple[str, ...]  # lower-cased, a curly apostrophe made straight
    heads: tuple[int, ...]  # -1: none
    bases: tuple[str, ...]  # relations without their subtype: "nsubj" of "nsubj:pass"
    _children: tuple[tuple[int, ...], ...]
    _starts: tuple[int, ...]

    @classmethod
    def of(cls, text: str, words: Sequence[Word]) -> Self:
        """Return the forest of a text's words, which stand in order.

        >>> words = (Word(start=0, end=4, tag="NNP", head=1, relation="nsubj"),
        ...          Word(start=5, end=9, tag="VBD", head=-1, relation="root"))
        >>> tree = Tree.of("Kyiv left", words)
        >>> tree.forms[tree.child(1, "nsubj")], tree.clause(0)
        ('kyiv', 1)
        """
        heads = _forest([word.head for word in words])
        children: list[list[int]] = [[] for _ in words]
        for number, head in enumerate(heads):
            if head >= 0:
                children[head].append(number)
        return cls(
            text,
            tuple(words),
            tuple(text[word.start : word.end].lower().replace("’", "'") for word in words),
            tuple(heads),
            tuple(word.relation.partition(":")[0] for word in words),
            tuple(map(tuple, children)),
            tuple(word.start for word in words),
        )

    def __len__(self) -> int:
        return len(self.words)

    def at(self, offset: int) -> int | None:
        """Return the word that holds a code point, None where there is none."""
        number = bisect_right(self._starts, offset) - 1
        return number if number >= 0 and offset < self.words[number].end else None

    def within(self, start: int, end: int) -> range:
        """Return the words that start in [start, end)."""
        return range(bisect_left(self._starts, start), bisect_left(self._starts, end))

    def top(self, start: int, end: int) -> int | None:
        """Return the head of the words in [start, end): the first whose own head stands outside."""
        inside = self.within(start, end)
        tops = [number for number in inside if self.heads[number] not in inside]
        plain = (number for number in tops if self.bases[number] not in ("punct", "case", "cc", "mark"))
        return next(plain, tops[0] if tops else None)

    def relation(self, number: int) -> str:
        """Return the whole relation of a word to its head: "nsubj:pass"."""
        return self.words[number].relation

    def tag(self, number: int) -> str:
        """Return a word's Penn Treebank tag."""
        return self.words[number].tag

    def is_verb(self, number: int) -> bool:
        """Tell whether a word is tagged as a verb."""
        return self.words[number].tag.startswith("VB")

    def is_noun(self, number: int) -> bool:
        """Tell whether a word is tagged as a noun or a pronoun."""
        return self.words[number].tag.startswith(("NN", "PRP", "WP"))

    def children(self, number: int, *relations: str) -> tuple[int, ...]:
        """Return a word's children in order, only those of some relations where any are given.

        "nsubj" holds its subtypes too, "nsubj:pass" itself alone.
        """
        found = self._children[number]
        return tuple(child for child in found if self.related(child, relations)) if relations else found

    def child(self, number: int, *relations: str) -> int | None:
        """Return a word's first child of some relations."""
        return next((child for child in self._children[number] if self.related(child, relations)), None)

    def related(self, number: int, relations: Iterable[str]) -> bool:
        """Tell whether a word's relation, whole or without its subtype, is one of some."""
        return self.bases[number] in relations or self.words[number].relation in relations

    def ancestors(self, number: int) -> Iterator[int]:
        """Yield the head, the head's head and so on up to the root."""
        while (number := self.heads[number]) >= 0:
            yield number

    def members(self, number: int, *, without: frozenset[str] = frozenset()) -> list[int]:
        """Return a word and all below it, in order, but for the branches of some relations (no subtypes)."""
        found, waiting = [], [number]
        while waiting:
            found.append(word := waiting.pop())
            waiting.extend(child for child in self._children[word] if self.bases[child] not in without)
        return sorted(found)

    def span(self, numbers: Sequence[int]) -> tuple[int, int]:
        """Return the stretch from the first of some words to the last; raises ValueError without any."""
        return self.words[min(numbers)].start, self.words[max(numbers)].end

    def clause(self, number: int) -> int:
        """Return the predicate of the clause that a word stands in: itself where it heads one.

        A predicate heads a clause of its own where its relation is clausal, or where it is joined
        to one and has a verb's tag or a subject of its own.
        """
        for word in (number, *self.ancestors(number)):
            if self.heads_clause(word):
                return word
        return number

    def heads_clause(self, number: int) -> bool:
        """Tell whether a word is the predicate of a clause."""
        if self.heads[number] < 0 or self.bases[number] in CLAUSAL:
            return True
        return self.bases[number] == "conj" and (
            self.is_verb(number) or self.child(number, "nsubj", "csubj", "cop") is not None
        )

    def clause_words(self, predicate: int) -> list[int]:
        """Return the words of a predicate's own clause, in order: without the clauses below it."""
        found, waiting = [], [predicate]
        while waiting:
            found.append(word := waiting.pop())
            waiting.extend(child for child in self._children[word] if not self.heads_clause(child))
        return sorted(found)

    def phrase(self, number: int, *, bare: bool = False, joined: bool = False) -> tuple[int, int]:
        """Return the noun phrase of a head as (start, end): no case word, relative clause or apposition.

        ``bare`` leaves out what "of", "in" and owners join to it: "the army's old chief of staff" →
        "old chief". ``joined`` takes in what "and" joins: "Norland and its allies".
        """
        wanted = (_PARTS - {"nmod"} if bare else _PARTS) | (_JOINED if joined else frozenset())
        kept = [number]
        for child in self._children[number]:
            if self.bases[child] in wanted:
                kept.extend(self.members(child, without=_ADDED))
        return self._run(number, frozenset(kept))

    def _run(self, number: int, have: frozenset[int]) -> tuple[int, int]:
        """Return the run of words around a word, punctuation at its ends aside."""
        first = last = number
        while first - 1 in have:
            first -= 1
        while last + 1 in have:
            last += 1
        while self.bases[last] in ("punct", "cc") and last > number:
            last -= 1
        while self.bases[first] in ("punct", "cc") and first < number:
            first += 1
        return self.words[first].start, self.words[last].end

    def conjuncts(self, number: int) -> tuple[int, ...]:
        """Return a word and those joined to it by "and", "or" or commas, in order."""
        found, waiting = [], [number]
        while waiting:
            found.append(word := waiting.pop())
            waiting.extend(self.children(word, "conj"))
        return tuple(sorted(found))


def _forest(heads: Sequence[int]) -> list[int]:
    """Return heads that form a forest: one outside the text or on itself is none, a loop is cut."""
    count = len(heads)
    found = [head if 0 <= head < count and head != number else -1 for number, head in enumerate(heads)]
    seen = [0] * count  # 0: not yet, else the walk that met the word
    for number in range(count):
        at = number
        while at >= 0 and not seen[at]:
            seen[at] = number + 1
            at = found[at]
        if at >= 0 and seen[at] == number + 1:
            found[_first_of_loop(found, at)] = -1
    return found


def _first_of_loop(heads: Sequence[int], at: int) -> int:
    first, step = at, heads[at]
    while step != at:
        first, step = min(first, step), heads[step]
    return first
