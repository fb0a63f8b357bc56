"""The gate: no name and no number that the evidence does not have."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.brief.making import report
from tests.store.making import figure
from tocsin.brief.evident import Evidence, unsupported, written

SENTENCE = "Marta Lind’s ministry counts 40 boats and 1,200 men at Port Aster, 2.5 a day."
EVIDENCE = Evidence.of([SENTENCE])


@pytest.mark.parametrize(
    "shown",
    [
        "Marta Lind",
        "the men of Port Aster",
        "1,200 men",
        "40",
        "1200",
        "Márta LIND",
        "2.5 a day",
        "Lind's boats",
        "",
    ],
)
def test_what_stands_in_the_evidence_may_be_shown(shown: str) -> None:
    assert unsupported(shown, EVIDENCE) == ()


@pytest.mark.parametrize(
    ("shown", "missing"),
    [
        ("Ivo Berg", ("Ivo", "Berg")),
        ("Marta Berg counts 41 boats", ("Berg", "41")),
        ("25 a day", ("25",)),
        ("12,000 men", ("12,000",)),
        ("120 men", ("120",)),
        ("Port Asterix", ("Asterix",)),
        ("since 2021-04-13", ("2021-04-13",)),
    ],
)
def test_what_does_not_is_named(shown: str, missing: tuple[str, ...]) -> None:
    assert unsupported(shown, EVIDENCE) == missing


def test_the_words_of_our_questions_need_no_evidence() -> None:
    assert unsupported("How many boats of Port Aster?", EVIDENCE) == ()


@given(st.integers(0, 10**9))
def test_any_number_that_is_not_in_the_evidence_is_refused(value: int) -> None:
    assume(value not in {40, 1200})
    assert unsupported(f"{value:,} boats", EVIDENCE) == (f"{value:,}",)
    assert unsupported(f"{value} boats", EVIDENCE) == (str(value),)


@given(st.text("abcdefghijklmnopqrstuvwxyz", min_size=1))
def test_any_name_that_is_not_in_the_evidence_is_refused(name: str) -> None:
    assume(
        name not in EVIDENCE.words
        and name not in {"how", "what", "which", "much", "many", "usd", "eur", "gbp"}
    )
    shown = name.capitalize()
    assert unsupported(f"the {shown} said", EVIDENCE) == (shown,)


@given(st.text())
def test_a_text_supports_itself(words: str) -> None:
    assert unsupported(words, Evidence.of([words])) == ()


@pytest.mark.parametrize(
    ("value", "words", "expected"),
    [
        (80_000, "more than 80.000 men", True),
        (80_000, "80 thousand men", True),
        (80_000, "80 men", False),
        (2_500_000, "2.5 million people", True),
        (28, "Twenty-eight soldiers", True),
        (100_000, "hundreds of thousands of passports", True),
        (26, "28 soldiers", False),
        (0.15, "0,15 of it", True),
    ],
)
def test_a_quantity_stands_in_its_words(value: float, words: str, expected: bool) -> None:  # noqa: FBT001
    assert written(value, words) is expected


def test_a_figure_supports_the_numbers_that_its_words_give() -> None:
    of = report("They have 2.5 million ships and some forty boats.")
    ships = figure(of, "2.5 million ships", "ships", best=2_500_000.0)
    boats = figure(of, "some forty boats", "boats", best=40.0)
    evidence = Evidence.of([], [ships, boats])
    assert unsupported("2,500,000 and 40", evidence) == ()
    assert unsupported("2.5", evidence) == ("2.5",)
