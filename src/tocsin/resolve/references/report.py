"""One report as the search for who is meant sees it: its names, its words, its date, what is known."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, Self

from tocsin.knowledge import Entry, Knowledge
from tocsin.lang import language_for
from tocsin.record import Extraction, Name, NameType, Sector, Span, Toponym, Use
from tocsin.record.name import BODIES
from tocsin.record.place import PlaceKind
from tocsin.resolve.references.lexicon import Lexicon, lexicon
from tocsin.resolve.references.taking import Taken
from tocsin.resolve.references.words import folded, named_by
from tocsin.resolve.syntax import Syntax

_NATIONAL: Final = (NameType.STATE, NameType.NATIONALITY)
_HYPHENS: Final = str.maketrans({chr(0x2010): "-", chr(0x2011): "-", "–": "-"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """An extraction with its syntax, the uses of its geographic names, and what is known beforehand."""

    extraction: Extraction
    syntax: Syntax
    uses: Mapping[str, Use]
    knowledge: Knowledge
    lexicon: Lexicon
    date: str | None  # the day that it was published
    starts: tuple[int, ...]
    states: Mapping[str, int]  # ids of the states named, with how often
    bodies: frozenset[str]  # ids of what the names of bodies may stand for, and of their countries
    placed: Mapping[int, Toponym]  # by the code point where the name starts
    told: Mapping[int, str]  # ids of what is known, where the words of a name tell only a part of it
    said: Mapping[int, str]  # offices that stand before persons’ names, by where these start
    sentences: tuple[tuple[int, int], ...]
    home: str | None  # the state whose body publishes the report

    @classmethod
    def of(
        cls,
        extraction: Extraction,
        syntax: Syntax,
        uses: Mapping[str, Use],
        *,
        knowledge: Knowledge,
        toponyms: tuple[Toponym, ...] = (),
        taken: Taken | None = None,
        sentences: tuple[tuple[int, int], ...] = (),
    ) -> Self:
        """Return a report with the states counted that its names tell of; with ``taken`` by its names."""
        extraction = taken.extraction if taken else extraction
        published = extraction.document.published
        words = lexicon(language_for(extraction.document.language))
        placed = {toponym.span.start: toponym for toponym in toponyms}
        counted: Counter[str] = Counter()
        for name in extraction.names:
            if name.type in (NameType.STATE, NameType.NATIONALITY, NameType.PLACE):
                counted.update(states_named(name, knowledge, words))
        for toponym in toponyms:
            if toponym.place and (country := toponym.place.country) and country in knowledge.entries:
                counted[country] += 1
        bodies = frozenset(
            id_
            for name in extraction.names
            if name.type in BODIES
            for id_ in named_by(knowledge, name.span.text)
        )
        hosts = (entry.country for body in bodies if (entry := knowledge.get(body)) and entry.country)
        return cls(
            extraction=extraction,
            syntax=syntax,
            uses=uses,
            knowledge=knowledge,
            lexicon=words,
            date=published.day.isoformat() if published else None,
            starts=tuple(name.span.start for name in extraction.names),
            states=counted,
            bodies=bodies | frozenset(hosts),
            placed=placed,
            told=taken.known if taken else {},
            said=taken.offices if taken else {},
            sentences=sentences,
            home=_publisher(extraction.document.outlet, knowledge),
        )

    @property
    def text(self) -> str:
        """The report's text."""
        return self.extraction.document.text

    def within(self, start: int, end: int) -> tuple[Name, ...]:
        """Return the names that start in [start, end) and end there."""
        found = self.extraction.names[bisect_left(self.starts, start) : bisect_left(self.starts, end)]
        return tuple(name for name in found if name.span.end <= end)

    def name_at(self, offset: int) -> Name | None:
        """Return the name that holds a code point."""
        number = bisect_left(self.starts, offset + 1) - 1
        if number < 0:
            return None
        name = self.extraction.names[number]
        return name if name.span.end > offset else None

    def next_to(self, name: Name, step: int) -> Name | None:
        """Return the name before (-1) or after (1) a name."""
        number = bisect_left(self.starts, name.span.start) + step
        return self.extraction.names[number] if 0 <= number < len(self.starts) else None

    def states_beside(self, name: Name) -> frozenset[str]:
        """Return the ids of the states that are named in the sentence of a name."""
        at = bisect_right(self.sentences, (name.span.start, len(self.text))) - 1
        start, end = self.sentences[at] if at >= 0 else (name.span.start, name.span.end)
        return self.states_in(start, end)

    def states_in(self, start: int, end: int) -> frozenset[str]:
        """Return the ids of the states that are named in a stretch of the text."""
        names = (name for name in self.within(start, end) if name.type in _NATIONAL)
        return frozenset(id_ for name in names for id_ in states_named(name, self.knowledge, self.lexicon))

    def entry(self, key: str | None) -> Entry | None:
        """Return what is known of a key, None where it is of nothing known."""
        return self.knowledge.get(key.removeprefix("known:")) if key and key.startswith("known:") else None

    def no_actor(self, entry: Entry) -> bool:
        """Tell whether an entry is of what is named as if it acted and does not: "the West"."""
        return folded(entry.name) in self.lexicon.no_actor

    def span(self, start: int, end: int) -> Span:
        """Return a stretch of the text."""
        return Span.of(self.text, start, end)

    def is_region(self, name: Name) -> bool:
        """Tell whether a state’s name was placed as a part of another state: "Georgia" beside Atlanta."""
        toponym = self.placed.get(name.span.start)
        place = toponym.place if toponym else None
        if place is None or place.kind in (PlaceKind.COUNTRY, PlaceKind.AREA):
            return False
        return place.country not in named_by(self.knowledge, name.span.text)

    def somewhere_else(self, name: Name, entry: Entry, rivals: Collection[str]) -> bool:
        """Tell whether a name was placed where an entry is not: "Georgia" in the United States."""
        toponym = self.placed.get(name.span.start)
        if toponym is None or toponym.place is None or entry.type is not NameType.STATE:
            return False
        place = toponym.place
        if name.type in (NameType.PLACE, NameType.FACILITY):
            return place.country != entry.id
        return place.country != entry.id and place.country in rivals


