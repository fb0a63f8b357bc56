"""Events of all reports as findings: one happening, who tells it, what was planned and came about.

The pair score and the linkage are those that ``eval.ecbplus_events`` measures; what a report tells
beside (type, place, date, an actor who is known) keeps two happenings apart here.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Self

from tocsin.reconcile.assembling import Entry, as_one_text, assemble
from tocsin.reconcile.claims.apart import Told, otherwise, told_of
from tocsin.reconcile.claims.claimed import whole
from tocsin.reconcile.claims.comparing import Comparison
from tocsin.reconcile.claims.gathering import scored
from tocsin.reconcile.claims.lexicon import lexicon
from tocsin.reconcile.claims.linkage import Pair, grouped
from tocsin.reconcile.claims.occasions import is_firm, pairs, worth_finding
from tocsin.reconcile.claims.occurrences import Occurrence, occurrence, same_event
from tocsin.reconcile.claims.planning import ByParty, by_party, plan_answers
from tocsin.reconcile.claims.stances import only_denied, stance_of, standing, turns
from tocsin.reconcile.claims.stems import stem, words_of
from tocsin.reconcile.claims.tables import related, word
from tocsin.reconcile.inputs import Context, Happened, Said
from tocsin.reconcile.origins import attribution
from tocsin.record import BlockKind, Modality, Span
from tocsin.record.finding import Answer, AnswerKind, Finding, Member, Question, QuestionKind

ONE: Final = 0.4  # from this likeness on average events are one happening; chosen on ECB+'s train topics
_ELSEWHERE: Final = frozenset((BlockKind.READ_ALSO, BlockKind.CREDIT, BlockKind.CAPTION))
_NOT_TOLD: Final = frozenset((Modality.HYPOTHETICAL,))  # "if", "would": nothing that anybody claims


def event_findings(
    happened: Iterable[Happened], context: Context, *, said: Iterable[Said] = ()
) -> tuple[Finding, ...]:
    """Return the findings on the events of a case, by their first member; a function of the sets.

    What is done by saying it (its trigger is the cue of a statement) stands among the claims; what is
    only supposed stands nowhere.
    """
    cues: dict[str, list[Span]] = defaultdict(list)
    for one in said:
        if one.statement.cue:
            cues[one.told.document].append(one.statement.cue)
    stories: dict[str, list[Happened]] = defaultdict(list)
    for each in {found.event.id: found for found in happened if not _is_cue(found, cues)}.values():
        stories[each.told.story or each.told.document].append(each)
    found = [finding for story in stories.values() for finding in findings_of(story, context)]
    return tuple(sorted(found, key=lambda each: (each.first, each.members[0].record)))


def _is_cue(happened: Happened, cues: Mapping[str, Sequence[Span]]) -> bool:
    at = happened.event.trigger
    own = cues.get(happened.told.document, ())
    return any(cue.start <= at.start and at.end <= cue.end for cue in own)


def findings_of(happened: Iterable[Happened], context: Context) -> tuple[Finding, ...]:
    """Return the findings on the events of one story."""
    every = (_told(each, context) for each in happened if _counts(each))
    told = {each.id: each for each in every if is_firm(each)}
    units: dict[tuple[object, ...], list[Told]] = defaultdict(list)
    for each in sorted(told.values(), key=_order):
        units[each.alike].append(each)
    heads = {own[0].id: own for own in units.values()}
    groups: list[tuple[str, ...]] = []
    compared: dict[Pair, Comparison] = {}
    for planned in (True, False):
        mine = sorted(id_ for id_, own in heads.items() if own[0].planned is planned)
        scores: dict[Pair, float] = {}
        for left, right in pairs(told, mine):
            if comparable(told[left], told[right]):
                found = compared[left, right] = same_happening(told[left], told[right], context)
                scores[left, right] = found.score
        groups += grouped(mine, scores, join=ONE)
    done = by_party((each.happened for each in told.values() if not each.planned), context)
    united = (_United.of([heads[id_] for id_ in group], compared, context) for group in groups)
    return tuple(_finding(group, done, context) for group in united if worth_finding(group.told))


@dataclass(frozen=True, slots=True, kw_only=True)
class _United:
    """The events of one happening in canonical order, and what joined each to another one."""

    told: tuple[Told, ...]
    joined: Mapping[str, tuple[str, Comparison]]

    @classmethod
    def of(
        cls, units: Sequence[Sequence[Told]], compared: Mapping[Pair, Comparison], context: Context
    ) -> Self:
        """Return units, each of events that are told alike, as one happening."""
        joined: dict[str, tuple[str, Comparison]] = {}
        for own in units:
            head = own[0].id
            nearest = [
                (-found.score, other[0].id, found)
                for other in units
                if (found := compared.get((min(head, other[0].id), max(head, other[0].id))))
            ]
            if len(own) > 1:
                same = same_happening(own[0], own[1], context)
                joined[head] = own[1].id, same
                joined |= {each.id: (head, same) for each in own[1:]}
            elif nearest:
                _, other_id, found = min(nearest, key=lambda each: each[:2])
                joined[head] = other_id, found
        told = (each for own in units for each in own)
        return cls(told=tuple(sorted(told, key=_order)), joined=joined)


def _counts(happened: Happened) -> bool:
    event = happened.event
    if event.statement is not None or event.block in _ELSEWHERE or event.modality in _NOT_TOLD:
        return False
    return _tells(happened)


def _tells(happened: Happened) -> bool:
    """Tell whether an event tells what, and who or where: "we have" and "they hope" tell too little."""
    event, light = happened.event, lexicon().empty
    if all(stem(word) in light for word, *_ in words_of(event.trigger.text)):
        return False
    if happened.actor or happened.recipient or happened.place:
        return True
    parties = (part.text for part in (event.actor, event.recipient, event.place) if part)
    return any(stem(word) not in light for part in parties for word, *_ in words_of(part))


def _order(told: Told) -> tuple[str, str]:
    return told.happened.told.known, told.id


def _told(happened: Happened, context: Context) -> Told:
    event, report = happened.event, happened.told
    actor, recipient = (
        _party(id_, span.text if span else None, report.known, context)
        for id_, span in ((happened.actor, event.actor), (happened.recipient, event.recipient))
    )
    told = occurrence(
        event.id,
        document=report.document,
        trigger=event.trigger.text,
        story=report.story or report.document,
        type=event.type.value,
        actor=actor,
        recipient=recipient,
        context=event.span.text,
        at=event.trigger.start - event.span.start,
    )
    return told_of(happened, told, context)


def _party(id_: str | None, words: str | None, known: str, context: Context) -> frozenset[str]:
    """Return the keys of a party and of whom it acts for; else the stem of its last word: of "we" none."""
    if id_ is not None and id_ in context.actors:
        return frozenset(key for key in (context.actors[id_].key, whole(id_, known, context)) if key)
    stems = [stem(found) for found, *_ in words_of(words or "")]
    return frozenset(stems[-1:]) - lexicon().light


def likely(left: Occurrence, right: Occurrence) -> bool:
    """Tell whether two are worth comparing: of one story, or with words for one happening."""
    if left.story is not None and left.story == right.story:
        return True
    return left.head == right.head or bool(left.groups & right.groups)


def comparable(one: Told, other: Told) -> bool:
    """Tell whether two events may be one happening at all: related types, likely words."""
    ours, theirs = one.happened.event.type.value, other.happened.event.type.value
    return related(ours, theirs) and likely(one.occurrence, other.occurrence)


def same_happening(one: Told, other: Told, context: Context) -> Comparison:
    """Return how far two events of a story are one: as ``same_event``, less what they tell otherwise."""
    found = same_event(one.occurrence, other.occurrence)
    return scored((*found.weights, *otherwise(one, other, context)))


def _finding(group: _United, done: ByParty, context: Context) -> Finding:
    planned = group.told[0].planned
    entries = as_one_text([_entry(each, group, context) for each in group.told])
    denied = only_denied(entries)
    answers: tuple[Answer, ...] = ()
    if planned:
        answers = plan_answers([each.happened for each in group.told], done, context)
    closing = [each for each in answers if each.kind is not AnswerKind.DENIED]
    still_open = planned and not closing and not denied
    reasons = [key for key, holds in (("open", still_open), ("only_denied", planned and denied)) if holds]
    return assemble(
        _question(group.told, context),
        entries,
        statuses=standing(entries),
        history=tuple(turns(entries)),
        answers=answers,
        open_since=group.told[0].happened.told.known if still_open else None,
        why="; ".join(word("reasons", key) for key in ("event", *reasons)),
    )


def _entry(told: Told, group: _United, context: Context) -> Entry:
    event, report = told.happened.event, told.happened.told
    whose = attribution(told.happened.said, report, context, sight=told.happened.sight)
    why, score = word("reasons", "first" if len(group.told) > 1 else "alone"), event.score
    if told.id in group.joined:
        other_id, found = group.joined[told.id]
        reasons = "; ".join(weight.why for weight in found.weights[1:])
        why = word("reasons", "joined").format(score=f"{found.score:.2f} with {other_id}", why=reasons)
        score = min(score, found.score)
    member = Member(
        record=event.id,
        document=report.document,
        origin=whose.key,
        known=report.known,
        first=event.date.first if event.date else None,
        last=event.date.last if event.date else None,
        stance=stance_of(told.happened),
        why=why,
        score=round(score, 4),
    )
    return Entry(member=member, attribution=whose, told=report)


def _question(group: Sequence[Told], context: Context) -> Question:
    first = group[0]
    event = first.happened.event
    kind = QuestionKind.PLAN if first.planned else QuestionKind.EVENT
    actor = next((each.actor for each in group if each.actor), None)
    recipient = next((each.recipient for each in group if each.recipient), None)
    place = next((each.happened.place for each in group if each.happened.place), None)
    names = (
        context.actors[id_].name if id_ and id_ in context.actors else span.text if span else ""
        for id_, span in (
            (first.happened.actor, event.actor),
            (first.happened.recipient, event.recipient),
        )
    )
    told = dict(zip(("actor", "recipient"), names, strict=True))
    words = word("questions", kind.value).format(type=event.type.value, trigger=event.trigger.text, **told)
    where = context.places.get(place) if place else None
    return Question(
        kind=kind,
        key=f"{kind.value}|{event.type.value}|{first.happened.told.story or first.happened.told.document}",
        words=" ".join(f"{words}{f' ({where})' if where else ''}".split()),
        type=event.type.value,
        actor=actor,
        recipient=recipient,
        place=place,
    )
