"""What a report is about: its words, its lead, the people, days and places that it names, weighted."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import takewhile
from typing import Final

from tocsin.group.background import Background
from tocsin.group.likeness import SCALE
from tocsin.group.words import counts, stems
from tocsin.record import BlockKind, Document, Extraction, NameType
from tocsin.record.story import Profile, Term, TermKind

SHARES: Final[Mapping[TermKind, float]] = {
    TermKind.WORD: 0.47,
    TermKind.LEAD: 0.19,
    TermKind.PERSON: 0.2,
    TermKind.DATE: 0.09,
    TermKind.PLACE: 0.05,
}  # of a likeness of 1; they add up to 1
KEPT: Final[Mapping[TermKind, int]] = {
    TermKind.WORD: 200,
    TermKind.LEAD: 60,
    TermKind.PERSON: 16,
    TermKind.DATE: 12,
    TermKind.PLACE: 12,
}  # terms of a report, heaviest first
LEAD: Final = 600  # code points from the first on
_DAY: Final = len("2021-04-13")
Things = Mapping[str, tuple[int, float]]  # how often each is told of, and how rare it is
_NOT_ITS_OWN: Final = frozenset((BlockKind.READ_ALSO, BlockKind.CREDIT))  # teasers, credits


def profile_of(extraction: Extraction, *, known: str, background: Background) -> Profile:
    """Return what a report is about; links to other reports and credits do not count.

    ``known`` is when the report was published, else read, as the store has it.
    """
    document = extraction.document
    things = {**words(document, background), **named(extraction, background)}
    return Profile(
        document=document.id,
        known=known,
        day=document.published.day.toordinal() if document.published else None,
        outlet=document.outlet.casefold().strip() or None if document.outlet else None,
        weights=weights(things),
    )


def weights(things: Mapping[TermKind, Things]) -> Mapping[Term, int]:
    """Return the weights of the things told of, by kind with how often and how rare they are."""
    return {
        _term(kind, what): weight
        for kind, told in things.items()
        for what, weight in weighed(kind, told).items()
    }


@lru_cache(maxsize=1 << 16)
def _term(kind: TermKind, what: str) -> Term:
    """Return a term: one object for the commonest, since a case has the same ones again and again."""
    return Term(kind=kind, what=what)


def words(document: Document, background: Background) -> Mapping[TermKind, Things]:
    """Return the words of a report and of its lead that are its own."""
    others = not_its_own(document)
    everywhere, lead = _counts(document.text, others) if others else _all_counts(document.text)
    return {
        kind: {stem: (count, background.rarity(stem)) for stem, count in counted.items()}
        for kind, counted in ((TermKind.WORD, everywhere), (TermKind.LEAD, lead))
    }


def _all_counts(text: str) -> tuple[Counter[str], Counter[str]]:
    """Return how often each stem stands in a text and in its lead, where all of it is its own."""
    lead = takewhile(lambda found: found[1] < LEAD, stems(text))
    return counts(text), Counter(stem for stem, *_ in lead)


def _counts(text: str, others: Sequence[tuple[int, int]]) -> tuple[Counter[str], Counter[str]]:
    """Return how often each stem stands in a text and in its lead, outside some stretches."""
    own = [
        (stem, start)
        for stem, start, _ in stems(text)
        if not any(first <= start < last for first, last in others)
    ]
    return Counter(stem for stem, _ in own), Counter(stem for stem, start in own if start < LEAD)


def not_its_own(document: Document) -> Sequence[tuple[int, int]]:
    """Return the stretches of a report that tell of other reports or of who made it."""
    return [(block.start, block.end) for block in document.blocks if block.kind in _NOT_ITS_OWN]


def named(extraction: Extraction, background: Background) -> Mapping[TermKind, Things]:
    """Return the persons, days and places that a report names."""
    places = Counter(each.place for each in extraction.toponyms if each.place)
    days = (
        each.first[:_DAY]
        for each in extraction.moments
        if each.first and each.last and each.first[:_DAY] == each.last[:_DAY]
    )
    persons: Counter[str] = Counter()
    rarest: dict[str, float] = {}
    for each in extraction.references:
        if each.type is NameType.PERSON:
            persons[each.key] += len(each.mentions)
            rarest[each.key] = max(background.rarity_of_name(each.name), rarest.get(each.key, 0.0))
    return {
        TermKind.PERSON: {key: (count, rarest[key]) for key, count in persons.items()},
        TermKind.DATE: dict.fromkeys(days, (1, 1.0)),
        TermKind.PLACE: {
            place.id: (count, background.rarity_of_name(place.name)) for place, count in places.items()
        },
    }


def weighed(kind: TermKind, told: Things) -> Mapping[str, int]:
    """Return the heaviest things of one kind with their weights: log frequency by rarity, length one.

    The length is taken by the kind's share, so that the shares of two reports' likeness add up to 1.

    >>> weighed(TermKind.DATE, {"2021-04-12": (1, 1.0)})  # a share of 0.09, whose root is 0.3
    {'2021-04-12': 3000}
    """
    raw = {what: (1 + math.log(count)) * rarity for what, (count, rarity) in told.items()}
    length = math.sqrt(math.fsum(value * value for value in raw.values()))
    if not length:
        return {}
    heaviest = sorted(raw, key=lambda what: (-raw[what], what))[: KEPT[kind]]
    unit = SCALE * math.sqrt(SHARES[kind]) / length
    return {what: weight for what in heaviest if (weight := round(raw[what] * unit))}
