"""Our own lists that every gazetteer gets: names in English use, areas without borders, kinds of features."""

import csv
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from tocsin.errors import FormatError
from tocsin.gazetteer.spellings import division_names, kept_names
from tocsin.gazetteer.writing import Row
from tocsin.record.place import PlaceKind
from tocsin.text.fold import fold_name

_ADVICE = "install tocsin again: the list is part of the package"


def areas() -> tuple[Row, ...]:
    """Return what lies in no list of towns and divisions: Donbas, the Black Sea, the Sahel, a crossing."""
    return tuple(_area(line, place) for line, place in _lines("areas.tsv"))


def aliases() -> Mapping[str, frozenset[str]]:
    """Return more folded names by country code, "ua", code of a division, "US.LA", or id of a place."""
    lines = _lines("aliases.tsv")
    return {row["place"]: frozenset(fold_name(name) for name in row["names"].split("|")) for _, row in lines}


@cache
def exonyms() -> Mapping[str, tuple[str, ...]]:
    """Return the ids of places by folded spellings of newspapers: "deir ezzor", "charkiw".

    Unlike the other lists it is read when names are looked up, so that every gazetteer has it. A division
    has the word for its kind behind it, "charkiw oblast": bare, the spelling is the town's.
    """
    found: dict[str, dict[str, None]] = {}
    for _, row in _lines("exonyms.tsv"):
        names = frozenset(map(fold_name, row["names"].split("|")))
        if row["kind"] != PlaceKind.CITY:
            names = division_names(names, row["country"], PlaceKind(row["kind"])) - names
        for name in names:
            found.setdefault(name, {})[row["place"]] = None
    return MappingProxyType({name: tuple(places) for name, places in found.items()})


def kinds() -> Mapping[tuple[str, str], PlaceKind]:
    """Return what each feature class and code of GeoNames becomes; what is not there is left out."""
    return {(row["class"], row["code"]): PlaceKind(row["kind"]) for _, row in _lines("features.tsv")}


def _area(number: int, row: Mapping[str, str]) -> Row:
    try:
        south, west, north, east = (float(row[side]) for side in ("south", "west", "north", "east"))
        return Row(
            id=f"tocsin:{row['id']}",
            name=row["name"],
            kind=PlaceKind(row["kind"]),
            latitude=round((south + north) / 2, 5),
            longitude=_between(west, east),
            country=row["country"] or None,
            box=(south, west, north, east) if (south, west) != (north, east) else None,
            names=kept_names(row["name"]) | {fold_name(name) for name in row["aliases"].split("|") if name},
        )
    except ValueError as error:
        raise FormatError(f"areas.tsv, line {number}: {error}", advice=_ADVICE) from error


def _between(west: float, east: float) -> float:
    """Return the middle of two longitudes, going east from the first."""
    middle = (west + east + (360 if west > east else 0)) / 2
    return round(middle - 360 if middle > 180 else middle, 5)


def _lines(name: str) -> Iterator[tuple[int, dict[str, str]]]:
    lines = (files("tocsin.gazetteer") / name).read_text(encoding="utf-8").splitlines()
    start = next(number for number, line in enumerate(lines) if not line.startswith("#"))
    yield from enumerate(csv.DictReader(lines[start:], delimiter="\t"), start + 2)
