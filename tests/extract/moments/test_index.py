"""The moment within a span is the widest there, a dated one before one that only points."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.extract.moments.reading import moments
from tocsin.extract.moments import MomentIndex, moment_at
from tocsin.extract.moments.index import when

TEXT = "Recently, on Monday, crews said that they have held the mole since 2014 and will leave in May."


def test_the_widest_counts() -> None:
    start = TEXT.index("they")
    found = moment_at(moments(TEXT), start, TEXT.index(" and"))
    assert found is not None
    assert found.span.text == "since 2014"


def test_a_dated_one_goes_before_one_that_points() -> None:
    found = moment_at(moments(TEXT), 0, TEXT.index("crews"))
    assert found is not None
    assert found.span.text == "Monday"
    assert when(found).first == found.first


def test_none_where_none_stands() -> None:
    assert moment_at(moments(TEXT), TEXT.index("crews"), TEXT.index("since")) is None


@settings(deadline=None)  # the first call makes the grammar ready
@given(st.integers(0, len(TEXT)), st.integers(0, len(TEXT)))
def test_what_is_within_lies_within(start: int, end: int) -> None:
    for moment in MomentIndex.of(moments(TEXT)).within(start, end):
        assert start <= moment.span.start < moment.span.end <= end
