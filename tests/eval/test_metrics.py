"""Counts, overlap, matching and intervals keep the laws that make them measures."""

from itertools import permutations

import pytest
from eval.metrics import Counts, compare, dice, interval, matching, strip, tokens, total
from hypothesis import given
from hypothesis import strategies as st

sets = st.frozensets(st.integers(0, 12))
texts = st.text(alphabet="ab,“ \n.é")
documents = st.lists(
    st.tuples(sets, sets).map(lambda pair: compare(*pair)),
    min_size=1,
    max_size=8,
)


@given(sets.filter(bool))
def test_what_equals_the_gold_scores_one(gold: frozenset[int]) -> None:
    counts = compare(gold, gold)
    assert (counts.precision, counts.recall, counts.f1) == (1.0, 1.0, 1.0)


@given(sets)
def test_nothing_found_scores_nought(gold: frozenset[int]) -> None:
    counts = compare(gold, frozenset())
    assert (counts.precision, counts.recall, counts.f1) == (0.0, 0.0, 0.0)


@given(sets, sets)
def test_changing_sides_swaps_precision_and_recall(gold: frozenset[int], found: frozenset[int]) -> None:
    one, other = compare(gold, found), compare(found, gold)
    assert (one.precision, one.recall, one.f1) == (other.recall, other.precision, other.f1)


@given(sets, sets)
def test_f1_lies_between_precision_and_recall(gold: frozenset[int], found: frozenset[int]) -> None:
    counts = compare(gold, found)
    low, high = sorted((counts.precision, counts.recall))
    assert low - 1e-9 <= counts.f1 <= high + 1e-9


@given(sets, sets)
def test_f1_of_a_set_is_dice(gold: frozenset[int], found: frozenset[int]) -> None:
    if gold or found:
        assert compare(gold, found).f1 == pytest.approx(dice(gold, found))


def test_counts_add_up() -> None:
    parts = [Counts(right=1, found=2, gold=3), Counts(right=4, found=5, gold=6)]
    assert total(parts) == Counts(right=5, found=7, gold=9)
    assert total([]) == Counts()


@given(documents)
def test_an_interval_is_ordered_and_the_same_each_time(counts: list[Counts]) -> None:
    low, high = interval(counts, rounds=200)
    assert 0.0 <= low <= high <= 1.0
    assert interval(counts, rounds=200) == (low, high)


def test_documents_that_are_all_alike_leave_no_doubt() -> None:
    low, high = interval([Counts(right=3, found=4, gold=5)] * 20)
    assert low == high == pytest.approx(6 / 9)


def test_an_interval_holds_the_figure_and_narrows_with_documents() -> None:
    few = [Counts(right=i % 5, found=5, gold=5) for i in range(10)]
    many = few * 30
    low, high = interval(few)
    assert low < total(few).f1 < high
    narrow_low, narrow_high = interval(many)
    assert narrow_high - narrow_low < high - low


def test_no_documents_give_an_empty_interval() -> None:
    assert interval([]) == (0.0, 0.0)


@given(texts, st.integers(0, 20), st.integers(0, 20))
def test_strip_leaves_just_the_words(text: str, start: int, length: int) -> None:
    end = min(len(text), start + length)
    start = min(start, end)
    kept = strip(text, (start, end))
    words = text[start:end].strip()
    assert (text[kept[0] : kept[1]] if kept else "") == words


@given(texts)
def test_tokens_hold_every_character_but_white_space_once(text: str) -> None:
    places = tokens(text)
    held = [i for start, end in zip(places.starts, places.ends, strict=True) for i in range(start, end)]
    assert held == [i for i, character in enumerate(text) if not character.isspace()]


@given(texts, st.integers(0, 20), st.integers(1, 20))
def test_covered_tokens_are_those_that_share_a_character(text: str, start: int, length: int) -> None:
    places, end = tokens(text), start + length
    slow = {
        number
        for number, (s, e) in enumerate(zip(places.starts, places.ends, strict=True))
        if set(range(s, e)) & set(range(start, end))
    }
    assert places.covered([(start, end)]) == slow


@given(sets, sets)
def test_dice_is_symmetric_and_one_for_equals_only(a: frozenset[int], b: frozenset[int]) -> None:
    assert dice(a, b) == dice(b, a)
    assert 0.0 <= dice(a, b) <= 1.0
    assert (dice(a, b) == 1.0) == (a == b)


edges = st.lists(st.lists(st.integers(0, 4), unique=True, max_size=5), max_size=5)


@given(edges)
def test_a_matching_is_one_to_one_and_as_large_as_can_be(wanted: list[list[int]]) -> None:
    chosen = matching(wanted)
    assert len(set(chosen.values())) == len(chosen)
    assert all(right in wanted[left] for left, right in chosen.items())
    best = max(
        sum(left < len(wanted) and right in wanted[left] for left, right in enumerate(order))
        for order in permutations(range(5))
    )
    assert len(chosen) == best


@given(edges)
def test_the_size_of_a_matching_does_not_depend_on_order(wanted: list[list[int]]) -> None:
    turned = [list(reversed(rights)) for rights in reversed(wanted)]
    assert len(matching(turned)) == len(matching(wanted))
