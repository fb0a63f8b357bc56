"""Do two quantities say the same?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.reconcile.quantities import Relation, relation
from tocsin.record import Bound
from tocsin.record.finding import Value

AGREE, COMPATIBLE, DIFFER = Relation.AGREE, Relation.COMPATIBLE, Relation.DIFFER


def exact(number: float) -> Value:
    return Value(low=number, best=number, high=number, bound=Bound.EXACT)


def about(number: float) -> Value:
    return Value(low=None, best=number, high=None, bound=Bound.ABOUT)


def over(number: float) -> Value:
    return Value(low=number, best=number, high=None, bound=Bound.AT_LEAST)


def under(number: float) -> Value:
    return Value(low=None, best=number, high=number, bound=Bound.AT_MOST)


def between(low: float, high: float) -> Value:
    return Value(low=low, best=None, high=high, bound=Bound.RANGE)


def vague(low: float, high: float) -> Value:
    return Value(low=low, best=None, high=high, bound=Bound.VAGUE)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (exact(26), exact(26), AGREE),
        (exact(26), exact(27), DIFFER),
        (exact(120), exact(118), DIFFER),  # the dead are counted one by one
        (exact(80000), exact(80123), AGREE),  # a round number stands for what rounds to it
        (exact(80123), exact(80124), DIFFER),
        (exact(80000), exact(81000), COMPATIBLE),  # whoever says 80,000 may have rounded it
        (exact(80000), exact(100000), DIFFER),
        (exact(1.5e9), exact(1.53e9), AGREE),
        (exact(12), exact(12.4), DIFFER),
        (about(14000), exact(13500), AGREE),
        (about(14000), exact(10000), DIFFER),
        (over(80000), exact(80000), AGREE),
        (over(80000), exact(83500), AGREE),
        (over(80000), exact(110000), COMPATIBLE),  # not the same value, and no contradiction either
        (over(80000), exact(90000), COMPATIBLE),  # 90,000 would have been said
        (over(80000), over(110000), COMPATIBLE),
        (over(80000), exact(60000), DIFFER),
        (over(100), exact(140), AGREE),
        (over(100), exact(180), COMPATIBLE),
        (under(100), exact(98), AGREE),
        (under(100), exact(20), COMPATIBLE),
        (under(100), exact(130), DIFFER),
        (over(100), under(50), DIFFER),
        (between(80, 90), exact(85), AGREE),
        (between(80, 90), between(88, 95), AGREE),
        (between(80, 90), exact(95), DIFFER),
        (vague(1000, 10000), exact(80000), COMPATIBLE),  # 80,000 are thousands, too
        (vague(1000, 10000), exact(26), DIFFER),
        (vague(1000, 10000), vague(1000, 10000), AGREE),
    ],
)
def test_relation(one: Value, other: Value, expected: Relation) -> None:
    assert relation(one, other) is expected
    assert relation(other, one) is expected


def test_a_number_that_is_not_told_contradicts_nothing() -> None:
    nothing = Value(low=None, best=None, high=None, bound=Bound.VAGUE)
    assert relation(nothing, exact(5)) is COMPATIBLE


NUMBERS = st.one_of(
    st.integers(0, 10**7).map(float),
    st.integers(1, 99).flatmap(lambda n: st.integers(0, 6).map(lambda zeros: float(n * 10**zeros))),
    st.floats(0, 1e9, allow_nan=False),
)
VALUES = st.one_of(
    NUMBERS.map(exact),
    NUMBERS.map(about),
    NUMBERS.map(over),
    NUMBERS.map(under),
    st.tuples(NUMBERS, NUMBERS).map(lambda pair: between(min(pair), max(pair))),
    st.tuples(NUMBERS, NUMBERS).map(lambda pair: vague(min(pair), max(pair))),
)


@given(VALUES, VALUES)
def test_symmetric(one: Value, other: Value) -> None:
    assert relation(one, other) is relation(other, one)


@given(VALUES)
def test_everything_agrees_with_itself(value: Value) -> None:
    assert relation(value, value) is AGREE


@given(NUMBERS, NUMBERS)
def test_a_bound_never_differs_from_what_it_allows(number: float, more: float) -> None:
    assert relation(over(number), exact(number + more)) is not DIFFER
    assert relation(under(number + more), exact(number)) is not DIFFER


@given(st.integers(1, 999), st.integers(1, 999))
def test_small_counts_are_taken_at_their_word(one: int, other: int) -> None:
    assert (relation(exact(one), exact(other)) is AGREE) == (one == other)


@given(NUMBERS.filter(lambda number: number > 0))
def test_twice_as_many_never_agree(number: float) -> None:
    assert relation(exact(number), exact(number * 2)) is DIFFER
