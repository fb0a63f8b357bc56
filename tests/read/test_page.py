import pytest
import trafilatura
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.read.making import document, words_of
from tests.read.pages import CAPTION, JSON_LD, LINKS_ONLY, META, PARAGRAPHS, page
from tocsin.errors import FormatError
from tocsin.record import BlockKind, FoundIn, Precision


def test_the_article_is_read_and_what_surrounds_it_is_gone() -> None:
    report = document(page(), "a.html")
    for paragraph in PARAGRAPHS:
        assert paragraph in report.text
    for word in ("Home", "Sport", "candles", "Imprint", "All rights reserved", "photo essay"):
        assert word not in report.text


def test_paragraphs_are_lines() -> None:
    lines = document(page(), "a.html").text.split("\n")
    assert PARAGRAPHS[1] in lines
    assert all(line == line.strip() and line for line in lines)


def test_metadata_is_taken() -> None:
    report = document(page(), "a.html")
    assert report.title == "Ministry denies crossing the river"
    assert report.outlet == "Example Online"
    assert report.byline == "Nora Example"
    assert report.url == "https://online.example/world/river-denial"
    assert report.dateline == "VIENNA"
    assert report.language == "en"


def test_blocks_of_a_page() -> None:
    report = document(page(), "a.html")
    kinds = [block.kind.value for block in report.blocks]
    assert kinds == ["title", "caption", "dateline", "body", "subhead", "body", "body", "body", "read-also"]
    assert words_of(report, BlockKind.SUBHEAD) == ["What was said"]


def test_captions_are_kept_and_marked() -> None:
    assert words_of(document(page(), "a.html"), BlockKind.CAPTION) == [CAPTION]


LEAD = "The bridge on Monday, seen from the town hall."


def with_lead(caption: str) -> str:
    """Return a page whose lead picture stands outside the element of the article."""
    figure = f'<div class="hero"><figure><img src="l.jpg"><figcaption>{caption}</figcaption></figure></div>'
    whole = page(h1=None, caption=None)
    return whole.replace(
        "<main>", f"<header><h1>Ministry denies crossing the river</h1>{figure}</header><main>", 1
    )


def test_the_caption_of_a_lead_picture_outside_the_article_is_kept() -> None:
    report = document(with_lead(LEAD), "a.html")
    assert words_of(report, BlockKind.CAPTION) == [LEAD]
    assert report.text.split("\n")[:2] == ["Ministry denies crossing the river", LEAD]


def test_a_caption_that_the_article_has_is_not_doubled() -> None:
    assert document(page(), "a.html").text.count(CAPTION) == 1


def test_a_caption_without_a_credit_is_known_by_its_markup() -> None:
    report = document(page(caption="The bridge on Monday, when nobody was there."), "a.html")
    assert words_of(report, BlockKind.CAPTION) == ["The bridge on Monday, when nobody was there."]


@pytest.mark.parametrize("caption", ["Play", "<a href='/x'>Who crossed the river? A photo essay</a>"])
def test_labels_and_links_are_no_captions(caption: str) -> None:
    assert words_of(document(page(caption=caption), "a.html"), BlockKind.CAPTION) == []


def test_the_time_of_publication_keeps_its_zone() -> None:
    report = document(page(), "a.html")
    assert report.published is not None
    assert report.published.when == "2021-04-13T17:10:00+02:00"
    assert report.published.precision is Precision.MINUTE
    assert report.published.found_in is FoundIn.PAGE


@pytest.mark.parametrize(
    ("head", "when"),
    [
        (META, "2021-04-13T15:10:00+00:00"),
        (JSON_LD.replace("2021-04-13T17:10:00+02:00", "soon"), "2020-01-01"),
        (META + JSON_LD.replace("{", "", 1), "2021-04-13T15:10:00+00:00"),
        ('<meta name="date" content="2021-04-12">', "2021-04-12"),
    ],
)
def test_other_places_of_the_date(head: str, when: str) -> None:
    report = document(page(head=head), "a.html")
    assert report.published is not None
    assert report.published.when == when


def test_a_page_that_says_no_date_has_that_of_its_address_or_none() -> None:
    dated = document(page(head="", url="https://online.example/2021/04/12/river"), "a.html")
    assert dated.published is not None
    assert dated.published.when == "2021-04-12"
    assert document(page(head=""), "a.html").published is None


