"""Words beside a name make an area of it, coarser than a point."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.resolve.places.making import placed
from tocsin.record.place import PlacePrecision
from tocsin.resolve.places.areas import Box, beyond, shared, sliced, widened

UKRAINE = (44.0, 22.0, 53.0, 40.0)


@pytest.mark.parametrize(
    ("marked", "relation", "phrase", "precision"),
    [
        ("Fighting in eastern [Ukraine|state].", "eastern", "eastern Ukraine", "region"),
        ("Fighting in [Eastern Ukraine].", "eastern", "Eastern Ukraine", "region"),
        ("Fighting in the east of [Ukraine|state].", "eastern", "the east of Ukraine", "region"),
        ("Rain in north-western [Syria|state].", "northwestern", "north-western Syria", "region"),
        ("Shots near [Kharkiv].", "near", "near Kharkiv", "district"),
        ("Shots outside [Damascus].", "outside", "outside Damascus", "district"),
        ("Shots 30 km east of [Kharkiv].", "east of", "east of Kharkiv", "district"),
        ("Shots in the [Idlib] countryside.", "around", "Idlib countryside", "district"),
        ("Troops at the border with [Ukraine|state].", "border", "border with Ukraine", "country"),
        ("Troops at [Syria|state]’s eastern border.", "eastern border", "Syria’s eastern border", "region"),
        ("Protests around [Syria|state].", "around", "around Syria", "country"),
    ],
)  # fmt: skip
def test_relations(marked: str, relation: str, phrase: str, precision: str) -> None:
    found = placed(marked)[-1]
    assert found.relation == relation
    assert found.phrase.text == phrase
    assert found.box is not None
    assert found.precision is PlacePrecision(precision)


@pytest.mark.parametrize("marked", ["It rained in [Kyiv].", "They left [Ukraine|state] for good."])
def test_no_relation_no_box(marked: str) -> None:
    found = placed(marked)[0]
    assert (found.relation, found.box) == (None, None)
    assert found.phrase == found.span


def test_outside_a_country_is_elsewhere() -> None:
    found = placed("Those who live outside [Ukraine|state] may vote.")[0]
    assert (found.relation, found.box, found.precision) == ("outside", None, None)


def test_eastern_is_the_eastern_part_of_the_box() -> None:
    found = placed("Fighting in eastern [Ukraine|state].")[0]
    assert found.place is not None
    assert found.place.box is not None
    assert found.box is not None
    assert found.box[1] > (found.place.box[1] + found.place.box[3]) / 2
    assert found.box[3] == pytest.approx(found.place.box[3], abs=1e-4)


def test_a_border_of_two_is_where_both_are_near() -> None:
    poland, ukraine = placed("Lorries queue at the border between [Poland|state] and [Ukraine|state].")
    assert poland.box == pytest.approx(ukraine.box)
    assert poland.box is not None
    assert poland.box[1] > 20
    assert poland.box[3] < 25.5


DEGREES = st.floats(min_value=-60, max_value=60)
SIDES = st.sampled_from(["north", "south", "east", "west", "northeast", "southwest", "centre"])


@st.composite
def boxes(draw: st.DrawFn) -> Box:
    south, west = draw(DEGREES), draw(st.floats(min_value=-180, max_value=179))
    high, wide = draw(st.floats(min_value=0, max_value=20)), draw(st.floats(min_value=0, max_value=90))
    east = west + wide
    return south, west, min(90.0, south + high), east if east <= 180 else east - 360


def width(box: Box) -> float:
    return (box[3] - box[1]) % 360


@given(boxes(), SIDES)
def test_a_slice_is_inside(box: Box, side: str) -> None:
    part = sliced(box, side, 3)
    assert part is not None
    assert box[0] - 1e-4 <= part[0] <= part[2] <= box[2] + 1e-4
    assert width(part) <= width(box) + 1e-4 or width(part) > 359.9
    both = shared(box, part)
    assert both is None or both[2] - both[0] == pytest.approx(part[2] - part[0], abs=1e-3)


@given(boxes(), st.floats(min_value=1, max_value=100))
def test_widening_grows(box: Box, kilometres: float) -> None:
    wider = widened(box, kilometres)
    assert wider[0] < box[0]
    assert wider[2] > box[2] or wider[2] == 90
    assert width(wider) > width(box)


@given(boxes(), boxes())
def test_what_is_shared_is_in_both(left: Box, right: Box) -> None:
    both = shared(left, right)
    if both is not None:
        assert both[0] >= max(left[0], right[0]) - 1e-4
        assert both[2] <= min(left[2], right[2]) + 1e-4


def test_a_box_of_half_the_globe_has_no_east() -> None:
    assert sliced((41.0, -179.0, 82.0, 179.0), "east", 3) is None
    assert sliced((41.0, -179.0, 82.0, 179.0), "north", 2) == (61.5, -179.0, 82.0, 179.0)


def test_beyond_is_next_to_the_box() -> None:
    south, west, north, east = beyond(UKRAINE, "east")
    assert (west, south < 44, north > 53) == (40.0, True, True)
    assert 40.5 < east < 41.5