def _publisher(outlet: str | None, knowledge: Knowledge) -> str | None:
    """Return the state whose body an outlet is: "The White House" is one of the United States."""
    found = [knowledge.get(id_) for id_ in named_by(knowledge, outlet)] if outlet else []
    if len(found) != 1 or found[0] is None or found[0].sector in (Sector.MEDIA, Sector.BUSINESS, None):
        return None
    return found[0].id if found[0].type is NameType.STATE else found[0].country


def states_named(name: Name, knowledge: Knowledge, known: Lexicon) -> Iterator[str]:
    """Yield the ids of the states that a geographic name may be of: "pro-Russian" is of Russia."""
    for words in bare(name.span.text, known) if name.type is NameType.NATIONALITY else (name.span.text,):
        for id_ in named_by(knowledge, words):
            entry = knowledge.get(id_)
            if entry and entry.type is NameType.STATE:
                yield id_


def stands_for_state(words: str, knowledge: Knowledge) -> bool:
    """Tell whether a place stands for somebody where it acts: a capital for its state."""
    return any(knowledge.use_of(id_, words) == "metonym" for id_ in named_by(knowledge, words))


def bare(nationality: str, known: Lexicon) -> tuple[str, ...]:
    """Return the nationalities that a word is made of, without what is joined to them.

    >>> [bare(word, lexicon("en")) for word in ("Russian-backed", "pro-Russian", "Russian-Ukrainian")]
    [('Russian',), ('Russian',), ('Russian', 'Ukrainian')]
    """
    words = nationality.translate(_HYPHENS)
    for start in known.before_people:
        if words.lower().startswith(start):
            words = words[len(start) :]
    for end in known.after_people:
        words = words.removesuffix(end)
    return tuple(part for part in words.split("-") if part)
