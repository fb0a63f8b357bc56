"""Who says it and who denies it, and when that is a dispute."""

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.reconcile.claims.telling import CONTEXT, NORLAND, PACT, SUDMARK, claimed, happened, told, troops
from tocsin.reconcile.claims import event_findings, explanation_findings
from tocsin.reconcile.claims.stances import stance_of
from tocsin.reconcile.inputs import Actor, Happened, Told
from tocsin.record import Act, EventType, Modality, Span, content_id
from tocsin.record.finding import Finding, Stance, Status, StepKind

LATER = told("doc-2", "2021-04-15T09:00:00Z")
LAST = told("doc-3", "2021-04-17T09:00:00Z")


def massing(whose: Actor, act: Act, report: Told, modality: Modality = Modality.DONE) -> Happened:
    """Return that somebody says, or denies, that Norland massed troops at the strait."""
    said = claimed(whose, act, "Norland massed troops at the strait", report).said
    event = happened(
        NORLAND, "massed", EventType.MOBILIZE, more="troops at the strait",
        report=report, said=said, modality=modality,
    )  # fmt: skip
    return replace(event, event=replace(event.event, id=content_id("evt", said.statement.id)))


def attack(whose: Actor, act: Act, report: Told) -> Happened:
    """Return that somebody says, or denies, that Norland plans an attack."""
    said = claimed(whose, act, "Norland was preparing an attack on Sudmark", report).said
    return happened(
        NORLAND, "attack", EventType.ASSAULT, recipient=SUDMARK, report=report, said=said,
        modality=Modality.PLANNED,
    )  # fmt: skip


def only(*events: Happened) -> Finding:
    (finding,) = event_findings(events, CONTEXT)
    return finding


def test_an_event_in_what_is_denied_is_denied() -> None:
    assert stance_of(massing(NORLAND, Act.DENY, LATER)) is Stance.DENIES
    assert stance_of(massing(NORLAND, Act.DENY, LATER, Modality.DENIED)) is Stance.DENIES
    assert stance_of(massing(SUDMARK, Act.SAY, LATER)) is Stance.ASSERTS


def test_who_denies_that_it_was_not_so_says_that_it_was() -> None:
    no = claimed(NORLAND, Act.DENY, "that its ships had not left the strait").said
    event = happened(
        None, "Norland said that its ships had not left", EventType.RETREAT, more="the strait", said=no
    )
    span = event.event.span
    left = replace(
        event.event, trigger=Span.of(span.text, span.text.index("left"), span.text.index("left") + 4)
    )
    assert stance_of(replace(event, event=left)) is Stance.ASSERTS


def test_denied_wants_one_who_says_it_and_another_who_denies_it() -> None:
    finding = only(massing(SUDMARK, Act.SAY, told()), massing(NORLAND, Act.DENY, LATER))
    assert finding.status is Status.DENIED
    assert [member.stance for member in finding.members] == [Stance.ASSERTS, Stance.DENIES]


def test_one_who_says_and_denies_it_in_one_report_disputes_nothing() -> None:
    finding = only(massing(NORLAND, Act.SAY, told()), massing(NORLAND, Act.DENY, told()))
    assert finding.statuses == (Status.SINGLE,)


def test_one_who_denies_later_what_it_said_has_revised_it() -> None:
    finding = only(massing(NORLAND, Act.SAY, told()), massing(NORLAND, Act.DENY, LATER))
    assert finding.statuses == (Status.REVISED,)
    (step,) = finding.history
    assert (step.kind, step.origin, step.at) == (StepKind.REVISED, NORLAND.key, LATER.known)


def test_where_all_deny_it_nothing_is_in_dispute() -> None:
    both = only(massing(NORLAND, Act.DENY, told()), massing(PACT, Act.DENY, LATER))
    assert both.statuses == (Status.AGREE,)
    one = only(massing(NORLAND, Act.DENY, told()), massing(NORLAND, Act.DENY, LATER))
    assert one.statuses == (Status.SINGLE,)
    assert {member.stance for member in (*both.members, *one.members)} == {Stance.DENIES}


def test_a_plan_that_is_only_denied_is_not_open() -> None:
    denied = only(attack(NORLAND, Act.DENY, told()))
    assert denied.open_since is None
    assert "only denied" in denied.why


def test_a_plan_that_somebody_tells_of_and_another_denies_is_open_and_denied() -> None:
    finding = only(attack(SUDMARK, Act.SAY, told()), attack(NORLAND, Act.DENY, LATER))
    assert (finding.status, finding.open_since) == (Status.DENIED, told().known)


def test_a_denial_is_no_explanation_of_the_denier() -> None:
    denial = claimed(NORLAND, Act.DENY, "that Norland was preparing an attack", LATER)
    assert explanation_findings([denial], CONTEXT, counted=[troops(NORLAND)]) == ()


def test_an_explanation_that_another_denies_is_denied() -> None:
    said = claimed(SUDMARK, Act.SAY, "Norland is preparing an attack")
    denial = claimed(NORLAND, Act.DENY, "that Norland was preparing an attack", LATER)
    (finding,) = explanation_findings([said, denial], CONTEXT, counted=[troops(NORLAND)])
    assert finding.status is Status.DENIED
    assert [(member.origin, member.stance) for member in finding.members] == [
        (SUDMARK.key, Stance.ASSERTS),
        (NORLAND.key, Stance.DENIES),
    ]


@pytest.mark.parametrize("act", [Act.REQUEST, Act.WARN, Act.REFUSE])
def test_a_demand_not_to_attack_denies_no_explanation(act: Act) -> None:
    said = claimed(SUDMARK, Act.SAY, "Norland is preparing an attack")
    demand = claimed(PACT, act, "Norland not to start preparing an attack", LATER)
    (finding,) = explanation_findings([said, demand], CONTEXT, counted=[troops(NORLAND)])
    assert finding.status is Status.SINGLE


EVENTS = tuple(
    massing(whose, act, report)
    for whose in (NORLAND, SUDMARK, PACT)
    for act in (Act.SAY, Act.DENY)
    for report in (told(), LATER, LAST)
)


@settings(deadline=None)
@given(st.lists(st.sampled_from(EVENTS), min_size=1, unique=True), st.randoms())
def test_a_dispute_has_two_sides_and_the_order_does_not_count(events: list[Happened], random: Random) -> None:
    found = event_findings(events, CONTEXT)
    shuffled = list(events)
    random.shuffle(shuffled)
    assert event_findings(shuffled, CONTEXT) == found
    for finding in found:
        sides = {
            stance: {each.origin for each in finding.members if each.stance is stance} for stance in Stance
        }
        if Status.DENIED in finding.statuses:
            assert any(one != other for one in sides[Stance.ASSERTS] for other in sides[Stance.DENIES])
        if Status.AGREE in finding.statuses:
            assert max(map(len, sides.values())) > 1
