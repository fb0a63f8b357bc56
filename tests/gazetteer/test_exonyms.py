"""Our list of spellings: read when names are looked up, in every gazetteer."""

from collections import Counter
from pathlib import Path

import pytest

from tests.gazetteer.rows import COUNTRY, DISTRICT, REGION, city, opened
from tocsin.gazetteer import open_gazetteer
from tocsin.gazetteer.lists import exonyms
from tocsin.record.place import PlaceKind

DEIR_EZ_ZOR = 170794  # ids of GeoNames
KHAN_YUNIS = 281124


def test_every_spelling_leads_to_a_place_that_ships() -> None:
    """A typing error in an id would make a spelling vanish without a word."""
    gazetteer = open_gazetteer()
    for name, places in exonyms().items():
        found = gazetteer.find(name)
        for place in places:
            assert gazetteer.by_id(place) in found, (name, place)


def test_no_spelling_is_so_short_that_it_stands_for_anything() -> None:
    assert not [name for name in exonyms() if len(name) < 3]


def test_no_spelling_means_two_towns_of_one_country() -> None:
    gazetteer = open_gazetteer()
    for name, places in exonyms().items():
        towns = (gazetteer.by_id(place) for place in places)
        countries = Counter(town.country for town in towns if town and town.kind is PlaceKind.CITY)
        assert max(countries.values(), default=1) == 1, name


@pytest.mark.parametrize(
    ("one", "other", "country"),
    [
        ("Deir Ezzor", "Deir ez-Zor", "sy"),
        ("Hodeidah", "Al-Hudaydah", "ye"),
        ("Chan Junis", "Khan Younis", "ps"),
        ("Artjomowsk", "Bakhmut", "ua"),
        ("El Facher", "Al-Fashir", "sd"),
        ("Stepanakert", "Khankendi", "az"),
        ("Tschassiw Jar", "Chasiv Yar", "ua"),
        ("Halab", "Alep", "sy"),
    ],
)
def test_spellings_of_newspapers_are_one_place(one: str, other: str, country: str) -> None:
    gazetteer = open_gazetteer()
    first, second = (
        {place.id for place in gazetteer.find(name) if place.country == country} for name in (one, other)
    )
    assert first & second


def test_a_division_has_the_word_for_its_kind() -> None:
    gazetteer = open_gazetteer()
    assert {place.kind for place in gazetteer.find("Deir Ezzor")} == {PlaceKind.CITY}
    province = gazetteer.find("Deir Ezzor province")
    assert [(place.kind, place.country) for place in province] == [(PlaceKind.REGION, "sy")]


def test_a_gazetteer_of_ones_own_has_the_spellings_of_its_places(tmp_path: Path) -> None:
    rows = (COUNTRY, REGION, DISTRICT, city(DEIR_EZ_ZOR, "Deir ez-Zor", 200_000))
    gazetteer = opened(tmp_path / "own.gazetteer", *rows)
    (town,) = gazetteer.find("Deir Ezzor")
    assert town.id == f"geonames:{DEIR_EZ_ZOR}"
    assert "deir ezzor" in gazetteer.names_of(town.id)
    (region,) = gazetteer.find("North")
    assert gazetteer.within(region, "Deir Ezzor") == (town,)
    assert gazetteer.find("Chan Junis") == ()  # the list has it, this gazetteer has not


def test_the_most_populous_still_comes_first(tmp_path: Path) -> None:
    rows = (
        COUNTRY,
        REGION,
        DISTRICT,
        city(7, "Chan Junis", 50),
        city(KHAN_YUNIS, "Khan Yunis", 200_000),
        city(8, "Chan Junis", 300_000),
    )
    gazetteer = opened(tmp_path / "own.gazetteer", *rows)
    assert [place.population for place in gazetteer.find("Chan Junis")] == [300_000, 200_000, 50]
