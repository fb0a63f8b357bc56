"""The gazetteer's one file: an SQLite database, made once and then only read.

``places`` is numbered by population, the most populous first, so that the order of rows is the order of
answers. ``names`` holds every kept name, folded by ``fold_name``, with the numbers of the places that bear
it. Coordinates are whole numbers of 1e-4 degree:
11 metres, and three bytes where a float has eight.
"""

from importlib.resources import files
from pathlib import Path
from typing import Final

from tocsin.record.place import PlaceKind

APPLICATION: Final = int.from_bytes(b"tgaz")  # in the file's header: what it is a file of
VERSION: Final = 1
DEGREE: Final = 10_000
SCHEME: Final = "geonames:"  # a whole number as id is one of GeoNames; any other id is text
KINDS: Final = tuple(PlaceKind)  # kinds are stored as places in this order; new ones go at the end

SCHEMA: Final = (
    f"PRAGMA application_id = {APPLICATION}",
    f"PRAGMA user_version = {VERSION}",
    "CREATE TABLE about (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
    """CREATE TABLE places (
        row INTEGER PRIMARY KEY, id NOT NULL, name TEXT NOT NULL, kind INTEGER NOT NULL,
        latitude INTEGER NOT NULL, longitude INTEGER NOT NULL, country TEXT, region INTEGER, district INTEGER,
        population INTEGER NOT NULL, code TEXT)""",
    """CREATE TABLE boxes (
        row INTEGER PRIMARY KEY, south INTEGER NOT NULL, west INTEGER NOT NULL,
        north INTEGER NOT NULL, east INTEGER NOT NULL)""",
    "CREATE TABLE names (folded TEXT, place INTEGER, PRIMARY KEY (folded, place)) WITHOUT ROWID",
)
INDEXES: Final = (  # made last: quicker, and equal bytes
    "CREATE UNIQUE INDEX places_by_id ON places (id)",
    "CREATE INDEX countries ON places (country) WHERE kind = 0",
)


def default_path() -> Path:
    """Return where the packaged gazetteer lies."""
    return Path(str(files("tocsin.gazetteer") / "default.gazetteer"))


def stored_id(identifier: str) -> int | str:
    """Return an id as the file has it.

    >>> stored_id("geonames:703448"), stored_id("fips:22079")
    (703448, 'fips:22079')
    """
    number = identifier.removeprefix(SCHEME)
    return int(number) if number != identifier and number.isdecimal() else identifier


def shown_id(stored: int | str) -> str:
    """Return an id as records have it.

    >>> shown_id(703448), shown_id("fips:22079")
    ('geonames:703448', 'fips:22079')
    """
    return f"{SCHEME}{stored}" if isinstance(stored, int) else stored
