from collections import Counter
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.brief.render.making import HOSTILE, empty, hostile, small
from tocsin.brief import Brief
from tocsin.brief.render import html
from tocsin.brief.render.plain import by_report as by_report_of
from tocsin.text.safety import printable

_VOID = {"meta", "link", "br", "img", "input", "hr"}


class Page(HTMLParser):
    """What a browser would make of a page, as far as these tests ask."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.tags: Counter[str] = Counter()
        self.attributes: list[tuple[str, dict[str, str | None]]] = []
        self.quotes: list[str] = []
        self.text: list[str] = []
        self.open: list[str] = []
        self.feed(source)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag] += 1
        self.attributes.append((tag, dict(attrs)))
        if tag == "blockquote":
            self.quotes.append("")
        if tag not in _VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "blockquote" in self.open:
            self.quotes[-1] += data
        if "style" not in self.open:
            self.text.append(data)

    def all(self, name: str) -> list[str]:
        return [value for _, found in self.attributes if (value := found.get(name)) is not None]


@pytest.mark.parametrize("brief", [small(), hostile(), empty()], ids=["small", "hostile", "empty"])
def test_the_page_is_well_formed_alone_and_safe(brief: Brief) -> None:
    page = Page(html(brief))
    assert page.open == []
    assert not set(page.tags) & {"script", "img", "iframe", "object", "embed", "link", "form", "base"}
    assert not [
        name for _, found in page.attributes for name in found if name.startswith("on") or name == "src"
    ]
    assert all(link.startswith(("#", "https://")) for link in page.all("href"))
    assert len(set(page.all("id"))) == len(page.all("id"))
    assert {link[1:] for link in page.all("href") if link.startswith("#")} <= set(page.all("id"))
    (policy,) = [value for value in page.all("content") if value.startswith("default-src")]
    assert policy.startswith("default-src 'none'; style-src 'sha256-")


def test_the_page_can_be_read_by_all() -> None:
    page = Page(html(small()))
    assert page.attributes[0] == ("html", {"lang": "en"})
    assert page.tags["main"] == page.tags["header"] == page.tags["footer"] == page.tags["h1"] == 1
    assert page.all("class")[0] == "skip"
    labels = page.all("aria-labelledby")
    assert labels == ["section-1", "citations"]
    assert set(labels) <= set(page.all("id"))
    assert {"en"} == set(page.all("lang"))
    assert "prefers-color-scheme: dark" in html(small())
    assert "@media print" in html(small())


def test_each_line_links_to_its_citations_and_each_citation_shows_the_words() -> None:
    brief = small()
    page = Page(html(brief))
    by_report = [citation for citations in by_report_of(brief.citations) for citation in citations]
    assert page.quotes == [passage.text for citation in by_report for passage in citation.passages]
    assert page.tags["mark"] == sum(len(citation.spans) for citation in brief.citations)
    links = page.all("href")
    for citation in brief.citations:
        assert links.count(f"#citation-{citation.number}") == 1
        assert links.count(f"#line-{citation.number}") == 1
    assert (
        "https://harbour.example/world/strait#:~:text=The%20strait%20stays%20open%20to%20every%20ship"
        in links
    )


def test_hostile_words_are_shown_as_words() -> None:
    page = Page(html(hostile()))
    assert page.quotes == [printable(f"{HOSTILE} said: {HOSTILE} so")]
    assert "javascript" in "".join(page.text)


@settings(max_examples=50)
@given(st.text(st.characters(exclude_categories=[]), min_size=1).filter(str.strip))
def test_no_words_break_the_page(words: str) -> None:
    source = html(hostile(words))
    page = Page(source)
    assert page.open == []
    assert page.tags["blockquote"] == 1
    source.encode("utf-8")
