"""What may become one over reports, rule by rule; all names are invented."""

from dataclasses import replace
from itertools import combinations, permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.resolve.linking.making import group
from tocsin.record import NameType, Sector
from tocsin.record.linking import Edge, Group
from tocsin.resolve.linking import MERGE, REVIEW, blocks, cluster, pair
from tocsin.resolve.spelling import fingerprint, is_common

BODY, UNIT = NameType.ORGANISATION, NameType.UNIT


def edges_of(groups: tuple[Group, ...]) -> list[Edge]:
    named = {each.key: set(blocks(each.type, [name for name, _ in each.names])) for each in groups}
    return [
        edge
        for left, right in combinations(groups, 2)
        if named[left.key] & named[right.key]
        for edge in (pair(left, right, together=0),)
        if edge.score >= REVIEW
    ]


def one(*groups: Group) -> bool:
    return len(cluster(groups, edges_of(groups), ())) == 1


def body(name: str, *, country: str | None = None, key: str | None = None) -> Group:
    return group(name, type=BODY, country=country, key=key)


@pytest.mark.parametrize(
    ("left", "right"),
    [("Tarel", "Terol"), ("Maila", "Mylie"), ("Vorga", "Virgo"), ("Dolly", "Do Li")],
)
def test_single_names_that_only_sound_alike_are_two(left: str, right: str) -> None:
    for country in (None, "nl"):
        assert not one(group(left, country=country), group(right, country=country))


@pytest.mark.parametrize(("left", "right"), [("Shorgul", "Chorgoul"), ("Kadhrafi", "Qadhrafi")])
def test_single_names_romanised_otherwise_are_one_where_something_else_says_so(left: str, right: str) -> None:
    alone = pair(group(left), group(right), together=0)
    assert REVIEW <= alone.score < MERGE
    assert any("one word only" in weight.why for weight in alone.weights)
    assert one(group(left, country="nl"), group(right, country="nl"))
    assert one(group(left, role="mayor"), group(right, role="mayor"))
    assert not one(group(left, country="nl"), group(right, country="be"))


def test_two_words_that_agree_need_nothing_beside_them() -> None:
    assert one(group("Serhii Kolodiazhnyi"), group("Sergei Kolodyazhny"))
    assert one(group("S. Kolodiazhnyi"), group("S. Kolodyazhny"))


def test_an_initial_more_needs_something_beside_it() -> None:
    assert not one(group("R. Kolbern"), group("Kolbern"))
    assert one(group("R. Kolbern", role="mayor"), group("Kolbern", role="mayor"))


@pytest.mark.parametrize(
    ("several", "part"),
    [
        ("Departments of Ports and Mills", "Department of Ports"),
        ("Departments of Ports and Mills", "Ports"),
        ("Korlan and I", "Korlen"),
        ("Norland Rail & Southport Rail", "Norland Rail"),
        ("Lorn Guard or Mirn Guard", "Lorn Guard"),
    ],
)
def test_who_is_named_with_another_is_not_that_pair(several: str, part: str) -> None:
    assert pair(body(several), body(part), together=0).score < REVIEW
    assert not one(body(several, country="nl"), body(part, country="nl"))


def test_one_coordination_written_in_two_ways_is_one() -> None:
    assert one(body("Norland Rail & Harbours"), body("Norland Rail and Harbours"))


@pytest.mark.parametrize(
    ("short", "long"),
    [("DOM", "Department of Mills"), ("ND", "Norland Dredgers"), ("MPH", "Miners of Porth"), ("K&P", "KPP")],
)
def test_letters_that_do_not_stand_for_three_telling_words_are_another_body(short: str, long: str) -> None:
    assert not one(body(short), body(long))


def test_letters_of_three_telling_words_stand_for_them_unless_two_names_fit() -> None:
    dredgers, divers = body("Norland Dredgers Union"), body("Norland Divers Union")
    assert one(body("NDU"), dredgers)
    assert len(cluster((body("NDU"), dredgers, divers), edges_of((body("NDU"), dredgers, divers)), ())) == 3


def test_an_ampersand_is_a_letter_of_an_abbreviation() -> None:
    assert one(body("K&P"), body("Kolbern & Parr"))
    assert pair(body("K&P"), body("KKP"), together=0).score < REVIEW


@pytest.mark.parametrize(
    ("left", "right"),
    [("Porth Bank", "Porth Banks"), ("Porth Ministry", "Porth Ministries"), ("Porth House", "Porth Houses")],
)
def test_several_of_a_kind_are_not_one_of_it(left: str, right: str) -> None:
    assert not one(body(left, country="nl"), body(right, country="nl"))


