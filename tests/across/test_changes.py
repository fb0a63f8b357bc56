"""What a reader who knew the reports of one day is told of the next."""

from collections.abc import Iterator

import pytest

from tests.across.crisis import REPORTS
from tests.across.test_renewing import KNOWN, store_of
from tocsin.across import State, changes, renew, state_of
from tocsin.record.diff import Change, ChangeKind
from tocsin.store import Store


@pytest.fixture(scope="module")
def case() -> Iterator[Store]:
    with store_of(tuple(REPORTS), at_once=8) as store:
        yield store


def state(case: Store, when: str) -> State:
    """Return what was known by a day."""
    store = case.until(when)
    renew(store, KNOWN)
    found = state_of(store)
    store.close()
    return found


def between(case: Store, since: str, as_of: str) -> tuple[Change, ...]:
    """Return what changed from one day to another."""
    return changes(state(case, since), state(case, as_of))


def test_nothing_changes_where_no_report_comes(case: Store) -> None:
    assert not between(case, "2021-04-15", "2021-05-01")


def test_a_higher_toll_of_the_same_ministry_is_told_as_revised_with_both_values(case: Store) -> None:
    (revised,) = [
        each for each in between(case, "2021-05-02", "2021-05-03") if each.kind is ChangeKind.REVISED
    ]
    assert (revised.before, revised.after) == ("26", "27")


def test_another_count_by_another_origin_is_a_difference(case: Store) -> None:
    found = [each for each in between(case, "2021-04-13", "2021-04-14") if each.kind is ChangeKind.DIFFERS]
    assert any("troops" in each.words and "40,000" in (each.after or "") for each in found)


def test_what_an_outlet_prints_of_another_is_told_as_copied(case: Store) -> None:
    found = [each for each in between(case, "2021-04-12", "2021-04-13") if each.kind is ChangeKind.COPIED]
    assert len(found) == 1
    assert len(found[0].documents) == 2


def test_a_crisis_that_nobody_knew_of_is_a_new_story(case: Store) -> None:
    found = between(case, "2021-04-14", "2021-05-02")
    assert any("earthquake" in each.words.lower() for each in found if each.kind is ChangeKind.STORY)
    assert all(each.at > "2021-04-14T23:59:59Z" for each in found)


def test_every_change_rests_on_records_or_documents(case: Store) -> None:
    for each in between(case, "2021-04-11", "2021-05-03"):
        assert each.documents
        assert each.records or each.kind in (ChangeKind.COPIED, ChangeKind.STORY)
