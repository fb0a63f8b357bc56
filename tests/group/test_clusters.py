"""Groups from pairs: what joins, what stays apart, and that the fast way comes to what the slow one does."""

from random import Random

from hypothesis import given, settings
from hypothesis import strategies as some

from tests.group.slow import slow_cluster
from tocsin.group.likeness import UNIT, Pair
from tocsin.group.tiers import cluster

DOCUMENTS = "abcdefghijkl"


def near(left: str, right: str, score: float) -> Pair:
    return Pair(left=left, right=right, score=round(score * UNIT))


@some.composite
def pairs(draw: some.DrawFn) -> list[Pair]:
    """Pairs of few likenesses, so that many are equal."""
    every = [(left, right) for left in DOCUMENTS for right in DOCUMENTS if left < right]
    chosen = draw(some.lists(some.sampled_from(every), unique=True))
    scores = some.sampled_from((10, 15, 20, 22, 25, 30, 35, 40, 50, 55, 70, 100))
    return [near(left, right, draw(scores) / 100) for left, right in chosen]


@given(pairs())
@settings(max_examples=300, deadline=None)
def test_it_comes_to_what_the_slow_way_does(given_pairs: list[Pair]) -> None:
    assert cluster(DOCUMENTS, given_pairs) == slow_cluster(DOCUMENTS, given_pairs)


@given(pairs(), some.randoms(use_true_random=False))
def test_the_order_of_pairs_does_not_count(given_pairs: list[Pair], chance: Random) -> None:
    shuffled = chance.sample(given_pairs, len(given_pairs))
    turned = chance.sample(DOCUMENTS, len(DOCUMENTS))
    assert cluster(turned, shuffled) == cluster(DOCUMENTS, given_pairs)


def test_two_tight_groups_with_a_loose_bond_stay_two() -> None:
    tight = [near("a", "b", 0.9), near("c", "d", 0.9)]
    loose = [near(left, right, 0.25) for left in "ab" for right in "cd"]
    assert cluster("abcd", tight + loose) == (("a", "b"), ("c", "d"))
    even = [near(left, right, 0.3) for left, right in ("ab", "cd")]
    assert cluster("abcd", even + loose) == (("a", "b", "c", "d"),)


def test_copies_are_no_closer_than_reports_of_one_happening_can_be() -> None:
    bond = [near(left, "d", 0.4) for left in "abc"]
    for alike in (0.6, 0.8, 1.0):
        copies = [near(left, right, alike) for left, right in ("ab", "ac", "bc")]
        assert cluster("abcd", copies + bond) == (("a", "b", "c", "d"),)


def test_of_equal_pairs_the_first_joins() -> None:
    assert cluster("abc", [near("b", "c", 0.25), near("a", "b", 0.25)]) == (("a", "b"), ("c",))


def test_pairs_with_others_do_not_count() -> None:
    assert cluster("ab", [near("a", "z", 0.9), near("a", "b", 0.5)]) == (("a", "b"),)
    assert cluster("", []) == ()
