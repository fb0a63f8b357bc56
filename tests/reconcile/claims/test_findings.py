"""Claims, denials, demands and their answers over reports."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.reconcile.claims.telling import CONTEXT, NORLAND, PACT, SUDMARK, claimed, happened, told
from tocsin.reconcile.claims import Claimed, claim_findings
from tocsin.record import Act, EventType
from tocsin.record.finding import AnswerKind, Finding, QuestionKind, Stance, Status, StepKind

LATER = told("doc-2", "2021-04-14T09:00:00Z")
LAST = told("doc-3", "2021-04-16T09:00:00Z")
REPORTS = (
    claimed(PACT, Act.REQUEST, "Norland to end its build-up at the strait"),
    claimed(PACT, Act.REQUEST, "Norland to stop the build-up at the strait at once", LATER),
    claimed(SUDMARK, Act.ACCUSE, "Norland of shelling the harbour of Harn"),
    claimed(NORLAND, Act.DENY, "shelling the harbour of Harn", LATER),
    claimed(SUDMARK, Act.SAY, "26 soldiers have died this year"),
    claimed(SUDMARK, Act.SAY, "28 soldiers have died this year", LATER),
    claimed(NORLAND, Act.DENY, "any plan to close the fair", LATER),
)


def _of(findings: tuple[Finding, ...], kind: QuestionKind, speaker: str) -> list[Finding]:
    return [one for one in findings if one.question.kind is kind and one.question.speaker == speaker]


def test_a_demand_is_one_finding_with_both_reports_and_stays_open() -> None:
    (demand,) = _of(claim_findings(REPORTS, CONTEXT), QuestionKind.DEMAND, PACT.key)
    assert (demand.documents, demand.independent, demand.families) == (2, 1, 2)
    assert demand.question.addressee == NORLAND.key
    assert demand.open_since == "2021-04-13T12:00:00Z"
    assert demand.answers == ()


def test_a_demand_is_met_by_what_the_one_asked_does_later() -> None:
    done = happened(NORLAND, "ended", EventType.RETREAT, more="the build-up", report=LAST)
    (demand,) = _of(claim_findings(REPORTS, CONTEXT, happened=[done]), QuestionKind.DEMAND, PACT.key)
    assert [(answer.kind, answer.by) for answer in demand.answers] == [(AnswerKind.MET, done.event.id)]
    assert demand.open_since is None


def test_a_demand_is_not_closed_by_another_by_another_thing_or_before() -> None:
    early = told("doc-0", "2021-04-10T09:00:00Z")
    others = [
        happened(SUDMARK, "ended", EventType.RETREAT, more="the build-up", report=LAST),
        happened(NORLAND, "freed", EventType.RETREAT, more="a fisherman", report=LAST),
        happened(NORLAND, "ended", EventType.RETREAT, more="the build-up", report=early),
    ]
    (demand,) = _of(claim_findings(REPORTS, CONTEXT, happened=others), QuestionKind.DEMAND, PACT.key)
    assert demand.open_since is not None


def test_a_refusal_answers() -> None:
    refusal = claimed(NORLAND, Act.REFUSE, "to end the build-up", LAST)
    (demand,) = _of(claim_findings([*REPORTS, refusal], CONTEXT), QuestionKind.DEMAND, PACT.key)
    assert [answer.kind for answer in demand.answers] == [AnswerKind.REFUSED]
    assert demand.open_since is None


def test_a_denial_ties_to_what_it_denies() -> None:
    (accused,) = [one for one in claim_findings(REPORTS, CONTEXT) if one.question.act == "accuse"]
    assert accused.status is Status.DENIED
    assert [member.stance for member in accused.members] == [Stance.ASSERTS, Stance.DENIES]
    assert [answer.kind for answer in accused.answers] == [AnswerKind.DENIED]


def test_a_denial_of_what_no_report_has_says_so() -> None:
    denied = [one for one in claim_findings(REPORTS, CONTEXT) if one.question.act == "deny"]
    unfound = [one for one in denied if "in no report" in one.why]
    assert len(denied) == 2
    assert len(unfound) == 1


def test_the_words_of_a_claim_are_those_of_its_report() -> None:
    for finding in claim_findings(REPORTS, CONTEXT):
        quoted = finding.question.words.partition("“")[2].rpartition("”")[0]
        assert any(quoted in each.said.statement.contents[0].text for each in REPORTS)


def test_a_repeated_claim_is_a_step_and_no_new_origin() -> None:
    again = claimed(PACT, Act.SAY, "the strait must stay open to every ship", LATER)
    first = claimed(PACT, Act.SAY, "the strait must stay open to every ship")
    (finding,) = claim_findings([first, again], CONTEXT)
    assert [step.kind for step in finding.history] == [StepKind.REPEATED]
    assert (finding.status, finding.independent, finding.documents) == (Status.SINGLE, 1, 2)


@settings(deadline=None)
@given(st.permutations(REPORTS))
def test_the_order_of_arrival_does_not_count(reports: list[Claimed]) -> None:
    assert claim_findings(reports, CONTEXT) == claim_findings(REPORTS, CONTEXT)


@settings(deadline=None)
@given(st.lists(st.sampled_from(REPORTS)))
def test_reading_again_adds_nothing(again: list[Claimed]) -> None:
    assert claim_findings([*REPORTS, *again], CONTEXT) == claim_findings(REPORTS, CONTEXT)


@settings(deadline=None)
@given(st.lists(st.sampled_from(REPORTS), unique=True))
def test_a_copy_adds_no_family_and_no_origin(some: list[Claimed]) -> None:
    """A copy is a report of the same text family that says the same."""
    before = claim_findings(some, CONTEXT)
    after = claim_findings([*some, *map(_copied, some)], CONTEXT)
    assert [(one.families, one.independent) for one in after] == [
        (one.families, one.independent) for one in before
    ]


def _copied(each: Claimed) -> Claimed:
    """Return the statement as a later report of the same text family has it."""
    first, statement = each.said.told, each.said.statement
    copy = replace(first, document=f"{first.document}-copy", outlet="Another", known=f"{first.known[:-3]}30Z")
    speaker = CONTEXT.actors[each.said.speaker] if each.said.speaker else None
    return claimed(speaker, statement.act, statement.contents[0].text, copy)
