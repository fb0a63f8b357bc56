import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tocsin.text.fold import fold


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("## A ‘red line’ in Kyiv", 'A "red line" in Kyiv'),
        ("Talks\xa0go on – slowly", "talks go on - slowly"),
        ("*Still no word*", "Still no word"),
    ],
)
def test_typography_does_not_count(one: str, two: str) -> None:
    assert fold(one) == fold(two)


def test_words_do() -> None:
    assert fold("Talks go on") != fold("Talks go well")


@settings(deadline=None)
@given(st.text())
def test_folding_twice_is_folding_once_for_words_and_spaces(text: str) -> None:
    folded = fold(text)
    assert folded == folded.strip()
    assert "  " not in folded
