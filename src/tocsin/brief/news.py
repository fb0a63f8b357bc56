"""What is new in a brief: questions that were answered otherwise, denied, or answered since a day."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from tocsin.brief.asked import News
from tocsin.brief.citing import Desk
from tocsin.brief.days import instant
from tocsin.brief.disputes import question_of
from tocsin.brief.material import Fact, Material
from tocsin.brief.members import chosen, usable
from tocsin.brief.voices import quantity
from tocsin.brief.words import shown
from tocsin.record import Figure, Statement
from tocsin.record.diff import Change, ChangeKind
from tocsin.record.finding import Answer, Finding, Member, QuestionKind, Stance, StepKind
from tocsin.text.amounts import amount

TOLD: Final = (
    ChangeKind.DENIED,
    ChangeKind.DIFFERS,
    ChangeKind.REVISED,
    ChangeKind.ANSWERED,
    ChangeKind.AGREED,
)
_WIDTH: Final = 160


def changes_of(findings: Iterable[Finding], since: str) -> tuple[Change, ...]:
    """Return what findings tell by themselves of the time since a day: revisions, denials and answers."""
    return tuple(change for finding in findings for change in _changes(finding, since))


def _changes(finding: Finding, since: str) -> Iterable[Change]:
    steps = [s for s in finding.history if s.kind is StepKind.REVISED and instant(s.at) >= instant(since)]
    if steps:
        yield _change(
            ChangeKind.REVISED, finding, steps[-1].at, (steps[-1].before, steps[-1].after), steps[-1].why
        )
    denied = [m for m in finding.members if m.stance is Stance.DENIES and instant(m.known) >= instant(since)]
    if denied and len(denied) < len(finding.members):
        yield _change(ChangeKind.DENIED, finding, denied[0].known, (denied[0].record,), denied[0].why)
    answers: Sequence[Answer] = [a for a in finding.answers if instant(a.at) >= instant(since)]
    if answers:
        yield _change(ChangeKind.ANSWERED, finding, answers[0].at, (answers[0].by,), answers[0].why)


def _change(kind: ChangeKind, finding: Finding, at: str, records: tuple[str, ...], why: str) -> Change:
    home: Mapping[str, Member] = {member.record: member for member in finding.members}
    documents = tuple(home[record].document for record in records if record in home)
    words = finding.question.words
    return Change(
        kind=kind, at=at, finding=finding.id, words=words, records=records, documents=documents, why=why
    )


def news(
    changes: Iterable[Change],
    findings: Mapping[str, Finding],
    desk: Desk,
    story_of: Mapping[str, str | None],
    *,
    size: int,
) -> tuple[tuple[News, ...], int]:
    """Return the changes that a reader is told, of several reports first, and how many more there are.

    Those that no line can tell, as what they rest on cannot be cited, are among the others.
    """
    asked: dict[tuple[ChangeKind, str], Change] = {}
    for change in changes:
        if change.kind in TOLD and change.finding and change.finding in findings:
            asked.setdefault((change.kind, change.finding), change)

    def make(change: Change) -> News | None:
        return _line(change, findings[change.finding or ""], desk, story_of)

    found: list[News] = []
    for change in sorted(asked.values(), key=lambda each: _rank(each, findings)):
        line = desk.attempt(make, change) if len(found) < size else None
        if line is not None:
            found.append(line)
    return tuple(found), len(asked) - len(found)


def _rank(change: Change, findings: Mapping[str, Finding]) -> tuple[bool, int, int, str, str]:
    documents = findings[change.finding or ""].documents
    return documents < 2, TOLD.index(change.kind), -documents, change.at, change.finding or ""


def _line(change: Change, finding: Finding, desk: Desk, story_of: Mapping[str, str | None]) -> News | None:
    facts = [fact for record in change.records if (fact := _carrying(record, finding, desk.material))]
    members = usable(finding, desk.material)
    if not facts or not members:
        return None
    if change.kind is ChangeKind.REVISED and not _carrying(change.records[-1], finding, desk.material):
        return None  # what it was revised into
    last = facts[-1]
    origin = next((o for o in finding.origins if last.id in o.members and o.told), None)
    words, before, after = _told(change, finding, facts, desk)
    why = (
        *(origin.why if origin else ()),
        *(day[:10] for m, _ in members for day in (m.first, m.last) if day),
    )
    every = [*facts, *(fact for _, fact in members)]
    if not desk.supports([words, before, after, origin.name if origin else None], every, why):
        return None
    return News(
        kind=change.kind,
        at=change.at,
        words=words,
        before=before,
        after=after,
        who=origin.name if origin else None,
        finding=finding.id,
        story=story_of.get(finding.id),
        citations=desk.cite(chosen(list(reversed(facts)), desk.material)),
    )


def _carrying(record: str, finding: Finding, material: Material) -> Fact | None:
    """Return what a line may cite for a record: itself, else what its origin says just so, as of a title.

    Of the same report, if it is there, else of the first that was known later, else of the last before.
    """
    home = {member.record: member for member in finding.members}
    if record in material.facts or record not in home:
        return material.facts.get(record)
    own = home[record]
    alike = [
        (member, fact)
        for member, fact in usable(finding, material)
        if (member.origin, member.stance, member.value) == (own.origin, own.stance, own.value)
    ]
    same = [fact for member, fact in alike if member.document == own.document]
    later = [fact for member, fact in alike if instant(member.known) >= instant(own.known)]
    return next(iter((*same, *later, *(fact for _, fact in reversed(alike)))), None)


def _told(
    change: Change, finding: Finding, facts: Sequence[Fact], desk: Desk
) -> tuple[str, str | None, str | None]:
    """Return the question in words, and the number before and after where there is one."""
    if finding.question.kind is QuestionKind.FIGURE:
        home = {member.record: member for member in finding.members}
        values = [quantity(f, home[f.id])[0] for f in facts if isinstance(f, Figure) and f.id in home]
        before = values[0] if len(values) > 1 and values[0] != values[-1] else _before(change, finding, desk)
        return finding.question.words, before, values[-1] if values else None
    if finding.question.kind is QuestionKind.EXPLANATION:
        question, answer = question_of(finding)
        return question, None, answer
    first = usable(finding, desk.material)[0][1]
    spans = first.contents if isinstance(first, Statement) else (first.span,)
    return shown(spans, width=_WIDTH), None, None


def _before(change: Change, finding: Finding, desk: Desk) -> str | None:
    """Return the number that an origin gave before it revised it."""
    step = next(
        (s for s in finding.history if s.after in change.records and s.kind is StepKind.REVISED), None
    )
    fact = _carrying(step.before, finding, desk.material) if step else None
    return amount(fact) if isinstance(fact, Figure) else None
