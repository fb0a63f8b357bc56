from collections.abc import Sequence
from itertools import combinations
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.resolve.linking.making import group, judged
from tocsin.record import Judgement, NameType, Verdict
from tocsin.record.linking import Cluster, Edge, Group
from tocsin.resolve.linking import MERGE, REVIEW, blocks, cluster, pair

SPELLINGS = (
    *("Serhii Kolodiazhnyi", "Sergei Kolodyazhny", "S. Kolodiazhnyi", "Kolodiazhnyi", "Kolodyazhny"),
    *("Petro Kolodiazhnyi", "Olena Kolodiazhna", "Viktor Orban", "Orbán Viktor", "Orban", "Ivan Orban"),
)
BODIES = (
    *("Union of Norland Miners", "UNM", "Union of Norland Mariners", "Norland Miners Union", "Wagner"),
    *("Wagner group", "Northern Front", "Northern front"),
)


def edges_of(groups: Sequence[Group]) -> list[Edge]:
    return [
        edge
        for left, right in combinations(groups, 2)
        if set(blocks(left.type, [n for n, _ in left.names]))
        & set(blocks(right.type, [n for n, _ in right.names]))
        for edge in (pair(left, right, together=0),)
        if edge.score >= REVIEW
    ]


def entities(groups: Sequence[Group], judgements: Sequence[Judgement] = ()) -> set[tuple[str, ...]]:
    return {one.keys for one in cluster(groups, edges_of(groups), judgements)}


def joined(left: Group, right: Group, *others: Group, judgements: Sequence[Judgement] = ()) -> bool:
    found = entities((left, right, *others), judgements)
    return any({left.key, right.key} <= set(keys) for keys in found)


FULL = group("Serhii Kolodiazhnyi", country="ua")
OTHER = group("Sergei Kolodyazhny", country="ua")
BARE = group("Kolodiazhnyi", country="ua")
BROTHER = group("Petro Kolodiazhnyi", country="ua")
SECOND = group("Sergey Kolodjaschnyj", country="ua")


def test_spellings_of_one_person_become_one() -> None:
    assert joined(FULL, OTHER)


def test_a_last_name_joins_the_only_full_name_that_it_fits() -> None:
    assert joined(BARE, FULL)
    assert joined(BARE, FULL, OTHER)  # the two are one


def test_a_last_name_that_fits_two_stays_alone_and_joins_neither() -> None:
    assert (BARE.key,) in entities((BARE, FULL, BROTHER))
    assert len(entities((BARE, FULL, BROTHER))) == 3


def test_a_last_name_that_nothing_but_its_spelling_ties_to_a_name_stays_alone() -> None:
    assert not joined(group("Kolodiazhnyi"), FULL)
    assert joined(group("Kolodiazhnyi", role="mayor"), group("Serhii Kolodiazhnyi", role="mayor"))


def test_a_last_name_of_another_country_stays_alone() -> None:
    assert not joined(group("Kolodiazhnyi", country="pl"), FULL)


def test_an_initial_tells_which_of_two_it_is() -> None:
    initial = group("S. Kolodiazhnyi", country="ua")
    assert joined(initial, FULL, BROTHER)
    assert not joined(initial, BROTHER, FULL)


def test_an_abbreviation_joins_the_only_name_that_it_fits() -> None:
    short = group("UNM", type=NameType.ORGANISATION)
    miners = group("Union of Norland Miners", type=NameType.ORGANISATION)
    mariners = group("Union of Norland Mariners", type=NameType.ORGANISATION)
    assert joined(short, miners)
    assert (short.key,) in entities((short, miners, mariners))


def test_people_win_against_any_spelling() -> None:
    apart = judged(FULL, OTHER, Verdict.DIFFERENT)
    assert not joined(FULL, OTHER, judgements=(apart,))
    brothers = judged(FULL, BROTHER, Verdict.SAME)
    assert joined(FULL, BROTHER, judgements=(brothers,))


def test_people_make_even_known_keys_one_and_the_known_key_stands_for_it() -> None:
    known, other = group("A", key="known:a"), group("B", key="known:b")
    assert not joined(known, other)
    assert joined(known, other, judgements=(judged(known, other, Verdict.SAME),))
    (one,) = cluster((FULL, known), (), (judged(FULL, known, Verdict.SAME),))
    assert one.canonical == "known:a"


def test_the_newest_verdict_holds_and_withdrawn_is_as_if_never_given() -> None:
    apart = judged(FULL, OTHER, Verdict.DIFFERENT, at="2024-05-01T10:00:00Z")
    again = judged(FULL, OTHER, Verdict.SAME, at="2024-05-02T10:00:00Z")
    back = judged(FULL, OTHER, Verdict.WITHDRAWN, at="2024-05-03T10:00:00Z")
    unsure = judged(FULL, OTHER, Verdict.UNSURE, at="2024-05-04T10:00:00Z")
    assert joined(FULL, OTHER, judgements=(again, apart))
    assert joined(FULL, OTHER, judgements=(back, apart))
    assert joined(FULL, OTHER, judgements=(unsure, apart))


