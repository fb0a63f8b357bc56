"""Which geographic names of a report cannot be those of a place, whatever the model took them for."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from tocsin.model.layers import Word
from tocsin.record import Document, Name, NameType
from tocsin.record.place import Place, PlaceKind
from tocsin.resolve.places.candidates import Sources, is_short, state_of
from tocsin.resolve.places.mentions import GEOGRAPHIC, plain
from tocsin.resolve.places.renown import short_names, wide_areas
from tocsin.text.fold import fold_name

_ADDRESS: Final = re.compile(r"://|^www\.|@|\.(?:com|org|net|gov|mil|edu)(?:[/)\]]|$)", re.IGNORECASE)
_ENDS: Final = frozenset(" \n\t\r\xa0()[]<>")
_AFTER: Final = re.compile(r"[^\s()\[\]<>]*")
_LONGEST: Final = 200  # characters of an address before a name in it, and behind
_CITY: Final = 100_000  # people: named beside a person of the same name, it is rather the city
_NAMING: Final = ("NN", "JJ", "FW")  # tags of which a name has at least one


@dataclass(frozen=True, slots=True, kw_only=True)
class Sieve:
    """What of a report tells names of places from other words."""

    document: Document
    sources: Sources
    tags: Mapping[int, str]  # by the start of each word; empty where the report has no syntax
    people: frozenset[str]  # last names, folded

    @classmethod
    def of(
        cls, document: Document, names: Sequence[Name], words: Sequence[Word], sources: Sources
    ) -> "Sieve":
        """Return the sieve of a report."""
        people = (name.span.text.split() for name in names if name.type is NameType.PERSON)
        return cls(
            document=document,
            sources=sources,
            tags={word.start: word.tag for word in words},
            people=frozenset(fold_name(parts[-1]) for parts in people if parts),
        )

    def passes(self, name: Name) -> bool:
        """Tell whether a name may be that of a place."""
        if name.type not in GEOGRAPHIC:
            return True
        words = plain(name.span.text)
        if self._in_address(name) or self._small(words) or self._ordinary(words):
            return False
        if state_of(words, self.sources.knowledge) or fold_name(words) in wide_areas(self.sources.gazetteer):
            return True
        if name.type is NameType.NATIONALITY:
            return True
        after_comma = self.document.text[: name.span.start].rstrip().endswith(",")
        return self._names_something(name) and not self._nobodys(words, after_comma=after_comma)

    def _in_address(self, name: Name) -> bool:
        text, span = self.document.text, name.span
        start, after = span.start, _AFTER.match(text, span.end, span.end + _LONGEST)
        while start > max(0, span.start - _LONGEST) and text[start - 1] not in _ENDS:
            start -= 1
        around = text[start : after.end() if after else span.end]
        return _ADDRESS.search(around) is not None

    def _small(self, words: str) -> bool:
        """Tell whether a name has small letters only, in a script and a report that has capitals."""
        return words.islower() and words != words.upper() and not self.document.text.islower()

    def _ordinary(self, words: str) -> bool:
        """Tell whether all words are of the calendar, or stand for what was named: "the country"."""
        return all(word in self.sources.lexicon.never for word in words.casefold().split())

    def _names_something(self, name: Name) -> bool:
        """Tell whether a noun, an adjective or a foreign word is in a name; unknown counts as one."""
        span = name.span
        tags = [self.tags[start] for start in range(span.start, span.end) if start in self.tags]
        return not tags or any(tag.startswith(_NAMING) for tag in tags)

    def _nobodys(self, words: str, *, after_comma: bool) -> bool:
        """Tell whether a word is no place's name: a person's, an abbreviation, a plain word."""
        if " " in words or "-" in words:
            return False
        folded, found = fold_name(words), self.sources.gazetteer.find(words)
        if is_short(words):  # "PARIS" is Paris, "USI" is not Wuxi, "MS" is a title but after a comma
            if words in self.sources.lexicon.short:
                return not after_comma and all(place.kind is PlaceKind.REGION for place in found)
            return folded not in short_names() and all(fold_name(place.name) != folded for place in found)
        if folded in self.people:
            return not any(map(_noted, found))
        return not found and (bool(self.sources.knowledge.surnamed(words)) or self._in_small_letters(words))

    def _in_small_letters(self, words: str) -> bool:
        """Tell whether the report has the word in small letters, too."""
        return re.search(rf"\b{re.escape(words.casefold())}\b", self.document.text) is not None


def _noted(place: Place) -> bool:
    return place.kind not in (PlaceKind.CITY, PlaceKind.DISTRICT) or place.population >= _CITY


def sift(
    document: Document, names: Sequence[Name], words: Sequence[Word], sources: Sources
) -> tuple[Name, ...]:
    """Return the names of a report without those geographic ones that cannot be a place's."""
    sieve = Sieve.of(document, names, words, sources)
    return tuple(filter(sieve.passes, names))
