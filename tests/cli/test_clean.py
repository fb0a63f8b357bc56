"""Nothing that a report holds may steer the terminal."""

import json
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from tocsin.cli.clean import escaped, one_line, safe, shortened

ANY = st.text(st.characters(exclude_categories=()))


@given(ANY)
def test_safe_text_has_no_control_but_tab_and_newline(text: str) -> None:
    found = safe(text)
    assert not [c for c in found if unicodedata.category(c) in ("Cc", "Cs") and c not in "\t\n"]
    assert not set(found) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c")


@given(ANY)
def test_safe_is_done_after_once(text: str) -> None:
    assert safe(safe(text)) == safe(text)


@given(ANY)
def test_safe_leaves_letters_alone(text: str) -> None:
    assert [c for c in safe(text) if c.isalpha()] == [c for c in text if c.isalpha()]


@given(ANY)
def test_one_line_is_one_line(text: str) -> None:
    assert len(one_line(text).splitlines()) <= 1


@given(ANY, st.integers(min_value=1, max_value=80))
def test_shortened_is_never_longer_than_asked(text: str, width: int) -> None:
    found = shortened(text, width)
    assert len(found) <= width
    assert found == one_line(text) or found.endswith("…")


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
