"""Names are right when both ends and the type are."""

from dataclasses import dataclass

import pytest
from eval.gold import Gold
from eval.metrics import Counts
from eval.names import FOUR, THREE, boundaries, of_layers, strict
from hypothesis import given
from hypothesis import strategies as st
from training.data import Example

from eval import names, peers
from tests.eval.making import layers

GOLD = ((0, 6, "PER"), (15, 19, "LOC"), (30, 40, "MISC"))
typed = st.frozensets(st.tuples(st.integers(0, 20), st.integers(21, 40), st.sampled_from(FOUR)))


@given(typed)
def test_what_equals_the_gold_is_all_right(gold: frozenset[tuple[int, int, str]]) -> None:
    counts = strict(gold, gold, FOUR)
    assert counts.right == counts.found == counts.gold == len(gold)


@given(typed, typed)
def test_types_add_up_to_all(
    gold: frozenset[tuple[int, int, str]], found: frozenset[tuple[int, int, str]]
) -> None:
    parts = [strict(gold, found, (kind,)) for kind in FOUR]
    assert sum(parts, Counts()) == strict(gold, found, FOUR)


@given(typed, typed)
def test_ends_alone_are_never_harder(
    gold: frozenset[tuple[int, int, str]], found: frozenset[tuple[int, int, str]]
) -> None:
    places = {(s, e) for s, e, _ in gold & found}
    assert boundaries(gold, found).right >= len(places)


def test_a_wrong_type_and_a_wrong_end_are_wrong() -> None:
    found = frozenset({(0, 6, "ORG"), (15, 20, "LOC"), (30, 40, "MISC")})
    assert strict(GOLD, found, FOUR) == Counts(right=1, found=3, gold=3)
    assert boundaries(GOLD, found) == Counts(right=2, found=3, gold=3)


def test_three_types_leave_the_fourth_out_on_both_sides() -> None:
    found = frozenset({(0, 6, "PER"), (50, 55, "MISC")})
    assert strict(GOLD, found, THREE) == Counts(right=1, found=1, gold=2)


@pytest.mark.parametrize(
    ("name", "measures"),
    [
        ("conll2003", {"4 types", "PER", "ORG", "LOC", "MISC", "ends only"}),
        ("crossner_politics", {"4 types", "3 types", "PER", "ORG", "LOC", "MISC", "ends only"}),
        ("uner_ewt", {"3 types", "PER", "ORG", "LOC"}),
        ("another", {"4 types", "PER", "ORG", "LOC", "MISC", "ends only"}),
    ],
)
def test_each_set_is_measured_in_its_types(name: str, measures: set[str]) -> None:
    example = Example(id="a", text="x" * 60, names=GOLD)
    gold = Gold(set=name, split="dev", digest="", examples=(example,))
    rows = names.rows(gold, [of_layers(layers(names=GOLD))])
    assert {row.measure for row in rows} == measures
    assert {row.f1 for row in rows if row.gold} == {1.0}


@dataclass
class Entity:
    start_char: int
    end_char: int
    label_: str
    text: str


def test_the_peers_labels_are_mapped_to_the_three_that_sets_share() -> None:
    entities = [
        Entity(0, 3, "PERSON", "Ada"),
        Entity(15, 19, "GPE", "Oslo"),
        Entity(20, 26, "DATE", "Monday"),
    ]
    assert peers.of_entities(entities) == {(0, 3, "PER"), (15, 19, "LOC")}
    assert set(peers.TYPES.values()) == set(THREE)


@pytest.mark.parametrize(
    ("text", "name"),
    [("the Reform League", "Reform League"), ("The Oslo’s", "Oslo"), ("Oslo's", "Oslo"), ("Theo", "Theo")],
)
def test_the_peers_names_are_cut_as_the_sets_cut_theirs(text: str, name: str) -> None:
    start, end = peers.trimmed(Entity(10, 10 + len(text), "ORG", text))
    assert text[start - 10 : end - 10] == name
