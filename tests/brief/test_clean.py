import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.brief.clean import printable


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
