"""Rows of a small world, and files of GeoNames made of them."""

from pathlib import Path

from tocsin.gazetteer.opened import Gazetteer, open_gazetteer
from tocsin.gazetteer.spellings import kept_names
from tocsin.gazetteer.writing import Row, write_gazetteer
from tocsin.record.place import PlaceKind

ABOUT = {"name": "small", "source": "tests", "licence": "none"}

COUNTRY = Row(
    id="geonames:1",
    name="Ardelia",
    kind=PlaceKind.COUNTRY,
    latitude=50.0,
    longitude=30.0,
    country="ar",
    population=5_000_000,
    box=(45.0, 25.0, 55.0, 35.0),
    names=kept_names("Ardelia", ["Арделия"]),
)
REGION = Row(
    id="adm1:AR.01",
    name="North",
    kind=PlaceKind.REGION,
    latitude=52.0,
    longitude=30.0,
    country="ar",
    population=900_000,
    box=(50.0, 25.0, 55.0, 35.0),
    names=kept_names("North"),
)
DISTRICT = Row(
    id="adm2:AR.01.7",
    name="Lower Marsh",
    kind=PlaceKind.DISTRICT,
    latitude=52.5,
    longitude=29.0,
    country="ar",
    region=REGION.id,
    names=kept_names("Lower Marsh"),
)


def city(number: int, name: str, population: int, *others: str, held: bool = True) -> Row:
    """Return a town of the small world, in its northern region unless said otherwise."""
    return Row(
        id=f"geonames:{number}",
        name=name,
        kind=PlaceKind.CITY,
        latitude=52.5 + number / 1000,
        longitude=29.0,
        country="ar",
        region=REGION.id if held else None,
        district=DISTRICT.id if held else None,
        population=population,
        names=kept_names(name, others),
    )


def opened(path: Path, *rows: Row) -> Gazetteer:
    """Return a gazetteer of these rows."""
    write_gazetteer(path, rows, ABOUT)
    return open_gazetteer(path)


def line(  # one line of a GeoNames dump
    number: int,
    name: str,
    code: str = "P.PPL",
    *,
    others: str = "",
    at: tuple[float, float] = (52.0, 30.0),
    country: str = "AR",
    first: str = "01",
    second: str = "",
    population: int = 0,
) -> str:
    """Return a line as GeoNames publishes it: nineteen columns with tabs between them."""
    letter, feature = code.split(".")
    return "\t".join(
        (
            *(str(number), name, name, others, str(at[0]), str(at[1]), letter, feature),
            *(country, "", first, second, "", ""),
            *(str(population), "", "100", "Europe/Ardel", "2026-01-31"),
        )
    )
