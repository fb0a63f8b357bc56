"""Where an expression of time may stand: a scan for telling words, so that only these parts are read."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from tocsin.extract.moments.lexicon import entries_of
from tocsin.lang import entries, table

# Written dates, clocks, years, "3rd", "90s": what tells by its figures alone.
_FIGURES: Final = r"\d{3}|:\d\d|/\d|[.-]\d\d?[.-]\d|(?:st|nd|rd|th|'?s|[ap]m|h|min|sec)(?![^\W_])"
_WORD: Final = re.compile(r"[^\W_]+")
_REACH: Final = 40  # characters; longer expressions hold more than one telling word
_SPOKEN_YEARS: Final = frozenset((*range(10, 21), 1000))


@cache
def triggers(language: str) -> frozenset[str]:
    """Return the classes and words one of which every expression of the first level has."""
    return frozenset(entries(table(language, "times_rules"), "triggers"))


@cache
def telling(language: str) -> "re.Pattern[str]":
    """Return a pattern that finds, in folded text, a word or figure of every expression."""
    wanted = triggers(language)
    words = {name for name in wanted if not name.isupper()}
    phrases: list[list[str]] = []
    for name, value, entry in entries_of(table(language, "times")):
        spoken = name == "DECADE_WORD" or (name == "CARDINAL" and value in _SPOKEN_YEARS)
        if name in wanted or spoken:
            phrases.append(_WORD.findall(entry))
    words |= {phrase[0] for phrase in phrases if len(phrase) == 1}
    # Of a phrase that holds none of these its longest word tells: the others are common.
    words |= {max(reversed(phrase), key=len) for phrase in phrases if words.isdisjoint(phrase)}
    by_first: dict[str, list[str]] = {}
    for word in sorted(words, reverse=True):
        by_first.setdefault(word[0], []).append(re.escape(word[1:]))
    choice = "|".join(f"{first}(?:{'|'.join(rest)})" for first, rest in by_first.items())
    word = rf"(?:{choice})(?![^\W\d_])"
    return re.compile(rf"\b{word}|\d(?:{_FIGURES}|{word})")


def parts(low: str, edges: Sequence[int], language: str) -> Iterator[tuple[int, int]]:
    """Yield the parts of a folded text that may hold expressions: around what tells, cut at spaces.

    No part reaches over an edge; parts that would overlap are one.
    """
    begin = end = -1
    for match in telling(language).finditer(low):
        first, last = match.span()
        at = bisect_right(edges, first)
        left = max(first - _REACH, edges[at - 1] if at else 0)
        right = min(last + _REACH, edges[at] if at < len(edges) else len(low))
        if first - left == _REACH:
            left = low.find(" ", left, first) + 1 or first
        if right - last == _REACH:
            right = low.rfind(" ", last, right) + 1 or last
        if left > end or (at and edges[at - 1] >= end):
            if end > 0:
                yield begin, end
            begin = left
        end = max(right, end)
    if end > 0:
        yield begin, end
