"""First- and second-order divisions: names and codes from GeoNames, outlines where there are some.

Where no outline fits, a division's box is that of its populated places.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

import numpy as np
from tools.gazetteer.shapes import Box, Points, Shape, joined
from tools.gazetteer.sources import (
    City,
    Country,
    centres,
    county_shapes,
    districts_of_cities,
    divisions,
    region_shapes,
    state_shapes,
    states,
    translations,
)

from tocsin.gazetteer.spellings import bare_name, division_names, kept_names
from tocsin.gazetteer.writing import Row
from tocsin.record.place import PlaceKind
from tocsin.text.fold import fold_name

AGREE: Final = 0.7  # of an outline's towns must be of the division, and of the division's in the outlines
ALONE: Final = 5  # a municipality of so few places, one of them of its own name, adds nothing
SAME: Final = 0.2  # degrees within which a town of the same name and division is the same town


@dataclass(frozen=True, slots=True, kw_only=True)
class Divided:
    """The divisions, and which of them each city is in."""

    rows: tuple[Row, ...]
    regions: Mapping[str, str]  # id by GeoNames' code, "UA.05"
    districts: Mapping[int, str]  # id by id of the city


def divided(folder: Path, cities: Sequence[City], countries: Iterable[Country]) -> Divided:
    """Return the divisions of all countries."""
    counties = _counties(folder)
    codes = _codes(folder, cities, counties)
    regions = dict(_regions(folder, cities, countries))
    region_ids = {code: row.id for code, row in regions.items()}
    districts = dict(_districts(folder, cities, codes, counties, region_ids))
    return Divided(
        rows=(*regions.values(), *districts.values()),
        regions=region_ids,
        districts={city: districts[code].id for city, code in codes.items() if code in districts},
    )


def _regions(folder: Path, cities: Iterable[City], countries: Iterable[Country]) -> Iterator[tuple[str, Row]]:
    english, foreign, state_ids = divisions(folder, 1), translations(folder), states(folder)
    middles = centres()
    by_country = _grouped((city.country, city) for city in cities)
    for country in countries:
        inside = by_country[country.code]
        outlines = state_shapes(folder) if country.code == "US" else region_shapes(folder, country.code3)
        found = _matched(outlines, inside)
        for division, its in sorted(_grouped((city.division, city) for city in inside).items()):
            code, shape = f"{country.code}.{division}", found.get(division)
            if code not in english:
                continue
            state = state_ids.get(division) if country.code == "US" else None
            others = (*foreign.get(code, ()), *((shape.name,) if shape else ()))
            row = _row(
                f"geonames:{state[0]}" if state else f"adm1:{code}",
                english[code],
                PlaceKind.REGION,
                country.code.lower(),
                shape,
                its,
                others,
            )
            latitude, longitude = middles.get(code, (row.latitude, row.longitude))
            yield code, replace(row, latitude=latitude, longitude=longitude)


def _districts(
    folder: Path,
    cities: Iterable[City],
    codes: Mapping[int, str],
    counties: Mapping[str, Shape],
    regions: Mapping[str, str],
) -> Iterator[tuple[str, Row]]:
    by_code = _grouped((codes[city.id], city) for city in cities if city.id in codes)
    for code, name in sorted(divisions(folder, 2).items()):
        its, shape = by_code[code], counties.get(code)
        if (its or shape) and (shape or not _municipality(name, its)):
            identifier = f"fips:{shape.id}" if shape else f"adm2:{code}"
            country, region = code.split(".")[0].lower(), regions.get(code.rpartition(".")[0])
            yield code, _row(identifier, name, PlaceKind.DISTRICT, country, shape, its, (), region)


def _row(
    identifier: str,
    name: str,
    kind: PlaceKind,
    country: str,
    shape: Shape | None,
    cities: Sequence[City],
    others: Iterable[str],
    region: str | None = None,
) -> Row:
    box = shape.box if shape else _box(cities)
    latitude, longitude = shape.middle if shape else ((box[0] + box[2]) / 2, (box[1] + box[3]) / 2)
    return Row(
        id=identifier,
        name=name,
        kind=kind,
        latitude=latitude,
        longitude=longitude,
        country=country,
        region=region,
        population=sum(city.population for city in cities),
        box=box,
        names=division_names(kept_names(name), country, kind) | kept_names(name, others),
    )


def _counties(folder: Path) -> Mapping[str, Shape]:
    """Return outlines of the United States' counties by GeoNames' code: "US.LA.079" is FIPS 22079."""
    by_number = {number: state for state, (_, number) in states(folder).items()}
    return {
        f"US.{by_number[shape.id[:2]]}.{shape.id[2:]}": shape
        for shape in county_shapes(folder)
        if shape.id[:2] in by_number
    }


def _codes(folder: Path, cities: Iterable[City], counties: Mapping[str, Shape]) -> Mapping[int, str]:
    """Return the code of the second-order division of each city that has one."""
    known, named = districts_of_cities(folder), divisions(folder, 2)
    found: dict[int, str] = {}
    homeless: list[City] = []
    for city in cities:
        towns = known.get((city.country, city.division, fold_name(city.name)), ())
        district = min(((_apart(city, town), town[2]) for town in towns), default=(SAME, ""))
        code = f"{city.country}.{city.division}.{district[1]}"
        if district[0] < SAME and code in named:
            found[city.id] = code
        elif city.country == "US":
            homeless.append(city)
    points = _points(homeless)
    for code, shape in counties.items():
        for number in np.flatnonzero(shape.holds(points)):
            if code in named:
                found.setdefault(homeless[int(number)].id, code)
    return found


def _apart(city: City, town: tuple[float, float, str]) -> float:
    return max(abs(city.latitude - town[0]), abs(city.longitude - town[1]))


def _matched(outlines: Iterable[Shape], cities: Sequence[City]) -> Mapping[str, Shape]:
    """Return outlines by code of division: which outline is whose, the towns in it tell."""
    points = _points(cities)
    parts: dict[str, list[Shape]] = defaultdict(list)
    covered: Counter[str] = Counter()
    for outline in outlines:
        inside = Counter(cities[int(number)].division for number in np.flatnonzero(outline.holds(points)))
        if not inside:
            continue
        ((division, most),) = inside.most_common(1)
        if most >= AGREE * inside.total():
            parts[division].append(outline)
            covered[division] += most
    all_of = Counter(city.division for city in cities)
    return {
        division: joined(its)
        for division, its in parts.items()
        if division and covered[division] >= AGREE * all_of[division]
    }


def _municipality(name: str, cities: Sequence[City]) -> bool:
    bare = bare_name(fold_name(name))
    return len(cities) <= ALONE and any(fold_name(city.name) in {bare, fold_name(name)} for city in cities)


def _points(cities: Sequence[City]) -> Points:
    return np.array([(city.longitude, city.latitude) for city in cities], dtype=np.float64).reshape(-1, 2)


def _box(cities: Sequence[City]) -> Box:
    (west, south), (east, north) = _points(cities).min(axis=0), _points(cities).max(axis=0)
    return float(south), float(west), float(north), float(east)


def _grouped(pairs: Iterable[tuple[str, City]]) -> defaultdict[str, list[City]]:
    groups: defaultdict[str, list[City]] = defaultdict(list)
    for key, city in pairs:
        groups[key].append(city)
    return groups
