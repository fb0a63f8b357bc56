"""The tables that ship with the package, as entries, offices and templates."""

from collections.abc import Iterator
from typing import Final

from tocsin.knowledge.entries import OWN_BODY, Entry, Office, Template
from tocsin.knowledge.rows import Row, table
from tocsin.record.entity import Sector
from tocsin.record.name import NameType

FIELDS: Final = {
    "countries.tsv": "id wikidata name aliases adjectives people capital metonyms descriptions sector country"
    " part_of",
    "offices.tsv": "id names sector body",
    "bodies.tsv": "id name aliases type sector part_of descriptions",
    "organisations.tsv": "id wikidata name aliases sector members since until descriptions metonyms part_of"
    " country",
    "groups.tsv": "id wikidata name aliases sector country descriptions part_of since until",
    "persons.tsv": "id wikidata name aliases gender country offices",
}


def rows_of(file: str, text: str) -> Iterator[Row]:
    """Yield the rows of one of the shipped tables."""
    return table(file, text, tuple(FIELDS[file].split()))


def office(row: Row) -> Office:
    """Return the office of a row of offices.tsv."""
    names = row.all("names")
    row.need("names")
    return Office(id=row.need("id"), name=names[0], names=names, sector=row.sector(), body=row.get("body"))


def is_template(row: Row) -> bool:
    """Tell whether a row of bodies.tsv is for every state."""
    return row.get("id").startswith(("*", OWN_BODY))


def template(row: Row) -> Template:
    """Return the template of a row of bodies.tsv; names without a slot only describe."""
    names = (row.need("name"), *row.all("aliases"))
    return Template(
        id=row.need("id").removeprefix("*").removeprefix("."),
        type=row.type() or NameType.ORGANISATION,
        name=names[0],
        names=names,
        descriptions=row.all("descriptions"),
        sector=row.sector(),
        part_of=row.get("part_of").removeprefix("*").removeprefix("."),
    )


def state(row: Row) -> Entry:
    """Return the state of a row of countries.tsv: as an actor it is its government."""
    id_ = row.need("id")
    return Entry(
        id=id_,
        type=NameType.STATE,
        name=row.need("name"),
        names=(row.get("name"), *row.all("aliases")),
        adjectives=row.all("adjectives"),
        people=row.all("people"),
        metonyms=row.all("metonyms"),
        descriptions=row.all("descriptions"),
        capital=row.get("capital") or None,
        country=row.get("country") or (id_ if len(id_) == 2 else None),  # the Soviet Union has no code now
        sector=row.sector() or Sector.GOVERNMENT,
        part_of=row.get("part_of") or None,
        wikidata=row.get("wikidata") or None,
        source=row.file,
    )


def body(row: Row) -> Entry:
    """Return the body of one state that a row of bodies.tsv names."""
    id_ = row.need("id")
    country = id_.partition(".")[0]
    return Entry(
        id=id_,
        type=row.type() or NameType.ORGANISATION,
        name=row.need("name"),
        names=(row.get("name"), *row.all("aliases")),
        descriptions=row.all("descriptions"),
        country=country,
        sector=row.sector(),
        part_of=row.get("part_of") or None,
        source=row.file,
    )


def organisation(row: Row) -> Entry:
    """Return the organisation of a row of organisations.tsv."""
    return _body(row, NameType.ORGANISATION)


def group(row: Row) -> Entry:
    """Return the armed or political group of a row of groups.tsv."""
    return _body(row, NameType.GROUP)


def _body(row: Row, kind: NameType) -> Entry:
    return Entry(
        id=row.need("id"),
        type=kind,
        name=row.need("name"),
        names=(row.get("name"), *row.all("aliases")),
        metonyms=row.all("metonyms"),
        descriptions=row.all("descriptions"),
        country=row.get("country") or None,
        sector=row.sector(),
        part_of=row.get("part_of") or None,
        members=row.all("members"),
        since=row.date("since"),
        until=row.date("until"),
        wikidata=row.get("wikidata") or None,
        source=row.file,
    )


def person(row: Row) -> Entry:
    """Return the person of a row of persons.tsv."""
    return Entry(
        id=row.need("id"),
        type=NameType.PERSON,
        name=row.need("name"),
        names=(row.get("name"), *row.all("aliases")),
        country=row.get("country") or None,
        offices=row.offices(),
        gender=row.gender(),
        wikidata=row.get("wikidata") or None,
        source=row.file,
    )
