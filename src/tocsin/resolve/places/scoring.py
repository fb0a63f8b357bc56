"""Every candidate of a report scored beside the others': what it is, what the words tell, what lies near.

A score is a sum of features times weights (``weights.toml``); within a group the scores become
probabilities. Context is the probabilities of the other groups, so that it is made anew in rounds:
first what names tell alone, then the rest in the light of it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

import numpy as np
import numpy.typing as npt
from rapidfuzz.fuzz import ratio

from tocsin.record.place import Place, PlaceKind
from tocsin.resolve.places.candidates import Group, Option
from tocsin.resolve.places.renown import in_the_news, own_names
from tocsin.text.fold import fold_name

Floats = npt.NDArray[np.float64]
Numbers = npt.NDArray[np.int64]

EARTH: Final = 6371.0  # mean radius, km
ROUNDS: Final = 3
OURS: Final = "tocsin:"  # how ids of our own list of areas and sites begin
_SURE: Final = 0.05  # candidates below this are nobody's context
GREAT: Final = 1_000_000  # people: a city that the world knows
_CLOSE: Final = 30.0  # km: a town and the next
_AREA: Final = 150.0  # km: a town and its region
_LARGEST: Final = 7.5  # log10 of the largest city's population

FEATURES: Final = (
    "population", "renown", "exact", "other name", "country", "region", "state", "district", "feature",
    "area", "broad", "kind told", "its city’s name", "held", "domain", "wording", "outlet", "capital",
    "famous", "country named", "countries", "regions", "named region", "close", "around", "same name", "none",
)  # fmt: skip
NONE: Final = FEATURES.index("none")  # of no candidate: what it counts that none of them is meant
_ALIKE: Final = 0.88  # of 1: another spelling of the same name
_BROAD: Final = frozenset((PlaceKind.CONTINENT, PlaceKind.AREA, PlaceKind.FEATURE))
_POINTS: Final = frozenset((PlaceKind.CITY, PlaceKind.DISTRICT, PlaceKind.FEATURE, PlaceKind.FACILITY))
_WIDE: Final = {
    PlaceKind.COUNTRY: "country",
    PlaceKind.REGION: "region",
    PlaceKind.DISTRICT: "district",
    PlaceKind.FEATURE: "feature",
    PlaceKind.FACILITY: "feature",
    PlaceKind.CONTINENT: "area",
    PlaceKind.AREA: "area",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """The candidates of all groups of a report, one row each; groups lie one after another."""

    options: tuple[Option, ...]
    group: Numbers  # of each row
    name: Numbers  # of each row: groups of one name are no context of each other
    starts: Numbers  # first row of each group that has any, and
    filled: Numbers  # the numbers of those groups
    votes: Floats  # of each group
    country: Numbers  # of each row, 0 for none
    region: Numbers
    wide: npt.NDArray[np.bool_]  # regions: their rows vote for "named region"
    points: npt.NDArray[np.bool_]  # rows that distances hold for
    whole: npt.NDArray[np.bool_]  # countries: their rows vote for "country named"
    acts: Floats  # of each row: 1 where the name acts somewhere in the report, as only a capital does
    unit: Floats  # [rows, 3]: the place on the unit sphere
    twins: tuple[tuple[int, int], ...]  # rows of one place in groups of one name
    fixed: Floats  # [rows, features]: what does not change


def region_of(place: Place) -> str | None:
    """Return the name of the first-order division that a place is or lies in."""
    return place.name if place.kind is PlaceKind.REGION else place.region


def inside(place: Place, holder: Place) -> bool:
    """Tell whether a place lies in another as far as the gazetteer tells; none lies in itself."""
    if place.id == holder.id:
        return False
    match holder.kind:
        case PlaceKind.COUNTRY:
            return place.country == holder.country and place.kind is not PlaceKind.COUNTRY
        case PlaceKind.REGION:
            return (
                place.country == holder.country
                and place.region is not None
                and fold_name(place.region) == fold_name(holder.name)
            )
        case PlaceKind.DISTRICT:
            return place.region == holder.region and kilometres(place, holder) < 80
        case PlaceKind.CITY:
            return kilometres(place, holder) < 25 and place.population < holder.population
        case _:
            return False


def kilometres(left: Place, right: Place) -> float:
    """Return the great-circle distance between the points of two places.

    >>> def at(latitude, longitude):
    ...     return Place(id="", name="", kind=PlaceKind.CITY, latitude=latitude, longitude=longitude,
    ...                  country=None, region=None, population=0)
    >>> round(kilometres(at(50.45, 30.52), at(55.75, 37.62)))
    756
    """
    a, b = _sphere([left, right])
    return float(2 * EARTH * np.arcsin(min(1.0, float(np.linalg.norm(a - b)) / 2)))


def _sphere(places: Sequence[Place]) -> Floats:
    degrees = np.array([(place.latitude, place.longitude) for place in places], dtype=np.float64)
    latitude, longitude = np.radians(degrees.reshape(-1, 2)).T
    return np.stack(
        (np.cos(latitude) * np.cos(longitude), np.cos(latitude) * np.sin(longitude), np.sin(latitude)), axis=1
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What is known of a report before its names: where its outlet sits, whose words it uses."""

    domain: str | None = None  # country of the address
    wording: Mapping[str, float] = field(default_factory=dict)  # countries by their share of telling words
    outlet: frozenset[str] = frozenset()  # folded names that the outlet bears
    capitals: Mapping[str, str] = field(default_factory=dict)  # folded names of capitals, with the country
    renown: Mapping[str, float] = field(default_factory=dict)  # of places, by id
    states: frozenset[tuple[str | None, str]] = frozenset()  # divisions told without their country: Ohio


