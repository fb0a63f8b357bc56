"""Questions that the reports answer in more than one way, and figures that all give alike."""

from collections.abc import Iterable, Sequence
from typing import Final

from tocsin.brief.asked import Asked, Position
from tocsin.brief.citing import Desk
from tocsin.brief.days import instant, written
from tocsin.brief.members import usable
from tocsin.brief.voices import positions, quantity, stance
from tocsin.ontology.quantities import quantities
from tocsin.record import Figure
from tocsin.record.finding import PRECEDENCE, Finding, QuestionKind, Status, StepKind
from tocsin.text.amounts import amount

DISPUTED: Final = frozenset({Status.DENIED, Status.DIFFER, Status.REVISED})
_RANK: Final = {status: place for place, status in enumerate(PRECEDENCE)}
_ASKED: Final = frozenset(
    {QuestionKind.FIGURE, QuestionKind.CLAIM, QuestionKind.EVENT, QuestionKind.EXPLANATION}
)


def disputed(findings: Iterable[Finding]) -> list[tuple[Finding, ...]]:
    """Return the questions in dispute, most pressing first; rival explanations of one movement are one."""
    every = {finding.id: finding for finding in findings}
    groups = {
        frozenset({*finding.rivals, finding.id} & every.keys()): finding
        for finding in every.values()
        if finding.rivals
    }
    rivals: list[tuple[Finding, ...]] = [
        tuple(sorted((every[i] for i in ids), key=_size)) for ids in groups if len(ids) > 1
    ]
    alone: list[tuple[Finding, ...]] = [
        (finding,)
        for finding in every.values()
        if not finding.rivals and finding.question.kind in _ASKED and finding.status in DISPUTED
    ]
    return sorted(_disjoint(rivals) + alone, key=_weight)


def _disjoint(groups: Iterable[tuple[Finding, ...]]) -> list[tuple[Finding, ...]]:
    """Return the largest groups of rivals, each finding in one."""
    kept: list[tuple[Finding, ...]] = []
    seen: set[str] = set()
    for group in sorted(groups, key=lambda group: (-len(group), group[0].id)):
        rest = tuple(finding for finding in group if finding.id not in seen)
        if len(rest) > 1:
            kept.append(rest)
            seen |= {finding.id for finding in rest}
    return kept


def counted(findings: Iterable[Finding], desk: Desk) -> list[Finding]:
    """Return the figures that nobody disputes, those first that most reports give and a crisis is told by."""
    known = quantities().measures

    def rank(finding: Finding) -> tuple[bool, bool, bool, int, float, str]:
        asked = finding.question
        vague = all(
            m.value is None or (m.value.best is None and m.value.bound == "vague") for m in finding.members
        )
        return (
            finding.documents == 1,
            not (asked.holder or asked.place or asked.side) or vague,
            asked.measure not in known,
            -finding.documents,
            -instant(finding.last).timestamp(),
            finding.id,
        )

    figures = [
        finding
        for finding in findings
        if finding.question.kind is QuestionKind.FIGURE
        and finding.status not in DISPUTED
        and usable(finding, desk.material)
    ]
    return sorted(figures, key=rank)


def plain(finding: Finding) -> bool:
    """Tell whether a figure is worth a row: of several reports, or of something known of someone."""
    asked = finding.question
    told_of = bool(asked.holder or asked.place or asked.side)
    return finding.documents > 1 or (asked.measure in quantities().measures and told_of)


def asked(findings: Sequence[Finding], desk: Desk, *, disputable: bool = False) -> Asked | None:
    """Return a question as a brief has it; None where nothing of it stands in its evidence."""
    head = findings[0]
    rival = len(findings) > 1
    question, _ = question_of(head)
    facts = [fact for finding in findings for _, fact in usable(finding, desk.material)]
    if not facts or not desk.supports([question], facts, _days(findings)):
        return None
    ordered = findings if not rival else sorted(findings, key=_size)
    found = [position for finding in ordered for position in _positions(finding, desk)]
    revisions = tuple(_revisions(head, desk))
    if not found or (disputable and len(found) < 2 and not revisions):
        return None
    documents, outlets, families = (
        _counts(findings, desk) if rival else (head.documents, head.outlets, head.families)
    )
    told = {origin.key for finding in findings for origin in finding.origins if origin.told}
    return Asked(
        findings=tuple(finding.id for finding in findings),
        kind=head.question.kind,
        question=question or found[0].words,
        status=Status.DIFFER if rival else head.status,
        statuses=head.statuses,
        independent=len(told),
        untold=sum(finding.untold for finding in findings) if rival else head.untold,
        documents=documents,
        outlets=outlets,
        families=families,
        first=min((finding.first for finding in findings), key=instant),
        last=max((finding.last for finding in findings), key=instant),
        positions=tuple(found),
        revisions=revisions,
        rival=rival,
    )


def question_of(finding: Finding) -> tuple[str, str | None]:
    """Return a question, and for an explanation its answer; a claim has its own words for a question."""
    match finding.question.kind:
        case QuestionKind.EXPLANATION:
            asked_, mark, answer = finding.question.words.partition("? ")
            return (f"{asked_}{mark.strip()}", answer) if mark else (finding.question.words, None)
        case QuestionKind.FIGURE:
            return finding.question.words, None
        case _:
            return "", None


def _positions(finding: Finding, desk: Desk) -> tuple[Position, ...]:
    kind = finding.question.kind
    if kind is QuestionKind.EXPLANATION:
        return positions(finding, desk, stance, label=question_of(finding)[1])
    revised = Status.REVISED in finding.statuses
    return positions(finding, desk, quantity if kind is QuestionKind.FIGURE else stance, latest=revised)


def _counts(findings: Sequence[Finding], desk: Desk) -> tuple[int, int, int]:
    return desk.material.counts(fact for finding in findings for _, fact in usable(finding, desk.material))


def _days(findings: Iterable[Finding]) -> Iterable[str]:
    """Yield the days that the members hold for: a question may name them, though no report writes them so."""
    for finding in findings:
        for member in finding.members:
            yield from (when[:10] for when in (member.first, member.last) if when)


def _revisions(finding: Finding, desk: Desk) -> Iterable[str]:
    """Yield who changed which number into which, and when."""
    for step in finding.history:
        before, after = desk.material.facts.get(step.before), desk.material.facts.get(step.after)
        if (
            step.kind is not StepKind.REVISED
            or not isinstance(before, Figure)
            or not isinstance(after, Figure)
        ):
            continue
        whose = next((o for o in finding.origins if o.key == step.origin), None)
        shown = [amount(before), amount(after), whose.name if whose and whose.told else None]
        if amount(before) != amount(after) and desk.supports(
            shown, [before, after], whose.why if whose else ()
        ):
            who = whose.name if whose and whose.told else "A source that is not told"
            yield f"{who} revised {amount(before)} to {amount(after)} on {written(step.at[:10])}"


def _size(finding: Finding) -> tuple[int, str]:
    return -finding.documents, finding.id


def _weight(group: tuple[Finding, ...]) -> tuple[bool, int, int, float, str]:
    """Return the key that sorts disputes: several reports first, by status, how many, then the latest."""
    status = min(_RANK[finding.status] for finding in group) if len(group) == 1 else _RANK[Status.DIFFER]
    last = max(instant(finding.last).timestamp() for finding in group)
    return (
        len(group) == 1 and group[0].documents == 1,
        status,
        -sum(finding.documents for finding in group),
        -last,
        group[0].id,
    )
