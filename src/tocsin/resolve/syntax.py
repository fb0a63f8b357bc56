"""The words of a report with their heads and children, as far as the resolution of names asks for them."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Self

from tocsin.model.layers import Word

_ASIDE: Final = ("punct", "case", "cc", "mark", "det")


@dataclass(frozen=True, slots=True)
class Syntax:
    """Words in order; a number that a method takes or returns is a word's place in ``words``."""

    words: tuple[Word, ...]
    forms: tuple[str, ...]  # lower-cased, a curly apostrophe made straight
    _bases: tuple[str, ...]
    _children: tuple[tuple[int, ...], ...]
    _starts: tuple[int, ...]

    @classmethod
    def of(cls, text: str, words: Sequence[Word]) -> Self:
        """Return the syntax of a text's words; a head outside the text is none.

        >>> words = (Word(start=0, end=4, tag="NNP", head=1, relation="nsubj"),
        ...          Word(start=5, end=9, tag="VBD", head=-1, relation="root"))
        >>> syntax = Syntax.of("Kyiv left", words)
        >>> syntax.forms[syntax.head(0)], syntax.children(1)
        ('left', (0,))
        """
        children: list[list[int]] = [[] for _ in words]
        for number, word in enumerate(words):
            if 0 <= word.head < len(words) and word.head != number:
                children[word.head].append(number)
        plain = text.replace("’", "'")
        bases = {relation: relation.partition(":")[0] for relation in {word.relation for word in words}}
        return cls(
            tuple(words),
            tuple([plain[word.start : word.end].lower() for word in words]),
            tuple([bases[word.relation] for word in words]),
            tuple(map(tuple, children)),
            tuple(word.start for word in words),
        )

    def __bool__(self) -> bool:
        return bool(self.words)

    def head(self, number: int) -> int:
        """Return a word's head, -1 for a root."""
        head = self.words[number].head
        return head if 0 <= head < len(self.words) and head != number else -1

    def base(self, number: int) -> str:
        """Return a word's relation without its subtype: "nsubj" of "nsubj:pass"."""
        return self._bases[number]

    def relation(self, number: int) -> str:
        """Return a word's whole relation."""
        return self.words[number].relation

    def tag(self, number: int) -> str:
        """Return a word's Penn Treebank tag."""
        return self.words[number].tag

    def children(self, number: int, *bases: str) -> tuple[int, ...]:
        """Return a word's children in order, only those of some relations where any are given."""
        found = self._children[number]
        if not bases or not found:
            return found
        return tuple([child for child in found if self._bases[child] in bases])

    def case(self, number: int) -> str:
        """Return the preposition of a word, its words joined, empty where it has none: "according to"."""
        found: list[str] = []
        for child in self.children(number, "case"):
            if self.forms[child] not in ("'s", "'"):
                found += [self.forms[child], *(self.forms[part] for part in self.children(child, "fixed"))]
        return " ".join(found)

    def owns(self, number: int) -> bool:
        """Tell whether a word is a possessor: "Ukraine's", "their"."""
        owner = any(self.forms[child] in ("'s", "'") for child in self.children(number, "case"))
        return owner or self.words[number].relation == "nmod:poss"

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
        if len(inside) == 1:
            return inside[0]
        tops = [number for number in inside if self.head(number) not in inside]
        return next((n for n in tops if self.base(n) not in _ASIDE), tops[0] if tops else None)
