"""What each geographic name may stand for: alike names together, and the places they name."""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from typing import Final

from tocsin.gazetteer import Gazetteer
from tocsin.knowledge import Knowledge
from tocsin.record import NameType
from tocsin.record.place import Place, PlaceKind, Use
from tocsin.resolve.places.lexicon import Division, Lexicon
from tocsin.resolve.places.mentions import Mention
from tocsin.resolve.places.renown import short_names, wide_areas
from tocsin.text.fold import fold_name

CANDIDATES: Final = 60  # of one name: the most populous, and all in the countries that the report names
_PEOPLE: Final = ("s", "es")
_BARE: Final = frozenset((PlaceKind.FEATURE, PlaceKind.FACILITY, PlaceKind.AREA))
_PARTS: Final = frozenset((PlaceKind.CONTINENT, PlaceKind.AREA, PlaceKind.FEATURE))
_ACRONYM: Final = 5  # letters
_KNOWN: Final = 100_000  # people: a city that may be told without its country
_OF_STATES: Final = frozenset(("name", "adjective", "people"))


@dataclass(frozen=True, slots=True)
class Option:
    """A place that a name may stand for; ``exact`` where it is the place's main name."""

    place: Place
    exact: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Names of a report that are spelled alike and told alike: they mean one place (one sense a report).

    ``name`` is folded. ``mentions`` is empty where a name is context only: part of a body's
    name, or an outlet's.
    """

    name: str
    kind: PlaceKind | None
    division: Division | None
    holders: tuple[int, ...]  # numbers of the groups that hold it
    listed: tuple[int, ...]  # those of them that only a comma joins
    beside: tuple[int, ...]  # numbers of the groups that it is near
    mentions: tuple[int, ...]
    options: tuple[Option, ...]
    votes: float  # what it counts as context of the others
    acts: bool = False  # somewhere in the report, as capitals do


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """Where places come from."""

    knowledge: Knowledge
    gazetteer: Gazetteer
    lexicon: Lexicon


def state_of(words: str, knowledge: Knowledge) -> str | None:
    """Return the code of the country that the words name, its people or its adjective.

    A part of a state has a place of its own (South Ossetia is not Georgia); its people have not.
    """
    for identifier in knowledge.named(words):
        entry = knowledge.get(identifier)
        if entry is None or entry.type is not NameType.STATE:
            continue
        use = knowledge.use_of(identifier, words)
        part = use == "name" and entry.country not in (None, identifier)
        if use in _OF_STATES and not part:  # not "Kyiv": the city is a place of its own
            return entry.country or identifier
    return None


def options_of(mention: Mention, text: str, sources: Sources) -> tuple[Option, ...]:
    """Return the places that a mention may stand for, in no particular order, none twice."""
    found: dict[str, Option] = {}
    for option in _options(mention, text, sources):
        known = found.get(option.place.id)
        if known is None or (option.exact and not known.exact):
            found[option.place.id] = option
    return tuple(found.values())


def _options(mention: Mention, text: str, sources: Sources) -> Iterator[Option]:
    lexicon = sources.lexicon
    if is_common(mention, lexicon):
        return
    if division := mention.named or _demonym(mention.full, lexicon):
        yield from _division(division, sources)
        return
    if area := wide_areas(sources.gazetteer).get(fold_name(mention.full)):
        yield Option(area, exact=True)  # also where an older file of the gazetteer lacks the name
    state, whole = _country(mention.full, sources), _whole(mention, sources)
    if state is not None and not any(_part_of(option, state) for option in whole):
        yield Option(state, exact=True)
    if mention.name.type is NameType.NATIONALITY:
        yield from () if state else _peoples(mention.full, sources)
        return
    yield from whole
    yield from _seat(mention, sources)
    yield from _otherwise(mention, text, sources, found=bool(whole or state))
    if within := inner(mention, sources):
        country = _country(within[1], sources)
        yield from [Option(country, exact=True)] if country else _named(within[1], sources.gazetteer)


def _whole(mention: Mention, sources: Sources) -> list[Option]:
    found = [option for option in _named(mention.full, sources.gazetteer) if _fits(option, mention)]
    if mention.full in sources.lexicon.short:  # "SC" without a comma before it may be anything
        return [option for option in found if option.place.kind is not PlaceKind.REGION]
    return found


def _otherwise(mention: Mention, text: str, sources: Sources, *, found: bool) -> Iterator[Option]:
    """Yield what other forms of a name stand for: without its kind, with it, as a county, as two names."""
    if mention.core != mention.full and not found:
        core = chain(_named(mention.core, sources.gazetteer), _formed(mention, sources))
        yield from (option for option in core if _agrees(option.place, mention.kind))
    elif mention.kind in sources.lexicon.forms:
        yield from _formed(mention, sources)
    elif f"{mention.full} County" in text:
        yield from _named(f"{mention.full} County", sources.gazetteer)
    elif not found and "-" in mention.full.replace("–", "-"):
        yield from _peoples(mention.full, sources)  # "the Ukraine-Russia border"


def inner(mention: Mention, sources: Sources) -> tuple[str, str] | None:
    """Return side and name of a name that begins with a side and is no place's own: "Eastern", "Ukraine"."""
    side = sources.lexicon.side_first.match(mention.full)
    if not side or _country(mention.full, sources) or sources.gazetteer.find(mention.full):
        return None
    rest = mention.full[side.end() :]
    if _country(rest, sources) is not None:
        return side[1], rest
    # "East Room" is no part of a town of Rooms; "East Aleppo" is one of Aleppo
    least = 0 if side[1].casefold().endswith("ern") else _KNOWN
    known = any(place.population >= least for place in sources.gazetteer.find(rest))
    return (side[1], rest) if known and rest.casefold() not in sources.lexicon.common else None


