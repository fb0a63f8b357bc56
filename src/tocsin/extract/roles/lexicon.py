"""The words for offices and ranks of a language, looked up once: ``lang/en/roles.toml``."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from tocsin.lang import entries, table

Phrase = tuple[str, ...]

_LISTS: Final = (
    "honorifics", "modifiers", "aside", "past", "adverbs", "spoken_for", "sent_to", "fields", "copulas",
    "past_copulas", "serving", "appointing", "leading", "past_leading", "bodies", "stops", "determiners",
    "possessives", "verbs",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """Offices by their last word, ranks by their first, and the small words around them."""

    offices: dict[str, tuple[Phrase, ...]]  # longest first; a single word is a phrase of one
    ranks: dict[str, tuple[Phrase, ...]]
    headings: frozenset[str]  # heads before which a body stands
    lists: dict[str, frozenset[str]]

    def has(self, name: str, word: str) -> bool:
        """Tell whether a list of the data file holds a lower-cased word."""
        return word in self.lists[name]

    def is_opener(self, word: str) -> bool:
        """Tell whether a lower-cased word may be an office's, a rank's or a leading verb."""
        return word in self.offices or word in self.ranks or word in self.lists["leading"]

    def office(self, words: Sequence[str]) -> int:
        """Return how many of the last words are an office, 0 for none.

        >>> lexicon("en").office(("us", "secretary", "of", "state")), lexicon("en").office(("river",))
        (3, 0)
        """
        return _longest(self.offices.get(words[-1], ()) if words else (), words, ends=True)

    def rank(self, words: Sequence[str]) -> int:
        """Return how many of the first words are a rank, 0 for none.

        >>> lexicon("en").rank(("lt", "gen", "weir"))
        2
        """
        return _longest(self.ranks.get(words[0], ()) if words else (), words, ends=False)


@cache
def lexicon(language: str) -> Lexicon:
    """Return the offices of a language's data."""
    data = table(language, "roles")
    heading = entries(data, "heading")
    phrases = [tuple(entry.split()) for entry in (*entries(data, "portfolio"), *heading)]
    phrases += [tuple(entry.split()) for entry in entries(data, "phrases")]
    last = {phrase[-1] for phrase in map(str.split, heading)}
    return Lexicon(
        offices=_by(phrases, -1),
        ranks=_by((tuple(entry.split()) for entry in entries(data, "ranks")), 0),
        headings=frozenset(last),
        lists={name: frozenset(entries(data, name)) for name in _LISTS},
    )


def _by(phrases: Iterable[Phrase], key: int) -> dict[str, tuple[Phrase, ...]]:
    found: dict[str, set[Phrase]] = {}
    for phrase in phrases:
        found.setdefault(phrase[key], set()).add(phrase)
    return {word: tuple(sorted(those, key=lambda p: (-len(p), p))) for word, those in found.items()}


def _longest(phrases: Iterable[Phrase], words: Sequence[str], *, ends: bool) -> int:
    for phrase in phrases:
        size = len(phrase)
        if tuple(words[-size:] if ends else words[:size]) == phrase:
            return size
    return 0