def test_what_is_different_stays_so_through_third_ones() -> None:
    apart = judged(FULL, OTHER, Verdict.DIFFERENT)
    found = entities((FULL, OTHER, SECOND), (apart,))
    assert not any({FULL.key, OTHER.key} <= set(keys) for keys in found)


def test_the_first_known_stands_for_all() -> None:
    early, late = group("Viktor Orban", first="2024-01-02 b"), group("Orbán Viktor", first="2024-01-01 a")
    (one,) = cluster((early, late), edges_of((early, late)), ())
    assert one.canonical == late.key


def test_every_join_says_why() -> None:
    (one,) = cluster((FULL, OTHER), edges_of((FULL, OTHER)), ())
    assert one.edges
    assert FULL.key in one.why
    assert "forms of one given name" in one.why
    (said,) = cluster((FULL, BROTHER), (), (judged(FULL, BROTHER, Verdict.SAME),))
    assert "reader says" in said.why


@st.composite
def cases(draw: st.DrawFn) -> tuple[list[Group], list[Judgement]]:
    """Draw groups of many spellings, countries and offices, and what people say of some."""
    groups: dict[str, Group] = {}
    for name in draw(st.lists(st.sampled_from(SPELLINGS), max_size=8, unique=True)):
        country = draw(st.sampled_from((None, "ua", "ua", "hu")))
        made = group(name, country=country, first=draw(st.sampled_from("abc")))
        groups.setdefault(made.key, made)
    for name in draw(st.lists(st.sampled_from(BODIES), max_size=5, unique=True)):
        made = group(name, type=draw(st.sampled_from((NameType.GROUP, NameType.ORGANISATION))))
        groups.setdefault(made.key, made)
    for number in range(draw(st.integers(0, 2))):
        groups[f"known:{number}"] = group("Known", key=f"known:{number}")
    pairs = list(combinations(groups.values(), 2))
    said = draw(st.lists(st.sampled_from(pairs), max_size=4)) if pairs else []
    judgements = [
        judged(a, b, draw(st.sampled_from(list(Verdict))), at=f"2024-05-0{draw(st.integers(1, 4))}")
        for a, b in said
    ]
    return list(groups.values()), list({j.id: j for j in judgements}.values())


@given(cases(), st.randoms(use_true_random=False))
def test_the_order_of_input_does_not_count(case: tuple[list[Group], list[Judgement]], random: Random) -> None:
    groups, judgements = case
    edges = edges_of(groups)
    expected = cluster(groups, edges, judgements)
    for each in (groups, edges, judgements):
        random.shuffle(each)
    assert cluster(groups, edges, judgements) == expected


@given(cases())
def test_each_key_is_in_one_entity(case: tuple[list[Group], list[Judgement]]) -> None:
    groups, judgements = case
    found = cluster(groups, edges_of(groups), judgements)
    keys = [key for one in found for key in one.keys]
    assert sorted(keys) == sorted(group.key for group in groups)
    assert all(one.canonical in one.keys for one in found)
    assert all(one.why for one in found if len(one.keys) > 1)


@given(cases())
def test_parts_that_nothing_ties_can_be_worked_out_alone(case: tuple[list[Group], list[Judgement]]) -> None:
    groups, judgements = case
    edges = edges_of(groups)
    alone: list[Cluster] = []
    for part in components(groups, edges, judgements):
        own = [group for group in groups if group.key in part]
        alone += cluster(
            own,
            [edge for edge in edges if {edge.left, edge.right} <= part],
            [said for said in judgements if {said.left, said.right} <= part],
        )
    assert tuple(sorted(alone, key=lambda one: one.keys)) == cluster(groups, edges, judgements)


@given(cases())
def test_known_keys_are_one_by_a_persons_word_alone(case: tuple[list[Group], list[Judgement]]) -> None:
    groups, judgements = case
    same = {s for j in judgements if j.verdict is Verdict.SAME for s in (j.left, j.right)}
    for one in cluster(groups, edges_of(groups), judgements):
        known = [key for key in one.keys if key.startswith("known:")]
        assert len(known) < 2 or set(known) <= same


def components(
    groups: Sequence[Group], edges: Sequence[Edge], judgements: Sequence[Judgement]
) -> list[set[str]]:
    """Return the keys tied by edges that may merge and by "same", as the store has them."""
    ties = [(e.left, e.right) for e in edges if e.score >= MERGE]
    ties += [(j.left, j.right) for j in judgements if j.verdict is Verdict.SAME]
    home = {group.key: {group.key} for group in groups}
    for left, right in ties:
        both = home[left] | home[right]
        for key in both:
            home[key] = both
    return list({id(part): part for part in home.values()}.values())


@pytest.mark.parametrize("score", [0.79, 0.6])
def test_an_edge_below_the_limit_joins_nothing(score: float) -> None:
    edge = Edge(left=min(FULL.key, OTHER.key), right=max(FULL.key, OTHER.key), score=score, weights=())
    assert len(cluster((FULL, OTHER), (edge,), ())) == 2
