"""The stories are a function of the set of reports: order, batches and what was there before do not count."""

from dataclasses import replace
from itertools import combinations
from random import Random

from hypothesis import given
from hypothesis import strategies as some

from tests.group.profiling import about, profiles
from tests.group.slow import slow_cluster
from tocsin.group.grouping import Grouping, stories_of
from tocsin.group.likeness import pair
from tocsin.record.story import Profile


@given(profiles(), some.randoms(use_true_random=False), some.integers(1, 5))
def test_order_and_batches_do_not_count(reports: list[Profile], chance: Random, batch: int) -> None:
    shuffled = chance.sample(reports, len(reports))
    grouping = Grouping()
    for start in range(0, len(shuffled), batch):
        grouping.add(shuffled[start : start + batch])
    assert grouping.stories == stories_of(reports)


@given(profiles())
def test_every_report_is_in_one_story(reports: list[Profile]) -> None:
    found = [document for story in stories_of(reports) for document in story]
    assert sorted(found) == [each.document for each in reports]


@given(profiles(), some.integers(0, 14))
def test_as_of_equals_a_rebuild(reports: list[Profile], known: int) -> None:
    grouping = Grouping()
    grouping.add(reports[:known])
    then = grouping.stories
    grouping.add(reports[known:])
    assert then == stories_of(reports[:known])


@given(profiles())
def test_reading_again_adds_nothing(reports: list[Profile]) -> None:
    grouping = Grouping()
    grouping.add(reports)
    before = grouping.stories
    changed = grouping.add(reports)
    assert (changed.gone, changed.made) == ((), ())
    assert grouping.stories == before


@given(profiles(), some.integers(0, 14))
def test_what_changed_leads_from_then_to_now(reports: list[Profile], known: int) -> None:
    grouping = Grouping()
    grouping.add(reports[:known])
    then = set(grouping.stories)
    changed = grouping.add(reports[known:])
    assert set(changed.gone) <= then
    assert (then - set(changed.gone)) | set(changed.made) == set(grouping.stories)


def test_a_late_report_joins_two_stories() -> None:
    left = about("doc-a", ("troops", "border"))
    right = about("doc-b", ("summit", "drill"))
    late = about("doc-c", ("troops", "drill", "border", "summit"))
    assert stories_of([left, right]) == (("doc-a",), ("doc-b",))
    assert len(stories_of([left, right, late])) < 3


def test_a_late_report_takes_another_along() -> None:
    first = about("doc-a", ("quake",))
    second = about("doc-b", ("film", "vote", "quake"))
    late = about("doc-c", ("film", "vote"))
    assert stories_of([first, second]) == (("doc-a", "doc-b"),)
    assert stories_of([first, second, late]) == (("doc-a",), ("doc-b", "doc-c"))


def test_the_same_words_months_apart_are_two_stories() -> None:
    words = ("troops", "border", "drill")
    assert len(stories_of([about("doc-a", words, day=100), about("doc-b", words, day=131)])) == 2
    assert len(stories_of([about("doc-a", words, day=100), about("doc-b", words, day=101)])) == 1
    assert len(stories_of([about("doc-a", words, day=100), about("doc-b", words, day=None)])) == 1


def test_a_report_given_twice_counts_once() -> None:
    report = about("doc-a", ("troops", "border"))
    assert stories_of([report, report]) == (("doc-a",),)


def test_no_report_no_story() -> None:
    assert stories_of([]) == ()
    assert Grouping().stories == ()


@given(profiles(most=10), some.integers(0, 9))
def test_a_copy_by_another_outlet_joins_the_story_of_its_original(reports: list[Profile], which: int) -> None:
    if which >= len(reports):
        return
    original = replace(reports[which], outlet=None)
    copy = replace(original, document="doc-copy")
    stories = stories_of([*reports[:which], original, *reports[which + 1 :], copy])
    assert any({original.document, "doc-copy"} <= set(story) for story in stories)


@given(profiles())
def test_it_comes_to_what_comparing_and_joining_plainly_does(reports: list[Profile]) -> None:
    pairs = [made for left, right in combinations(reports, 2) if (made := pair(left, right))]
    assert stories_of(reports) == slow_cluster([each.document for each in reports], pairs)
