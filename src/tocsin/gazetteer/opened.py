"""A gazetteer, open for questions."""

import sqlite3
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Final
from urllib.parse import quote

from tocsin.errors import FormatError, SourceError
from tocsin.gazetteer.format import APPLICATION, DEGREE, KINDS, VERSION, default_path, shown_id, stored_id
from tocsin.gazetteer.lists import exonyms
from tocsin.record.place import Place, PlaceKind
from tocsin.text.fold import fold_name

LIMIT: Final = 200  # places that one name answers with; "San José" alone has more than that
_REMEMBERED: Final = 4096
_ADVICE: Final = "make one with `tocsin gazetteer build DUMP --output FILE`, or leave the setting out"
_FIELDS: Final = """SELECT p.row, p.id, p.name, p.kind, p.latitude, p.longitude, p.country, r.name,
    p.population, b.south, b.west, b.north, b.east
    FROM places p LEFT JOIN places r ON r.row = p.region LEFT JOIN boxes b ON b.row = p.row"""
_Row = tuple[
    int,
    int | str,
    str,
    int,
    int,
    int,
    str | None,
    str | None,
    int,
    int | None,
    int | None,
    int | None,
    int | None,
]


class Gazetteer:
    """Places by name and id, read from a file that nobody writes; one thread at a time may ask."""

    __slots__ = ("_by_id", "_connection", "_find", "about", "path")

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self.path = path
        self.about: Mapping[str, str] = MappingProxyType(
            dict(connection.execute("SELECT key, value FROM about ORDER BY key").fetchall())
        )
        self._connection = connection
        self._find = lru_cache(_REMEMBERED)(self._found)
        self._by_id = lru_cache(_REMEMBERED)(self._read)

    @property
    def digest(self) -> str:
        """Sha256 of the places and names: equal content has an equal digest."""
        return self.about["digest"]

    def find(self, name: str) -> tuple[Place, ...]:
        """Return the places that bear the name in any spelling, the most populous first, 200 at most."""
        return self._find(fold_name(name))

    def by_id(self, identifier: str) -> Place | None:
        """Return the place of that id, "geonames:703448"."""
        return self._by_id(identifier)

    def country(self, code: str) -> Place | None:
        """Return the country of an ISO 3166-1 alpha-2 code, in small or capital letters."""
        found = self._places("WHERE p.kind = 0 AND p.country = ?", code.lower(), limit=1)
        return found[0] if found else None

    def region(self, country: str, name: str) -> Place | None:
        """Return the country's first-order division of that name: "Alabama", "Donetsk Oblast"."""
        return next(
            (
                place
                for place in self.find(name)
                if place.kind is PlaceKind.REGION and place.country == country.lower()
            ),
            None,
        )

    def within(self, holder: Place, name: str | None = None) -> tuple[Place, ...]:
        """Return the places inside a country, region or district, the most populous first, 200 at most.

        With ``name`` only those that bear it; without, the whole file is read: a tenth of a second.
        """
        row = self._number_of(holder.id)
        if row is None or holder.kind not in _HELD_BY:
            return ()
        condition, key = _HELD_BY[holder.kind], holder.country if holder.kind is PlaceKind.COUNTRY else row
        if name is None:
            return self._places(f"WHERE {condition} AND p.row <> ?", key, row)
        folded = fold_name(name)
        found = self._places(
            f"JOIN names n ON n.place = p.row WHERE n.folded = ? AND {condition} AND p.row <> ?",
            folded,
            key,
            row,
        )
        return _joined(found, (place for place in self._spelled(folded) if holder in self.holders(place)))

    def holders(self, place: Place) -> tuple[Place, ...]:
        """Return what holds a place, the nearest first: its district, region and country."""
        query = "SELECT district, region FROM places WHERE id = ?"
        rows = self._connection.execute(query, (stored_id(place.id),)).fetchone() or ()
        inner = [self._places("WHERE p.row = ?", row)[0] for row in rows if row is not None]
        country = self.country(place.country) if place.country else None
        return tuple(held for held in (*inner, country) if held is not None and held.id != place.id)

    def names_of(self, identifier: str) -> tuple[str, ...]:
        """Return the folded names that a place answers to, sorted; reads all names: a tenth of a second."""
        if (row := self._number_of(identifier)) is None:
            return ()
        names = self._connection.execute("SELECT folded FROM names WHERE place = ?", (row,))
        ours = (name for name, places in exonyms().items() if identifier in places)
        return tuple(sorted({name for (name,) in names}.union(ours)))

    def well_named(self, least: int, among: int) -> Mapping[str, int]:
        """Return by id how many names those of the most populous places have that have at least so many.

        ``among`` is how many places are asked; their names are read once: a tenth of a second for 40,000.
        """
        query = """SELECT p.id, n.count FROM places p JOIN (SELECT place, count(*) AS count FROM names
            WHERE place <= ? GROUP BY place HAVING count(*) >= ?) n ON n.place = p.row"""
        return {shown_id(stored): count for stored, count in self._connection.execute(query, (among, least))}

    def code_of(self, identifier: str) -> str | None:
        """Return the feature code of GeoNames ("PPLC", "ADM1", "STM"), where the source has one."""
        query = "SELECT code FROM places WHERE id = ?"
        found = self._connection.execute(query, (stored_id(identifier),)).fetchone()
        return found[0] if found else None

    def counts(self) -> Mapping[str, int]:
        """Return how many places there are of each kind."""
        rows = self._connection.execute("SELECT kind, count(*) FROM places GROUP BY kind ORDER BY kind")
        return {KINDS[kind].value: count for kind, count in rows}

    def __iter__(self) -> Iterator[Place]:
        return (_place(row) for row in self._connection.execute(f"{_FIELDS} ORDER BY p.row"))

    def __len__(self) -> int:
        count: int = self._connection.execute("SELECT count(*) FROM places").fetchone()[0]
        return count

    def close(self) -> None:
        """Give the file back; no question may follow."""
        self._connection.close()

    def _found(self, folded: str) -> tuple[Place, ...]:
        found = self._places("JOIN names n ON n.place = p.row WHERE n.folded = ?", folded)
        return _joined(found, self._spelled(folded))

    def _spelled(self, folded: str) -> Iterator[Place]:
        """Yield the places that our list of spellings has for the name, and this file has, too."""
        return filter(None, map(self.by_id, exonyms().get(folded, ())))

    def _read(self, identifier: str) -> Place | None:
        found = self._places("WHERE p.id = ?", stored_id(identifier), limit=1)
        return found[0] if found else None

    def _number_of(self, identifier: str) -> int | None:
        query = "SELECT row FROM places WHERE id = ?"
        found = self._connection.execute(query, (stored_id(identifier),)).fetchone()
        return found[0] if found else None

    def _places(self, condition: str, *values: str | int | None, limit: int = LIMIT) -> tuple[Place, ...]:
        rows = self._connection.execute(f"{_FIELDS} {condition} ORDER BY p.row LIMIT {limit}", values)
        return tuple(_place(row) for row in rows)