def test_options_go_before_the_page() -> None:
    report = document(page(), "a.html", outlet="Said", published="2021-04-15", url="https://said.example/")
    assert report.outlet == "Said"
    assert report.url == "https://said.example/"
    assert report.published is not None
    assert report.published.found_in is FoundIn.OPTION


def test_a_headline_that_the_article_lacks_is_put_before_it() -> None:
    report = document(page(h1=None), "a.html")
    assert report.text.startswith("Ministry denies crossing the river\n")
    assert words_of(report, BlockKind.TITLE) == ["Ministry denies crossing the river"]


def test_a_headline_that_is_worded_otherwise_is_not_doubled() -> None:
    report = document(page(h1="Ministry denies crossing the great river"), "a.html")
    assert report.text.count("denies crossing") == 1
    assert words_of(report, BlockKind.TITLE) == ["Ministry denies crossing the great river"]


def test_the_section_before_the_headline_is_gone() -> None:
    assert document(page(), "a.html").text.startswith("Ministry denies")


def test_the_outlets_name_is_no_part_of_the_title() -> None:
    head = META.replace(
        'content="Ministry denies crossing the river"', 'content="No crossing, they say | Example Online"'
    )
    assert document(page(head=head, h1=None), "a.html").title == "No crossing, they say"


@pytest.mark.parametrize("encoding", ["utf-8", "windows-1252", "utf-16"])
def test_pages_in_the_encodings_they_declare(encoding: str) -> None:
    body = page(charset=encoding).encode(encoding.replace("windows-", "cp"))
    assert PARAGRAPHS[1] in document(body, "a.html").text


def test_cyrillic_pages_in_windows_1251() -> None:
    words = "Министерство заявило, что его солдаты реку не переходили и что никто об этом не спрашивал. " * 4
    html = f'<html><meta charset="windows-1251"><body><article><p>{words}</p></article></body></html>'
    report = document(html.encode("cp1251"), "a.html")
    assert "реку не переходили" in report.text
    assert report.language == "ru"


def test_an_xml_declaration_does_no_harm() -> None:
    assert PARAGRAPHS[1] in document('<?xml version="1.0" encoding="utf-8"?>' + page(), "a.html").text


@pytest.mark.parametrize(
    "html",
    [
        LINKS_ONLY,
        "<html><head><title>Example</title></head><body></body></html>",
        "<html><body><p>Nobody.</p></body></html>",
        "no markup at all",
        "<x",
        "<html>" + "<div>" * 400 + "A few words</html>",
    ],
)
def test_a_page_without_an_article_is_refused_with_advice(html: str) -> None:
    with pytest.raises(FormatError) as raised:
        document(html, "folder/front-page.html")
    assert raised.value.message == "folder/front-page.html: no article found on the page"
    assert "one report" in raised.value.advice


def test_control_characters_in_a_caption_do_no_harm() -> None:
    report = document(page(caption="The bridge &#12; on\x0cMonday, at ten"), "a.html")
    assert words_of(report, BlockKind.CAPTION) == ["The bridge on Monday, at ten"]


def test_markup_that_breaks_the_parser_is_a_format_error(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise AssertionError

    monkeypatch.setattr(trafilatura, "bare_extraction", broken)
    with pytest.raises(FormatError, match=r"a\.html: markup that cannot be parsed \(AssertionError\)"):
        document(page(), "a.html")


SCRAPS = st.sampled_from(
    [
        "<",
        ">",
        "</p>",
        "<div>",
        "<table><tr><td>",
        "<!--",
        "-->",
        "<![CDATA[",
        "<svg>",
        "<figure><figcaption>",
        "&#0;",
    ]
)


@settings(deadline=None, max_examples=25)
@given(st.lists(st.tuples(st.integers(0, 3000), SCRAPS), max_size=6))
def test_damaged_pages_are_read_or_refused(damage: list[tuple[int, str]]) -> None:
    html = page()
    for place, scrap in damage:
        html = html[:place] + scrap + html[place:]
    try:
        report = document(html, "a.html")
    except FormatError:
        return
    assert report.blocks


def test_nothing_is_said_on_the_standard_streams(capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(FormatError):
        document(LINKS_ONLY, "a.html")
    document(page(), "a.html")
    assert capfd.readouterr() == ("", "")
