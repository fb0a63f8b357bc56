"""The laws: order-free, as-of, idempotent; a copy never raises the number of families."""

from dataclasses import replace
from random import Random
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.copies.cases import CASES, DAYS, OUTLETS, Case
from tests.copies.reports import EDITED, OTHER, STORY, report
from tocsin.copies import credited, families, furniture, origin, publishers, without
from tocsin.copies.reports import Report

if TYPE_CHECKING:
    from tocsin.record.copy import Copy


@settings(deadline=None)
@given(CASES, st.randoms(use_true_random=False))
def test_the_order_of_arrival_does_not_count(reports: list[Report], chance: Random) -> None:
    told = Case(reports).told
    for _ in range(3):
        assert Case(chance.sample(reports, len(reports))).told == told


@settings(deadline=None)
@given(CASES, DAYS)
def test_as_of_is_a_rebuild_from_what_was_known_by_then(reports: list[Report], day: str) -> None:
    whole = Case(reports)
    then = [one for one in reports if one.known <= day]
    there = {one.id for one in then}
    kept = {both: copy for both, copy in whole.copies.items() if {*both} <= there}
    assert kept == Case(then).copies


@settings(deadline=None)
@given(CASES, st.data())
def test_reading_again_adds_nothing(reports: list[Report], data: st.DataObject) -> None:
    case = Case(reports)
    told, runs = case.told, case.runs
    assert not case.add(data.draw(st.sampled_from(reports)))
    assert case.told == told
    assert case.runs is runs


def views(reports: list[Report]) -> set[tuple[str, ...]]:
    """Return the families of a case, with all views that stand before them."""
    copies: list[Copy] = list(Case(reports).copies.values())
    outlets = {one.id: one.outlet for one in reports if one.outlet}
    freed = without(copies, furniture(copies, outlets))
    told = credited(freed, {one.id: origin(one, publishers()) for one in reports}, {})
    return {one.documents for one in families([one.id for one in reports], told)}


@settings(deadline=None, max_examples=300)
@given(CASES, OUTLETS, DAYS, st.data())
def test_one_more_copy_never_makes_more_families(
    reports: list[Report], outlet: str | None, day: str, data: st.DataObject
) -> None:
    copied = data.draw(st.sampled_from(reports))
    before = views(reports)
    more = replace(copied, id=data.draw(st.sampled_from(("doc-", "doc-04-", "doc-99"))), outlet=outlet)
    after = views([*reports, replace(more, known=day, published=day)])
    assert len(after) <= len(before)  # a copy with another day may tie two families, never part one
    assert all(any({*one} <= {*other} for other in after) for one in before)


def test_a_late_report_that_comes_first_takes_its_place() -> None:
    texts = {"a": STORY, "b": OTHER, "c": f"{OTHER} {STORY}", "d": EDITED}
    reports = [report(id_, text, known=f"2021-04-1{n}") for n, (id_, text) in enumerate(texts.items())]
    case = Case([*reports[1:], reports[0]])
    assert sorted(case.copies) == [("a", "c"), ("a", "d"), ("b", "c"), ("c", "d")]
    assert case.told == Case(reports).told