_HELD_BY: Final = MappingProxyType(
    {
        PlaceKind.COUNTRY: "p.country = ?",
        PlaceKind.REGION: "p.region = ?",
        PlaceKind.DISTRICT: "p.district = ?",
    }
)


def open_gazetteer(path: Path | None = None) -> Gazetteer:
    """Return the gazetteer of that file, or the one that comes with tocsin; nothing is loaded yet.

    Raises:
        SourceError: the file is missing or cannot be read.
        FormatError: the file is no gazetteer, or one of another version.
    """
    return _opened((path or default_path()).absolute())


def _opened(path: Path) -> Gazetteer:
    if not path.is_file():
        raise SourceError(f"there is no gazetteer {path}", advice=_ADVICE)
    # immutable: no locks and no journal are looked for, so a read-only folder or a shared disk will do
    uri = f"file:{quote(str(path))}?mode=ro&immutable=1"
    try:
        connection = sqlite3.connect(uri, uri=True, check_same_thread=False)
        try:
            _check(connection, path)
            return Gazetteer(connection, path)
        except BaseException:
            connection.close()
            raise
    except sqlite3.DatabaseError as error:
        raise FormatError(f"{path} is no gazetteer ({error})", advice=_ADVICE) from error


def _check(connection: sqlite3.Connection, path: Path) -> None:
    if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION:
        raise FormatError(f"{path} is a database, but no gazetteer", advice=_ADVICE)
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if version != VERSION:
        raise FormatError(
            f"{path} is a gazetteer of version {version}; this tocsin reads version {VERSION}", advice=_ADVICE
        )


def _joined(found: tuple[Place, ...], more: Iterator[Place]) -> tuple[Place, ...]:
    """Return the places with some more among them, the most populous first, each once."""
    new = [place for place in more if place not in found]
    return tuple(sorted((*found, *new), key=lambda place: -place.population)) if new else found


def _place(row: _Row) -> Place:
    _, stored, name, kind, latitude, longitude, country, region, population, *box = row
    south, west, north, east = box
    return Place(
        id=shown_id(stored),
        name=name,
        kind=KINDS[kind],
        latitude=latitude / DEGREE,
        longitude=longitude / DEGREE,
        country=country,
        region=region,
        population=population,
        box=None
        if south is None or west is None or north is None or east is None
        else (south / DEGREE, west / DEGREE, north / DEGREE, east / DEGREE),
    )
