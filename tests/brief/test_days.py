from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.brief.days import heading, instant, written


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        ("2021-04-03", "3 April 2021"),
        ("2021-12-31T23:05:00+00:00", "31 December 2021, 23:05 UTC"),
        ("2021-12-31T23:05:00Z", "31 December 2021, 23:05 UTC"),
        ("2021-12-31T23:05:00-05:00", "31 December 2021, 23:05 UTC-05:00"),
        ("2021-12-31T23:05", "31 December 2021, 23:05"),
    ],
)
def test_written(when: str, expected: str) -> None:
    assert written(when) == expected


@given(st.dates())
def test_a_day_is_written_for_every_date(day: date) -> None:
    assert heading(day.isoformat()).endswith(written(day.isoformat()))


def test_moments_of_many_zones_compare() -> None:
    assert instant("2021-04-14T01:00:00+09:00") < instant("2021-04-13T17:00:00Z")
    assert instant("2021-04-13T00:00:00") == instant("2021-04-13")
