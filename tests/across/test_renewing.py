"""The laws of what reports say together: any order, no double counting, as of any time, made anew."""

import tempfile
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.across.crisis import MADE_BY, REPORTS, WHEN, items, linking, some
from tocsin.across import Known, renew
from tocsin.knowledge import load_knowledge
from tocsin.record import Judgement, Verdict
from tocsin.record.finding import Finding, QuestionKind, Status
from tocsin.store import Query, Store

NAMES = tuple(REPORTS)
ALL = Query()
KNOWN = Known.shipped(load_knowledge)
ORDERS = st.permutations(NAMES)


@contextmanager
def store_of(names: Sequence[str], *, at_once: int = 3) -> Iterator[Store]:
    """Give a case into which these reports were written, so many at once, and linked after each batch."""
    with tempfile.TemporaryDirectory() as folder:
        store = Store.open(Path(folder) / "case.tocsin", create=True, linking=linking())
        run = store.begin_run("read", MADE_BY, WHEN)
        for start in range(0, len(names), at_once):
            store.write(run, some(names[start : start + at_once]), WHEN)
            renew(store, KNOWN)
        yield store
        store.close()


def answers(store: Store) -> list[bytes]:
    """Return all that the reports of a case say together."""
    every = (*store.findings(ALL), *store.stories(ALL), *store.copies(ALL))
    return sorted(msgspec.json.encode(each) for each in every)


def about(store: Store, words: str) -> list[Finding]:
    """Return the findings on figures whose question has the words."""
    asked = Query(kind=QuestionKind.FIGURE, about=words)
    return [each for each in store.findings(asked) if words in each.question.words]


@pytest.fixture(scope="module")
def whole() -> Iterator[Store]:
    with store_of(NAMES, at_once=len(NAMES)) as store:
        yield store


def test_one_ministry_that_two_outlets_quote_is_one_origin(whole: Store) -> None:
    found = next(each for each in about(whole, "troops") if each.documents > 1)
    kyiv = next(each for each in found.origins if "Ukraine" in each.name)
    quoting = {member.document for member in found.members if member.origin == kyiv.key}
    ids = {name: extraction.document.id for name, (_, extraction) in items().items()}
    assert {ids["post"], ids["wire"]} <= quoting
    assert Status.DIFFER in found.statuses  # NATO counts 40,000


def test_a_toll_that_rises_is_a_revision_of_one_origin(whole: Store) -> None:
    found = next(each for each in about(whole, "killed") if each.documents > 1)
    assert found.status is Status.REVISED
    assert found.independent == 1
    assert found.families == 2  # two of the three reports are one text


def test_the_copied_paragraph_is_a_copy_and_the_two_reports_are_two_stories_texts(whole: Store) -> None:
    ids = {name: extraction.document.id for name, (_, extraction) in items().items()}
    pairs = {frozenset((copy.left, copy.right)) for copy in whole.copies(ALL)}
    assert frozenset((ids["post"], ids["copy"])) in pairs
    assert frozenset((ids["quake2"], ids["quake3"])) in pairs
    assert frozenset((ids["wire"], ids["nato"])) not in pairs


def test_copies_have_the_words_that_stand_in_both_reports(whole: Store) -> None:
    for copy in whole.copies(ALL):
        texts = {side: whole.document(side).text for side in (copy.left, copy.right)}
        for passage in copy.passages:
            assert texts[copy.left][passage.left.start : passage.left.end] == passage.left.text
            assert texts[copy.right][passage.right.start : passage.right.end] == passage.right.text


@settings(max_examples=6, deadline=None)
@given(order=ORDERS, at_once=st.integers(1, len(NAMES)))
def test_the_order_of_reading_does_not_matter(order: Sequence[str], at_once: int) -> None:
    with store_of(order, at_once=at_once) as one, store_of(NAMES, at_once=len(NAMES)) as other:
        assert answers(one) == answers(other)


@settings(max_examples=4, deadline=None)
@given(order=ORDERS)
def test_what_is_read_again_adds_nothing(order: Sequence[str]) -> None:
    with store_of(order) as store:
        before = answers(store)
        store.write(store.begin_run("read", MADE_BY, WHEN), some(order), WHEN)
        assert renew(store, KNOWN) == 0
        assert answers(store) == before


@pytest.mark.parametrize("when", ["2021-04-11", "2021-04-12", "2021-04-13", "2021-05-02", "2021-06-01"])
def test_as_of_is_a_case_of_the_reports_of_that_time(whole: Store, when: str) -> None:
    early = [name for name, (_, day, _) in REPORTS.items() if day <= when]
    then = whole.until(when)
    renew(then, KNOWN)
    with store_of(early, at_once=1) as store:
        assert answers(then) == answers(store)
    then.close()


@settings(max_examples=8, deadline=None)
@given(names=st.sets(st.sampled_from([name for name in NAMES if name != "quake3"])))
def test_a_copy_never_raises_families_or_origins(names: set[str]) -> None:
    chosen = sorted({*names, "quake2"})
    with store_of(chosen) as without, store_of([*chosen, "quake3"]) as with_copy:
        before = {member.record: each for each in without.findings(ALL) for member in each.members}
        for finding in with_copy.findings(ALL):
            had = [before[member.record] for member in finding.members if member.record in before]
            if had:
                assert finding.independent <= sum(
                    each.independent for each in {one.id: one for one in had}.values()
                )
                assert finding.families <= sum(
                    each.families for each in {one.id: one for one in had}.values()
                )


def test_all_is_made_again_from_the_log(whole: Store) -> None:
    before = answers(whole)
    whole.rebuild()
    assert not list(whole.findings(ALL))
    renew(whole, KNOWN)
    assert answers(whole) == before


def test_what_people_judge_changes_what_it_touches_as_if_it_had_been_said_before() -> None:
    verdict = Judgement(
        id="jud-1",
        left="known:nato",
        right="known:ua",
        verdict=Verdict.SAME,
        by="ada",
        at=WHEN,
        why="a test",
    )
    with store_of(NAMES) as late, store_of(()) as early:
        before = answers(late)
        late.judge(verdict)
        renew(late, KNOWN)
        early.judge(verdict)
        early.write(early.begin_run("read", MADE_BY, WHEN), some(NAMES), WHEN)
        renew(early, KNOWN)
        assert answers(late) == answers(early)
        assert answers(late) != before


def test_several_who_read_and_link_at_once_lose_nothing() -> None:
    with store_of(()) as store, store_of(NAMES) as alone:
        run = store.begin_run("read", MADE_BY, WHEN)

        def read(name: str) -> None:
            with Store.open(store.path, create=False, linking=linking()) as own:
                own.write(run, some([name]), WHEN)
                renew(own, KNOWN)

        with ThreadPoolExecutor(4) as threads:
            list(threads.map(read, NAMES))
        assert renew(store, KNOWN) == 0
        assert answers(store) == answers(alone)


def test_a_headline_and_a_copy_read_without_its_speaker_are_no_origins_of_their_own(whole: Store) -> None:
    found = next(each for each in about(whole, "killed") if each.documents > 1)
    assert [origin.key for origin in found.origins] == ["known:tr"]
    assert any("same text" in reason for origin in found.origins for reason in origin.why)
