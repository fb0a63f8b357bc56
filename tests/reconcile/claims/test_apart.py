"""What keeps two events of one story apart: other persons, parties, days; one common word is too little."""

from dataclasses import replace

from tests.reconcile.claims.telling import CONTEXT, NORLAND, PACT, SUDMARK, claimed, happened, told
from tocsin.reconcile.claims import event_findings
from tocsin.reconcile.claims.answering import denies
from tocsin.reconcile.inputs import Actor, Context, Happened
from tocsin.record import Act, EventType, Modality, NameType, Sector
from tocsin.record.finding import Finding, Status

LATER = told("doc-2", "2021-04-14T09:00:00Z")
WEEK = told("doc-3", "2021-04-20T09:00:00Z")


def _envoy(name: str) -> Actor:
    return Actor(
        id=f"ent-{name}", key=f"person:{name}", name=name.title(), type=NameType.PERSON,
        country="nn", sector=Sector.GOVERNMENT,
    )  # fmt: skip


ADA, IVO = _envoy("ada post"), _envoy("ivo marsh")
WITH_ENVOYS = Context(actors={**CONTEXT.actors, ADA.id: ADA, IVO.id: IVO})


def findings(*events: Happened, context: Context = CONTEXT) -> tuple[Finding, ...]:
    return event_findings(events, context)


def test_talks_with_another_are_other_talks() -> None:
    with_sudmark = happened(NORLAND, "met", EventType.CONSULT, recipient=SUDMARK, more="for talks on grain")
    with_pact = happened(
        NORLAND, "met", EventType.CONSULT, recipient=PACT, more="for talks on grain", report=LATER
    )
    assert len(findings(with_sudmark, with_pact)) == 2


def test_another_person_of_the_same_side_holds_other_talks() -> None:
    by_one = happened(ADA, "telephoned", EventType.CONSULT, recipient=SUDMARK, more="about grain")
    by_other = happened(IVO, "telephoned", EventType.CONSULT, recipient=SUDMARK, more="about grain")
    again = replace(by_one, told=LATER, event=replace(by_one.event, id="evt-again", document=LATER.document))
    found = findings(by_one, by_other, again, context=WITH_ENVOYS)
    assert sorted(len(each.members) for each in found) == [1, 2]


def test_one_party_and_one_word_are_too_little() -> None:
    one = happened(NORLAND, "sent", EventType.AID, more="tents to the flooded valley")
    other = happened(NORLAND, "sent", EventType.AID, more="a crane for the harbour", report=LATER)
    same = happened(NORLAND, "sent", EventType.AID, more="tents to the valley", report=LATER)
    assert len(findings(one, other)) == 2
    assert len(findings(one, same)) == 1


def test_without_a_date_events_told_days_apart_are_apart() -> None:
    one = happened(NORLAND, "massed", EventType.MOBILIZE, more="troops")
    soon = happened(NORLAND, "massed", EventType.MOBILIZE, more="troops there", report=LATER)
    late = happened(NORLAND, "deployed", EventType.MOBILIZE, more="boats there", report=WEEK)
    assert len(findings(one, soon, late)) == 2


def test_a_copy_of_an_event_changes_no_grouping() -> None:
    one = happened(NORLAND, "massed", EventType.MOBILIZE, more="troops at the strait")
    other = happened(NORLAND, "deployed", EventType.MOBILIZE, more="troops to the strait", report=LATER)
    copies = [
        replace(
            other, told=replace(LATER, document=f"doc-copy-{n}"), event=replace(other.event, id=f"evt-{n}")
        )
        for n in range(5)
    ]
    (before,), (after,) = findings(one, other), findings(one, other, *copies)
    assert (before.families, before.independent) == (after.families, after.independent)
    assert after.documents == before.documents + 5


def test_not_so_many_is_no_denial() -> None:
    for words, denied in (("moved so many boats", False), ("moved a single boat", True)):
        report = told()
        by = claimed(SUDMARK, Act.SAY, f"Norland had not {words}", report).said
        text = by.statement.contents[0]
        event = happened(NORLAND, "moved", EventType.MOBILIZE, modality=Modality.DENIED, said=by)
        at = text.start + text.text.index("moved")
        trigger = replace(event.event.trigger, start=at, end=at + len("moved"))
        assert denies(replace(event, event=replace(event.event, trigger=trigger))) is denied


def test_what_is_said_of_two_counts_agrees_of_none() -> None:
    year = happened(SUDMARK, "died", EventType.ASSAULT, more="at sea", date=("2021-01-01", "2021-04-13"))
    week = happened(
        SUDMARK,
        "killed",
        EventType.ASSAULT,
        more="in the hills",
        date=("2021-04-12", "2021-04-12"),
        report=LATER,
    )
    assert [each.status for each in findings(year, week)] == [Status.SINGLE, Status.SINGLE]
