"""A sentence as the rules of roles see it: words, each name one of them, with tags where known."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from tocsin.extract.names import NameIndex
from tocsin.extract.roles.lexicon import Lexicon
from tocsin.extract.tree import Tree
from tocsin.record import Name, NameType

_TOKEN: Final = re.compile(r"['’]s\b|(?:[^\W\d_]\.){2,}|[^\W_]+(?:-[^\W_]+)*|\S")
_PREFIXES: Final = ("then-", "ex-")
_NOT_IN_PHRASE: Final = frozenset(
    (".", ",", ";", ":", "(", ")", "[", "]", "–", "—", "“", "”", '"', "!", "?", "/")
)


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a mark, or a whole name [start, end); ``tag`` is empty where no syntax is known."""

    start: int
    end: int
    word: str  # lower-cased, a straight apostrophe
    name: Name | None = None
    tag: str = ""

    @property
    def is_person(self) -> bool:
        """Tell a person's name."""
        return self.name is not None and self.name.type is NameType.PERSON

    @property
    def is_mark(self) -> bool:
        """Tell a mark that no noun phrase goes over."""
        return self.word in _NOT_IN_PHRASE


def tokens(
    text: str, start: int, end: int, *, names: NameIndex, tree: Tree, known: Lexicon
) -> tuple[Token, ...]:
    """Return the words of a stretch of text, names whole; "then-president" is two words."""
    inside = [name for name in names.within(start, end) if not _is_title(name, known)]
    found: list[Token] = []
    at = start
    for name in inside:
        found.extend(_plain(text, at, name.span.start, tree))
        found.append(Token(name.span.start, name.span.end, name.span.text.lower(), name, "NNP"))
        at = name.span.end
    found.extend(_plain(text, at, end, tree))
    return tuple(found)


def _is_title(name: Name, known: Lexicon) -> bool:
    """Tell a "name" that is an office or part of one: "Foreign Minister", "National Security"."""
    words = name.span.text.lower().split()
    if name.type is NameType.PERSON:
        return False
    if known.office(words):
        return len(words) > 1 or name.type in (NameType.OTHER, NameType.GROUP)
    return len(words) > 1 and all(known.has("modifiers", word) for word in words)


def _plain(text: str, start: int, end: int, tree: Tree) -> Iterator[Token]:
    for match in _TOKEN.finditer(text, start, end):
        first, word = match.start(), match[0].lower().replace("’", "'")
        if prefix := next((p for p in _PREFIXES if word.startswith(p) and len(word) > len(p)), ""):
            yield Token(first, first + len(prefix) - 1, prefix[:-1])
            first, word = first + len(prefix), word[len(prefix) :]
        number = tree.at(first)
        yield Token(first, match.end(), word, None, tree.tag(number) if number is not None else "")


def words_of(those: Sequence[Token]) -> tuple[str, ...]:
    """Return the lower-cased words of tokens."""
    return tuple(token.word for token in those)
