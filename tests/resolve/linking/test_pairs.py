from itertools import product

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.resolve.linking.making import group
from tocsin.record import NameType
from tocsin.record.linking import Group
from tocsin.resolve.linking import MERGE, REVIEW, blocks, pair
from tocsin.resolve.linking.pairs import agreed, contradict

NAMES = ("Serhii Kolodiazhnyi", "Sergei Kolodyazhny", "Kolodiazhnyi", "Olena Kolodiazhna", "Ivan Petrenko")
GROUPS = [
    group(name, country=country, role=role)
    for name, country, role in product(NAMES, (None, "ua", "pl"), (None, "mayor", "minister"))
]


def test_two_spellings_of_one_person_merge() -> None:
    edge = pair(group("Serhii Kolodiazhnyi"), group("Sergei Kolodyazhny"), together=0)
    assert edge.score >= MERGE
    assert not edge.partial


def test_a_person_is_never_a_body() -> None:
    edge = pair(group("Wagner"), group("Wagner", type=NameType.GROUP), together=0)
    assert edge.score == 0
    assert edge.weights[0].part == "type"


def test_a_group_may_be_an_organisation() -> None:
    left, right = group("Hamas", type=NameType.GROUP), group("Hamás", type=NameType.ORGANISATION)
    assert pair(left, right, together=0).score >= MERGE


def test_another_country_keeps_two_apart() -> None:
    left, right = group("Ivan Petrenko", country="ua"), group("Iwan Petrenko", country="pl")
    assert pair(left, right, together=0).score < MERGE
    assert contradict(left, right)


def test_a_country_and_an_office_that_both_have_speak_for_one() -> None:
    left = group("Serhii Kolodiazhnyi", country="ua", role="mayor")
    plain, more = (
        pair(left, other, together=0)
        for other in (group("Kolodiazhnyi"), group("Kolodiazhnyi", country="ua", role="mayor"))
    )
    assert more.score > plain.score >= MERGE
    assert agreed(more)
    assert not agreed(plain)


def test_what_reports_name_as_two_is_less_likely_one() -> None:
    left, right = group("Serhii Kolodiazhnyi"), group("Sergei Kolodyazhny")
    scores = [pair(left, right, together=number).score for number in range(3)]
    assert scores[0] >= MERGE > scores[1] > scores[2]


def test_titles_do_not_make_more_names() -> None:
    left = group("Ivan Petrenko", "Mr. Ivan Petrenko", "General Ivan Petrenko")
    assert pair(left, group("Iwan Petrenko"), together=0).score >= MERGE


@given(st.sampled_from(GROUPS), st.sampled_from(GROUPS), st.integers(0, 3))
def test_the_order_of_the_two_does_not_count(a: Group, b: Group, together: int) -> None:
    assume(a.key != b.key)
    assert pair(a, b, together=together) == pair(b, a, together=together)
    edge = pair(a, b, together=together)
    assert 0 <= edge.score <= 1
    assert edge.left <= edge.right
    total = min(1.0, max(0.0, sum(weight.value for weight in edge.weights)))
    assert edge.score == pytest.approx(total, abs=1e-3)


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        (NameType.STATE, "Mali"),
        (NameType.PLACE, "Kyiv"),
        (NameType.NATIONALITY, "Ukrainian"),
        (NameType.PERSON, "the defence minister"),
        (NameType.GROUP, "Russian troops"),
        (NameType.GROUP, "separatists"),
    ],
)
def test_places_and_descriptions_are_in_no_block(kind: NameType, name: str) -> None:
    assert blocks(kind, [name]) == ()


@pytest.mark.parametrize(
    ("kind", "name"),
    [(NameType.GROUP, "Wagner group"), (NameType.PERSON, "Bashar al-Assad"), (NameType.PERSON, "김정은")],
)
def test_names_are_in_blocks(kind: NameType, name: str) -> None:
    assert blocks(kind, [name])


def test_asking_begins_below_merging() -> None:
    assert REVIEW < MERGE


def test_the_name_of_one_report_alone_joins_nobody() -> None:
    one, other, full = (
        group("Karen", key="person:karen@doc-1"),
        group("Karen", key="person:karen@doc-2"),
        group("Karen Brandt"),
    )
    assert pair(one, other, together=0).score == pair(one, full, together=0).score == 0.0
