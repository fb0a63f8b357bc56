import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tocsin.text import lines, paragraphs

WRAPPED = """\
Four weeks after the first trains were seen, nobody outside Moscow knows
how many soldiers they brought. The ministry says an exercise is going on
and will end in time. The neighbours have asked what "in time" means, and
have had no answer.

The delegates will meet again on Thursday. Until then, one of them said,
"we read the timetable of the railways".

- a first point that somebody made at the meeting, long enough that it has
to go on in a second line
- a second point
"""

LINES = st.text(alphabet=st.sampled_from('abcD .!?\t\r\n•-–"1)#>\xa0\u2028\x0c'), max_size=300)


@settings(deadline=None)
@given(LINES)
def test_lines_and_paragraphs_hold_all_that_is_not_whitespace(text: str) -> None:
    for found in (lines(text), paragraphs(text)):
        held = "".join(text[one.start : one.end] for one in found)
        assert "".join(held.split()) == "".join(text.split())


@settings(deadline=None)
@given(LINES)
def test_spans_are_sorted_apart_and_trimmed(text: str) -> None:
    for found in (lines(text), paragraphs(text)):
        after = 0
        for one in found:
            assert after <= one.start < one.end <= len(text)
            assert text[one.start : one.end] == text[one.start : one.end].strip()
            after = one.end


@settings(deadline=None)
@given(LINES)
def test_a_line_holds_no_line_break(text: str) -> None:
    assert not any(re.search("[\r\n]", text[line.start : line.end]) for line in lines(text))


def test_form_feeds_and_line_separators_break_no_line() -> None:
    assert len(lines("One\x0cpage\u2028more")) == 1


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_empty_lines_are_counted_in_every_ending(ending: str) -> None:
    found = lines(ending.join(["One", "", " ", "two", "three"]))
    assert [line.gap for line in found] == [0, 2, 0]


def test_wrapped_lines_make_one_paragraph() -> None:
    found = paragraphs(WRAPPED)
    assert [paragraph.lines for paragraph in found] == [4, 2, 2, 1]
    assert WRAPPED[found[0].start : found[0].end].endswith("no answer.")


def test_short_last_lines_end_a_paragraph_even_without_a_gap() -> None:
    text = WRAPPED.replace("no answer.\n\n", "no answer.\n")
    assert [paragraph.lines for paragraph in paragraphs(text)][:2] == [4, 2]


def test_long_lines_are_paragraphs_of_their_own() -> None:
    long = "Nobody was sent anywhere, said the ministry, twice. " * 4
    text = f"A headline of a few words\n{long}\nNobody was there."
    assert [paragraph.lines for paragraph in paragraphs(text)] == [1, 1, 1]


def test_sentences_of_a_line_each_are_not_joined() -> None:
    text = "\n".join(f"The minister said for the {number} time that he knew nothing." for number in range(8))
    assert len(paragraphs(text)) == 8


def test_nothing_has_no_lines() -> None:
    assert lines("") == ()
    assert paragraphs(" \n ") == ()
