"""Rival explanations: what different origins say that one movement of troops is for.

A movement is that of somebody (rolled up) of whom a story tells that he mobilises or masses troops. An
explanation is of the one that its sentence names first, before the cue, else of the addressee. Where nobody
is named it is of the speaker's own side, else of the only one who moves in that story. Where none of these
moves there, nobody is guessed.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from tocsin.reconcile.assembling import Entry, assemble
from tocsin.reconcile.claims.claimed import Claim, Claimed, claims_of, rolled, whole
from tocsin.reconcile.claims.findings import name_of
from tocsin.reconcile.claims.gathering import DENY
from tocsin.reconcile.claims.lexicon import lexicon
from tocsin.reconcile.claims.propositions import MarkKind
from tocsin.reconcile.claims.stances import standing, turns
from tocsin.reconcile.claims.stems import stem, words_of
from tocsin.reconcile.claims.tables import Cue, conditions, cues, labels, of_movement, word
from tocsin.reconcile.inputs import Context, Counted, Happened
from tocsin.record import EventType
from tocsin.record.finding import Finding, Member, Question, QuestionKind, Stance

_HELD: Final = frozenset(("troops", "soldiers", "forces", "units", "warships", "tanks", "aircraft"))
_ACTING: Final = frozenset((MarkKind.PERSON, MarkKind.BODY))
_END: Final = re.compile(r"[.!?][”’\"']?\s+")
_NOT_ASSERTING: Final = frozenset(("request", "ask"))
_TURNED: Final = frozenset(("request", "ask", "warn", "hope", "refuse"))  # "not to invade" denies nothing
_BEFORE: Final = 3  # words before a cue in which a negation denies it
_RESPONSE: Final = "response"
_BESIDE: Final = 30  # code points after a cue in which stands what is responded to
_MOVING: Final = frozenset((EventType.MOBILIZE,))


@dataclass(frozen=True, slots=True, kw_only=True)
class Explained:
    """A statement that explains somebody's movement, or denies that explanation, and the words that do."""

    claim: Claim
    mover: str
    cue: Cue
    stance: Stance


def explanation_findings(
    claimed: Iterable[Claimed],
    context: Context,
    *,
    happened: Iterable[Happened] = (),
    counted: Iterable[Counted] = (),
) -> tuple[Finding, ...]:
    """Return the explanations of movements, each naming its rivals; a function of the sets."""
    claims: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims_of(claimed, context):
        claims[claim.story].append(claim)
    events: dict[str, list[Happened]] = defaultdict(list)
    for each in happened:
        events[each.told.story or each.told.document].append(each)
    figures: dict[str, list[Counted]] = defaultdict(list)
    for one in counted:
        figures[one.told.story or one.told.document].append(one)
    found = [
        finding
        for story, own in claims.items()
        for finding in findings_of(own, movers(events[story], figures[story], context), context)
    ]
    return tuple(sorted(found, key=lambda each: (each.first, each.members[0].record, each.id)))


def movers(
    happened: Iterable[Happened], counted: Iterable[Counted], context: Context
) -> Mapping[str, tuple[str, ...]]:
    """Return who moves troops in a story, by the key that they roll up to, with the records that tell it."""
    found: dict[str, set[str]] = defaultdict(set)
    for each in happened:
        key = whole(each.actor, each.told.known, context)
        if key and each.event.type in _MOVING:
            found[key].add(each.event.id)
    for one in counted:
        key = whole(one.holder, one.told.known, context)
        if key and one.figure.measure in _HELD:
            found[key].add(one.figure.id)
    return {key: tuple(sorted(records)) for key, records in sorted(found.items())}


def findings_of(
    claims: Sequence[Claim], moving: Mapping[str, tuple[str, ...]], context: Context
) -> tuple[Finding, ...]:
    """Return the explanations of the movements of one story, each naming its rivals."""
    groups: dict[tuple[str, str], dict[str, Explained]] = defaultdict(dict)
    reports: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        reports[claim.said.told.document].append(claim)
    for claim in claims:
        for cue in cues(claim.content):
            if _supposed(claim, cue) or _told_by_another(claim, cue, reports):
                continue
            mover = _mover(claim, cue, moving, context)
            stance = _stance(claim, cue)
            if stance is not None and mover is not None and not _to_it(claim, cue, mover, context):
                explained = Explained(claim=claim, mover=mover, cue=cue, stance=stance)
                groups[mover, cue.explanation].setdefault(claim.id, explained)
    found = {
        key: _finding(key, tuple(group.values()), moving, context)
        for key, group in sorted(groups.items())
        if any(each.stance is Stance.ASSERTS for each in group.values())
    }
    return tuple(replace(finding, rivals=_rivals(key, found)) for key, finding in found.items())


