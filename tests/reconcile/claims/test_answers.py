"""What closes a demand, a promise or a plan, and what leaves it open."""

from collections.abc import Iterable

import pytest

from tests.reconcile.claims.telling import CONTEXT, NORLAND, PACT, SUDMARK, claimed, happened, told
from tocsin.reconcile.claims import Claimed, claim_findings, event_findings
from tocsin.reconcile.inputs import Happened
from tocsin.record import Act, EventType, Modality
from tocsin.record.finding import AnswerKind, Finding, QuestionKind

LATER = told("doc-2", "2021-04-15T09:00:00Z")
DEMAND = claimed(PACT, Act.REQUEST, "Norland to withdraw its soldiers from the strait")
PROMISE = claimed(NORLAND, Act.PROMISE, "to withdraw its soldiers from the strait")
LEFT = happened(NORLAND, "withdrew", EventType.RETREAT, more="its soldiers from the strait", report=LATER)
VISIT = happened(
    PACT, "visit", EventType.AGREE, recipient=SUDMARK, modality=Modality.PLANNED, more="for talks"
)


def asked(kind: QuestionKind, claims: Iterable[Claimed], happened_: Iterable[Happened] = ()) -> Finding:
    (finding,) = [
        one for one in claim_findings(claims, CONTEXT, happened=happened_) if one.question.kind is kind
    ]
    return finding


def kinds(finding: Finding) -> list[AnswerKind]:
    return [answer.kind for answer in finding.answers]


def test_a_demand_that_is_done_is_met() -> None:
    finding = asked(QuestionKind.DEMAND, [DEMAND], [LEFT])
    assert (kinds(finding), finding.open_since) == ([AnswerKind.MET], None)


@pytest.mark.parametrize(
    ("act", "words", "kind"),
    [
        (Act.REFUSE, "to withdraw its soldiers", AnswerKind.REFUSED),
        (Act.PROMISE, "to withdraw the soldiers in May", AnswerKind.ANSWERED),
        (Act.DENY, "having any soldiers to withdraw", AnswerKind.ANSWERED),
    ],
)
def test_a_demand_is_answered_by_a_word_of_the_one_who_was_asked(
    act: Act, words: str, kind: AnswerKind
) -> None:
    finding = asked(QuestionKind.DEMAND, [DEMAND, claimed(NORLAND, act, words, LATER)])
    assert (kinds(finding), finding.open_since) == ([kind], None)


def test_a_word_of_another_or_on_another_matter_leaves_it_open() -> None:
    others = [
        claimed(SUDMARK, Act.REFUSE, "to withdraw its soldiers from the strait", LATER),
        claimed(NORLAND, Act.REFUSE, "to pay for the harbour", LATER),
    ]
    assert asked(QuestionKind.DEMAND, [DEMAND, *others]).open_since == told().known


def test_a_promise_is_met_by_the_deed_of_who_gave_it() -> None:
    finding = asked(QuestionKind.PROMISE, [PROMISE], [LEFT])
    assert (kinds(finding), finding.open_since) == ([AnswerKind.MET], None)


def test_a_promise_that_is_taken_back_is_refused() -> None:
    back = claimed(NORLAND, Act.REFUSE, "to withdraw its soldiers", LATER)
    finding = asked(QuestionKind.PROMISE, [PROMISE, back])
    assert (kinds(finding), finding.open_since) == ([AnswerKind.REFUSED], None)


def plan(*later: Happened) -> Finding:
    (finding,) = [
        one for one in event_findings([VISIT, *later], CONTEXT) if one.question.kind is QuestionKind.PLAN
    ]
    return finding


def test_a_plan_that_took_place_is_met() -> None:
    done = happened(PACT, "visited", EventType.CONSULT, recipient=SUDMARK, more="for talks", report=LATER)
    finding = plan(done)
    assert (kinds(finding), finding.open_since) == ([AnswerKind.MET], None)


def test_a_plan_that_was_called_off_is_refused() -> None:
    off = happened(
        PACT, "cancelled", EventType.REJECT, recipient=SUDMARK, more="visit for talks", report=LATER
    )
    finding = plan(off)
    assert (kinds(finding), finding.open_since) == ([AnswerKind.REFUSED], None)


def test_a_plan_that_did_not_happen_is_refused() -> None:
    no = happened(
        PACT, "visit", EventType.AGREE, recipient=SUDMARK, more="for talks", report=LATER,
        modality=Modality.DENIED,
    )  # fmt: skip
    finding = plan(no)
    assert (kinds(finding), finding.open_since) == ([AnswerKind.REFUSED], None)


def test_a_visit_of_another_or_an_earlier_one_leaves_a_plan_open() -> None:
    early = told("doc-0", "2021-04-10T09:00:00Z")
    others = [
        happened(PACT, "visited", EventType.CONSULT, recipient=SUDMARK, more="for talks", report=early),
        happened(NORLAND, "visited", EventType.CONSULT, recipient=SUDMARK, more="for talks", report=LATER),
    ]
    assert plan(*others).open_since == told().known
