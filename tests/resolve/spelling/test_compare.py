from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.record import NameType
from tocsin.resolve.spelling import SAME, block_keys, compare, fingerprint, is_short

HERE = Path(__file__).parent
Variants = list[tuple[NameType, str, str]]


def rows(name: str) -> list[list[str]]:
    lines = [line for line in HERE.joinpath(name).read_text("utf-8").splitlines() if line[:1] != "#"]
    return [line.split("\t") for line in lines[1:]]


def variants() -> Variants:
    return [
        (NameType(kind), left, right)
        for kind, spellings in rows("names.tsv")
        for left, right in combinations(spellings.split("|"), 2)
    ]


def names() -> st.SearchStrategy[str]:
    known = [name for _, spellings in rows("names.tsv") for name in spellings.split("|")]
    return st.sampled_from(known) | st.text(min_size=1, max_size=30)


TYPES = st.sampled_from((NameType.PERSON, NameType.ORGANISATION, NameType.GROUP, NameType.DOCUMENT))


@pytest.mark.parametrize(("kind", "left", "right"), variants())
def test_spellings_of_one_name_are_the_same(kind: NameType, left: str, right: str) -> None:
    found = compare(left, right, kind)
    assert found.score >= SAME, found


@pytest.mark.parametrize(("kind", "left", "right"), variants())
def test_spellings_of_one_name_share_a_block(kind: NameType, left: str, right: str) -> None:
    assert set(block_keys(left, kind)) & set(block_keys(right, kind))


@pytest.mark.parametrize(("kind", "left", "right"), rows("lookalikes.tsv"))
def test_names_that_look_alike_are_not_the_same(kind: str, left: str, right: str) -> None:
    found = compare(left, right, NameType(kind))
    assert found.score < SAME, found


@given(names(), names(), TYPES)
def test_comparing_is_symmetrical_and_between_0_and_1(left: str, right: str, kind: NameType) -> None:
    found = compare(left, right, kind)
    assert 0 <= found.score <= 1
    assert found.score == pytest.approx(compare(right, left, kind).score, abs=1e-3)


@given(names(), names(), TYPES)
def test_the_weights_add_up_to_the_score(left: str, right: str, kind: NameType) -> None:
    found = compare(left, right, kind)
    assert found.score == pytest.approx(sum(weight.value for weight in found.weights), abs=1e-3)
    assert all(weight.why for weight in found.weights)


@given(names(), TYPES)
def test_a_name_is_the_same_as_itself(name: str, kind: NameType) -> None:
    assert compare(name, name, kind).score == 1


@given(names(), TYPES)
def test_a_fingerprint_is_its_own(name: str, kind: NameType) -> None:
    once = fingerprint(name, kind)
    assert once == once.casefold().strip()
    assert "  " not in once


@given(names(), names(), TYPES)
def test_what_has_one_fingerprint_shares_a_block(left: str, right: str, kind: NameType) -> None:
    if fingerprint(left, kind) == fingerprint(right, kind) != "":
        assert set(block_keys(left, kind)) & set(block_keys(right, kind)) or not block_keys(left, kind)


@pytest.mark.parametrize(
    ("name", "kind", "expected"),
    [
        ("Mr. Vladimir Putin’s", NameType.PERSON, "vladimir putin"),
        ("Defence Minister Sergei Shoigu", NameType.PERSON, "defence minister sergei shoigu"),
        ("President Zelensky", NameType.PERSON, "zelensky"),
        ("Donald Trump Jr.", NameType.PERSON, "donald trump jr"),
        ("Martin Luther King", NameType.PERSON, "martin luther king"),
        ("General", NameType.PERSON, "general"),
        ("Wagner Group", NameType.GROUP, "wagner"),
        ("Ukrainian forces", NameType.GROUP, "ukrainian forces"),
        ("Islamic Group", NameType.GROUP, "islamic group"),
        ("Rosneft PJSC", NameType.ORGANISATION, "rosneft"),
        ("The Movement", NameType.GROUP, "movement"),
        ("Lord’s Resistance Army", NameType.GROUP, "lord resistance army"),
    ],
)
def test_fingerprints(name: str, kind: NameType, expected: str) -> None:
    assert fingerprint(name, kind) == expected


def test_a_last_name_alone_is_only_part_of_a_name() -> None:
    found = compare("Blinken", "Antony Blinken", NameType.PERSON)
    assert found.partial
    assert not found.conflict
    assert found.score < SAME


def test_an_initial_may_be_short_for_a_name_and_contradicts_another() -> None:
    assert compare("J. Biden", "Joe Biden", NameType.PERSON).partial
    assert compare("H. Biden", "Joe Biden", NameType.PERSON).conflict


def test_an_abbreviation_counts_connecting_words_or_does_not() -> None:
    assert compare(
        "OSCE", "Organisation for Security and Co-operation in Europe", NameType.ORGANISATION
    ).partial
    assert compare("DRC", "Democratic Republic of the Congo", NameType.ORGANISATION).partial


def test_a_given_name_counts_in_any_of_its_forms_but_not_as_another() -> None:
    assert compare("Mykola Azarov", "Nikolai Azarov", NameType.PERSON).score > SAME
    assert compare("Mykola Azarov", "Mykhailo Azarov", NameType.PERSON).conflict


@pytest.mark.parametrize(
    ("name", "kind", "short"),
    [
        ("Blinken", NameType.PERSON, True),
        ("A. J. Blinken", NameType.PERSON, True),
        ("President Biden", NameType.PERSON, True),
        ("Antony Blinken", NameType.PERSON, False),
        ("OSCE", NameType.ORGANISATION, True),
        ("Hamas", NameType.GROUP, False),
    ],
)
def test_what_is_only_part_of_a_name(name: str, kind: NameType, short: bool) -> None:  # noqa: FBT001
    assert is_short(name, kind) is short


def test_a_middle_initial_makes_no_name_short() -> None:
    found = compare("Joseph R. Biden", "Joe Biden", NameType.PERSON)
    assert found.score > SAME
    assert not found.partial
