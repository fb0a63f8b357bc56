"""Boxes that grow by points."""

from hypothesis import given
from hypothesis import strategies as st

from tocsin.gazetteer.extent import Extent

POINTS = st.lists(st.tuples(st.floats(-90, 90), st.floats(-180, 180)), min_size=1)


@given(POINTS)
def test_a_box_holds_all_points_it_grew_by(points: list[tuple[float, float]]) -> None:
    extent = Extent()
    for point in points:
        extent.add(*point)
    assert extent.box is not None
    south, west, north, east = extent.box
    for latitude, longitude in points:
        assert south <= latitude <= north
        assert west <= longitude <= east if west <= east else longitude >= west or longitude <= east


@given(POINTS)
def test_it_goes_the_shorter_way_round(points: list[tuple[float, float]]) -> None:
    extent = Extent()
    for point in points:
        extent.add(*point)
    assert extent.box is not None
    _, west, _, east = extent.box
    if west > east:
        assert west - east > 180


def test_nothing_has_no_box() -> None:
    assert Extent().box is None
    assert not Extent().is_wide
