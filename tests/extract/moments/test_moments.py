"""Every time expression is found as TimeML cuts it and lies where a reader of the day would place it."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.extract.moments.reading import TUESDAY, document, moments, one
from tocsin.extract.moments import extract_moments
from tocsin.model.layers import Found, Layers, Word
from tocsin.record import Moment, TimeKind, TimePrecision

DAYS = [
    ("The council met late on Monday.", "late on Monday", "2021-04-12"),
    ("The envoy warned them on Sunday.", "Sunday", "2021-04-11"),
    ("She will visit the port on Wednesday.", "Wednesday", "2021-04-14"),
    ("He is expected in Oslo on Tuesday.", "Tuesday", "2021-04-13"),
    ("The yard burned a week ago.", "a week ago", "2021-04-06"),
    ("Two tugs left yesterday.", "yesterday", "2021-04-12"),
    ("The ferry sails the day after tomorrow.", "the day after tomorrow", "2021-04-15"),
    ("Talks broke off last Friday.", "last Friday", "2021-04-09"),
    ("The accord of March 30 was signed by all.", "March 30", "2021-03-30"),
    ("It was signed on 3 May 2019.", "3 May 2019", "2019-05-03"),
    ("The log begins 2020-11-02.", "2020-11-02", "2020-11-02"),
    ("They gathered on Good Friday 2021.", "Good Friday 2021", "2021-04-02"),
    ("The vote is due on April 20.", "April 20", "2021-04-20"),
    ("Crews will meet the first Monday of next month.", "the first Monday of next month", "2021-05-03"),
    ("He will be back Friday next week.", "Friday next week", "2021-04-23"),
]
STRETCHES = [
    ("Four ships sank in 2014.", "2014", "2014", "2014-01-01", "2014-12-31"),
    ("Nine pilots have died this year.", "this year", "2021", "2021-01-01", "2021-04-13"),
    (
        "The yard closed the previous week.",
        "the previous week",
        "2021-04-05/2021-04-11",
        "2021-04-05",
        "2021-04-11",
    ),
    ("Exports fell in March.", "March", "2021-03", "2021-03-01", "2021-03-31"),
    ("Exports fell last May.", "last May", "2020-05", "2020-05-01", "2020-05-31"),
    ("Fog held all of last summer.", "last summer", "2020-22", "2020-06-01", "2020-08-31"),
    (
        "Profit fell in the third quarter of 2020.",
        "the third quarter of 2020",
        "2020-35",
        "2020-07-01",
        "2020-09-30",
    ),
    ("Piers of the 1960s stand.", "the 1960s", "196X", "1960-01-01", "1969-12-31"),
    ("A chart of the 19th century hangs there.", "the 19th century", "18XX", "1800-01-01", "1899-12-31"),
    ("They held it since 2014.", "since 2014", "2014/2021-04-13", "2014-01-01", "2021-04-13"),
    (
        "Guards stood from May to July 2020.",
        "from May to July 2020",
        "2020-05/2020-07",
        "2020-05-01",
        "2020-07-31",
    ),
    ("Guards stood between 2015 and 2017.", "between 2015 and 2017", "2015/2017", "2015-01-01", "2017-12-31"),
    (
        "Drills run from 4 to 22 May 2021.",
        "from 4 to 22 May 2021",
        "2021-05-04/2021-05-22",
        "2021-05-04",
        "2021-05-22",
    ),
    ("Late last year the pier fell.", "Late last year", "2020", "2020-07-01", "2020-12-31"),
    (
        "Over the last three weeks it rained.",
        "the last three weeks",
        "2021-03-23/2021-04-13",
        "2021-03-23",
        "2021-04-13",
    ),
]


@pytest.mark.parametrize(("text", "words", "day"), DAYS)
def test_a_day(text: str, words: str, day: str) -> None:
    moment = one(text)
    assert (moment.span.text, moment.first, moment.last) == (words, day, day)
    assert (moment.value, moment.precision) == (day, TimePrecision.DAY)


@pytest.mark.parametrize(("text", "words", "value", "first", "last"), STRETCHES)
def test_a_stretch(text: str, words: str, value: str, first: str, last: str) -> None:
    moment = one(text)
    assert (moment.span.text, moment.value, moment.first, moment.last) == (words, value, first, last)


def test_the_last_days_end_at_the_report_and_begin_nobody_knows_when() -> None:
    moment = one("Over the last days, shots were heard.")
    assert moment.span.text == "the last days"
    assert (moment.first, moment.last, moment.value) == (None, TUESDAY, f"/{TUESDAY}")
    assert "not said" in moment.why


@pytest.mark.parametrize(
    "words", ["on Monday", "last week", "in March", "today", "a year ago", "this summer"]
)
def test_no_anchor_no_date(words: str) -> None:
    moment = one(f"The harbour was shut {words}.", None)
    assert (moment.value, moment.first, moment.last, moment.anchor) == (None, None, None, None)
    assert "no anchor" in moment.why


def test_words_that_tell_the_date_need_no_anchor() -> None:
    moment = one("The harbour was shut on 3 May 2019.", None)
    assert (moment.first, moment.anchor) == ("2019-05-03", None)


def test_another_moment_of_the_text_is_an_anchor() -> None:
    first, second = moments("The yard burned on March 3, 2019. Two days earlier crews had left.")
    assert (second.span.text, second.first) == ("Two days earlier", "2019-03-01")
    assert second.anchor == first.id


def test_a_time_with_its_zone() -> None:
    moment = one("The siren went at 5:30 p.m. EST on March 3, 2021.")
    assert moment.kind is TimeKind.TIME
    assert (moment.timex, moment.first) == ("2021-03-03T17:30", "2021-03-03T17:30-05:00")


def test_a_part_of_a_day() -> None:
    moment = one("The siren went on Monday night.")
    assert (moment.span.text, moment.timex, moment.first) == ("Monday night", "2021-04-12TNI", "2021-04-12")
    assert moment.precision is TimePrecision.PART_OF_DAY


@pytest.mark.parametrize(
    ("words", "kind", "timex"),
    [
        ("for about ten days", TimeKind.DURATION, "P10D"),
        ("on a five-hour tour", TimeKind.DURATION, "PT5H"),
        ("every Monday", TimeKind.SET, "XXXX-WXX-1"),
        ("daily", TimeKind.SET, "P1D"),
        ("recently", TimeKind.DATE, "PAST_REF"),
        ("for several years", TimeKind.DURATION, "PXY"),
    ],
)
def test_lengths_sets_and_words_that_only_point(words: str, kind: TimeKind, timex: str) -> None:
    moment = one(f"Crews worked there {words}.")
    assert (moment.kind, moment.timex, moment.first) == (kind, timex, None)


@pytest.mark.parametrize(
    "text",
    [
        "The 2000 troops of the brigade left.",
        "The bill may pass and the crew may march home.",
        "A six-year-old boy was found.",
        "Ms. May spoke of the fall of the town.",
        "It cost $1999 and 24/7 work.",
        "Three quarters of the fleet is gone.",
        "The second boat was hit.",
        "Flight 1987 is gone.",
        "It moved the tens of thousands who live there.",
        "Guards watch it 24 hours a day.",
        "Her six-week-old son is well.",
    ],
)
def test_what_only_looks_like_a_time(text: str) -> None:
    assert moments(text) == ()


VOCABULARY = (
    "on in since from to until the last next this Monday May 12 2014 31 30 year weeks days ago two and "
    "February "
    ", . - "
    "morning 5 p.m. 9:30 quarter late mid- 13/45/2020 99 every 0 noon century hundred 3rd of within"
)
WORDS = st.sampled_from((*VOCABULARY.split(), "\n", "’s"))


@settings(deadline=None)  # the first call makes the grammar ready
@given(st.lists(WORDS, max_size=25), st.sampled_from([TUESDAY, "0001-01-01", "9999-12-31", None]))
def test_any_words_keep_the_laws(words: list[str], published: str | None) -> None:
    text = " ".join(words)
    for moment in moments(text, published):
        assert moment.span.holds(text)
        assert moment.why
        assert (moment.first or "") <= (moment.last or moment.first or "")
        if published is None and moment.anchor is None and moment.first:
            assert any(character.isdigit() for character in moment.first)


@settings(deadline=None)
@given(st.text(max_size=80))
def test_any_text_is_read(text: str) -> None:
    assert all(moment.span.holds(text) for moment in moments(text))


def test_reading_twice_gives_the_same_ids() -> None:
    text = "They met on Monday and since 2014 every week."
    assert [m.id for m in moments(text)] == [m.id for m in moments(text)]
    assert len({m.id for m in moments(text)}) == len(moments(text))


def with_words(
    text: str, tags: dict[str, str], names: tuple[tuple[str, str], ...] = ()
) -> tuple[Moment, ...]:
    """Read one sentence with Penn tags of some of its words, and with names."""
    words = tuple(
        Word(start=m.start(), end=m.end(), tag=tags.get(m[0], "NN"), head=-1, relation="root")
        for m in re.finditer(r"\w+|[^\w\s]", text)
    )
    found = tuple(
        Found(start=text.index(name), end=text.index(name) + len(name), label=label, score=1.0)
        for name, label in names
    )
    layers = Layers(sentences=((0, len(text)),), names=found, attributions=(), words=words)
    return extract_moments(document(text), layers, language="en", version="test")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The envoy flies to Oslo on Thursday.", "2021-04-15"),
        ("The port’s crews prepare for Friday.", "2021-04-16"),
        ("She is to see the miners on Wednesday.", "2021-04-14"),
        ("They agreed to reopen the lock on Sunday.", "2021-04-18"),
        ("The envoy is awaited in Oslo on Saturday.", "2021-04-17"),
        ("Anna hopes that Thursday’s talks bring something.", "2021-04-15"),
        ("The crowd cheered Thursday’s vote.", "2021-04-08"),
        ("He said that they flew in on Friday.", "2021-04-09"),
    ],
)
def test_the_verb_tells_on_which_side(text: str, day: str) -> None:
    tags = {"flies": "VBZ", "prepare": "VBP", "is": "VBZ", "see": "VB", "reopen": "VB", "agreed": "VBD",
            "awaited": "VBN", "hopes": "VBZ", "cheered": "VBD", "said": "VBD", "flew": "VBD"}  # fmt: skip
    assert [moment.first for moment in with_words(text, tags)] == [day]


def test_a_year_that_ended_lies_behind() -> None:
    day = moments("In the fiscal year ended Jan. 31, the yard lost money.", "2021-11-01")[-1]
    assert day.first == "2021-01-31"


def test_far_behind_and_near_ahead_is_ahead() -> None:
    week = one("Talks could begin in the first week of June, the guard said.", "2021-05-11")
    assert (week.span.text, week.first) == ("the first week of June", "2021-05-31")


@pytest.mark.parametrize(("tag", "words"), [("IN", "Tuesday"), ("DT", "that Tuesday")])
def test_a_conjunction_is_no_part_of_a_day(tag: str, words: str) -> None:
    found = with_words("The pilot said that Tuesday was too early.", {"that": tag, "was": "VBD"})
    assert [moment.span.text for moment in found] == [words]


@pytest.mark.parametrize(
    ("text", "kind", "timex"),
    [
        ("Two bridges have been mended in three weeks.", TimeKind.DURATION, "P3W"),
        ("Two bridges will be mended in three weeks.", TimeKind.DATE, "2021-05-04"),
        ("Prices had risen in ten days.", TimeKind.DURATION, "P10D"),
        ("Hours earlier the pier had burned.", TimeKind.DURATION, "PTXH"),
        ("The crossing took 2 1/2 hours.", TimeKind.DURATION, "PT2H30M"),
        ("The pier burned before dawn on Saturday.", TimeKind.TIME, "2021-04-10TMO"),
        ("The pier burned in the early hours of Sunday.", TimeKind.DATE, "2021-04-11"),
    ],
)
def test_lengths_and_parts_of_days(text: str, kind: TimeKind, timex: str) -> None:
    assert [(moment.kind, moment.timex) for moment in moments(text)] == [(kind, timex)]


def test_a_part_of_a_name_is_no_time() -> None:
    names = (("Daily Lantern", "ORG"), ("Good Friday Agreement", "MISC"))
    found = with_words("The Daily Lantern of Monday told of the Good Friday Agreement.", {}, names)
    assert [moment.span.text for moment in found] == ["Monday"]
    assert with_words("Daily Lantern saw none of it.", {"Daily": "NNP", "Lantern": "NNP"}) == ()
    assert [moment.span.text for moment in moments("A daily lantern is lit.")] == ["daily"]


def test_a_year_ago_is_the_quarter_before_unless_months_are_counted() -> None:
    start = "Sales rose in the third quarter. "
    text = (
        start + "They had fallen a year ago. In the first nine months they fell, from a rise a year earlier."
    )
    assert [m.timex for m in moments(text, "2021-11-02")] == ["2021-Q3", "2020-Q3", "P9M", "2020"]
