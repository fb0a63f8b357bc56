"""Candidates: the definition written plainly beside the index, and what a late report may change."""

from collections.abc import Sequence
from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.copies import Candidate, Entry, Run, added, candidates, holds, touched
from tocsin.copies.candidates import LIMITS, Limits
from tocsin.copies.runs import HASH, REPORTS, entry

HASHES = st.frozensets(st.integers(1, 40), max_size=14)
REPORTS_ = st.lists(HASHES, max_size=24)


def made(place: int, numbers: frozenset[int]) -> Entry:
    hashes = np.array([n << 24 for n in sorted(numbers)], dtype=np.uint64)
    return entry(f"{place:04}\x1fdoc-{place:04}", hash(numbers) & (REPORTS - 1), hashes)


def grown(entries: Sequence[Entry], *, step: int = 1) -> tuple[Run, ...]:
    runs: tuple[Run, ...] = ()
    for n, one in enumerate(entries):
        runs = added(runs, n * step, one)
    return runs


def plainly(entries: Sequence[Entry], one: Entry) -> list[tuple[str, int, int]]:
    """Return id, shared and weight of the candidates as the definition has them, where none is common."""
    first = [each for each in entries if each.key < one.key]
    weights = {}
    for h in one.hashes.tolist():
        texts = {each.digest for each in first if h in each.hashes}
        weights[h] = (0, 12, 6, 4)[min(3, len(texts))]
    found = []
    for each in first:
        both = [h for h in one.hashes.tolist() if h in each.hashes]
        weight = sum(weights[h] for h in both)
        if both and (weight >= 12 or 5 * len(both) >= min(len(one.hashes), len(each.hashes))):
            found.append((-weight, each.key, len(both)))
    return [(key[5:], shared, -weight) for weight, key, shared in sorted(found)[: LIMITS.most]]


@given(REPORTS_, st.integers(1, 3), st.randoms(use_true_random=False))
def test_the_index_keeps_the_definition_in_any_order(
    reports: list[frozenset[int]], step: int, chance: Random
) -> None:
    entries = [made(n, one) for n, one in enumerate(reports)]
    shuffled = chance.sample(entries, len(entries))
    runs = grown(shuffled, step=step)
    number = {one.key: n * step for n, one in enumerate(shuffled)}
    for one in entries:
        found = candidates(runs, one)
        assert _told(found) == plainly(entries, one)
        assert [each.number for each in found] == [number[f"{each.id[4:]}\x1f{each.id}"] for each in found]


@pytest.mark.parametrize(
    "limits",
    [
        LIMITS,
        Limits(common=3, near=1),
        Limits(common=2, near=2, enough=6),
        Limits(common=5, near=3, enough=3, most=3),
    ],
)
@given(reports=REPORTS_, late=HASHES, place=st.integers(0, 23))
def test_a_late_report_touches_nobody_else(
    limits: Limits, reports: list[frozenset[int]], late: frozenset[int], place: int
) -> None:
    entries = [made(2 * n, one) for n, one in enumerate(reports)]
    one = made(2 * place + 1, late)
    runs = grown(entries)
    more, back = added(runs, len(entries), one), grown([one, *entries[::-1]])
    found = touched(runs, one, limits=limits)
    assert all(entries[n].key > one.key for n in found)
    for n, each in enumerate(entries):
        then, now = (_told(candidates(which, each, limits=limits)) for which in (runs, more))
        assert then == now or n in found
        assert now == _told(candidates(back, each, limits=limits))


def _told(found: Sequence[Candidate]) -> list[tuple[str, int, int]]:
    return [(each.id, each.shared, each.weight) for each in found]


@given(REPORTS_, st.integers(1, 5), st.randoms(use_true_random=False))
def test_runs_follow_from_the_number_of_reports(
    reports: list[frozenset[int]], step: int, chance: Random
) -> None:
    entries = [made(n, one) for n, one in enumerate(reports)]
    shuffled = chance.sample(entries, len(entries))
    runs = grown(shuffled, step=step)
    lengths = [run.after - run.first for run in runs]
    assert lengths == sorted(lengths, reverse=True)
    for run in runs:
        assert run.first % (run.after - run.first) == 0
        assert list(run.keys) == sorted(run.keys)
        assert (np.diff(run.postings.astype(object)) > 0).all()
        assert run.numbers.tolist() == [step * _place(shuffled, key) for key in run.keys]
        held = {(int(posting & HASH), run.keys[int(posting) & (REPORTS - 1)]) for posting in run.postings}
        assert held == {
            (h, each.key) for each in entries if each.key in run.keys for h in each.hashes.tolist()
        }
    assert all(holds(runs, one.key) for one in entries)
    assert not holds(runs, "9999")


def _place(entries: Sequence[Entry], key: str) -> int:
    return next(n for n, each in enumerate(entries) if each.key == key)


def test_the_rare_goes_before_the_common() -> None:
    reports = [frozenset({1, 2}), *(frozenset({9, 100 + n}) for n in range(20)), frozenset({9, 10, 11})]
    runs = grown([made(n, one) for n, one in enumerate(reports)])
    found = candidates(runs, made(99, frozenset({1, 2, 9, 10, *range(200, 220)})), limits=Limits(most=2))
    assert [each.number for each in found] == [0, 21]


def test_what_everybody_says_makes_no_candidate() -> None:
    everybody = [made(n, frozenset({1, 2, *range(100 * n + 100, 100 * n + 120)})) for n in range(300)]
    asked = made(999, frozenset({1, 2, *range(3, 20)}))
    assert candidates(grown(everybody), asked) == ()


def test_copies_of_one_text_make_nothing_common() -> None:
    text = frozenset(range(1, 15))
    copies = [made(n, text) for n in range(20)]
    (first, *_) = found = candidates(grown(copies), made(99, frozenset({1, *range(50, 90)})))
    assert (first.number, first.weight, len(found)) == (0, 12, 20)


def test_of_a_story_that_very_many_have_the_nearest_are_read() -> None:
    story = frozenset(range(1, 31))
    runs = grown([made(n, frozenset({*story, 100 + n})) for n in range(200)])
    assert [each.number for each in candidates(runs, made(500, story))] == [196, 197, 198, 199]
    early = candidates(runs, made(100, story))
    assert [each.number for each in early] == list(range(LIMITS.most))


def test_a_short_report_is_found_however_many_have_it() -> None:
    line = frozenset({1})
    runs = grown([made(n, frozenset({1, *range(100 * n + 100, 100 * n + 120)})) for n in range(60)])
    assert len(candidates(runs, made(500, line))) == LIMITS.most


def test_numbers_only_grow() -> None:
    with pytest.raises(ValueError, match="not the next"):
        added(grown([made(0, frozenset({1})), made(1, frozenset({2}))]), 1, made(2, frozenset({3})))
