import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.extract.figures.reading import number, value, values


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1,200,000 votes", 1_200_000.0),
        ("12,34,000 rupees", 1_234_000.0),
        ("1.200.000,5 euros", 1_200_000.5),
        ("1 200 000 votes", 1_200_000.0),
        ("2,5 per cent", 2.5),
        ("1.2 million", 1_200_000.0),
        ("4bn", 4e9),
        ("30k homes", 30_000.0),
        ("12 lakh", 1_200_000.0),
        ("3 crore", 30_000_000.0),
        ("30-million-year", 30_000_000.0),
        ("3/4", 0.75),
        ("10 1/2 miles", 10.5),
        ("2½ hours", 2.5),
    ],
)
def test_digits_are_read_in_every_grouping_and_with_magnitudes(text: str, expected: float) -> None:
    assert value(text) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("twenty-five", 25.0),
        ("one hundred and sixty-one", 161.0),
        ("two hundred and five thousand", 205_000.0),
        ("a dozen", 12.0),
        ("half a dozen", 6.0),
        ("half a million", 500_000.0),
        ("half-million", 500_000.0),
        ("a hundred thousand", 100_000.0),
        ("two and a half million", 2_500_000.0),
        ("one million and a half", 1_500_000.0),
        ("three point five", 3.5),
        ("two thirds", 2 / 3),
        ("a quarter of a million", 250_000.0),
        ("three lakh crore", 3e12),
    ],
)
def test_number_words_are_read(text: str, expected: float) -> None:
    assert value(text) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("thousands", (1e3, 1e4)),
        ("tens of thousands", (1e4, 1e5)),
        ("hundreds of thousands", (1e5, 1e6)),
        ("dozens", (12.0, 120.0)),
        ("scores", (20.0, 200.0)),
        ("several hundred", (300.0, 900.0)),
        ("a handful", (3.0, 9.0)),
        ("a few thousand", (2e3, 9e3)),
    ],
)
def test_vague_words_have_a_range(text: str, expected: tuple[float, float]) -> None:
    assert value(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"), [("three out of four", 0.75), ("one in five", 0.2), ("two in every three", 2 / 3)]
)
def test_ratios_are_shares(text: str, expected: float) -> None:
    found = number(text)
    assert found is not None
    assert found.share
    assert found.low == pytest.approx(expected)


@pytest.mark.parametrize("text", ["the", "forthcoming", "third parties", "a third man", "seconds", "tents"])
def test_other_words_are_no_numbers(text: str) -> None:
    assert number(text) is None


@given(st.integers(min_value=0, max_value=10**12))
def test_a_grouped_integer_is_itself(count: int) -> None:
    assert value(f"{count:,} votes") == count


@given(st.integers(min_value=10**6, max_value=10**12))
def test_european_grouping_is_the_same_number(count: int) -> None:
    assert value(f"{count:,}".replace(",", ".")) == count


@given(st.text(max_size=60))
def test_no_text_raises(text: str) -> None:
    for at in range(5):
        number(text, at)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("3 hundred and 21", 321), ("2 thousand and 50 men", 2050), ("5 million and 21", 5e6)],
)
def test_and_adds_what_is_below_a_hundred_or_thousand(text: str, expected: float) -> None:
    assert value(text) == expected


def test_a_fraction_alone_is_a_share_after_a_bound_or_by() -> None:
    assert value("a fifth") == 0.2
    assert values("Staff was cut by a fifth.") == [0.2]
    assert values("They wounded a fifth.") == []
