"""How well a place is known, and what short names and areas the lists beside the gazetteer know."""

import math
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Final

from tocsin.gazetteer import Gazetteer
from tocsin.gazetteer.lists import aliases, areas, exonyms
from tocsin.record.place import Place, PlaceKind
from tocsin.text.fold import fold_name

_FEW: Final = 6  # names: every hamlet with two spellings has so many
_MANY: Final = 60  # Moscow, Geneva, Shanghai
_ASKED: Final = 40_000  # of the most populous places; smaller ones are known to few
_IN_THE_NEWS: Final = 0.5


@lru_cache(maxsize=4)
def renown(gazetteer: Gazetteer) -> Mapping[str, float]:
    """Return by id how well places are known, 0 (left out) to 1: the log of the number of their names.

    Geneva in Switzerland has a name of its own in most languages, its namesakes have only that one.
    """
    least, most = math.log(_FEW), math.log(_MANY)
    return {
        identifier: min(1.0, (math.log(count) - least) / (most - least))
        for identifier, count in gazetteer.well_named(_FEW + 1, _ASKED).items()
    }


def in_the_news(place: Place) -> float:
    """Return the least that a town is known: it is if our own list has its spellings in the news."""
    return _IN_THE_NEWS if place.kind is PlaceKind.CITY and place.id in _spellings() else 0.0


@cache
def _aliases() -> Mapping[str, frozenset[str]]:
    return aliases()


@cache
def _spellings() -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for name, places in exonyms().items():
        for place in places:
            found.setdefault(place, set()).add(name)
    return {place: frozenset(names) for place, names in found.items()}


@cache
def short_names() -> frozenset[str]:
    """Return the folded names that our own list gives to places: "nyc", "dprk", "calif"."""
    return frozenset(name for names in _aliases().values() for name in names)


@cache
def own_names(identifier: str) -> frozenset[str]:
    """Return the folded names that our own lists give to a place: New York is New York City."""
    return _aliases().get(identifier, frozenset()) | _spellings().get(identifier, frozenset())


@lru_cache(maxsize=4)
def wide_areas(gazetteer: Gazetteer) -> Mapping[str, Place]:
    """Return the named areas that lie in no one state, by all their folded names: "the gulf region"."""
    found = ((row.names, gazetteer.by_id(row.id)) for row in areas() if row.country is None)
    return {fold_name(name): place for names, place in found if place for name in names}
