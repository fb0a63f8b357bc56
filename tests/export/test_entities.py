"""Entities as CSV, as a case has them, and as each report has them."""

from csv import DictReader
from dataclasses import replace
from io import StringIO

from hypothesis import given
from hypothesis import strategies as st

from tests.store.making import VELMAR, reference, toponym
from tests.store.samples import HARBOUR, document
from tocsin.codec import entity_id
from tocsin.export import Table, csv, entities_csv, unguarded
from tocsin.export.entities import COLUMNS
from tocsin.record import Candidate, Entity, NameType, PlacePrecision, Reference, Sector, Toponym, Use

OF = document(HARBOUR, published="2021-04-13", outlet="Dawn")
BRANDT = Entity(
    id=entity_id("person:ilse brandt"),
    type=NameType.PERSON,
    name="Ilse Brandt",
    names=(("Ilse Brandt", 3), ("Brandt", 2)),
    country=None,
    sector=None,
    roles=("harbour master", "pilot"),
    known=None,
    part_of=None,
    keys=("person:brandt", "person:ilse brandt"),
    documents=2,
    first="2021-04-13T23:59:59Z",
    last=None,
    why="a surname alone",
)


def rows(lines: str) -> list[dict[str, str]]:
    return list(DictReader(StringIO(lines, newline="")))


def test_an_entity_is_a_row_with_all_its_names_and_unknown_is_empty() -> None:
    (row,) = rows("".join(entities_csv([BRANDT])))
    assert tuple(row) == COLUMNS
    assert row["names"] == "Ilse Brandt | Brandt"
    assert row["roles"] == "harbour master | pilot"
    assert row["country"] == row["sector"] == row["known"] == row["part_of"] == row["last"] == ""
    assert (row["documents"], row["first"]) == ("2", "2021-04-13T23:59:59Z")


def test_the_columns_are_a_contract() -> None:
    assert " ".join(COLUMNS) == (
        "id type name names country sector roles known part_of documents first last why"
    )


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_no_name_is_a_formula_or_breaks_a_row(name: str) -> None:
    (row,) = rows("".join(entities_csv([replace(BRANDT, name=name, names=((name, 1),))])))
    assert row["id"] == BRANDT.id
    assert not row["name"].startswith(("=", "+", "-", "@", "\t", "\r"))
    assert unguarded(row["name"]) == name


def test_as_a_report_has_it_a_row_says_whom_with_what_lost() -> None:
    brandt = replace(
        reference(OF, "Ilse Brandt", "harbour master", roles=("harbour master",), sector=Sector.BUSINESS),
        candidates=(
            Candidate(id="ilse-brandt", name="Ilse Brandt", score=0.61),
            Candidate(id="i-brandt", name="Ines Brandt", score=0.2),
        ),
    )
    (row,) = rows("".join(csv([OF, brandt], table=Table.ENTITIES)))
    assert (row["entity"], row["key"]) == (BRANDT.id, "person:ilse brandt")
    assert (row["quote"], row["mentions"]) == ("Ilse Brandt", "2")
    assert HARBOUR[int(row["start"]) : int(row["end"])] == "Ilse Brandt"
    assert row["candidates"] == "ilse-brandt 0.61 | i-brandt 0.20"
    assert (row["sector"], row["roles"], row["country"]) == ("BUS", "harbour master", "")
    assert (row["document_outlet"], row["document_published"]) == ("Dawn", "2021-04-13")


def placed(**parts: object) -> dict[str, str]:
    whole: Toponym = toponym(OF, "Velmar", VELMAR)
    made = replace(whole, **parts)  # type: ignore[arg-type]
    (row,) = rows("".join(csv([OF, made], table=Table.PLACES)))
    return row


def test_a_place_is_a_row_with_its_point() -> None:
    row = placed()
    assert (row["place"], row["place_name"], row["place_kind"]) == ("geonames:1", "Velmar", "city")
    assert (row["latitude"], row["longitude"], row["box"]) == ("44.5", "33.25", "")
    assert (row["region"], row["country"], row["use"]) == ("Coast", "xv", "place")


def test_an_area_has_a_box_and_no_point() -> None:
    row = placed(box=(44.0, 33.0, 45.0, 34.0), relation="near", precision=PlacePrecision.DISTRICT)
    assert (row["latitude"], row["longitude"]) == ("", "")
    assert row["box"] == "44.0000 33.0000 45.0000 34.0000"
    assert (row["relation"], row["precision"]) == ("near", "district")


def test_what_is_not_known_is_empty_beside_what_holds_it() -> None:
    row = placed(place=None, precision=None, within=VELMAR, use=Use.TOPIC, why="the gazetteer lacks it")
    assert row["place"] == row["latitude"] == row["longitude"] == row["precision"] == row["country"] == ""
    assert (row["within"], row["within_name"]) == ("geonames:1", "Velmar")
    assert (row["use"], row["why"]) == ("topic", "the gazetteer lacks it")


def test_tables_of_entities_and_places_take_their_own_kinds_alone() -> None:
    both: list[Reference | Toponym] = [reference(OF, "Ilse Brandt"), toponym(OF, "Velmar", VELMAR)]
    for table in (Table.ENTITIES, Table.PLACES):
        assert len(rows("".join(csv([OF, *both], table=table)))) == 1
