import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tocsin.store.words import Term, holds, match_of, terms_of


@pytest.mark.parametrize(
    ("typed", "terms"),
    [
        ("storm", [("storm",)]),
        ("  storm   harbour ", [("storm",), ("harbour",)]),
        ('"harbour master" storm', [("harbour", "master"), ("storm",)]),
        ('"harbour master', [("harbour", "master")]),
        ("fishers’ union", [("fishers",), ("union",)]),
        ("St. Aubin-sur-Mer", [("St",), ("Aubin", "sur", "Mer")]),
        ("порт Вельмар", [("порт",), ("Вельмар",)]),
        ("مرفأ", [("مرفأ",)]),
        ("1,200", [("1", "200")]),
        ("*", []),
        ('""', []),
        ("", []),
        ("— … 🌊", []),
    ],
)
def test_terms_are_words_and_phrases(typed: str, terms: list[tuple[str, ...]]) -> None:
    assert [term.words for term in terms_of(typed)] == terms


def test_a_star_asks_for_beginnings_of_words_not_in_phrases() -> None:
    assert terms_of('harb* "storm*"') == (
        Term(words=("harb",), prefix=True),
        Term(words=("storm",), prefix=False),
    )


@settings(deadline=None)
@given(st.text())
def test_a_match_is_made_of_quoted_words_alone(typed: str) -> None:
    match = match_of(terms_of(typed))
    outside = match.split('"')[::2]
    assert match.count('"') % 2 == 0
    assert set("".join(outside)) <= {" ", "*"}
    assert "\x00" not in match


@settings(deadline=None)
@given(st.text(), st.text())
def test_a_text_holds_its_own_words_whatever_the_case(before: str, after: str) -> None:
    text = f"{before} Überfahrt {after}"
    assert holds(text, terms_of("ÜBERFAHRT"))
    assert holds(text, terms_of("uberfahrt"))
    assert holds(text, terms_of("uberf*"))


@pytest.mark.parametrize(
    ("text", "typed", "found"),
    [
        ("Ilse Brandt", "brandt ilse", True),
        ("Ilse Brandt", '"ilse brandt"', True),
        ("Ilse Brandt", '"brandt ilse"', False),
        ("Ilse Brandt", "brand", False),
        ("Ilse Brandt", "brand*", True),
        ("Ilse Brandt", "ilse korin", False),
        ("Bay of St. Aubin", "st.aubin", True),
        ("", "ilse", False),
    ],
)
def test_holds(text: str, typed: str, *, found: bool) -> None:
    assert holds(text, terms_of(typed)) is found
