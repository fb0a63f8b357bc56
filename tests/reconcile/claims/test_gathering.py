"""Which statements of one origin are one claim, and which are not a demand though they share its words."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.reconcile.claims.telling import CONTEXT, NORLAND, PACT, SUDMARK, claimed, happened, told, troops
from tocsin.reconcile import Claimed, Counted, Happened, story_findings
from tocsin.reconcile.claims import claim_findings
from tocsin.reconcile.inputs import Told
from tocsin.record import Act, EventType, Modality
from tocsin.record.finding import AnswerKind, Finding, QuestionKind

LATER = told("doc-2", "2021-04-14T09:00:00Z")


def test_a_plain_word_is_a_demand_only_where_it_demands() -> None:
    demand = claimed(PACT, Act.REQUEST, "Norland to open the strait, telling that ten ships lay at anchor")
    reports = (
        (claimed(PACT, Act.SAY, "ten ships lay at anchor", LATER), 2),
        (
            claimed(
                PACT, Act.SAY, "Norland must open the strait, telling that ten ships lay at anchor", LATER
            ),
            1,
        ),
    )
    for plain, count in reports:
        assert len(claim_findings([demand, plain], CONTEXT)) == count


def test_the_words_of_a_demand_are_those_of_who_demands() -> None:
    plain = claimed(PACT, Act.SAY, "Norland must open the strait at once")
    demand = claimed(PACT, Act.REQUEST, "Norland to open the strait at once", LATER)
    (finding,) = claim_findings([plain, demand], CONTEXT)
    assert finding.question.kind is QuestionKind.DEMAND
    assert "Norland to open the strait" in finding.question.words


def test_one_report_seldom_says_in_other_words_what_it_said() -> None:
    one = claimed(NORLAND, Act.SAY, "the talks on grain were useful and friendly")
    other = "the talks on grain, boats and prisoners were useful, long and tiring"
    for report, count in ((told(), 2), (LATER, 1)):
        assert len(claim_findings([one, claimed(NORLAND, Act.SAY, other, report)], CONTEXT)) == count


def test_each_later_word_is_one_step() -> None:
    reports = [told(f"doc-{day}", f"2021-04-{day}T09:00:00Z") for day in range(10, 20)]
    said = [claimed(PACT, Act.SAY, "the strait must stay open", report) for report in reports]
    (finding,) = claim_findings(said, CONTEXT)
    assert len(finding.history) == 9
    assert [step.before for step in finding.history[1:]] == [step.after for step in finding.history[:-1]]


def test_a_demand_to_meet_is_met_by_meeting_the_one_who_asks() -> None:
    demand = claimed(PACT, Act.REQUEST, "Norland for a meeting on grain")
    for who, met in ((PACT, True), (SUDMARK, False)):
        done = happened(NORLAND, "held a meeting with", EventType.CONSULT, recipient=who, report=LATER)
        (finding,) = claim_findings([demand], CONTEXT, happened=[done])
        assert ([each.kind for each in finding.answers] == [AnswerKind.MET]) is met


CLAIMED = (
    claimed(SUDMARK, Act.ACCUSE, "Norland of shelling the harbour of Harn"),
    claimed(NORLAND, Act.DENY, "shelling the harbour of Harn", LATER),
    claimed(PACT, Act.REQUEST, "Norland to end its build-up at the strait"),
    claimed(PACT, Act.PROMISE, "to send tents to Sudmark", LATER),
    claimed(SUDMARK, Act.SAY, "the troops of Norland are a provocation"),
    claimed(NORLAND, Act.SAY, "the troops are there for military exercises", LATER),
)
HAPPENED = (
    happened(NORLAND, "massed", EventType.MOBILIZE, more="troops at the strait"),
    happened(NORLAND, "deployed", EventType.MOBILIZE, more="troops to the strait", report=LATER),
    happened(PACT, "meet", EventType.AGREE, recipient=SUDMARK, modality=Modality.PLANNED, more="for talks"),
)
COUNTED = (troops(NORLAND),)


def _copy(report: Told) -> Told:
    return replace(report, document=f"{report.document}-copy", outlet="Copy", known=f"{report.known[:-3]}30Z")


def _copied(
    claims: list[Claimed], events: list[Happened], counted: list[Counted]
) -> tuple[list[Claimed], list[Happened], list[Counted]]:
    """Return all of it as copies of the reports tell it."""
    said = []
    for each in claims:
        report, statement = _copy(each.said.told), each.said.statement
        own = replace(statement, id=f"{statement.id}-copy", document=report.document)
        said.append(replace(each, said=replace(each.said, told=report, statement=own)))
    done = [
        replace(one, told=_copy(one.told), event=replace(one.event, id=f"{one.event.id}-copy"))
        for one in events
    ]
    figures = [
        replace(one, told=_copy(one.told), figure=replace(one.figure, id=f"{one.figure.id}-copy"))
        for one in counted
    ]
    return said, done, figures


def _counts(findings: tuple[Finding, ...]) -> list[tuple[object, ...]]:
    return [
        (one.question.kind, one.question.words, one.statuses, one.families, one.independent, one.untold)
        for one in findings
    ]


@settings(deadline=None, max_examples=40)
@given(
    st.lists(st.sampled_from(CLAIMED), unique=True),
    st.lists(st.sampled_from(HAPPENED), unique=True),
    st.lists(st.sampled_from(COUNTED), unique=True),
)
def test_copies_raise_neither_families_nor_origins(
    claims: list[Claimed], events: list[Happened], counted: list[Counted]
) -> None:
    before, _ = story_findings(claims, events, counted, CONTEXT)
    more = _copied(claims, events, counted)
    after, _ = story_findings([*claims, *more[0]], [*events, *more[1]], [*counted, *more[2]], CONTEXT)
    assert _counts(after) == _counts(before)
