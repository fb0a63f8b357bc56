"""Reports with known stories and copies: the same each time, and they hold what they are said to."""

import re

import pytest
from bench.known import A_DAY, LEAST, SHARES, Known
from bench.synthetic import Synthetic

THINGS = ("howitzer", "festival", "harvest", "ferry", "bank", "flood", "mayor", "rocket", "school")
BODIES = [
    [
        f"The {thing}{number} near Vale{number} was counted {number} times by guards of Mira Holt{number}."
        for number in range(30)
    ]
    for thing in THINGS
]
OWN = Synthetic([" ".join(body) for body in BODIES])


@pytest.fixture(scope="module")
def known() -> Known:
    return Known(BODIES, OWN, 80)


def test_reports_follow_from_their_numbers(known: Known) -> None:
    again = Known(BODIES, OWN, 80)
    assert [known.text(n) for n in (70, 3)] == [again.text(n) for n in (70, 3)]
    assert known.text(3) != known.text(4)


def test_reports_stand_in_the_order_of_their_days(known: Known) -> None:
    assert [one.number for one in known.reports] == list(range(80))
    assert [one.known for one in known.reports] == sorted(one.known for one in known.reports)
    assert len({one.day for one in Known(BODIES, OWN, 3 * A_DAY).reports}) > 3


def test_a_copy_stands_in_both_reports_word_for_word(known: Known) -> None:
    copies = {n: taken for n in range(80) if (taken := known.taken(n))}
    assert copies
    for number, taken in copies.items():
        assert taken.source < number
        assert known.reports[taken.source].story == known.reports[number].story
        assert taken.words >= LEAST
        assert known.passages(number) & known.passages(taken.source)
        shared = [s for s in re.split(r"(?<=\.) ", known.text(number)) if s in known.text(taken.source)]
        assert shared


def test_the_first_of_a_story_has_nothing_of_others(known: Known) -> None:
    firsts = {one.story: one.number for one in reversed(known.reports)}
    assert all(known.taken(number) is None for number in firsts.values())
    assert max(SHARES) == 1


def test_reports_of_a_story_share_words_and_no_passage(known: Known) -> None:
    stories: dict[int, list[int]] = {}
    for one in known.reports:
        if known.taken(one.number) is None:
            stories.setdefault(one.story, []).append(one.number)
    left, right = next(numbers for numbers in stories.values() if len(numbers) > 1)[:2]
    ours, theirs = (set(known.text(n).split()) for n in (left, right))
    assert len(ours & theirs) > 0.3 * min(len(ours), len(theirs))
    told_of_theirs = {each for each in known.passages(right) if not each.startswith("real")}
    assert not known.passages(left) & told_of_theirs
