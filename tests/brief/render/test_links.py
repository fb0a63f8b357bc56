from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.brief.render.links import passage, web_address
from tocsin.record import Span

ADDRESS = "https://a.example/page"


def _span(text: str) -> Span:
    return Span.of(text, 0, len(text))


@pytest.mark.parametrize("url", ["https://a.example/x?y=1#z", "http://a.example", "HTTPS://A.EXAMPLE/ü"])
def test_web_addresses(url: str) -> None:
    assert web_address(url) == url


@pytest.mark.parametrize(
    "url",
    [
        None,
        "",
        "javascript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "//a.example",
        "https://",
        'https://a.example/"onclick=x',
        "https://a.example/<b>",
        "https://a.example/a b",
        "https://a.example/\x1b",
        "https://a.example/\u202e",
        "https://[half/",
        "reports/strait.txt",
    ],
)
def test_anything_else_is_no_link(url: str | None) -> None:
    assert web_address(url) is None


def test_a_long_passage_is_marked_by_its_ends() -> None:
    words = "“one two three four five six seven, eight-nine ten.”"
    assert passage(ADDRESS, _span(words)) == (
        f"{ADDRESS}#:~:text=one%20two%20three%20four,six%20seven%2C%20eight%2Dnine%20ten"
    )


def test_a_passage_over_lines_is_marked_by_its_ends() -> None:
    assert passage(ADDRESS, _span("One two.\nThree four.")).count(",") == 1


def test_a_fragment_of_the_address_is_kept() -> None:
    assert passage(ADDRESS + "#top", _span("yes it is")) == f"{ADDRESS}#top:~:text=yes%20it%20is"


def test_words_of_marks_only_give_no_fragment() -> None:
    assert passage(ADDRESS, _span("“…”")) == ADDRESS


@given(st.text(st.characters(exclude_categories=[]), min_size=1))
def test_a_fragment_never_breaks_out_of_the_address(text: str) -> None:
    link = passage(ADDRESS, _span(text))
    assert link.startswith(ADDRESS)
    assert not set(link) & set(" \"'<>\n\x1b")
    assert web_address(link) == link
    unquote(link)
