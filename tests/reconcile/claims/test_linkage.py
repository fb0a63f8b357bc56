"""Average linkage: a function of the set of scores."""

from itertools import combinations
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from tocsin.reconcile.claims.linkage import components, grouped

Scores = dict[tuple[str, str], float]
IDS = "abcdef"
SCORES = st.fixed_dictionaries({}, optional={pair: st.floats(0, 1) for pair in combinations(IDS, 2)})


@settings(deadline=None)
@given(SCORES, st.permutations(IDS), st.randoms(use_true_random=False))
def test_the_order_does_not_count(scores: Scores, ids: list[str], random: Random) -> None:
    shuffled = list(scores.items())
    random.shuffle(shuffled)
    assert grouped(IDS, scores, join=0.5) == grouped(ids, dict(shuffled), join=0.5)


@settings(deadline=None)
@given(SCORES)
def test_each_is_in_one_group_and_groups_hang_together(scores: Scores) -> None:
    groups = grouped(IDS, scores, join=0.5)
    assert sorted(each for group in groups for each in group) == list(IDS)
    parts = components(IDS, [pair for pair, score in scores.items() if score >= 0.499])
    assert all(any(set(group) <= set(part) for part in parts) for group in groups)


def test_a_loose_third_stays_out() -> None:
    scores = {("a", "b"): 0.9, ("a", "c"): 0.6, ("b", "c"): 0.2}
    assert grouped("abc", scores, join=0.5) == (("a", "b"), ("c",))
