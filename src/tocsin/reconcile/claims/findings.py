"""Claims, demands and promises of all reports as findings: who says what, who denies it, what is open."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from tocsin.reconcile.assembling import Entry, assemble
from tocsin.reconcile.claims.answering import Ground, answers_to
from tocsin.reconcile.claims.asking import asked, cut
from tocsin.reconcile.claims.claimed import Claim, Claimed, claims_of
from tocsin.reconcile.claims.comparing import same_claim
from tocsin.reconcile.claims.denying import denials
from tocsin.reconcile.claims.gathering import DENY, Gathered, block_of, blocks, gathered
from tocsin.reconcile.claims.tables import word
from tocsin.reconcile.history import later
from tocsin.reconcile.inputs import Context, Denial, Happened
from tocsin.record.finding import (
    Answer,
    AnswerKind,
    Finding,
    Member,
    Question,
    QuestionKind,
    Stance,
    Status,
    Step,
    StepKind,
)

_OPEN: Final = frozenset((QuestionKind.DEMAND, QuestionKind.PROMISE))
_REVISING: Final = frozenset(("number", "polarity", "day"))


def claim_findings(
    claimed: Iterable[Claimed], context: Context, *, happened: Iterable[Happened] = ()
) -> tuple[Finding, ...]:
    """Return the findings on what is said in a case, by their first member; a function of the sets."""
    claims = claims_of(claimed, context)
    events = {each.event.id: each for each in happened}
    stories: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        stories[claim.story].append(claim)
    told: dict[str, list[Happened]] = defaultdict(list)
    for _, each in sorted(events.items()):
        told[each.told.story or each.told.document].append(each)
    found = [
        finding
        for story, own in stories.items()
        for finding in findings_of(own, context, happened=told[story])
    ]
    return tuple(sorted(found, key=lambda each: (each.first, each.members[0].record)))


def findings_of(
    claims: Sequence[Claim],
    context: Context,
    *,
    happened: Sequence[Happened] = (),
    denied: Sequence[Denial] | None = None,
) -> tuple[Finding, ...]:
    """Return the findings on what is said in one story: the block of all claims, denials and answers.

    ``denied`` is what the claims deny of one another, where it is known already.
    """
    ground = Ground.of(claims, happened, context)
    tied = _Tied.of_all(denials(claims, context.within) if denied is None else denied, claims)
    return tuple(
        _finding(group, ground, tied)
        for block in blocks(claims).values()
        for group in gathered(block, context.within)
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Tied:
    """Denials by what they deny and by themselves."""

    of: Mapping[str, list[Denial]]
    by: Mapping[str, list[Denial]]
    claims: Mapping[str, Claim]

    @classmethod
    def of_all(cls, every: Iterable[Denial], claims: Iterable[Claim]) -> "_Tied":
        of: dict[str, list[Denial]] = defaultdict(list)
        by: dict[str, list[Denial]] = defaultdict(list)
        for denial in every:
            of[denial.of].append(denial)
            by[denial.said.statement.id].append(denial)
        return cls(of=of, by=by, claims={claim.id: claim for claim in claims})


def _finding(group: Gathered, ground: Ground, tied: _Tied) -> Finding:
    denied = [denial for claim in group.claims for denial in tied.of.get(claim.id, ())]
    entries = [_entry(claim, group) for claim in group.claims]
    entries += [_denying(denial, tied) for denial in denied]
    steps = tuple(_steps(group, ground.context))
    statuses = {Status.DENIED} if denied else set[Status]()
    if any(step.kind is StepKind.REVISED for step in steps):
        statuses.add(Status.REVISED)
    open_ = group.kind in _OPEN
    answers = (*_denied(denied), *(answers_to(group, ground) if open_ else ()))
    closing = [answer for answer in answers if answer.kind is not AnswerKind.DENIED]
    return assemble(
        _question(group, ground.context),
        entries,
        statuses=statuses or {Status.SINGLE},
        history=steps,
        answers=tuple(sorted(answers, key=lambda each: (each.at, each.by))),
        open_since=group.first.known if open_ and not closing else None,
        why=_why(group, tied, still_open=open_ and not closing),
    )


def _entry(claim: Claim, group: Gathered) -> Entry:
    joined = group.joined.get(claim.id)
    why = word("reasons", "first" if len(group.claims) > 1 else "alone")
    score = claim.said.statement.score
    if joined:
        reasons = "; ".join(f"{weight.why} ({weight.value:+.1f})" for weight in joined[1].weights[1:])
        why = word("reasons", "joined").format(score=f"{joined[1].score:.2f} with {joined[0]}", why=reasons)
        score = min(score, joined[1].score)
    member = Member(
        record=claim.id,
        document=claim.said.told.document,
        origin=claim.whose.key,
        known=claim.known,
        why=why,
        score=round(score, 4),
    )
    return Entry(member=member, attribution=claim.whose, told=claim.said.told)


def _denying(denial: Denial, tied: _Tied) -> Entry:
    claim = tied.claims[denial.said.statement.id]
    member = Member(
        record=claim.id,
        document=claim.said.told.document,
        origin=claim.whose.key,
        known=claim.known,
        stance=Stance.DENIES,
        why=word("reasons", "denies").format(of=denial.of, why=denial.why),
        score=denial.score,
    )
    return Entry(member=member, attribution=claim.whose, told=claim.said.told)


def _denied(denied: Iterable[Denial]) -> Iterable[Answer]:
    for denial in denied:
        yield Answer(
            to=denial.of,
            by=denial.said.statement.id,
            kind=AnswerKind.DENIED,
            at=denial.said.told.known,
            why=denial.why,
        )


def _steps(group: Gathered, context: Context) -> Iterable[Step]:
    """Yield what an origin changed in, or repeated of, its last word in an earlier report."""
    for at, after in enumerate(group.claims):
        before = _before(group.claims[:at], after)
        if before is None:
            continue
        changed = before.claims.words != after.claims.words and _REVISING.intersection(
            same_claim(before.claims, after.claims, within=context.within).contrasts
        )
        key = "revised" if changed else "repeated"
        yield Step(
            origin=after.whose.key,
            at=after.known,
            before=before.id,
            after=after.id,
            kind=StepKind(key),
            why=word("reasons", key).format(before=cut(before.content), after=cut(after.content)),
        )


def _before(earlier: Sequence[Claim], after: Claim) -> Claim | None:
    """Return the last of some claims that another report surely told before."""
    return next(
        (
            claim
            for claim in reversed(earlier)
            if later(after.known, claim.known) and claim.said.told.document != after.said.told.document
        ),
        None,
    )


def _question(group: Gathered, context: Context) -> Question:
    first = group.first
    addressee = name_of(group.addressee, context)
    return Question(
        kind=group.kind,
        key=f"{group.kind.value}|{block_of(first)}",
        words=asked(group, addressee, context),
        speaker=first.whose.key,
        act=group.act,
        addressee=group.addressee,
    )


def name_of(key: str | None, context: Context) -> str | None:
    """Return the canonical name of a key; None where nobody is known by it."""
    if key is None:
        return None
    entry = context.bodies.get(key.removeprefix("known:")) if key.startswith("known:") else None
    if entry is not None:
        return entry.name
    actor = context.by_key.get(key)
    return actor.name if actor else None


def _why(group: Gathered, tied: _Tied, *, still_open: bool) -> str:
    parts = [word("reasons", "claim")]
    denies = [denial.of for claim in group.claims for denial in tied.by.get(claim.id, ())]
    if group.act == DENY:
        parts.append(
            word("reasons", "denies").format(
                of=", ".join(sorted(set(denies))), why="the opposite in other words"
            )
            if denies
            else word("reasons", "unfound")
        )
    if still_open:
        parts.append(word("reasons", "open"))
    return "; ".join(parts)
