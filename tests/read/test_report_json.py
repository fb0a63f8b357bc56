import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.read.making import document
from tocsin.errors import DateError, FormatError
from tocsin.record import FoundIn

TEXT = "KYIV, April 13 (Example Wire) — Nobody would say whether the talks had begun.\r\n\r\nThey had.\r\n"
FIELDS = {
    "text": TEXT,
    "title": "Talks or no talks",
    "url": "https://wire.example/2021-04-13/talks",
    "outlet": "Example Wire",
    "published": "2021-04-13T14:05:00Z",
    "byline": "D. Sample",
    "language": "en-GB",
}


def test_a_report_with_all_its_fields() -> None:
    report = document(json.dumps(FIELDS), "wire.jsonl:3")
    assert report.text == TEXT
    assert report.title == "Talks or no talks"
    assert report.url == FIELDS["url"]
    assert report.outlet == "Example Wire"
    assert report.byline == "D. Sample"
    assert report.language == "en"
    assert report.origin == "wire.jsonl:3"
    assert report.dateline == "KYIV, April 13 (Example Wire)"
    assert report.published is not None
    assert report.published.when == "2021-04-13T14:05:00+00:00"
    assert report.published.found_in is FoundIn.FIELD


def test_the_title_is_not_put_into_the_text() -> None:
    assert document(json.dumps(FIELDS), "a.json").text == TEXT


def test_text_alone_is_enough_and_other_fields_are_passed_over() -> None:
    report = document(json.dumps({"text": "Nothing was said.", "licence": 3, "tags": ["a"]}), "a.json")
    assert report.text == "Nothing was said."
    assert report.published is None


def test_html_is_read_as_a_page_and_fields_go_before_the_page() -> None:
    sentences = "The spokesman said that nothing had been decided. " * 6
    html = f"<html><title>Page title</title><body><article><p>{sentences}</p></article></body></html>"
    report = document(json.dumps({"html": html, "title": "Given title", "outlet": "Given"}), "a.jsonl:1")
    assert "nothing had been decided" in report.text
    assert (report.title, report.outlet) == ("Given title", "Given")


def test_a_fragment_of_html_is_read() -> None:
    html = "<p>" + "The envoy said that the talks would go on for as long as they had to. " * 4 + "</p>"
    assert "the talks would go on" in document(json.dumps({"html": html}), "a.json").text


def test_text_goes_before_html() -> None:
    assert document('{"text": "Kyiv denies it.", "html": "<p>x</p>"}', "a.json").text == "Kyiv denies it."


def test_null_and_blank_fields_say_nothing() -> None:
    body = {"text": "Kyiv denies it.", "title": None, "url": "", "published": " ", "outlet": "  "}
    report = document(json.dumps(body), "a.json")
    assert (report.title, report.url, report.published, report.outlet) == (None, None, None, None)


def test_a_byte_order_mark_does_no_harm() -> None:
    assert document(b'\xef\xbb\xbf{"text": "Kyiv denies it."}', "a.json").text == "Kyiv denies it."


@pytest.mark.parametrize(
    ("body", "origin", "where"),
    [
        ('{"text": "Kyiv', "wire.jsonl:3", "wire.jsonl:3, column 10"),
        ('{"text": "Kyiv",}', "wire.jsonl:3", "wire.jsonl:3, column"),
        ('{\n "text": "Kyiv"\n "title": "x"}', "a.json", "a.json:3, column 2"),
        ("{'text': 'Kyiv'}", "-:1", "-:1, column 2"),
    ],
)
def test_broken_json_is_named_by_line_and_column(body: str, origin: str, where: str) -> None:
    with pytest.raises(FormatError) as raised:
        document(body, origin if origin[0] != "-" else "std.jsonl:1")
    assert raised.value.message.startswith(where.replace("-:1", "std.jsonl:1"))
    assert "broken JSON" in raised.value.message


def test_lines_of_reports_in_a_json_file_are_told_their_suffix() -> None:
    with pytest.raises(FormatError) as raised:
        document('{"text": "One."}\n{"text": "Two."}', "a.json")
    assert ".jsonl" in raised.value.advice


@pytest.mark.parametrize(
    ("body", "what"),
    [
        ('[{"text": "Kyiv"}]', "a list where an object"),
        ('"Kyiv denies it"', "a string where an object"),
        ("12", "a number where an object"),
        ("null", "null where an object"),
        ('{"title": "Kyiv"}', "neither text nor html"),
        ('{"text": " ", "title": "Kyiv"}', "is empty"),
        ('{"text": ["Kyiv"]}', "text is a list, not a string"),
        ('{"text": "Kyiv", "title": 3}', "title is a number, not a string"),
        ('{"text": "Kyiv", "published": 20210413}', "published is a number"),
        ('{"text": "Kyiv", "url": {"href": "x"}}', "url is an object"),
        ('{"text": "Kyiv", "byline": true}', "byline is true or false"),
        ('{"text": "Kyiv\\u0000"}', "NUL"),
        ("[" * 100_000 + "Kyiv", "no report"),
        ('{"text": "Kyiv", "n": ' + "9" * 5000 + "}", "no report"),
    ],
)
def test_what_is_no_report_is_refused_by_name(body: str, what: str) -> None:
    with pytest.raises(FormatError) as raised:
        document(body, "a.json")
    assert raised.value.message.startswith("a.json: ")
    assert what in raised.value.message
    assert raised.value.advice


def test_a_wrong_date_names_report_and_field() -> None:
    with pytest.raises(DateError, match=r"a\.jsonl:7: published: 'last Tuesday'"):
        document('{"text": "Kyiv", "published": "last Tuesday"}', "a.jsonl:7")


def test_half_a_surrogate_pair_becomes_the_replacement_character() -> None:
    assert document('{"text": "Kyiv \\ud83d denies"}', "a.json").text == "Kyiv \ufffd denies"


@settings(deadline=None)
@given(st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\x00")))
def test_any_text_comes_through_json_unchanged(text: str) -> None:
    whole = f"Kyiv {text}"
    assert document(json.dumps({"text": whole}), "a.json").text == whole


@settings(deadline=None)
@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(), st.lists, max_leaves=5))
def test_any_value_of_text_is_read_or_refused(value: object) -> None:
    try:
        report = document(json.dumps({"text": value}), "a.json")
    except FormatError:
        return
    assert report.text == value
