from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tocsin.knowledge.dates import first_day, is_date, last_day, overlap

DAYS = st.dates(min_value=date(1000, 1, 1)).map(date.isoformat)
DATES = st.builds(lambda day, length: day[:length], DAYS, st.sampled_from([4, 7, 10]))


@given(DATES)
def test_a_date_begins_before_it_ends_and_is_of_one_length(text: str) -> None:
    assert is_date(text)
    assert is_date(first_day(text))
    assert is_date(last_day(text))
    assert first_day(text)[: len(text)] == last_day(text)[: len(text)] == text
    assert first_day(text) <= last_day(text)


@given(DATES, st.sampled_from("?~%"))
def test_a_doubt_does_not_change_the_days(text: str, doubt: str) -> None:
    assert is_date(text + doubt)
    assert (first_day(text + doubt), last_day(text + doubt)) == (first_day(text), last_day(text))


@given(st.dates(min_value=date(1000, 1, 1), max_value=date(9000, 1, 1)))
def test_the_day_after_a_month_is_in_the_next(day: date) -> None:
    last = date.fromisoformat(last_day(day.isoformat()[:7]))
    assert (last + timedelta(days=1)).day == 1


@given(DATES, DATES, DATES)
def test_what_overlaps_a_day_overlaps_its_year(first: str, last: str, day: str) -> None:
    if overlap(first, last, day):
        assert overlap(first, last, day[:4])


@given(DATES)
def test_open_ends_hold_every_date(day: str) -> None:
    assert overlap(None, None, day)
    assert overlap(day, day, day)
