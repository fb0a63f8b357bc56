import pytest

from tests.extract.figures.reading import figures, quantities, values


@pytest.mark.parametrize(
    "text",
    [
        "The bridge has been shut since 2014.",
        "The 2019 accord was signed on June 4.",
        "It began on 4 June 2019 and ended on 9 June.",
        "Talks resumed at 5:30 and went on until 7 p.m. local time.",
        "The 23rd round and the third day passed.",
        "Norland invoked Article 5 under Resolution 1325.",
        "A T-72 and an S-300 stood by the G7 hotel.",
        "Their side won 2-1 after a 3-3 draw.",
        "Call 555-0143-22 for details.",
        "The office is at 12 Harbour Street now.",
        "Nobody told the other one.",
        "Ministers met in the 2+2 format.",
        "1. Close the border",
        "Read https://example.org/2021/04/13/30-dead for more.",
    ],
)
def test_what_only_looks_like_a_quantity_is_none(text: str) -> None:
    assert [figure.span.text for figure in figures(text)] == []


def test_a_number_after_its_abbreviation_is_a_label() -> None:
    assert values("A guard at No. 10 declined to comment.") == []


def test_a_number_in_a_name_is_none() -> None:
    assert values("Engineers praised the Falcon 9 and the Boeing 737 Max again.") == []


def test_a_round_thousand_before_a_noun_is_no_year() -> None:
    assert values("The ministry sent 2000 soldiers north.") == [2000.0]


def test_ages_and_durations_are_quantities_but_no_figures() -> None:
    text = "The 45-year-old pilot waited three weeks."
    assert [q.kind.value for q in quantities(text)] == ["age", "time"]
    assert figures(text) == ()


def test_an_age_between_commas_is_an_age() -> None:
    assert [q.kind.value for q in quantities("Ada Weir, 35, left the party.")] == ["age"]


def test_one_counts_before_a_noun() -> None:
    assert values("One soldier was killed near the dam.") == [1.0]
