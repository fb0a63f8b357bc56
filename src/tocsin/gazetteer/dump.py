"""Make a gazetteer from a GeoNames dump: every place of a kind of ours, in little memory."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from tocsin.errors import FormatError
from tocsin.gazetteer.extent import Extent
from tocsin.gazetteer.geonames import Feature, features, tabbed
from tocsin.gazetteer.lists import aliases, areas, kinds
from tocsin.gazetteer.spellings import division_names, is_small, kept_names
from tocsin.gazetteer.writing import Row, write_gazetteer
from tocsin.record.place import PlaceKind
from tocsin.text.fold import fold_name

STEP: Final = 100_000  # lines between two reports of progress
FIRST, SECOND, OTHERS = "admin1CodesASCII", "admin2Codes", "alternateNamesV2"
LICENCE: Final = "CC BY 4.0 (GeoNames), Apache-2.0 (tocsin's own lists)"
_DIVISIONS: Final = (PlaceKind.COUNTRY, PlaceKind.REGION, PlaceKind.DISTRICT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """What was made: where, of how many lines, and its digest."""

    path: Path
    places: int
    lines: int
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Beside:
    """What is known before the dump is read place by place."""

    ids: Mapping[str, str]  # of divisions by their code: "UA.05", "UA.05.1408"
    english: Mapping[str, str]  # their names
    others: Mapping[str, tuple[str, ...]]  # names of places by id
    ours: Mapping[str, frozenset[str]]  # aliases, folded, by country, division or id


def build(dump: Path, target: Path, progress: Callable[[int], None] = lambda _: None) -> Built:
    """Make a gazetteer of a dump (``allCountries.txt``, ``UA.zip`` …) and return what was made.

    Names are also taken from ``admin1CodesASCII.txt``, ``admin2Codes.txt`` and ``alternateNamesV2.txt``
    (or ``.zip``) where they lie beside the dump. ``progress`` is called with the lines read so far.

    Raises:
        SourceError: a file cannot be read.
        FormatError: a line is not one of GeoNames, or no place is left.
    """
    read = places = 0

    def counted() -> Iterator[Row]:
        nonlocal read, places
        for read, row in _rows(dump, progress):  # noqa: B007 - the last one counts
            places += 1
            yield row

    about = {"name": dump.stem, "source": f"GeoNames, {dump.name}", "licence": LICENCE}
    digest = write_gazetteer(target, counted(), about)
    return Built(path=target, places=places, lines=read, digest=digest)


def _rows(dump: Path, progress: Callable[[int], None]) -> Iterator[tuple[int, Row]]:
    """Return places with the number of lines read: towns and features as they come, divisions after them."""
    ours, known = kinds(), _beside(dump)
    extents: defaultdict[str, Extent] = defaultdict(Extent)
    divisions: list[tuple[str, Row]] = []
    number = 0
    for number, feature in enumerate(features(dump), 1):
        kind = ours.get(feature.kind)
        if kind in _DIVISIONS:
            divisions.append((_code(feature, kind), _row(feature, kind, known)))
        elif kind:
            yield number, _row(feature, kind, known)
        if kind is PlaceKind.CITY:
            for code in (
                feature.country,
                _code(feature, PlaceKind.REGION),
                _code(feature, PlaceKind.DISTRICT),
            ):
                extents[code].add(feature.latitude, feature.longitude)
        if not number % STEP:
            progress(number)
    if not number:
        raise FormatError(f"{dump} is empty", advice="fetch it from GeoNames again, or name another file")
    for code, row in divisions:  # only now are their boxes known
        extent = extents[code]
        extent.add(row.latitude, row.longitude)
        yield number, replace(row, box=extent.box if extent.is_wide else None)
    yield from ((number, row) for row in areas())
    progress(number)


def _row(feature: Feature, kind: PlaceKind, known: _Beside) -> Row:
    country, code = feature.country.lower(), _code(feature, kind)
    division = kind in _DIVISIONS
    name = known.english.get(code, feature.name) if kind in _DIVISIONS[1:] else feature.name
    small = country if not division and is_small(feature.population) else None
    others = (feature.name, *feature.others)
    names = kept_names(name, others, small_in=small) | {
        fold_name(other) for other in known.others.get(feature.id, ())
    }
    key = feature.country.lower() if kind is PlaceKind.COUNTRY else code if division else feature.id
    if kind in _DIVISIONS[1:]:
        names = division_names(names, country, kind)
    return Row(
        id=feature.id,
        name=name,
        kind=kind,
        latitude=feature.latitude,
        longitude=feature.longitude,
        country=country or None,
        region=None if kind in _DIVISIONS[:2] else known.ids.get(_code(feature, PlaceKind.REGION)),
        district=None if division else known.ids.get(_code(feature, PlaceKind.DISTRICT)),
        population=feature.population,
        code=None if feature.kind == ("P", "PPL") else feature.kind[1],
        names=names | known.ours.get(key, frozenset()),
    )


def _code(feature: Feature, kind: PlaceKind) -> str:
    """Return the code of a country or division, or that of the one which holds the place."""
    if kind is PlaceKind.COUNTRY:
        return feature.country
    if kind is PlaceKind.REGION:
        return f"{feature.country}.{feature.first}"
    return f"{feature.country}.{feature.first}.{feature.second}"


def _beside(dump: Path) -> _Beside:
    ids: dict[str, str] = {}
    for feature in features(dump):
        if feature.kind[0] == "A" and feature.kind[1] in {"ADM1", "ADM2"}:
            kind = PlaceKind.REGION if feature.kind[1] == "ADM1" else PlaceKind.DISTRICT
            ids.setdefault(_code(feature, kind), feature.id)
    english = {
        cells[0]: cells[1]
        for stem in (FIRST, SECOND)
        for path in _lying_beside(dump, stem)
        for cells in _cells(path, 4)
    }
    others: defaultdict[str, list[str]] = defaultdict(list)
    for path in _lying_beside(dump, OTHERS):
        for cells in _cells(path, 4):
            if cells[2] == "abbr":  # "USA", "NYC": in the dump itself they look like codes of airports
                others[f"geonames:{cells[1]}"].append(cells[3])
    return _Beside(
        ids=ids,
        english=english,
        others={identifier: tuple(names) for identifier, names in others.items()},
        ours=aliases(),
    )


def _lying_beside(dump: Path, stem: str) -> Iterator[Path]:
    """Return the file of that name in the dump's folder, as text if it is there, else zipped."""
    there = [path for suffix in (".txt", ".zip") if (path := dump.with_name(stem + suffix)).is_file()]
    return iter(there[:1])


def _cells(path: Path, least: int) -> Iterator[list[str]]:
    for number, cells in tabbed(path):
        if len(cells) < least:
            raise FormatError(
                f"{path}, line {number}: {len(cells)} columns where GeoNames has {least} or more",
                advice="fetch the file from GeoNames again, or move it away: the dump can do without it",
            )
        yield cells