def tabulate(groups: Sequence[Group], held: Sequence[Sequence[Place]], setting: Setting) -> Table:
    """Return the candidates of the groups; ``held`` has the places that words say hold each group."""
    options = tuple(option for group in groups for option in group.options)
    group = np.array([n for n, g in enumerate(groups) for _ in g.options], dtype=np.int64)
    places = [option.place for option in options]
    names = {name: number for number, name in enumerate(dict.fromkeys(of.name for of in groups))}
    counts = np.array([len(g.options) for g in groups], dtype=np.int64)
    filled = np.flatnonzero(counts)
    fixed = np.zeros((len(options), len(FEATURES)))
    for row, option in enumerate(options):
        _fix(fixed[row], option, groups[group[row]], held[group[row]], setting)
    first = 0
    for of in groups:
        _fix_capital(fixed[first : first + len(of.options)], of, setting)
        _fix_state(fixed[first : first + len(of.options)], of, setting)
        _fix_namesakes(fixed[first : first + len(of.options)], of, setting.capitals.get(of.name))
        first += len(of.options)
    return Table(
        options=options,
        group=group,
        name=np.array([names[groups[g].name] for g in group], dtype=np.int64),
        starts=np.concatenate(([0], np.cumsum(counts)))[filled],
        filled=filled,
        votes=np.array([g.votes for g in groups], dtype=np.float64),
        country=_numbered([place.country for place in places]),
        region=_numbered([f"{p.country} {r}" if (r := region_of(p)) else None for p in places]),
        wide=np.array([p.kind is PlaceKind.REGION for p in places], dtype=np.bool_),
        points=np.array([p.kind in _POINTS for p in places], dtype=np.bool_),
        whole=np.array([p.kind is PlaceKind.COUNTRY for p in places], dtype=np.bool_),
        acts=np.array([groups[g].acts for g in group], dtype=np.float64),
        unit=_sphere(places),
        twins=_twins(groups, options, group),
        fixed=fixed,
    )


_AT: Final = {name: number for number, name in enumerate(FEATURES)}


