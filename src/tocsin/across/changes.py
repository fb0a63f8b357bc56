"""What changed between two times: the findings, copies and stories of one, against those of the other."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from tocsin.reconcile.history import told
from tocsin.record.copy import Copy
from tocsin.record.diff import Change, ChangeKind
from tocsin.record.finding import Finding, Member, Stance, Status, StepKind
from tocsin.record.story import Story

_PERCENT: Final = 0.01
_ORDER: Final = {kind: place for place, kind in enumerate(ChangeKind)}


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """What the reports known by a time say together."""

    findings: Sequence[Finding]
    copies: Sequence[Copy]
    stories: Sequence[Story]
    known: Mapping[str, str]  # when each report was known, by id


def changes(before: State, after: State) -> tuple[Change, ...]:
    """Return what a reader of ``before`` does not know, by kind, what most reports tell first.

    A finding has one change at most, the weightiest: a denial before a difference, a revision, an answer,
    another origin, the first word.
    """
    found = [
        *_of_findings(before.findings, after.findings),
        *_of_copies(before, after),
        *_of_stories(before.stories, after.stories),
    ]
    return tuple(
        sorted(found, key=lambda each: (_ORDER[each.kind], -len(each.documents), each.at, each.words))
    )


def _of_findings(before: Iterable[Finding], after: Iterable[Finding]) -> Iterator[Change]:
    had: dict[str, list[Finding]] = defaultdict(list)
    for finding in before:
        for member in finding.members:
            had[member.record].append(finding)
    for finding in after:
        earlier = {one.id: one for member in finding.members for one in had[member.record]}
        change = _of(finding, [earlier[id_] for id_ in sorted(earlier)])
        if change:
            yield change


def _of(finding: Finding, before: Sequence[Finding]) -> Change | None:
    known = {member.record for one in before for member in one.members}
    fresh = [member for member in finding.members if member.record not in known]
    ways = (_denied, _differing, _revised, _answered, _said_again) if before else (_new,)
    return next((made for way in ways if (made := way(finding, before, fresh))), None)


def _denied(finding: Finding, before: Sequence[Finding], fresh: Sequence[Member]) -> Change | None:
    denying = [member for member in fresh if member.stance is Stance.DENIES]
    if not denying:
        return None
    names = _names(finding, denying)
    return _change(finding, ChangeKind.DENIED, denying, why=f"{names} denies it", before=_told(before))


def _differing(finding: Finding, before: Sequence[Finding], fresh: Sequence[Member]) -> Change | None:
    if Status.DIFFER not in finding.statuses or any(Status.DIFFER in one.statuses for one in before):
        return None
    why = f"{_names(finding, fresh)} says otherwise" if fresh else "what was told apart is one question now"
    return _change(finding, ChangeKind.DIFFERS, fresh, why=why, before=_told(before), after=_values(fresh))


def _revised(finding: Finding, before: Sequence[Finding], fresh: Sequence[Member]) -> Change | None:
    later = {member.record: member for member in fresh}
    steps = [step for step in finding.history if step.kind is StepKind.REVISED and step.after in later]
    if not steps:
        return None
    every = {member.record: member for member in finding.members}
    last = steps[-1]
    return _change(
        finding,
        ChangeKind.REVISED,
        [later[step.after] for step in steps],
        why="; ".join(step.why for step in steps),
        before=_values([every[last.before]]) if last.before in every else _told(before),
        after=_values([later[last.after]]),
    )


def _answered(finding: Finding, before: Sequence[Finding], fresh: Sequence[Member]) -> Change | None:  # noqa: ARG001
    had = {answer.by for one in before for answer in one.answers}
    answers = [answer for answer in finding.answers if answer.by not in had]
    if not answers:
        return None
    return Change(
        kind=ChangeKind.ANSWERED,
        at=answers[-1].at,
        finding=finding.id,
        words=finding.question.words,
        before=f"open since {finding.first[:10]}",
        after=answers[-1].kind.value,
        records=tuple(answer.by for answer in answers),
        documents=_documents(finding.members),
        why="; ".join(answer.why for answer in answers),
    )


def _said_again(finding: Finding, before: Sequence[Finding], fresh: Sequence[Member]) -> Change | None:
    had = {origin.key for one in before for origin in one.origins if origin.told}
    told_now = {origin.key for origin in finding.origins if origin.told}
    members = [member for member in fresh if member.origin in told_now - had]
    if not members:
        return None
    return _change(
        finding,
        ChangeKind.AGREED,
        members,
        why=f"{_names(finding, members)} says it, too",
        before=_origins(len(had)),
        after=_origins(len(told_now)),
    )


def _new(finding: Finding, before: Sequence[Finding], fresh: Sequence[Member]) -> Change | None:  # noqa: ARG001
    kind = {Status.DENIED: ChangeKind.DENIED, Status.DIFFER: ChangeKind.DIFFERS}.get(
        finding.status, ChangeKind.NEW
    )
    why = f"first said by {_names(finding, finding.members[:1])}"
    return _change(finding, kind, finding.members, why=why, after=_values(finding.members))


def _change(
    finding: Finding,
    kind: ChangeKind,
    members: Sequence[Member],
    *,
    why: str,
    before: str | None = None,
    after: str | None = None,
) -> Change:
    return Change(
        kind=kind,
        at=members[0].known if members else finding.last,
        finding=finding.id,
        words=finding.question.words,
        before=before,
        after=after,
        records=tuple(member.record for member in members),
        documents=_documents(members or finding.members),
        why=why,
    )


def _documents(members: Iterable[Member]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(member.document for member in members))


def _names(finding: Finding, members: Iterable[Member]) -> str:
    names = {origin.key: origin.name for origin in finding.origins}
    return ", ".join(dict.fromkeys(names[member.origin] for member in members))


def _told(before: Iterable[Finding]) -> str | None:
    return _values([member for one in before for member in one.members])


def _values(members: Iterable[Member]) -> str | None:
    """Return what members tell, each value once; None where they tell no quantity."""
    return "; ".join(dict.fromkeys(told(each.value) for each in members if each.value)) or None


def _origins(number: int) -> str:
    return "1 origin" if number == 1 else f"{number} origins"


def _of_copies(before: State, after: State) -> Iterator[Change]:
    had = {(copy.left, copy.right) for copy in before.copies}
    for copy in after.copies:
        if (copy.left, copy.right) in had:
            continue
        earlier, later = sorted((copy.left, copy.right), key=lambda one: (after.known.get(one, ""), one))
        share = copy.left_share if later == copy.left else copy.right_share
        yield Change(
            kind=ChangeKind.COPIED,
            at=after.known.get(later, ""),
            copy=copy.id,
            words=_shared(share) if share else copy.why,
            after=copy.kind.value,
            documents=(later, earlier),
            why=copy.why,
        )


def _shared(share: float) -> str:
    """Return how much of a later report an earlier one has.

    >>> _shared(0.43)
    "43 % of the later report's own words stand in the earlier one"
    >>> _shared(0.002)
    "less than 1 % of the later report's own words stand in the earlier one"
    """
    much = f"{100 * share:.0f} %" if share >= _PERCENT / 2 else "less than 1 %"
    return f"{much} of the later report's own words stand in the earlier one"


def _of_stories(before: Iterable[Story], after: Iterable[Story]) -> Iterator[Change]:
    of = {document: story for story in before for document in story.documents}
    for story in after:
        earlier = {of[document].id: of[document] for document in story.documents if document in of}
        if len(earlier) == 1:
            continue
        why = f"joins {len(earlier)} stories that stood apart" if earlier else story.why
        yield Change(
            kind=ChangeKind.STORY,
            at=story.first if not earlier else story.last,
            story=story.id,
            words=story.title or (story.headline.text if story.headline else story.id),
            documents=story.documents,
            why=why,
        )
