"""Which questions are worth asking, in which order, and that none is asked twice."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.store.entities.making import judgement, report
from tests.store.samples import THEN
from tocsin.record import Judgement, Verdict
from tocsin.record.linking import Edge, Group
from tocsin.resolve.linking import MERGE, REVIEW
from tocsin.store import Store
from tocsin.store.entities.doubts import Question, asked
from tocsin.store.linking import Apart

LINKING = Apart(review=REVIEW, merge=MERGE)
A, B, C, D, E = (f"person:{letter}" for letter in "abcde")


def question(
    left: str,
    right: str,
    score: float,
    *,
    ours: str | None = None,
    theirs: str | None = None,
    weight: int = 1,
) -> Question:
    return Question(
        left=left, right=right, score=score, ours=ours or left, theirs=theirs or right, weight=weight
    )


def pairs(*questions: Question, said: tuple[Judgement, ...] = ()) -> list[tuple[str, str]]:
    return [(each.left, each.right) for each in asked(questions, said, LINKING)]


def test_the_one_that_most_reports_hang_on_comes_first() -> None:
    assert pairs(question(A, B, 0.79), question(C, D, 0.79, weight=9)) == [(C, D), (A, B)]


def test_of_as_many_reports_the_one_nearest_to_the_limit_comes_first() -> None:
    assert pairs(question(A, B, 0.65), question(C, D, 0.78)) == [(C, D), (A, B)]
    one, other = question(A, B, 0.99, ours=A, theirs=A), question(C, D, 0.81, ours=C, theirs=C)
    assert pairs(one, other) == [(C, D), (A, B)]


def test_what_the_score_says_and_nobody_followed_comes_first() -> None:
    assert pairs(question(A, B, 0.79), question(C, D, 0.95)) == [(C, D), (A, B)]


def test_two_entities_are_asked_about_once_by_the_most_doubtful_of_their_names() -> None:
    several = (
        question(A, C, 0.7, ours=A),
        question(B, C, 0.75, ours=A),
        question(B, D, 0.61, ours=A, theirs=C),
    )
    assert pairs(*several) == [(B, C)]


@pytest.mark.parametrize("verdict", [Verdict.DIFFERENT, Verdict.UNSURE])
def test_a_verdict_on_two_names_answers_for_their_entities(verdict: Verdict) -> None:
    several = question(A, C, 0.7, ours=A), question(B, C, 0.75, ours=A)
    assert pairs(*several, said=(judgement(A, C, verdict),)) == []


def test_within_an_entity_only_what_holds_it_together_is_asked_about() -> None:
    within = [
        question(left, right, score, ours=A, theirs=A)
        for left, right, score in ((A, B, 0.99), (B, C, 0.9), (A, C, 0.85))
    ]
    assert sorted(pairs(*within)) == [(A, B), (B, C)]
    assert pairs(*within, said=(judgement(A, B, Verdict.SAME),)) == [(B, C)]


KEYS = st.sampled_from((A, B, C, D, E))


@given(st.data())
def test_the_order_of_the_edges_does_not_count(data: st.DataObject) -> None:
    home = {A: A, B: A, C: C, D: C, E: E}
    edges = data.draw(
        st.lists(
            st.tuples(KEYS, KEYS, st.sampled_from((0.6, 0.75, 0.8, 0.95)))
            .filter(lambda each: each[0] < each[1])
            .map(lambda each: question(*each, ours=home[each[0]], theirs=home[each[1]])),
            unique_by=lambda each: (each.left, each.right),
        )
    )
    found = asked(edges, (), LINKING)
    assert asked(data.draw(st.permutations(edges)), (), LINKING) == found
    apart = [frozenset((each.ours, each.theirs)) for each in found if not each.one]
    assert len(apart) == len(set(apart))


class Alike(Apart):
    """A linking that finds all persons of one first letter alike, but never joins them."""

    __slots__ = ()

    def blocks(self, type: object, names: object) -> tuple[str, ...]:  # noqa: A002, ARG002
        return ("all",)

    def pair(self, left: Group, right: Group, *, together: int) -> Edge:  # noqa: ARG002
        first, second = sorted((left.key, right.key))
        return Edge(left=first, right=second, score=0.7, weights=())


def test_a_case_asks_about_those_of_most_reports_first(tmp_path: Path) -> None:
    path = tmp_path / "alike.tocsin"
    with Store.open(path, create=True, linking=Alike(review=REVIEW, merge=MERGE)) as store:
        often = [report(number, ["Ana Reyl", "Bo Korin"]) for number in range(3)]
        store.write(store.begin_run("read", "test", THEN), [*often, report(7, ["Cy Dahl"])], THEN)
        found = [(each.left.key, each.right.key) for each in store.doubtful(9)]
        assert len(found) == 3
        assert found[0] == ("person:ana reyl", "person:bo korin")
        assert len(list(store.doubtful(2))) == 2
