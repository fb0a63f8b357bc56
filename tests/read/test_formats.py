import codecs
from dataclasses import replace

import pytest

from tests.read.making import capture, document, words_of
from tocsin.errors import DateError, FormatError
from tocsin.read import FORMATS, read
from tocsin.record import BlockKind, Document, FoundIn, Hints

ENGLISH = (
    "The ministry denied on Tuesday that its soldiers had crossed the river.\r\n\r\n"
    "“Nobody crossed anything,” a spokesman said.\r\n"
)
FRONT = (
    "---\ntitle: A river, uncrossed\noutlet: Harbour Post\npublished: 2021-04-12\nbyline: N. Example\n---\n"
    "\n*The river on Monday. Photograph: Example Pictures*\n\nThe ministry denied it."
    "\n\n## What next\n\nNobody knows what is next.\n"
)


def test_every_kind_of_report_has_one_format() -> None:
    assert [known.media_type for known in FORMATS] == [
        "text/plain",
        "text/markdown",
        "text/html",
        "application/json",
    ]


def test_plain_text_is_the_input_unchanged() -> None:
    report = document(codecs.BOM_UTF8 + ENGLISH.encode())
    assert report.text == ENGLISH
    assert document(ENGLISH.encode("cp1252")).text == ENGLISH


def test_what_nobody_says_stays_unknown() -> None:
    report = document(ENGLISH)
    assert report.title is None
    assert report.url is None
    assert report.outlet is None
    assert report.byline is None
    assert report.dateline is None
    assert report.published is None
    assert report.version_of is None
    assert report.language == "en"
    assert report.origin == "report.txt"
    assert report.fetched == "2021-04-16T08:00:00+00:00"


def test_markdown_is_all_after_the_front_matter_unchanged() -> None:
    report = document(FRONT, "a.md")
    assert report.text == FRONT.split("---\n", 2)[2]
    assert (report.title, report.outlet, report.byline) == (
        "A river, uncrossed",
        "Harbour Post",
        "N. Example",
    )
    assert report.published is not None
    assert report.published.found_in is FoundIn.FIELD
    assert words_of(report, BlockKind.CAPTION) == ["*The river on Monday. Photograph: Example Pictures*"]
    assert words_of(report, BlockKind.SUBHEAD) == ["## What next"]


def test_the_first_heading_of_markdown_is_its_title() -> None:
    report = document("# A river, *uncrossed*\n\nThe ministry denied it, and went on denying it.\n", "a.md")
    assert report.title == "A river, uncrossed"
    assert words_of(report, BlockKind.TITLE) == ["# A river, *uncrossed*"]


def test_front_matter_without_a_report_is_refused() -> None:
    with pytest.raises(FormatError, match=r"a\.md: nothing but front matter"):
        document("---\ntitle: A\n---\n\n", "a.md")


def test_the_headline_of_plain_text_is_its_title() -> None:
    report = document(f"Ministry denies crossing the river\r\n\r\n{ENGLISH}")
    assert report.title == "Ministry denies crossing the river"
    assert report.text.startswith("Ministry denies crossing the river\r\n")


def test_options_go_before_fields_and_fields_before_what_is_found() -> None:
    given = capture(FRONT, "2021-04-10.md", hints=Hints(outlet="Hinted", title="Hinted"))
    report = read(given, options=Hints(title="Said", published="2021-04-13T10:00Z"))
    assert (report.title, report.outlet, report.byline) == ("Said", "Hinted", "N. Example")
    assert report.published is not None
    assert report.published.when == "2021-04-13T10:00:00+00:00"
    assert report.published.found_in is FoundIn.OPTION


def test_the_day_is_taken_from_address_then_from_the_file_name() -> None:
    by_name = document(ENGLISH, "daily-2021-04-12.txt")
    by_url = document(ENGLISH, "daily-2021-04-12.txt", url="https://a.example/2021/04/11/river")
    assert by_name.published is not None
    assert (by_name.published.when, by_name.published.found_in) == ("2021-04-12", FoundIn.FILE_NAME)
    assert by_url.published is not None
    assert (by_url.published.when, by_url.published.found_in) == ("2021-04-11", FoundIn.URL)


def test_a_wrong_option_is_a_date_error() -> None:
    with pytest.raises(DateError, match="12 o'clock"):
        document(ENGLISH, published="12 o'clock")


def test_the_id_is_of_text_and_publication_and_not_of_the_place_on_disk() -> None:
    one = document(ENGLISH, "a.txt", outlet="Example Daily", published="2021-04-13")
    two = document(ENGLISH, "moved/b.txt", outlet="Example Daily", published="2021-04-13")
    other = document(ENGLISH, "a.txt", outlet="Example Weekly", published="2021-04-13")
    assert one.id == two.id
    assert one.id != other.id
    assert one.id == Document.make_id(ENGLISH, url=None, outlet="Example Daily", published="2021-04-13")


def test_an_unknown_type_is_refused_with_those_we_read() -> None:
    with pytest.raises(FormatError) as raised:
        read(replace(capture(ENGLISH), media_type="application/pdf"))
    assert "application/pdf" in raised.value.message
    assert "text/html" in raised.value.advice


def test_reading_is_a_function_of_its_input() -> None:
    assert document(FRONT, "a.md") == document(FRONT, "a.md")


def test_a_given_language_is_kept_and_nonsense_is_not() -> None:
    assert document(ENGLISH, language="uk-UA").language == "uk"
    assert document(ENGLISH, language="English").language == "en"


@pytest.mark.parametrize("suffix", ["txt", "md", "html", "json"])
@pytest.mark.parametrize("body", [b"", b"  \n", b"%PDF-1.4", b"\x89PNG\r\n\x1a\n\x00", b"a\x00b"])
def test_bodies_that_hold_no_report_are_refused_in_every_format(suffix: str, body: bytes) -> None:
    with pytest.raises(FormatError) as raised:
        document(body, f"folder/a.{suffix}")
    assert raised.value.message.startswith(f"folder/a.{suffix}: ")
    assert raised.value.advice
