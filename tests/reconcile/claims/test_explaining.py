"""Rival explanations of one movement."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.reconcile.claims.telling import CONTEXT, NORLAND, PACT, SUDMARK, claimed, happened, told, troops
from tocsin.reconcile.claims import Claimed, explanation_findings
from tocsin.record import Act, EventType
from tocsin.record.finding import Finding, QuestionKind

CLAIMS = (
    claimed(NORLAND, Act.SAY, "the troops are at the strait for military exercises"),
    claimed(PACT, Act.REQUEST, "Norland to end its provocations", told("doc-2")),
    claimed(SUDMARK, Act.FEAR, "Norland is preparing an attack", told("doc-3")),
    claimed(SUDMARK, Act.SAY, "this is no exercise of troops", told("doc-3")),
    claimed(PACT, Act.REQUEST, "Norland to de-escalate", told("doc-2")),
)


def _classes(findings: tuple[Finding, ...]) -> dict[str, str]:
    return {one.id: one.question.key.split("|")[2] for one in findings}


def test_explanations_of_other_origins_are_rivals() -> None:
    found = explanation_findings(CLAIMS, CONTEXT, counted=[troops(NORLAND)])
    names = _classes(found)
    assert sorted(names.values()) == ["attack", "exercise", "provocation"]
    for one in found:
        assert one.question.kind is QuestionKind.EXPLANATION
        assert {names[rival] for rival in one.rivals} == set(names.values()) - {names[one.id]}


def test_where_nobody_moves_there_is_nothing_to_explain() -> None:
    assert explanation_findings(CLAIMS, CONTEXT) == ()


def test_an_explanation_is_of_the_one_that_it_names() -> None:
    claim = claimed(NORLAND, Act.SAY, "Sudmark is preparing an attack")
    assert explanation_findings([claim], CONTEXT, counted=[troops(NORLAND)]) == ()
    (found,) = explanation_findings(
        [claim], CONTEXT, happened=[happened(SUDMARK, "massed", EventType.MOBILIZE, more="troops")]
    )
    assert found.question.actor == SUDMARK.key


@settings(deadline=None)
@given(st.permutations(CLAIMS))
def test_the_order_does_not_count(claims: list[Claimed]) -> None:
    counted = [troops(NORLAND)]
    assert explanation_findings(claims, CONTEXT, counted=counted) == explanation_findings(
        CLAIMS, CONTEXT, counted=counted
    )


def test_a_condition_explains_nothing() -> None:
    for words, explained in (
        ("Norland would pay if Norland planned an invasion", 0),
        ("Norland prepares an invasion", 1),
    ):
        found = explanation_findings([claimed(SUDMARK, Act.SAY, words)], CONTEXT, counted=[troops(NORLAND)])
        assert len(found) == explained


def test_a_response_to_the_movement_does_not_explain_it() -> None:
    for words, explained in (
        ("its ships sail in response to Norland", 0),
        ("Norland moves in response to Pact", 1),
    ):
        said = claimed(SUDMARK, Act.SAY, words)
        assert len(explanation_findings([said], CONTEXT, counted=[troops(NORLAND)])) == explained
