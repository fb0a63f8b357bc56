"""The example reports of the repository, read from gathering to blocks."""

from pathlib import Path

import pytest

from tests.read.making import words_of
from tocsin.gather import gather
from tocsin.read import read
from tocsin.record import BlockKind, Capture, Document, FoundIn

REPORTS = Path(__file__).parents[2] / "examples" / "reports"


@pytest.fixture(scope="module")
def documents() -> dict[str, Document]:
    """Return all example reports by the end of their origin."""
    found = list(gather([str(REPORTS)], stdin=None, fetched="2021-04-16T08:00:00+00:00"))
    captures = [item for item in found if isinstance(item, Capture)]
    assert len(captures) == len(found), "a report could not be gathered"
    return {Path(capture.origin).name: read(capture) for capture in captures}


def test_all_are_read_with_title_date_and_language(documents: dict[str, Document]) -> None:
    assert len(documents) >= 10
    for name, report in documents.items():
        assert report.title, name
        assert report.published, name
        assert report.published.when.startswith("2021-04-1"), name
        assert report.language == "en", name
        assert "\ufffd" not in report.text, name


def test_outlets_are_known_where_the_report_says_them(documents: dict[str, Document]) -> None:
    outlets = {
        "example-wire": "Example Wire",
        "harbour-post": "The Harbour Post",
        "kontinent": "Kontinent Online",
    }
    for start, outlet in outlets.items():
        assert {report.outlet for name, report in documents.items() if name.startswith(start)} == {outlet}


def test_dates_are_taken_from_the_best_place(documents: dict[str, Document]) -> None:
    places = {
        "daily": FoundIn.FILE_NAME,
        "example-wire": FoundIn.FIELD,
        "harbour": FoundIn.FIELD,
        "kontinent": FoundIn.PAGE,
    }
    for start, found_in in places.items():
        reports = [report for name, report in documents.items() if name.startswith(start)]
        assert {report.published.found_in for report in reports if report.published} == {found_in}


def test_windows_1252_and_its_line_endings_are_kept(documents: dict[str, Document]) -> None:
    text = documents["daily-meridian-2021-04-12.txt"].text
    assert "Sergueï" in text
    assert "\r\n" in text
    assert text.encode("cp1252") == (REPORTS / "daily-meridian-2021-04-12.txt").read_bytes()


def test_teasers_are_marked_wherever_they_stand(documents: dict[str, Document]) -> None:
    for name, report in documents.items():
        for line in report.text.splitlines():
            if "Read also:" in line or line.strip("*").startswith("Listen to"):
                assert report.block_at(report.text.index(line)) is BlockKind.READ_ALSO, (name, line)


def test_no_navigation_is_left_in_pages(documents: dict[str, Document]) -> None:
    for name, report in documents.items():
        if name.endswith(".html"):
            for words in (
                "cookies",
                "Subscribe",
                "Most read",
                "Imprint",
                "free articles",
                "Advertisement",
                "Skip to",
            ):
                assert words not in report.text, (name, words)
            assert report.blocks[0].kind is BlockKind.TITLE, name


def test_wire_stories_have_datelines_and_desk_lines(documents: dict[str, Document]) -> None:
    wire = [report for name, report in documents.items() if name.startswith("example-wire")]
    assert all(report.dateline and report.dateline.endswith("(Example Wire)") for report in wire)
    assert sum(bool(words_of(report, BlockKind.CREDIT)) for report in wire) >= 3


def test_wrapped_lines_make_paragraphs(documents: dict[str, Document]) -> None:
    report = documents["daily-meridian-2021-04-15.txt"]
    bodies = words_of(report, BlockKind.BODY)
    assert len(bodies) < 15
    assert all(body.rstrip('"').endswith((".", ",")) for body in bodies)


def test_the_correction_is_one(documents: dict[str, Document]) -> None:
    (correction,) = words_of(documents["harbour-post-2021-04-13-nato-tells-russia.md"], BlockKind.CORRECTION)
    assert correction.startswith("*Correction:")
