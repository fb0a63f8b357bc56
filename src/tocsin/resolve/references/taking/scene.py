"""What the names of a report are taken for is told by: its text, its other names, what is known."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final, Self

from tocsin.gazetteer import Gazetteer
from tocsin.knowledge import Entry, Knowledge
from tocsin.lang import language_for
from tocsin.record import Extraction, Name, NameType, Span
from tocsin.record.name import BODIES
from tocsin.resolve.references.lexicon import Lexicon, lexicon
from tocsin.resolve.references.words import folded, named_by

WORD: Final = re.compile(r"\S+")
#: Types whose names are looked at: what a reader takes for a state or place is left to the gazetteer.
LOOSE: Final = frozenset((NameType.PERSON, *BODIES, NameType.OTHER))
_OTHERWISE: Final = {
    "metonym": NameType.PLACE,
    "adjective": NameType.NATIONALITY,
    "people": NameType.NATIONALITY,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A name, or the part of one, with what it is taken for."""

    name: Name
    start: int
    end: int
    type: NameType
    known: str | None = None  # id of what is known, where the words in the text tell only a part of it
    office: str | None = None  # the office that stands before a person's name

    @classmethod
    def of(cls, name: Name) -> Self:
        """Return a name as it was read."""
        return cls(name=name, start=name.span.start, end=name.span.end, type=name.type)

    def named(self, text: str) -> Name:
        """Return the name that it is, itself where nothing changed."""
        if (self.start, self.end, self.type) == (self.name.span.start, self.name.span.end, self.name.type):
            return self.name
        return replace(self.name, type=self.type, span=Span.of(text, self.start, self.end))


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """A report for those who tell what its names are."""

    text: str
    lexicon: Lexicon
    knowledge: Knowledge
    gazetteer: Gazetteer | None
    full: frozenset[str]  # persons' names of two words or more, folded
    firsts: frozenset[str]  # their first words
    lasts: frozenset[str]  # their last words
    types: Mapping[str, Counter[NameType]]  # of all names, folded
    outlet: str  # who publishes the report, folded

    @classmethod
    def of(cls, extraction: Extraction, knowledge: Knowledge, gazetteer: Gazetteer | None) -> Self:
        """Return what a report tells of its own names."""
        types: dict[str, Counter[NameType]] = {}
        full: set[tuple[str, ...]] = set()
        for name in extraction.names:
            words = folded(name.span.text)
            types.setdefault(words, Counter())[name.type] += 1
            if name.type is NameType.PERSON and " " in words and name.span.text != name.span.text.lower():
                full.add(tuple(words.split()))
        return cls(
            text=extraction.document.text,
            lexicon=lexicon(language_for(extraction.document.language)),
            knowledge=knowledge,
            gazetteer=gazetteer,
            full=frozenset(map(" ".join, full)),
            firsts=frozenset(words[0] for words in full),
            lasts=frozenset(words[-1] for words in full),
            types=types,
            outlet=folded(extraction.document.outlet or ""),
        )

    def entries(self, words: str) -> tuple[Entry, ...]:
        """Return what is known by some words."""
        return tuple(entry for id_ in named_by(self.knowledge, words) if (entry := self.knowledge.get(id_)))

    def kinds(self, words: str) -> tuple[NameType, ...]:
        """Return the types of what some words are known for: a capital is a place, though it may act."""
        return tuple(self._kind(entry, words) for entry in self.entries(words))

    def _kind(self, entry: Entry, words: str) -> NameType:
        if entry.type is not NameType.STATE:
            return entry.type
        return _OTHERWISE.get(self.knowledge.use_of(entry.id, words) or "", entry.type)

    def is_title(self, word: str) -> bool:
        """Tell whether a word is a title or an office: "Gen.", "Ministers"."""
        plain = word.strip(".,").lower()
        return plain in self.lexicon.titles or plain.removesuffix("s") in self.lexicon.titles

    def is_person(self, words: str) -> bool:
        """Tell whether a report or the knowledge has a person of that full or last name."""
        plain = folded(words)
        if " " in plain:
            return plain in self.full or any(one.type is NameType.PERSON for one in self.entries(words))
        if plain in self.lasts or self.types.get(plain, Counter())[NameType.PERSON]:
            return True
        return bool(self.knowledge.surnamed(plain)) and not named_by(self.knowledge, words)

    def words(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Yield the words of a stretch."""
        return (match.span() for match in WORD.finditer(self.text, start, end))