def _fits(option: Option, mention: Mention) -> bool:
    """Tell whether a name may be the place's: "Red River" is no county's, "DAB" no short form of Dabou."""
    if is_short(mention.full):
        return option.exact or fold_name(mention.full) in short_names()
    own = mention.core != mention.full and mention.kind in _BARE
    return not own or option.exact or option.place.kind in _BARE


def is_short(words: str) -> bool:
    """Tell whether words look like an abbreviation.

    >>> is_short("NYC"), is_short("U.S.C."), is_short("Nyc"), is_short("KRAMATORSK")
    (True, True, False, False)
    """
    letters = words.replace(".", "")
    return letters.isupper() and len(letters) <= _ACRONYM and " " not in words


def _seat(mention: Mention, sources: Sources) -> Iterator[Option]:
    """Yield the capital for a seat of power: the White House is in Washington."""
    country = sources.lexicon.seats.get(fold_name(mention.full))
    state = sources.knowledge.get(country) if country else None
    if state is not None and state.capital:
        cities = (
            place
            for place in sources.gazetteer.find(state.capital)
            if place.country == country and place.kind is PlaceKind.CITY
        )
        yield from (Option(place, exact=True) for place in islice(cities, 1))


def _part_of(option: Option, state: Place) -> bool:
    """Tell whether a name is that of a part of a state: Wales, Abkhazia."""
    place = option.place
    return option.exact and place.kind is PlaceKind.REGION and place.country == state.country


def _country(words: str, sources: Sources) -> Place | None:
    code = state_of(words, sources.knowledge)
    return sources.gazetteer.country(code) if code else None


def _named(words: str, gazetteer: Gazetteer) -> list[Option]:
    folded = fold_name(words)
    return [Option(place, exact=fold_name(place.name) == folded) for place in gazetteer.find(words)]


def _formed(mention: Mention, sources: Sources) -> Iterator[Option]:
    forms = sources.lexicon.forms.get(mention.kind, ()) if mention.kind else ()
    for form in forms:
        for option in _named(form.format(mention.core), sources.gazetteer):
            yield Option(option.place, exact=True)


def is_common(mention: Mention, lexicon: Lexicon) -> bool:
    """Tell whether a name is a common word: "the city", "macula", "the Northwest"."""
    if mention.name.type is NameType.NATIONALITY:
        return False
    return mention.full.islower() or mention.full.casefold() in lexicon.common


def _division(division: Division, sources: Sources) -> Iterator[Option]:
    if division.country is None:
        named = _named(division.name, sources.gazetteer)
        yield from (option for option in named if option.place.kind in _PARTS)
    elif place := sources.gazetteer.region(division.country, division.name):
        yield Option(place, exact=True)


def _demonym(words: str, lexicon: Lexicon) -> Division | None:
    folded = fold_name(words)
    stems = (folded, *(folded.removesuffix(ending) for ending in _PEOPLE if folded.endswith(ending)))
    return next((lexicon.demonyms[stem] for stem in stems if stem in lexicon.demonyms), None)


def _peoples(words: str, sources: Sources) -> Iterator[Option]:
    """Yield what the parts of a joined word name: "pro-Russian", "US-led"."""
    for part in words.replace("–", "-").split("-"):
        if division := _demonym(part, sources.lexicon):
            yield from _division(division, sources)
        elif place := _country(part, sources):
            yield Option(place, exact=True)


def _agrees(place: Place, kind: PlaceKind | None) -> bool:
    return kind is None or place.kind is kind or {place.kind, kind} == {PlaceKind.REGION, PlaceKind.DISTRICT}


def fewer(options: Iterable[Option], countries: Mapping[str, float]) -> tuple[Option, ...]:
    """Return the candidates worth weighing: the most populous, and those in countries of the report.

    ``countries`` are those that the report names, with how much.
    """
    ordered = sorted(options, key=lambda option: (-option.place.population, option.place.id))
    first, rest = ordered[:CANDIDATES], ordered[CANDIDATES:]
    return (*first, *[option for option in rest if option.place.country in countries][:CANDIDATES])


def groups_of(found: Sequence[Mention], text: str, sources: Sources) -> tuple[Group, ...]:
    """Return the mentions in groups, in the order of their first mention."""
    keys: dict[tuple[object, ...], list[int]] = {}
    for number, mention in enumerate(found):
        held = tuple(sorted(fold_name(found[holder].full) for holder in mention.holders))
        key = (fold_name(mention.full), mention.kind, mention.division, mention.named, held)
        keys.setdefault(key, []).append(number)
    of_mention = {number: group for group, members in enumerate(keys.values()) for number in members}
    options = [options_of(found[members[0]], text, sources) for members in keys.values()]
    countries = {
        option.place.country: 1.0
        for those in options
        if len(those) == 1
        for option in those
        if option.place.country
    }
    return tuple(
        Group(
            name=str(key[0]),
            kind=found[members[0]].kind,
            division=found[members[0]].division,
            holders=tuple(sorted({of_mention[h] for m in members for h in found[m].holders})),
            listed=tuple(sorted({of_mention[h] for m in members for h in found[m].listed})),
            beside=tuple(sorted({of_mention[b] for m in members if (b := found[m].beside) is not None})),
            mentions=tuple(members),
            options=fewer(those, countries),
            votes=_votes(members, found),
            acts=any(found[number].use is Use.ACTOR for number in members),
        )
        for (key, members), those in zip(keys.items(), options, strict=True)
    )


def _votes(members: Sequence[int], found: Sequence[Mention]) -> float:
    """Return what a group counts as context: more the oftener it is named, and at the head of a report."""
    lead = any(found[number].lead for number in members)
    return (1.0 + 0.5 * math.sqrt(len(members) - 1)) * (1.5 if lead else 1.0)