def _fix(row: Floats, option: Option, group: Group, held: Sequence[Place], setting: Setting) -> None:
    place = option.place
    row[_AT["population"]] = np.log10(place.population + 1) / _LARGEST
    row[_AT["renown"]] = known = max(in_the_news(place), setting.renown.get(place.id, 0.0))
    listed = place.id.startswith(OURS)
    city = place.kind is PlaceKind.CITY and group.kind is None
    seat = city and fold_name(place.region or "") == group.name
    alike = (
        1.0  # Raqqa is Ar Raqqah, the city of Raqqa province
        if option.exact or listed or seat or group.name in own_names(place.id)
        else ratio(group.name, fold_name(place.name)) / 100
    )
    row[_AT["exact"]] = alike > _ALIKE  # "Marinka" is Mar'yinka
    row[_AT["other name"]] = (1 - known) * (1 - alike)  # a little known place is rarely told by another name
    broad = listed or (place.country is None and place.kind in _BROAD)
    row[_AT["broad"]] = broad
    if wide := "area" if broad else _WIDE.get(place.kind):
        row[_AT[wide]] = 1
    row[_AT["kind told"]] = place.kind is group.kind or (listed and group.kind is PlaceKind.REGION)
    row[_AT["held"]] = any(inside(place, holder) for holder in held)
    row[_AT["domain"]] = setting.domain is not None and place.country == setting.domain
    row[_AT["wording"]] = setting.wording.get(place.country or "", 0.0)
    if group.name in setting.outlet:  # a local paper: the smaller namesakes are likelier than elsewhere
        row[_AT["outlet"]] = 3 * (1 - row[_AT["population"]])


def _fix_capital(rows: Floats, group: Group, setting: Setting) -> None:
    """Mark the capital among a group's candidates, and the city of a million that the world knows."""
    country = setting.capitals.get(group.name)
    cities = sorted(
        (-option.place.population, number)
        for number, option in enumerate(group.options)
        if option.place.kind is PlaceKind.CITY
    )
    own = [number for _, number in cities if group.options[number].place.country == country]
    if country is not None and own:
        rows[own[0], [_AT["capital"], _AT["famous"]]] = 1
    if cities and -cities[0][0] >= GREAT:
        rows[cities[0][1], _AT["famous"]] = 1
    if cities:
        _, known = max((rows[number, _AT["renown"]], -number) for _, number in cities)
        rows[-known, _AT["famous"]] = max(rows[-known, _AT["famous"]], rows[-known, _AT["renown"]])


def _fix_state(rows: Floats, group: Group, setting: Setting) -> None:
    """Mark the state told without its country, unless a great city or the capital has its name: New York."""
    cities = [option.place for option in group.options if option.place.kind is PlaceKind.CITY]
    great = {place.country for place in cities if place.population >= GREAT / 2}
    great.add(setting.capitals.get(group.name))
    for row, option in zip(rows, group.options, strict=True):
        place = option.place
        if place.kind is PlaceKind.REGION and (place.country, place.name) in setting.states:
            row[_AT["state"]] = place.country not in great


def _fix_namesakes(rows: Floats, group: Group, capital_of: str | None) -> None:
    """Mark divisions that bear the name of their own chief city, where no word says division.

    ``capital_of`` is the country whose capital has the name: Washington the state is marked, too.
    """
    cities = [option for option in group.options if option.place.kind is PlaceKind.CITY]
    seats = {(option.place.country, option.place.region) for option in cities}
    exact = {(option.place.country, option.place.region) for option in cities if option.exact}
    for row, option in zip(rows, group.options, strict=True):
        place = option.place
        if place.kind is group.kind:
            continue
        capital = place.country is not None and place.country == capital_of
        if (place.kind is PlaceKind.REGION and (capital or (place.country, place.name) in seats)) or (
            place.kind is PlaceKind.DISTRICT and (place.country, place.region) in exact
        ):
            row[_AT["its city’s name"]] = 1


def _numbered(keys: Sequence[str | None]) -> Numbers:
    """Return a number for each key, the same for the same, 0 for None."""
    known: dict[str, int] = {}
    return np.array([0 if k is None else known.setdefault(k, len(known) + 1) for k in keys], dtype=np.int64)


def _twins(groups: Sequence[Group], options: Sequence[Option], group: Numbers) -> tuple[tuple[int, int], ...]:
    rows: dict[tuple[str, str], list[int]] = {}
    for row, option in enumerate(options):
        rows.setdefault((groups[group[row]].name, option.place.id), []).append(row)
    return tuple((a, b) for those in rows.values() if len(those) > 1 for a in those for b in those if a != b)


