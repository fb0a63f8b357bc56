"""Spans in their passage: nothing is lost, and every span is marked once."""

import sys
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin import Span
from tocsin.cli.passage import AROUND, marked

TEXT = "The envoys met. “We came to listen,” said Mara Lindqvist on the shore. Nobody else spoke."


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span.of(TEXT, start, start + len(words))


def test_words_are_marked_where_they_stand() -> None:
    found = marked(TEXT, (span("“We came to listen,”"),), also=(span("said"), span("Mara Lindqvist")))
    assert found == (
        "The envoys met. ⟦“We came to listen,”⟧ [said] [Mara Lindqvist] on the shore. Nobody else spoke."
    )


def test_a_long_report_is_cut_between_words() -> None:
    text = f"{'before ' * 100}“No,” said Tomas Brandt. {'after ' * 100}"
    start = text.index("“")
    found = marked(text, (Span.of(text, start, start + 5),))
    assert found.startswith("… before")
    assert found.endswith("after …")
    assert len(found) < 2 * AROUND + 100


def test_a_span_inside_another_is_not_marked_twice() -> None:
    found = marked(TEXT, (span("“We came to listen,”"),), also=(span("came"),))
    assert found.count("⟦") == 1
    assert "[" not in found


def test_no_spans_are_no_passage() -> None:
    assert marked(TEXT, ()) == ""


def test_on_a_terminal_the_marks_are_colours(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = StringIO()
    monkeypatch.setattr(terminal, "isatty", lambda: True)
    monkeypatch.setattr(sys, "stdout", terminal)
    found = marked(TEXT, (span("We came"),), also=(span("said"),))
    assert "\x1b[" in found
    assert "⟦" not in found


def test_the_report_cannot_steer_the_terminal() -> None:
    text = "He \x1b[2Jsaid \x9bno\u202e."
    found = marked(text, (Span.of(text, 3, len(text)),))
    assert not set(found) & {"\x1b", "\x9b", "\u202e"}


@given(st.text("ab \n", min_size=1, max_size=80), st.data())
def test_the_words_come_through_in_order(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    found = marked(text, (Span.of(text, start, end),))
    assert found.replace("⟦", "").replace("⟧", "").strip() == text.strip()
    assert f"⟦{text[start:end]}⟧" in found
