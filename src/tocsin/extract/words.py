"""The words of a phrase, and its parts between commas and relative pronouns."""

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from tocsin.extract.tidy import Range

POSSESSIVE: Final = ("'s", "’s")
_WORD: Final = re.compile(r"[^\W_](?:[\w.’'-]*[^\W_])?")
_BOUNDARY: Final = re.compile(
    r"[,;:()\[\]]|\s[–—―-]{1,2}\s|[—―]|\s(?=(?:who|whom|whose|which|where|when|that)\b)", re.IGNORECASE
)


class Word(NamedTuple):
    """A word of a phrase; a tuple, since a report has a thousand of them."""

    start: int
    end: int
    text: str  # lower-cased, without a possessive ending
    capital: bool
    possessive: bool


def words_of(text: str, start: int, end: int) -> list[Word]:
    """Return the words of a stretch.

    >>> [(w.text, w.possessive) for w in words_of("The ministers’ aide", 0, 19)]
    [('the', False), ('ministers', True), ('aide', False)]
    """
    return [_word(text, match.start(), match.end()) for match in _WORD.finditer(text, start, end)]


def _word(text: str, start: int, end: int) -> Word:
    possessive = text.endswith(POSSESSIVE, start, end)
    word = text[start : end - 2] if possessive else text[start:end]
    possessive = possessive or (word[-1:] == "s" and text[end : end + 1] in ("'", "’"))
    return Word(start, end, word.lower(), word[:1].isupper(), possessive)


def segments(text: str, start: int, end: int) -> list[Range]:
    """Return the parts of a phrase between commas, dashes, brackets and relative pronouns.

    >>> text = "Paris, where he is expected"
    >>> [text[s:e] for s, e in segments(text, 0, len(text))]
    ['Paris', 'where he is expected']
    """
    cuts = [(match.start(), match.end()) for match in _BOUNDARY.finditer(text, start, end)]
    edges = [start, *(edge for cut in cuts for edge in cut), end]
    found = []
    for left, right in zip(edges[::2], edges[1::2], strict=True):
        words = text[left:right]
        if stripped := words.strip():
            begin = left + words.index(stripped[0])
            found.append((begin, begin + len(stripped)))
    return found


def conjuncts(words: Sequence[Word]) -> Iterator[Sequence[Word]]:
    """Yield the parts of a phrase that "and" joins."""
    start = 0
    for number, word in enumerate(words):
        if word.text == "and":
            yield words[start:number]
            start = number + 1
    yield words[start:]
