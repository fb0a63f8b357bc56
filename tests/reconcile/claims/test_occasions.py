"""Which events make a finding, which planned ones are plans, which pairs are compared."""

from dataclasses import replace

import pytest

from tests.reconcile.claims.telling import CONTEXT, NORLAND, PACT, SUDMARK, happened, told
from tocsin.reconcile.claims import event_findings
from tocsin.reconcile.inputs import Actor, Happened
from tocsin.record import EventType, Modality, Span
from tocsin.record.finding import QuestionKind

LATER = told("doc-2", "2021-04-15T09:00:00Z")


def planned(
    actor: Actor, trigger: str, type_: EventType, more: str = "", date: tuple[str, str] | None = None
) -> Happened:
    return happened(actor, trigger, type_, modality=Modality.PLANNED, more=more, date=date)


def kinds(*events: Happened) -> list[QuestionKind]:
    return [one.question.kind for one in event_findings(events, CONTEXT)]


@pytest.mark.parametrize(
    ("trigger", "type_"),
    [
        ("meet", EventType.AGREE),
        ("visit", EventType.AGREE),
        ("vote", EventType.COOPERATE),
        ("strike", EventType.ASSAULT),
        ("pull out", EventType.RETREAT),
    ],
)
def test_an_occasion_is_a_plan(trigger: str, type_: EventType) -> None:
    assert kinds(planned(NORLAND, trigger, type_)) == [QuestionKind.PLAN]


@pytest.mark.parametrize(
    ("trigger", "type_"),
    [
        ("continue", EventType.AGREE),
        ("positioned", EventType.MOBILIZE),
        ("ensure", EventType.AGREE),
        ("prepared to take", EventType.ACCUSE),
    ],
)
def test_what_goes_on_is_no_plan(trigger: str, type_: EventType) -> None:
    assert kinds(planned(NORLAND, trigger, type_)) == []


def test_what_has_a_date_is_a_plan() -> None:
    assert kinds(planned(NORLAND, "isolate", EventType.COERCE, "the port", ("2021-05-01", "2021-05-01"))) == [
        QuestionKind.PLAN
    ]


def nobody(words: str, trigger: str, more: str = "", *, document: str = "doc-1") -> Happened:
    """Return an event of somebody who is no entity."""
    event = happened(None, f"{words} {trigger}", EventType.COERCE, more=more, report=told(document))
    span = event.event.span
    named = Span.of(span.text, 0, len(words))
    at = span.text.index(trigger)
    return replace(
        event,
        event=replace(event.event, actor=named, trigger=Span.of(span.text, at, at + len(trigger))),
    )


def test_an_event_of_nobody_in_particular_needs_a_second_text() -> None:
    assert kinds(nobody("any person", "blocked", "from the port")) == []
    assert kinds(
        nobody("any person", "blocked", "from the port"),
        nobody("any person", "blocked", "from the port", document="doc-2"),
    ) == [QuestionKind.EVENT]


def test_a_name_that_stands_for_nobody_known_is_a_party() -> None:
    assert kinds(nobody("Ondrel Sark", "blocked", "the port")) == [QuestionKind.EVENT]


def test_thanks_to_nobody_are_no_event() -> None:
    assert kinds(happened(NORLAND, "Thanks", EventType.SUPPORT)) == []
    assert kinds(happened(NORLAND, "thanked", EventType.SUPPORT, recipient=PACT)) == [QuestionKind.EVENT]


def test_events_without_a_word_in_common_are_apart() -> None:
    events = [
        happened(NORLAND, "shelled", EventType.ASSAULT, recipient=SUDMARK),
        happened(NORLAND, "poisoned", EventType.ASSAULT, recipient=SUDMARK, report=LATER),
    ]
    assert [one.documents for one in event_findings(events, CONTEXT)] == [1, 1]
