from datetime import UTC, date, datetime, time, timedelta, timezone
from email.utils import format_datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tocsin.errors import DateError
from tocsin.read.dates import day_in_name, day_in_url, parse_date, published
from tocsin.record import FoundIn, Precision, Published

DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2199, 12, 31))
ZONES = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
MOMENTS = st.builds(
    lambda day, seconds, zone: datetime.combine(day, time(0), zone) + timedelta(seconds=seconds),
    st.dates(min_value=date(1900, 1, 2), max_value=date(2199, 12, 29)),
    st.integers(0, 24 * 60 * 60 - 1),
    ZONES,
)


@settings(deadline=None)
@given(DAYS)
def test_a_day_is_itself(day: date) -> None:
    assert parse_date(f" {day.isoformat()} ") == (day.isoformat(), Precision.DAY)


@settings(deadline=None)
@given(MOMENTS)
def test_a_moment_keeps_its_time_and_zone(moment: datetime) -> None:
    when, precision = parse_date(moment.isoformat())
    assert precision is Precision.MINUTE
    assert datetime.fromisoformat(when) == moment
    assert datetime.fromisoformat(when).utcoffset() == moment.utcoffset()


@settings(deadline=None)
@given(MOMENTS)
def test_mail_dates_are_read(moment: datetime) -> None:
    when, _ = parse_date(format_datetime(moment))
    assert datetime.fromisoformat(when) == moment


@pytest.mark.parametrize(
    ("written", "when"),
    [
        ("2021-04-13T16:20:00+02:00", "2021-04-13T16:20:00+02:00"),
        ("2021-04-13T16:20+0200", "2021-04-13T16:20:00+02:00"),
        ("2021-04-13T14:20:00Z", "2021-04-13T14:20:00+00:00"),
        ("2021-04-13t14:20:00.123z", "2021-04-13T14:20:00+00:00"),
        ("2021-04-13 14:20 UTC", "2021-04-13T14:20:00+00:00"),
        ("Tue, 13 Apr 2021 16:20:00 +0200", "2021-04-13T16:20:00+02:00"),
        ("13 Apr 2021 14:20:00 GMT", "2021-04-13T14:20:00+00:00"),
    ],
)
def test_forms_of_a_moment(written: str, when: str) -> None:
    assert parse_date(written) == (when, Precision.MINUTE)


@pytest.mark.parametrize(
    "written", ["2021-04-13T16:20:00", "2021-04-13 16:20", "Tue, 13 Apr 2021 16:20:00 -0000"]
)
def test_a_time_without_a_zone_is_known_to_the_day(written: str) -> None:
    assert parse_date(written) == ("2021-04-13", Precision.DAY)


@pytest.mark.parametrize(
    "written",
    [
        "",
        "yesterday",
        "13/04/2021",
        "04-13-2021",
        "2021-13-04",
        "2021-02-30",
        "2021-04",
        "2021",
        "20210413",
        "2021-04-13T25:00Z",
        "2021-04-13T16:20+99:00",
        "Tue, 32 Apr 2021 16:20:00 +0200",
        "13 Avr 2021 16:20:00 +0200",
        "April 13, 2021",
        "0001-01-01",
        "2021-04-13; DROP TABLE",
        "٢٠٢١-٠٤-١٣",
    ],
)
def test_a_wrong_date_is_refused_with_the_forms_we_take(written: str) -> None:
    with pytest.raises(DateError) as raised:
        parse_date(written)
    assert repr(written) in raised.value.message
    assert "2021-04-13T16:20:00+02:00" in raised.value.advice


def test_a_long_wrong_date_is_told_in_short() -> None:
    with pytest.raises(DateError) as raised:
        parse_date("x" * 500)
    assert len(raised.value.message) < 120


