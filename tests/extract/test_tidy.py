"""Spans of the model, trimmed to what a reader would mark."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.extract import tidy
from tocsin.extract.quotes import find_quotes


def content(text: str, words: str) -> str | None:
    start = text.index(words)
    found = tidy.content(text, start, start + len(words), find_quotes(text, [(0, len(text))]))
    return text[found[0] : found[1]] if found else None


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        (" the ships would stay,", "the ships would stay"),
        ("the ships would stay", "the ships would stay"),
        ("We are tired,", "“We are tired,”"),  # the marks are taken in
        ("“We are tired,", "“We are tired,”"),
        ("We are tired", "“We are tired,”"),
        ("are tired", "are tired"),  # a closing mark without its opening would be no quotation
    ],
)
def test_contents(words: str, kept: str) -> None:
    text = "“We are tired,” said Weir, and that the ships would stay, for now."
    assert content(text, words) == kept


def test_a_content_of_marks_alone_is_nothing() -> None:
    assert content("He said, “…” and left.", ", “…”") is None


def test_brackets_and_full_stops_are_the_contents_own() -> None:
    assert (
        content("It left the alliance (NATO) at 6 a.m. on Monday.", "the alliance (NATO)")
        == "the alliance (NATO)"
    )
    assert content("It ends at 6 a.m. on Monday.", "at 6 a.m.") == "at 6 a.m."


def test_overlapping_contents_become_one() -> None:
    text = "Weir said the ships would stay and the crews go."
    quotes = find_quotes(text, [(0, len(text))])
    assert tidy.contents(text, [(10, 30), (20, 47), (0, 4)], quotes) == ((0, 4), (10, 47))


def test_sources_keep_the_comma_of_their_clause_but_no_space() -> None:
    text = " Weir, who came late, said no."
    found = tidy.source(text, 0, 22)
    assert found is not None
    assert text[slice(*found)] == "Weir, who came late,"
    assert tidy.source("…, –", 0, 4) is None


@pytest.mark.parametrize(
    "name", ["Ada Weir", "“Ada Weir", "Ada Weir’s", "Ada Weir's ", "(Ada Weir),", "Ada Weir’s,"]
)
def test_names(name: str) -> None:
    found = tidy.name(name, 0, len(name))
    assert found is not None
    assert name[slice(*found)] == "Ada Weir"


TEXTS = st.text(alphabet="ab s.,’'“” \n(-", min_size=1, max_size=40)


@given(TEXTS, st.data())
def test_tidying_stays_inside_the_text_and_repeats(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    quotes = find_quotes(text, [(0, len(text))])
    for found in (
        tidy.bare(text, start, end),
        tidy.name(text, start, end),
        tidy.content(text, start, end, quotes),
    ):
        assert found is None or 0 <= found[0] < found[1] <= len(text)
    trimmed = tidy.name(text, start, end)
    assert trimmed is None or tidy.name(text, *trimmed) == trimmed