def features(table: Table, chances: Floats) -> Floats:
    """Return [rows, features] in the light of the chances of all rows."""
    made = table.fixed.copy()
    mass = chances * table.votes[table.group]
    voting = np.zeros(int(table.name.max(initial=0)) + 1)
    np.add.at(voting, table.name[table.starts], table.votes[table.filled])
    others = voting.sum() - voting[table.name]
    # a report may name a country in every line: that says no more for its towns than naming it once
    made[:, _AT["country named"]] = np.minimum(1, _elsewhere(table, table.country, mass * table.whole))
    made[:, _AT["countries"]] = _elsewhere(table, table.country, mass * ~table.whole) / np.maximum(others, 1)
    made[:, _AT["regions"]] = _elsewhere(table, table.region, mass) / np.maximum(others, 1)
    made[:, _AT["named region"]] = np.minimum(1, _elsewhere(table, table.region, mass * table.wide))
    made[table.wide, _AT["named region"]] = 0
    made[:, _AT["close"]], made[:, _AT["around"]] = _near(table, mass, chances)
    # a report on many countries has the famous place of a name in mind
    made[:, _AT["famous"]] *= _spread(table, mass)
    # "Washington" is the capital where the report is about the country, a county's seat where it is not
    about = ("country named", "countries", "wording")
    made[:, _AT["capital"]] *= np.clip(sum(made[:, _AT[part]] for part in about), table.acts, 1)
    for row, twin in table.twins:
        made[row, _AT["same name"]] += chances[twin]
    return made


def _spread(table: Table, mass: Floats) -> float:
    """Return whether a report is about the world: 0 where it names one country or none, near 1 for many."""
    named = np.minimum(1, np.bincount(table.country, weights=mass * table.whole)[1:]).sum()
    return 1 - 1 / max(1.0, float(named))


def _elsewhere(table: Table, key: Numbers, mass: Floats) -> Floats:
    """Return for each row the mass of its key under other names; none for rows without a key."""
    width = int(key.max(initial=0)) + 1
    names = int(table.name.max(initial=0)) + 1
    sums = np.bincount(table.name * width + key, weights=mass, minlength=names * width)
    held = sums.reshape(names, width)
    return np.where(key > 0, held.sum(axis=0)[key] - held[table.name, key], 0.0)


def _near(table: Table, mass: Floats, chances: Floats) -> tuple[Floats, Floats]:
    """Return for each row how much of the other groups lies close to it, and in its area; 0 to about 1.5."""
    voters = np.flatnonzero(table.points & (chances > _SURE))
    close, around = np.zeros(len(mass)), np.zeros(len(mass))
    rows = np.flatnonzero(table.points)
    if len(voters) and len(rows):
        squared = np.maximum(0, 2 - 2 * table.unit[rows] @ table.unit[voters].T) * EARTH**2
        # squared: two doubtful names do not prove each other
        sure = mass[voters] * chances[voters]
        other = (table.name[rows][:, None] != table.name[voters][None, :]) * sure
        close[rows] = np.log1p((other / (1 + squared / _CLOSE**2)).sum(axis=1))
        around[rows] = np.log1p((other / (1 + (squared / _AREA**2) ** 2)).sum(axis=1))
    return close, around


def chances_of(table: Table, scores: Floats, none: float) -> Floats:
    """Return the scores as probabilities; with that of none, in each group, they add up to 1."""
    if not len(scores):
        return scores
    highest = np.maximum(np.maximum.reduceat(scores, table.starts), none)
    counts = np.diff(np.concatenate((table.starts, [len(scores)])))
    raised = np.exp(scores - np.repeat(highest, counts))
    sums = np.add.reduceat(raised, table.starts) + np.exp(none - highest)
    return np.asarray(raised / np.repeat(sums, counts))


def settle(table: Table, weights: Floats, rounds: int = ROUNDS) -> tuple[Floats, Floats]:
    """Return the features of the last round and the chances of all rows after it."""
    made, none = table.fixed, float(weights[NONE])
    chances = chances_of(table, made @ weights, none)
    for _ in range(rounds):
        made = features(table, chances)
        chances = chances_of(table, made @ weights, none)
    return made, chances
