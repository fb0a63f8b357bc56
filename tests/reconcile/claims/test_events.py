"""Events of several reports, plans that came about, and what stays apart."""

from collections.abc import Iterable

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.reconcile.claims.telling import CONTEXT, NORLAND, PACT, SUDMARK, claimed, happened, told
from tocsin.reconcile.claims import event_findings
from tocsin.reconcile.inputs import Happened
from tocsin.record import Act, EventType, Modality
from tocsin.record.finding import AnswerKind, Finding, QuestionKind, Status

LATER = told("doc-2", "2021-04-15T09:00:00Z")
PLAN = happened(
    PACT, "meet", EventType.AGREE, recipient=SUDMARK, modality=Modality.PLANNED, more="for talks",
    date=("2021-04-14", "2021-04-14"),
)  # fmt: skip
DONE = happened(PACT, "met", EventType.CONSULT, recipient=SUDMARK, more="for talks", report=LATER)
EVENTS = (
    happened(NORLAND, "massed", EventType.MOBILIZE, more="troops at the strait"),
    happened(NORLAND, "deployed", EventType.MOBILIZE, more="troops to the strait", report=LATER),
    happened(NORLAND, "shelled", EventType.ASSAULT, recipient=SUDMARK),
    happened(SUDMARK, "shelled", EventType.ASSAULT, recipient=NORLAND, report=LATER),
    PLAN,
    DONE,
    happened(NORLAND, "attack", EventType.ASSAULT, modality=Modality.HYPOTHETICAL),
)


def test_other_words_for_one_happening_and_other_actors() -> None:
    found = event_findings(EVENTS, CONTEXT)
    sizes = sorted((one.question.type, len(one.members)) for one in found)
    assert sizes == [("AGREE", 1), ("ASSAULT", 1), ("ASSAULT", 1), ("CONSULT", 1), ("MOBILIZE", 2)]


def _plan(events: Iterable[Happened]) -> Finding:
    (plan,) = [one for one in event_findings(events, CONTEXT) if one.question.kind is QuestionKind.PLAN]
    return plan


def test_a_plan_is_met_when_its_parties_do_it_in_its_time() -> None:
    plan = _plan(EVENTS)
    assert [(answer.kind, answer.by) for answer in plan.answers] == [(AnswerKind.MET, DONE.event.id)]
    assert plan.open_since is None


def test_a_plan_stays_open_while_others_meet_or_at_another_time() -> None:
    others = [
        happened(NORLAND, "met", EventType.CONSULT, recipient=SUDMARK, more="for talks", report=LATER),
        happened(
            PACT, "met", EventType.CONSULT, recipient=SUDMARK, more="for talks then", report=LATER,
            date=("2021-04-11", "2021-04-12"),
        ),
        happened(PACT, "met", EventType.CONSULT, recipient=NORLAND, more="for talks", report=LATER),
    ]  # fmt: skip
    assert _plan([PLAN, *others]).open_since == PLAN.told.known


def test_told_by_two_origins_agrees() -> None:
    said = claimed(SUDMARK, Act.SAY, "Norland massed troops").said
    other = claimed(PACT, Act.SAY, "Norland deployed troops", LATER).said
    events = [
        happened(NORLAND, "massed", EventType.MOBILIZE, more="troops at the strait", said=said),
        happened(NORLAND, "deployed", EventType.MOBILIZE, more="troops", report=LATER, said=other),
    ]
    (finding,) = event_findings(events, CONTEXT)
    assert (finding.status, finding.independent) == (Status.AGREE, 2)


def test_what_one_denies_is_denied() -> None:
    said = claimed(SUDMARK, Act.SAY, "Norland massed troops").said
    no = claimed(NORLAND, Act.SAY, "Norland massed no troops", LATER).said
    events = [
        happened(NORLAND, "massed", EventType.MOBILIZE, more="troops", said=said),
        happened(NORLAND, "massed", EventType.MOBILIZE, more="troops", report=LATER, said=no,
                 modality=Modality.DENIED),
    ]  # fmt: skip
    (finding,) = event_findings(events, CONTEXT)
    assert finding.status is Status.DENIED


@settings(deadline=None)
@given(st.permutations(EVENTS), st.lists(st.sampled_from(EVENTS)))
def test_neither_order_nor_reading_again_counts(events: list[Happened], again: list[Happened]) -> None:
    assert event_findings([*events, *again], CONTEXT) == event_findings(EVENTS, CONTEXT)
