"""Demands, promises and plans, and what has been said to them since."""

from collections.abc import Iterable
from typing import Final

from tocsin.brief.citing import Desk
from tocsin.brief.days import instant
from tocsin.brief.lines import event_line, line_of, said_line, single_event
from tocsin.brief.members import usable
from tocsin.brief.parts import EventLine, Line
from tocsin.brief.whole import Answered, Pending
from tocsin.record import Act, Event, Modality, Statement
from tocsin.record.finding import Answer, Finding, QuestionKind

ASKED: Final = frozenset({QuestionKind.DEMAND, QuestionKind.PROMISE})
_HOPED: Final = frozenset({Act.HOPE, Act.FEAR, Act.ASK, Act.REQUEST, Act.BELIEVE, Act.ACCUSE, Act.WARN})
_WORDS: Final = 4  # fewer tell nobody what is asked: "more than words"


def demands(findings: Iterable[Finding], desk: Desk) -> list[Finding]:
    """Return what is asked and promised: answered or of several reports first, then the latest."""
    kept = [f for f in findings if f.question.kind in ASKED and _tells(f, desk)]
    return sorted(kept, key=_rank)


def plans(findings: Iterable[Finding], desk: Desk) -> list[Finding]:
    """Return what is planned: of several reports first, then what has a day, the next one first."""
    kept = [f for f in findings if f.question.kind is QuestionKind.PLAN and _planned(f, desk)]

    def rank(finding: Finding) -> tuple[int, bool, str, str]:
        due = due_of(finding)
        return -finding.documents, due is None, due[0] if due else "", finding.id

    return sorted(kept, key=rank)


def demanded(finding: Finding, desk: Desk, *, width: int) -> Pending | None:
    """Return a demand or a promise with its answers; None where its line is refused."""
    line = said_line(finding, desk, width=width)
    return _pending(finding, line, desk, width) if line else None


def planned(finding: Finding, desk: Desk, *, width: int) -> Pending | None:
    """Return a plan, for when, and what came of it; None where its line is refused."""
    line = event_line(finding, desk, width=width)
    return _pending(finding, line, desk, width) if line else None


def due_of(finding: Finding) -> tuple[str, str] | None:
    """Return the days that a plan is for, where a report tells them and they lie in one year."""
    told = [(m.first[:10], m.last[:10]) for m in finding.members if m.first and m.last]
    near = [days for days in told if (instant(days[1]) - instant(days[0])).days <= 366]
    return min(near, key=lambda days: ((instant(days[1]) - instant(days[0])).days, days), default=None)


def _near(finding: Finding) -> tuple[str, str] | None:
    """Return the days of a plan that are worth telling: a week at most, and not past when it was told."""
    due = due_of(finding)
    if due is None or (instant(due[1]) - instant(due[0])).days > 7 or due[1] < finding.first[:10]:
        return None
    return due


def _pending(finding: Finding, line: Line | EventLine, desk: Desk, width: int) -> Pending:
    answers = sorted(finding.answers, key=lambda each: (instant(each.at), each.by))
    made = [made for answer in _once(answers) if (made := _answered(answer, desk, width))]
    return Pending(
        finding=finding.id,
        kind=finding.question.kind,
        line=line,
        open_since=finding.open_since,
        due=_near(finding) if finding.question.kind is QuestionKind.PLAN else None,
        answers=tuple(made),
    )


def _once(answers: Iterable[Answer]) -> Iterable[Answer]:
    return {answer.by: answer for answer in reversed(list(answers))}.values()


def _answered(answer: Answer, desk: Desk, width: int) -> Answered | None:
    fact = desk.material.facts.get(answer.by)
    match fact:
        case Statement():
            line: Line | EventLine | None = line_of([fact], desk, width=width)
        case Event():
            line = single_event(fact, desk, width=width)
        case _:
            line = None
    return Answered(kind=answer.kind, at=answer.at, line=line) if line else None


def _tells(finding: Finding, desk: Desk) -> bool:
    """Tell whether a line says who asks for what: a speaker, and some words."""
    said = [fact for _, fact in usable(finding, desk.material) if isinstance(fact, Statement)]
    return any(
        fact.speaker and sum(len(span.text.split()) for span in fact.contents) >= _WORDS for fact in said
    )


def _planned(finding: Finding, desk: Desk) -> bool:
    """Tell whether a plan's words are a clause of the report that says more than its verb."""
    events = [fact for _, fact in usable(finding, desk.material) if isinstance(fact, Event)]
    return any(_is_plan(each, desk) for each in events) and not any(denied(each, desk) for each in events)


def _is_plan(event: Event, desk: Desk) -> bool:
    told = event.recipient or event.place or event.date
    said = desk.material.said_in(event)
    hoped = said is not None and said.act in _HOPED
    return (
        event.modality is Modality.PLANNED
        and bool(told)
        and not hoped
        and len(event.span.text.split()) > _WORDS
    )


def denied(event: Event, desk: Desk) -> bool:
    """Tell whether the statement that an event stands in says no to it: then nobody is told to say it."""
    said = desk.material.said_in(event)
    return said is not None and said.act in {Act.DENY, Act.REFUSE}


def _rank(finding: Finding) -> tuple[bool, int, bool, float, str]:
    told = finding.question.addressee is not None
    return not finding.answers, -finding.documents, not told, -instant(finding.last).timestamp(), finding.id
