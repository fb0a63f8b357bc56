"""Write the gazetteer's file: equal places give equal bytes.

Rows go to a draft database first, so that thirteen million of them need no more memory than a few.
"""

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Final

from tocsin.gazetteer.format import DEGREE, INDEXES, KINDS, SCHEMA, stored_id
from tocsin.record.place import PlaceKind

Box = tuple[float, float, float, float]  # south, west, north, east; west > east across the 180th meridian

_BATCH: Final = 10_000
_DRAFT: Final = (
    "PRAGMA page_size = 4096",
    "PRAGMA journal_mode = OFF",
    "PRAGMA synchronous = OFF",
    "PRAGMA cache_size = -200000",
    """CREATE TABLE draft (
        id PRIMARY KEY, name, kind, latitude, longitude, country, region, district, population, code,
        south, west, north, east) WITHOUT ROWID""",
    "CREATE TABLE draft_names (folded, id)",
)
_NUMBER: Final = (
    "CREATE TABLE numbered (id PRIMARY KEY, row) WITHOUT ROWID",
    "INSERT INTO numbered SELECT id, row_number() OVER (ORDER BY population DESC, kind, id) FROM draft",
    """INSERT INTO places
        SELECT n.row, d.id, name, kind, latitude, longitude, country, r.row, t.row, population, code
        FROM draft d JOIN numbered n ON n.id = d.id
        LEFT JOIN numbered r ON r.id = d.region LEFT JOIN numbered t ON t.id = d.district ORDER BY n.row""",
    """INSERT INTO boxes SELECT n.row, south, west, north, east FROM draft d JOIN numbered n ON n.id = d.id
        WHERE south IS NOT NULL ORDER BY n.row""",
    """INSERT OR IGNORE INTO names SELECT folded, n.row FROM draft_names f JOIN numbered n ON n.id = f.id
        ORDER BY folded, n.row""",
    "DROP TABLE draft_names",
    "DROP TABLE draft",
    "DROP TABLE numbered",
    *INDEXES,
)
_CONTENT: Final = (
    "SELECT * FROM places ORDER BY row",
    "SELECT * FROM boxes ORDER BY row",
    "SELECT * FROM names ORDER BY folded, place",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One place to be written; ``region`` and ``district`` are ids of other rows."""

    id: str
    name: str
    kind: PlaceKind
    latitude: float
    longitude: float
    country: str | None
    region: str | None = None
    district: str | None = None
    population: int = 0
    code: str | None = None  # GeoNames' feature code, where it says more than the kind
    box: Box | None = None
    names: frozenset[str] = frozenset()  # folded; its own among them


def write_gazetteer(target: Path, rows: Iterable[Row], about: Mapping[str, str]) -> str:
    """Write the file whole or not at all, and return its digest; the order of rows does not matter.

    Of two rows of one id the first is kept.
    """
    draft, part = target.with_name(f"{target.name}.draft"), target.with_name(f"{target.name}.part")
    for path in (draft, part):
        path.unlink(missing_ok=True)
    connection = sqlite3.connect(draft, isolation_level=None)
    try:
        digest = _fill(connection, rows, about)
        connection.execute("VACUUM INTO ?", (str(part),))
    finally:
        connection.close()
        draft.unlink(missing_ok=True)
    part.replace(target)
    return digest


def _fill(connection: sqlite3.Connection, rows: Iterable[Row], about: Mapping[str, str]) -> str:
    for line in (*_DRAFT, *SCHEMA):
        connection.execute(line)
    connection.execute("BEGIN")
    for some in _batches(rows):
        connection.executemany(
            "INSERT OR IGNORE INTO draft VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            map(_stored, some),
        )
        connection.executemany(
            "INSERT INTO draft_names VALUES (?, ?)",
            ((name, stored_id(row.id)) for row in some for name in sorted(row.names)),
        )
    for line in _NUMBER:
        connection.execute(line)
    digest = _digest(connection)
    connection.executemany("INSERT INTO about VALUES (?, ?)", sorted({**about, "digest": digest}.items()))
    connection.execute("COMMIT")
    return digest


def _batches(rows: Iterable[Row]) -> Iterator[list[Row]]:
    remaining = iter(rows)
    while some := list(islice(remaining, _BATCH)):
        yield some


def _stored(row: Row) -> tuple[int | str | None, ...]:
    return (
        stored_id(row.id),
        row.name,
        KINDS.index(row.kind),
        _whole(row.latitude),
        _whole(row.longitude),
        row.country,
        row.region and stored_id(row.region),
        row.district and stored_id(row.district),
        row.population,
        row.code,
        *(map(_whole, row.box) if row.box else (None,) * 4),
    )


def _whole(degrees: float) -> int:
    return round(degrees * DEGREE)


def _digest(connection: sqlite3.Connection) -> str:
    content = hashlib.sha256()
    for query in _CONTENT:
        for row in connection.execute(query):
            content.update(repr(row).encode())
    return content.hexdigest()
