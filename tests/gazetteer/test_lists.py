"""Our own lists: areas, aliases, kinds of features."""

import re
from collections import Counter

from tocsin.gazetteer.lists import aliases, areas, kinds
from tocsin.gazetteer.opened import open_gazetteer
from tocsin.record.place import PlaceKind
from tocsin.text.fold import fold_name

OURS = (PlaceKind.AREA, PlaceKind.FEATURE, PlaceKind.FACILITY)


def test_areas_are_whole_and_of_our_kinds() -> None:
    found = areas()
    assert len(found) > 600
    assert {area.kind for area in found} == set(OURS)
    assert not [name for name, count in Counter(area.id for area in found).items() if count > 1]
    for area in found:
        assert re.fullmatch(r"tocsin:[a-z0-9-]+", area.id)
        assert fold_name(area.name) in area.names
        assert area.country is None or re.fullmatch("[a-z]{2}", area.country), area.id


def test_boxes_of_areas_are_on_the_globe() -> None:
    for area in areas():
        assert -90 <= area.latitude <= 90
        assert -180 <= area.longitude <= 180
        if area.box:
            south, west, north, east = area.box
            assert -90 <= south < north <= 90, area.id
            assert -180 <= west <= 180, area.id
            assert -180 <= east <= 180, area.id


def test_no_two_areas_bear_one_name() -> None:
    names = Counter(name for area in areas() for name in area.names)
    assert not [name for name, count in names.items() if count > 1]


def test_every_alias_belongs_to_a_place_that_ships() -> None:
    """A typing error in an id would make an alias vanish without a word."""
    gazetteer = open_gazetteer()
    for place, names in aliases().items():
        for name in names:
            found = gazetteer.find(name)
            assert found, (place, name)
            if place.startswith("geonames:"):
                assert gazetteer.by_id(place) in found, (place, name)
            else:
                country = place[:2].lower()
                kind = PlaceKind.REGION if "." in place else PlaceKind.COUNTRY
                assert any(each.country == country and each.kind is kind for each in found), (place, name)


def test_feature_codes_are_sorted_out_by_class() -> None:
    ours = kinds()
    assert ours["A", "PCLI"] is PlaceKind.COUNTRY
    assert ours["P", "PPLC"] is PlaceKind.CITY
    assert ("P", "PPLH") not in ours  # was a town once
    assert {kind for (letter, _), kind in ours.items() if letter == "P"} == {PlaceKind.CITY}
