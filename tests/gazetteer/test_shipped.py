"""The gazetteer that ships: laws that hold for every place, and places that reports of crises name."""

from functools import cache

import pytest

from tocsin.gazetteer import Gazetteer, open_gazetteer
from tocsin.record.place import Place, PlaceKind

SHARE = 97  # of so many places one is looked at closely: all would take minutes


@cache
def shipped() -> Gazetteer:
    return open_gazetteer()


@cache
def places() -> tuple[Place, ...]:
    return tuple(shipped())


def test_it_tells_source_licence_and_digest() -> None:
    about = shipped().about
    assert {"name", "source", "licence", "date", "digest"} == set(about)
    assert "GeoNames" in about["source"]
    assert len(shipped().digest) == 64


def test_it_is_small_enough_to_ship() -> None:
    assert shipped().path.stat().st_size < 40_000_000


def test_every_place_is_on_the_globe_and_its_country_is_there() -> None:
    countries = {place.country for place in places() if place.kind is PlaceKind.COUNTRY}
    assert len(countries) >= 245
    for place in places():
        assert -90 <= place.latitude <= 90, place
        assert -180 <= place.longitude <= 180, place
        assert place.name.strip() == place.name != "", place
        assert place.population >= 0, place
        if place.kind in {PlaceKind.CITY, PlaceKind.REGION, PlaceKind.DISTRICT}:
            assert place.country in countries, place


def test_every_box_holds_its_middle() -> None:
    for place in places():
        if place.box is None:
            assert place.kind not in {PlaceKind.COUNTRY, PlaceKind.REGION}, place
            continue
        south, west, north, east = place.box
        assert south <= place.latitude <= north, place
        if west <= east:
            assert west <= place.longitude <= east, place
        else:
            assert place.longitude >= west or place.longitude <= east, place


def test_places_are_found_again_by_id_and_name() -> None:
    before = None
    for place in places()[::SHARE]:
        assert before is None or place.population <= before
        before = place.population
        assert shipped().by_id(place.id) == place
        found = shipped().find(place.name)
        assert place in found or len(found) == 200, place
        people = [each.population for each in found]
        assert people == sorted(people, reverse=True)


def test_a_town_lies_in_its_regions_box_or_close_to_it() -> None:
    regions: dict[tuple[str | None, str], Place] = {
        (place.country, place.name): place for place in places() if place.kind is PlaceKind.REGION
    }
    outside = total = 0
    for place in places()[::SHARE]:
        if place.kind is not PlaceKind.CITY or place.region is None:
            continue
        box = regions[place.country, place.region].box
        assert box is not None
        south, west, north, east = box
        within = west - 0.5 <= place.longitude <= east + 0.5 or west > east
        total += 1
        outside += not (south - 0.5 <= place.latitude <= north + 0.5 and within)
    assert outside / total < 0.005  # islands far out at sea


@pytest.mark.parametrize(
    ("name", "identifier"),
    [
        ("Kiev", "geonames:703448"),
        ("Київ", "geonames:703448"),
        ("Donetsk Oblast", "adm1:UA.05"),
        ("Rapides Parish", "fips:22079"),
        ("Georgia", "geonames:614540"),
        ("Georgia", "geonames:4197000"),
        ("US", "geonames:6252001"),
        ("U.S.", "geonames:6252001"),
        ("UK", "geonames:2635167"),
        ("Burma", "geonames:1327865"),
        ("NYC", "geonames:5128581"),
        ("Calif.", "geonames:5332921"),
        ("Bakhmut", "geonames:713174"),
        ("Idlib governorate", "adm1:SY.12"),
        ("Tigray region", "adm1:ET.53"),
        ("Gaza Strip", "tocsin:gaza-strip"),
        ("the Donbass", "tocsin:donbas"),
        ("Strait of Hormuz", "tocsin:hormuz"),
        ("the Gulf", "tocsin:persian-gulf"),
        ("Donetsk airport", "iata:DOK"),
        ("Zaporizhzhia nuclear plant", "tocsin:zaporizhzhia-npp"),
    ],
)
def test_what_reports_name_is_there(name: str, identifier: str) -> None:
    assert identifier in {place.id for place in shipped().find(name)}


@pytest.mark.parametrize(("name", "not_there"), [("Ko", "geonames:703448"), ("IEV", "geonames:703448")])
def test_junk_is_no_name(name: str, not_there: str) -> None:
    assert not_there not in {place.id for place in shipped().find(name)}


def test_what_holds_a_town_is_told() -> None:
    alexandria = next(place for place in shipped().find("Alexandria") if place.region == "Louisiana")
    assert [place.name for place in shipped().holders(alexandria)] == [
        *("Rapides Parish", "Louisiana", "United States")
    ]