def test_a_plural_that_is_a_name_is_no_other_name() -> None:
    assert one(group("Porth Accord", type=NameType.DOCUMENT), group("Porth Accords", type=NameType.DOCUMENT))


@pytest.mark.parametrize(
    ("left", "right"),
    [("Ministry of Finance", "Finance Ministry"), ("Treasury", "Treasury Department")],
)
def test_a_body_that_every_state_has_is_one_only_with_a_country(left: str, right: str) -> None:
    assert REVIEW <= pair(body(left), body(right), together=0).score < MERGE
    assert one(body(left, country="nl"), body(right, country="nl"))
    assert not one(body(left, country="nl"), body(right, country="be"))


@pytest.mark.parametrize("name", ["Supreme Court", "Central Bank", "House", "Defence Ministry", "Treasuries"])
def test_what_every_state_has_is_common(name: str) -> None:
    assert is_common(name, BODY) == (name != "Treasuries")


@pytest.mark.parametrize("name", ["Norland Supreme Court", "International Mills Agency", "Kestrel Party"])
def test_what_says_whose_it_is_or_is_one_in_the_world_is_not_common(name: str) -> None:
    assert not is_common(name, BODY)


def test_a_sector_that_both_have_speaks_for_a_single_name() -> None:
    def of(name: str) -> Group:
        return replace(group(name), sectors=(Sector.MILITARY,))

    assert one(of("Zorlensky"), of("Zorlenskyi"))


ORDINALS = (
    *(("1st", "First"), ("2nd", "Second"), ("3rd", "third"), ("11th", "Eleventh"), ("12th", "twelfth")),
    *(("20th", "Twentieth"), ("43rd", "Forty-third"), ("21st", "Twenty-First"), ("90th", "Ninetieth")),
)


@pytest.mark.parametrize(("figures", "words"), ORDINALS)
def test_numbers_in_words_and_in_figures_are_one(figures: str, words: str) -> None:
    left, right = (f"{number} Kestrel Brigade" for number in (figures, words))
    assert fingerprint(left, UNIT) == fingerprint(right, UNIT)


@given(st.integers(1, 199), st.integers(1, 199), st.sampled_from(("Brigade", "Kestrel Battalion", "Army")))
def test_units_of_two_numbers_never_share_a_fingerprint_and_are_never_one(a: int, b: int, kind: str) -> None:
    left, right = f"{a}th {kind}", f"{b}th {kind}"
    assert (fingerprint(left, UNIT) == fingerprint(right, UNIT)) == (a == b)
    if a != b:
        assert not one(group(left, type=UNIT, country="nl"), group(right, type=UNIT, country="nl"))


def test_the_number_of_a_key_counts_where_the_name_has_lost_it() -> None:
    left, right = (
        group("Kestrel Battalion", type=UNIT, key=f"unit:{number} kestrel battalion", country="nl")
        for number in ("93rd", "39th")
    )
    assert not one(left, right)
    assert not one(left, group("Kestrel Battalion", type=UNIT, country="nl"))


POOL = tuple(
    group(name, type=kind, country=country, first=f"2024-01-{number:02} doc-{number}")
    for number, (name, kind, country) in enumerate(
        (
            *((name, NameType.PERSON, "nl") for name in ("Shorgul", "Chorgoul", "Ada Shorgul", "A. Shorgul")),
            *((name, NameType.PERSON, None) for name in ("Maila", "Mylie", "Adda Shorgul", "Q Maila")),
            *((name, BODY, None) for name in ("NDU", "Norland Dredgers Union", "Norland Divers Union")),
            *((name, BODY, "nl") for name in ("Finance Ministry", "Ministry of Finance", "Treasury")),
            *((name, BODY, None) for name in ("Ministry of Finance and Trade", "K&P", "KPP", "Porth Banks")),
            *((name, UNIT, "nl") for name in ("1st Kestrels", "2nd Kestrels", "Kestrels")),
        ),
        start=1,
    )
)


@settings(deadline=None)
@given(st.data())
def test_the_order_of_arrival_never_changes_who_is_one(data: st.DataObject) -> None:
    chosen = tuple(data.draw(st.lists(st.sampled_from(POOL), unique_by=lambda each: each.key)))
    expected = cluster(chosen, edges_of(chosen), ())
    shuffled = tuple(data.draw(st.permutations(chosen)))
    assert cluster(shuffled, reversed(edges_of(shuffled)), ()) == expected


@pytest.mark.parametrize("names", [*permutations(("NDU", "Norland Dredgers Union", "Norland Divers Union"))])
def test_an_abbreviation_of_two_names_stays_alone_in_any_order(names: tuple[str, ...]) -> None:
    groups = tuple(map(body, names))
    assert len(cluster(groups, edges_of(groups), ())) == len(names)
