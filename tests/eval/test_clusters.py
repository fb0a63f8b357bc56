"""Scores of chains: against cases worked out by hand, and what holds of any."""

from itertools import permutations

import numpy as np
import pytest
from eval.clusters import MEASURES, Cluster, assignment, b_cubed, ceaf, mean_f1, muc, scored
from hypothesis import given, settings
from hypothesis import strategies as st

A, B, C, D, E = ((n, n + 1) for n in range(5))


@st.composite
def partitions(draw: st.DrawFn) -> list[Cluster]:
    homes = draw(st.lists(st.integers(0, 3), min_size=2, max_size=8))
    groups: dict[int, set[tuple[int, int]]] = {}
    for number, home in enumerate(homes):
        groups.setdefault(home, set()).add((number, number + 1))
    return [frozenset(group) for group in groups.values()]


def test_the_worked_example_of_vilain_and_bagga() -> None:
    gold, found = [frozenset({A, B, C, D})], [frozenset({A, B}), frozenset({C, D})]
    assert muc(gold, found).recall == pytest.approx(2 / 3)
    assert muc(gold, found).precision == 1
    assert b_cubed(gold, found).recall == pytest.approx(1 / 2)
    assert b_cubed(gold, found).precision == 1
    assert ceaf(gold, found).recall == pytest.approx(2 / 3)
    assert ceaf(gold, found).precision == pytest.approx(1 / 3)


def test_mentions_of_one_side_only_count_against_it() -> None:
    gold, found = [frozenset({A, B, C})], [frozenset({A, B, E})]
    assert muc(gold, found).recall == pytest.approx(1 / 2)
    assert b_cubed(gold, found).precision == pytest.approx(4 / 9)


def test_nothing_found_is_nought() -> None:
    assert mean_f1(scored([([frozenset({A, B})], [])])) == 0


@given(partitions())
def test_the_same_chains_are_all_right(chains: list[Cluster]) -> None:
    scores = scored([(chains, chains)])
    assert b_cubed(chains, chains).f1 == pytest.approx(1)
    assert ceaf(chains, chains).f1 == pytest.approx(1)
    assert set(scores) == set(MEASURES)


@given(partitions(), partitions())
def test_scores_swap_with_the_sides(gold: list[Cluster], found: list[Cluster]) -> None:
    for measure in MEASURES.values():
        one, other = measure(gold, found), measure(found, gold)
        assert 0 <= one.f1 <= 1 + 1e-9
        assert one.precision == pytest.approx(other.recall)


@settings(max_examples=60)
@given(st.integers(1, 4), st.integers(1, 4), st.randoms(use_true_random=False))
def test_the_assignment_is_the_best_of_all(rows: int, columns: int, random: np.random.Generator) -> None:
    gain = np.array([[random.random() for _ in range(columns)] for _ in range(rows)])
    tall = gain if rows <= columns else gain.T
    best = max(
        sum(tall[row, column] for row, column in enumerate(chosen))
        for chosen in permutations(range(tall.shape[1]), tall.shape[0])
    )
    assert sum(gain[pair] for pair in assignment(gain)) == pytest.approx(best)
