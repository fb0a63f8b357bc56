"""The lexicon of cues, made ready once: every inflected form leads to its patterns and their act."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import cache
from typing import Final

from tocsin.lang import entries, section, table
from tocsin.lang.en.inflect import plural, verb_forms
from tocsin.record import Act

GAP: Final = "~"
_WIDEST_GAP: Final = 4
_TOKEN: Final = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*|['’](?:s|re|ve)\b|[:―—]")
_CONTRACTED: Final = {
    "won't": ("will", "not"),
    "can't": ("can", "not"),
    "cannot": ("can", "not"),
    "shan't": ("shall", "not"),
}


class Kind(IntEnum):
    """What kind of word a cue is; of two that match, the higher counts."""

    NOUN = 0
    VERB = 1


@dataclass(frozen=True, slots=True)
class Pattern:
    """The words of a cue after its first, and the act it performs."""

    rest: tuple[str, ...]
    act: Act
    kind: Kind


@dataclass(frozen=True, slots=True)
class Match:
    """A pattern found at a word of a cue: which, where, how many words it takes."""

    pattern: Pattern
    at: int
    length: int


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Patterns by the form of their first word, longest first."""

    patterns: dict[str, tuple[Pattern, ...]]

    def matches(self, words: Sequence[str]) -> Iterator[Match]:
        """Yield what stands in a cue's words: from the left, the longest at each place, none overlapping."""
        at = 0
        while at < len(words):
            found = self._at(words, at)
            if found is not None:
                yield found
            at += found.length if found is not None else 1

    def has_verb(self, word: str) -> bool:
        """Tell whether a folded word is a form of a verb that begins a cue."""
        return any(pattern.kind is Kind.VERB for pattern in self.patterns.get(word, ()))

    def _at(self, words: Sequence[str], at: int) -> Match | None:
        best: Match | None = None
        for pattern in self.patterns.get(words[at], ()):
            length = _reach(pattern.rest, words, at + 1)
            if length is not None and (best is None or length - at > best.length):
                best = Match(pattern, at, length - at)
        return best


def _reach(rest: Sequence[str], words: Sequence[str], at: int) -> int | None:
    """Return where a pattern ends in a cue; None where its words do not follow."""
    for number, word in enumerate(rest):
        if word == GAP:
            continue
        reach = _WIDEST_GAP + 1 if number and rest[number - 1] == GAP else 1
        for step in range(min(reach, len(words) - at)):
            if words[at + step] == word:
                at += step + 1
                break
        else:
            return None
    return at


def cue_words(text: str) -> tuple[str, ...]:
    """Return the words of a cue, lower-cased, contractions taken apart.

    >>> cue_words("didn’t rule it out"), cue_words("cannot say:")
    (('did', 'not', 'rule', 'it', 'out'), ('can', 'not', 'say', ':'))
    """
    return tuple(part for token in _TOKEN.findall(text.lower()) for part in _parts(token.replace("’", "'")))


def _parts(token: str) -> tuple[str, ...]:
    if token in _CONTRACTED:
        return _CONTRACTED[token]
    if token.endswith("n't"):
        return token[:-3], "not"
    head, mark, tail = token.partition("'")
    return (head, mark + tail) if mark and head and tail in ("s", "re", "ve", "d", "ll") else (token,)


@cache
def lexicon(language: str) -> Lexicon:
    """Return the cues of a language's data."""
    data = table(language, "acts")
    found: dict[str, set[Pattern]] = {}
    for act in Act:
        for form, pattern in _patterns(section(data, act.value), act):
            found.setdefault(form, set()).add(pattern)
    return Lexicon(
        {
            form: tuple(sorted(those, key=lambda p: (-len(p.rest), -p.kind, p.act)))
            for form, those in found.items()
        }
    )


def _patterns(data: dict[str, object], act: Act) -> Iterator[tuple[str, Pattern]]:
    for entry in entries(data, "verbs"):
        first, *rest = entry.split()
        for form in verb_forms(first):
            yield form, Pattern(tuple(rest), act, Kind.VERB)
    for entry in entries(data, "phrases"):
        first, *rest = entry.split()
        yield first, Pattern(tuple(rest), act, Kind.VERB)
    for noun in entries(data, "nouns"):
        for form in _both_numbers(noun):
            first, *rest = form.split()
            yield first, Pattern(tuple(rest), act, Kind.NOUN)


def _both_numbers(noun: str) -> Iterable[str]:
    return (noun,) if " " in noun else (noun, plural(noun))
