from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tocsin.errors import DateError
from tocsin.record import FoundIn, Precision, Published
from tocsin.store.instants import first_instant, known_at, last_instant

ZONES = st.integers(min_value=-14 * 60, max_value=14 * 60).map(lambda m: timezone(timedelta(minutes=m)))
MOMENTS = st.datetimes(min_value=datetime(1900, 1, 1), max_value=datetime(2199, 1, 1), timezones=ZONES)  # noqa: DTZ001


@pytest.mark.parametrize(
    ("when", "first", "last"),
    [
        ("2021-04-13", "2021-04-13T00:00:00Z", "2021-04-13T23:59:59Z"),
        ("2021-04-13T09:30", "2021-04-13T09:30:00Z", "2021-04-13T09:30:00Z"),
        ("2021-04-13 09:30", "2021-04-13T09:30:00Z", "2021-04-13T09:30:00Z"),
        ("2021-04-13T00:10+03:00", "2021-04-12T21:10:00Z", "2021-04-12T21:10:00Z"),
        ("2021-04-13T09:30:15.999999Z", "2021-04-13T09:30:15Z", "2021-04-13T09:30:15Z"),
        ("0099-01-02", "0099-01-02T00:00:00Z", "0099-01-02T23:59:59Z"),
    ],
)
def test_a_day_is_all_of_itself_and_a_time_is_one_instant(when: str, first: str, last: str) -> None:
    assert first_instant(when) == first
    assert last_instant(when) == last


@pytest.mark.parametrize(
    "when", ["", "yesterday", "2021-02-29", "2021-04", "13.04.2021", "0001-01-01T00:00+05:00"]
)
def test_what_is_no_date_is_refused_with_advice(when: str) -> None:
    for instant in (first_instant, last_instant):
        with pytest.raises(DateError, match="is no date") as refused:
            instant(when)
        assert "2021-04-13" in refused.value.advice


@settings(deadline=None)
@given(MOMENTS, st.timedeltas(min_value=timedelta(seconds=1), max_value=timedelta(days=4000)))
def test_instants_as_text_are_in_the_order_of_time(moment: datetime, later: timedelta) -> None:
    assert first_instant(moment.isoformat()) < first_instant((moment + later).isoformat())


@settings(deadline=None)
@given(st.dates())
def test_a_day_holds_its_times(day: object) -> None:
    assert first_instant(str(day)) <= first_instant(f"{day}T12:00") <= last_instant(str(day))


def test_a_report_of_a_day_is_known_when_the_day_is_over() -> None:
    def published(when: str, precision: Precision) -> Published:
        return Published(when=when, precision=precision, found_in=FoundIn.FIELD)

    recorded = "2026-11-20T08:00:00+00:00"
    assert known_at(published("2021-04-13", Precision.DAY), recorded) == "2021-04-13T23:59:59Z"
    assert known_at(published("2021-04-13T09:30", Precision.MINUTE), recorded) == "2021-04-13T09:30:00Z"
    assert known_at(published("2021-04-13T09:30", Precision.DAY), recorded) == "2021-04-13T23:59:59Z"
    assert known_at(None, recorded) == "2026-11-20T08:00:00Z"