@settings(deadline=None)
@given(st.text(max_size=40))
def test_any_text_is_a_date_or_a_date_error(written: str) -> None:
    try:
        when, _ = parse_date(written)
    except DateError:
        return
    datetime.fromisoformat(when)


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://a.example/2021/04/13/talks", "2021-04-13"),
        ("https://a.example/world/2021/apr/13/talks-go-on", "2021-04-13"),
        ("https://a.example/2021/4/3/talks", "2021-04-03"),
        ("https://a.example/2021/04/13", "2021-04-13"),
        ("https://a.example/2021-04-13/talks", "2021-04-13"),
        ("https://a.example/talks-2021-04-13.html", "2021-04-13"),
        ("https://a.example/2021/04/talks", None),
        ("https://a.example/2021/13/04/talks", None),
        ("https://a.example/2021/xyz/04/talks", None),
        ("https://a.example/talks?on=2021-04-13", None),
        ("https://a.example/2021/04/13/on-2020-01-01", None),
        ("https://a.example/2021/04/13/again-2021-04-13", "2021-04-13"),
        ("https://a.example/id/12021-04-130", None),
        ("https://a.example/1/2/3", None),
        ("http://[broken/2021/04/13/", None),
        ("", None),
    ],
)
def test_days_in_addresses(url: str, day: str | None) -> None:
    assert day_in_url(url) == day


@pytest.mark.parametrize(
    ("origin", "day"),
    [
        ("reports/daily-meridian-2021-04-12.txt", "2021-04-12"),
        ("2021-04-12.txt", "2021-04-12"),
        ("C:\\reports\\2021-04-12-talks.md", "2021-04-12"),
        ("post-2021-04-12-front-line.html", "2021-04-12"),
        ("2021-04-12/talks.txt", None),
        ("from-2021-04-12-to-2021-04-14.txt", None),
        ("2021-04-31.txt", None),
        ("a-12-2021-04-12.txt", None),
        ("2021-04-12-15.txt", None),
        ("wire-2021-04-12.jsonl:3", None),
        ("-", None),
        ("https://a.example/2021-04-12", None),
    ],
)
def test_days_in_file_names(origin: str, day: str | None) -> None:
    assert day_in_name(origin) == day


def test_the_best_source_wins() -> None:
    sources = {
        "option": "2021-04-15",
        "field": "2021-04-14",
        "page": "2021-04-13",
        "url": "https://a.example/2021/04/12/x",
        "origin": "2021-04-11.txt",
    }
    order = (FoundIn.OPTION, FoundIn.FIELD, FoundIn.PAGE, FoundIn.URL, FoundIn.FILE_NAME)
    days = ("2021-04-15", "2021-04-14", "2021-04-13", "2021-04-12", "2021-04-11")
    left: dict[str, str | None] = dict(sources)
    for key, found_in, day in zip(sources, order, days, strict=True):
        expected = Published(when=day, precision=Precision.DAY, found_in=found_in)
        assert published(**left) == expected
        left[key] = None
    assert published(**left) is None


def test_a_wrong_option_is_an_error_and_not_passed_over() -> None:
    with pytest.raises(DateError, match="'tomorrow' is no date"):
        published(option="tomorrow", field="2021-04-13", page=None, url=None, origin="a.txt")


def test_a_wrong_field_is_an_error_that_names_the_report() -> None:
    with pytest.raises(DateError, match=r"wire\.jsonl:3: published: '13\.4\.'"):
        published(option=None, field="13.4.", page=None, url=None, origin="wire.jsonl:3")


def test_a_wrong_date_in_a_page_is_no_date() -> None:
    found = published(option=None, field=None, page="soon", url=None, origin="2021-04-11.txt")
    assert found is not None
    assert found.found_in is FoundIn.FILE_NAME


def test_blank_says_nothing() -> None:
    assert published(option=" ", field="", page="", url="", origin="") is None


def test_utc_is_kept_as_an_offset() -> None:
    when, _ = parse_date(datetime(2021, 4, 13, tzinfo=UTC).isoformat())
    assert when == "2021-04-13T00:00:00+00:00"