def _mover(claim: Claim, cue: Cue, moving: Mapping[str, tuple[str, ...]], context: Context) -> str | None:
    """Return whose movement it is that a cue explains; None where nothing tells."""
    sentence = _sentence(claim, cue)
    named = [
        mark
        for mark in claim.marks
        if sentence <= mark.start and mark.end <= cue.start and mark.kind in _ACTING
    ]
    subject = rolled(min(named, key=lambda mark: mark.start).key, context) if named else None
    if subject in moving:
        return subject
    if claim.addressee in moving:
        return claim.addressee
    if named or claim.act in _NOT_ASSERTING or not of_movement(claim.content):
        return None
    if claim.whose.key in moving:
        return claim.whose.key
    return next(iter(moving)) if len(moving) == 1 else None


def _to_it(claim: Claim, cue: Cue, mover: str, context: Context) -> bool:
    """Tell whether a response is one to the movement itself: "in response to Norland's build-up"."""
    if cue.explanation != _RESPONSE:
        return False
    after = claim.content[cue.end : cue.end + _BESIDE]
    stop = cue.end + (end.start() if (end := _END.search(after)) else len(after))
    return any(cue.end <= mark.start < stop and rolled(mark.key, context) == mover for mark in claim.marks)


def _stance(claim: Claim, cue: Cue) -> Stance | None:
    """Return whether a claim gives an explanation or denies it: "denied that …", "this is no exercise".

    A demand not to invade does neither.
    """
    negated = _negated(claim, cue)
    if negated and claim.act in _TURNED:
        return None
    return Stance.DENIES if (claim.act == DENY) != negated else Stance.ASSERTS


def _negated(claim: Claim, cue: Cue) -> bool:
    """Tell whether a negation stands just before a cue."""
    before = [stem(word) for word, *_ in words_of(claim.content[: cue.start])]
    negators = {word for phrase in lexicon().negators if len(phrase) == 1 for word in phrase}
    return not negators.isdisjoint(before[-_BEFORE:])


def _supposed(claim: Claim, cue: Cue) -> bool:
    """Tell whether a condition stands before a cue in its sentence: "if it invades" explains nothing."""
    start = _sentence(claim, cue)
    return any(start <= at < cue.start for at in conditions(claim.content))


def _sentence(claim: Claim, cue: Cue) -> int:
    """Return where the sentence of a cue starts."""
    return max((end.end() for end in _END.finditer(claim.content, 0, cue.start)), default=0)


def _told_by_another(claim: Claim, cue: Cue, reports: Mapping[str, Sequence[Claim]]) -> bool:
    """Tell whether a cue stands in what somebody else says, as the claim reports, in a claim of its own."""
    return any(
        other.whose.key != claim.whose.key
        and len(other.content) < len(claim.content)
        and (at := claim.content.find(other.content)) >= 0
        and at <= cue.start
        and cue.end <= at + len(other.content)
        for other in reports[claim.said.told.document]
    )


def _finding(
    key: tuple[str, str],
    explained: Sequence[Explained],
    moving: Mapping[str, tuple[str, ...]],
    context: Context,
) -> Finding:
    mover, explanation = key
    name, label = name_of(mover, context) or mover, labels()[explanation]
    entries = [_entry(each, name, label) for each in explained]
    first = min(explained, key=lambda each: (each.claim.known, each.claim.id)).claim
    return assemble(
        Question(
            kind=QuestionKind.EXPLANATION,
            key=f"explanation|{mover}|{explanation}|{first.story}",
            words=word("questions", "explanation").format(mover=name, explanation=label),
            actor=mover,
        ),
        entries,
        statuses=standing(entries),
        history=tuple(turns(entries)),
        why=word("reasons", "movement").format(mover=name, records=", ".join(moving[mover])),
    )


def _entry(explained: Explained, mover: str, explanation: str) -> Entry:
    claim, cue = explained.claim, explained.cue
    member = Member(
        record=claim.id,
        document=claim.said.told.document,
        origin=claim.whose.key,
        known=claim.known,
        stance=explained.stance,
        why=word("reasons", "explanation").format(
            mover=mover, explanation=explanation, cue=claim.content[cue.start : cue.end]
        ),
        score=round(claim.said.statement.score, 4),
    )
    return Entry(member=member, attribution=claim.whose, told=claim.said.told)


def _rivals(key: tuple[str, str], found: Mapping[tuple[str, str], Finding]) -> tuple[str, ...]:
    """Return the findings that explain the same movement otherwise, by at least one other origin."""
    ours = _giving(found[key])
    return tuple(
        sorted(
            other.id
            for (mover, explanation), other in found.items()
            if mover == key[0] and explanation != key[1] and _giving(other) != ours
        )
    )


def _giving(finding: Finding) -> frozenset[str]:
    """Return the origins that give an explanation, not those that deny it."""
    return frozenset(each.origin for each in finding.members if each.stance is Stance.ASSERTS)
