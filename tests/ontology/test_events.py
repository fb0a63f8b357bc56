"""PLOVER's tables as data."""

import pytest

from tocsin.ontology.events import (
    context_words,
    contexts,
    goldstein,
    kinds,
    score,
    verbal_mode,
    verbal_type,
)
from tocsin.record import Act, EventType


def test_all_sixteen_types_have_a_class_and_a_score() -> None:
    assert set(kinds()) == set(EventType)
    classes = [kind.quad for kind in kinds().values()]
    assert {name: classes.count(name) for name in set(classes)} == {
        "verbal cooperation": 4,
        "material cooperation": 3,
        "verbal conflict": 4,
        "material conflict": 5,
    }
    assert all(-10 <= kind.score <= 10 for kind in kinds().values())


def test_conflict_scores_below_cooperation() -> None:
    scores = {True: [], False: []}  # type: dict[bool, list[float]]
    for kind in kinds().values():
        scores["conflict" in kind.quad].append(kind.score)
    assert max(scores[True]) < min(scores[False])


@pytest.mark.parametrize(
    ("kind", "mode", "expected"),
    [
        (EventType.ASSAULT, "unconventional", -10),
        (EventType.RETREAT, "resign", 4.5),
        (EventType.REQUEST, "yield", -1),
        (EventType.REQUEST, None, 0),
        (EventType.AID, "no such mode", 10),
    ],
)
def test_a_mode_scores_for_itself(kind: EventType, mode: str | None, expected: float) -> None:
    assert score(kind, mode) == expected


def test_verbal_types_are_the_verbal_classes() -> None:
    verbal = {kind.type.value for kind in kinds().values() if kind.verbal}
    assert verbal == {"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"}


def test_acts_lead_to_verbal_types_only() -> None:
    found = {act: verbal_type(act) for act in Act}
    assert {act.value for act, kind in found.items() if kind is None} == {
        "say", "report", "claim", "confirm", "explain", "propose", "concern", "warn", "believe", "fear",
        "hope", "ask",
    }  # fmt: skip
    assert all(kinds()[kind].verbal for kind in found.values() if kind)
    assert verbal_mode(Act.CONDEMN) in kinds()[EventType.ACCUSE].modes
    assert verbal_mode(Act.SAY) is None


def test_each_of_the_contexts_has_words() -> None:
    assert len(contexts()) == len(set(contexts())) == 37
    assert all(context_words()[name] for name in contexts())
    assert all(word == word.lower() for words in context_words().values() for word in words)


def test_goldstein_runs_from_minus_to_plus() -> None:
    assert goldstein()["07"] == 7
    assert goldstein()["20"] == -10
    assert set(goldstein()) == {f"{root:02}" for root in range(4, 21)}
