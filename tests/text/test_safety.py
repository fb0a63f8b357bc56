"""Nothing that a report holds may steer the terminal or the page."""

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.text.safety import escaped, printable, safe

ANY = st.text(st.characters(exclude_categories=()))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("\x1b]0;owned\x07title", "]0;ownedtitle"),
        ("\x9b31mred", "31mred"),
        ("a\u202eb\u2066c", "abc"),
        ("line\r\nline", "line line"),
        ("tab\tstop", "tab stop"),
        ("half\ud800pair", "halfpair"),
        ("Зеленський — «так»", "Зеленський — «так»"),
    ],
)
def test_printable(text: str, expected: str) -> None:
    assert printable(text) == expected


@given(st.text(st.characters(exclude_categories=[])))
def test_nothing_that_controls_a_terminal_is_left(text: str) -> None:
    shown = printable(text)
    assert not any(unicodedata.category(c) in {"Cc", "Cs", "Zl", "Zp"} for c in shown)
    assert printable(shown) == shown
    shown.encode("utf-8")


@given(ANY)
def test_safe_text_has_no_control_but_tab_and_newline(text: str) -> None:
    found = safe(text)
    assert not [c for c in found if unicodedata.category(c) in ("Cc", "Cs") and c not in "\t\n"]
    turning = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c"
    assert not set(found) & set(f"\u2028\u2029{turning}")


@given(ANY)
def test_safe_is_done_after_once(text: str) -> None:
    assert safe(safe(text)) == safe(text)


@given(ANY)
def test_safe_leaves_letters_alone(text: str) -> None:
    assert [c for c in safe(text) if c.isalpha()] == [c for c in text if c.isalpha()]


@given(st.text())
def test_escaped_json_says_the_same(text: str) -> None:
    plain = json.dumps(text, ensure_ascii=False)
    assert json.loads(escaped(plain)) == text
    assert safe(escaped(plain)) == escaped(plain)


def test_an_escape_sequence_loses_its_teeth() -> None:
    assert safe("\x1b]0;owned\x07The talks") == "]0;ownedThe talks"
    assert safe("\x9b31mred") == "31mred"


def test_carriage_returns_cannot_overwrite_a_line() -> None:
    assert safe("said nothing\rsaid everything") == "said nothingsaid everything"


def test_a_character_beyond_the_first_plane_is_escaped_as_json_has_it() -> None:
    assert escaped('"\U000e0041"') == '"\\udb40\\udc41"'
    assert json.loads(escaped('"\U000e0041"')) == "\U000e0041"


def test_letters_joined_and_written_from_right_to_left_stay() -> None:
    for words in ("می‌خواهم", "שלום", "👩‍👩‍👧", "Зеленський"):
        assert safe(words) == printable(words) == words
