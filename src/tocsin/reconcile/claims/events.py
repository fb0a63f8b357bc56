"""Events of all reports as findings: one happening, who tells it, what was planned and came about.

The pair score and the linkage are those that ``eval.ecbplus_events`` measures; what a report tells
beside (type, place, date, an actor who is known) keeps two happenings apart here.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from tocsin.reconcile.assembling import Entry, assemble
from tocsin.reconcile.claims.claimed import whole
from tocsin.reconcile.claims.comparing import Comparison
from tocsin.reconcile.claims.gathering import scored
from tocsin.reconcile.claims.linkage import Pair, grouped
from tocsin.reconcile.claims.occurrences import Occurrence, occurrence, same_event
from tocsin.reconcile.claims.planning import plan_answers
from tocsin.reconcile.claims.stems import stem, words_of
from tocsin.reconcile.claims.tables import related, word
from tocsin.reconcile.inputs import Context, Happened, Said
from tocsin.reconcile.origins import attribution
from tocsin.record import BlockKind, Modality, Span, Weight
from tocsin.record.finding import Answer, AnswerKind, Finding, Member, Question, QuestionKind, Stance, Status

ONE: Final = 0.4  # from this likeness on average events are one happening; chosen on ECB+'s train topics
_APART: Final = -4.0  # log-odds that another place, time or actor takes away; by hand
_NOBODY: Final = -2.0  # … that no party is named by both: a story of a crisis has many talks and attacks
_ELSEWHERE: Final = frozenset((BlockKind.READ_ALSO, BlockKind.CREDIT, BlockKind.CAPTION))
_NOT_TOLD: Final = frozenset((Modality.HYPOTHETICAL,))  # "if", "would": nothing that anybody claims
_DAY: Final = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """An event with what it is compared by."""

    happened: Happened
    occurrence: Occurrence
    actor: str | None  # rolled up: a key
    recipient: str | None

    @property
    def id(self) -> str:
        """The id of the event."""
        return self.happened.event.id

    @property
    def planned(self) -> bool:
        """Tell whether it is told as planned."""
        return self.happened.event.modality is Modality.PLANNED


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
    told = {each.event.id: _told(each, context) for each in happened if _counts(each)}
    groups: list[tuple[Told, ...]] = []
    compared: dict[Pair, Comparison] = {}
    for planned in (True, False):
        own = sorted(each for each, one in told.items() if one.planned is planned)
        for left, right in combinations(own, 2):
            one, other = told[left], told[right]
            if comparable(one, other):
                compared[left, right] = same_happening(one, other, context)
        scores = {pair: found.score for pair, found in compared.items() if told[pair[0]].planned is planned}
        groups += (
            tuple(sorted((told[each] for each in group), key=_order))
            for group in grouped(own, scores, join=ONE)
        )
    return tuple(_finding(group, groups, compared, context) for group in groups)


def _counts(happened: Happened) -> bool:
    event = happened.event
    return event.statement is None and event.block not in _ELSEWHERE and event.modality not in _NOT_TOLD


def _order(told: Told) -> tuple[str, str]:
    return told.happened.told.known, told.id


def _told(happened: Happened, context: Context) -> Told:
    event, report = happened.event, happened.told
    actor, recipient = (
        _party(id_, span.text if span else None, report.known, context)
        for id_, span in ((happened.actor, event.actor), (happened.recipient, event.recipient))
    )
    return Told(
        happened=happened,
        occurrence=occurrence(
            event.id,
            document=report.document,
            trigger=event.trigger.text,
            story=report.story or report.document,
            type=event.type.value,
            actor=actor,
            recipient=recipient,
            context=event.span.text,
            at=event.trigger.start - event.span.start,
        ),
        actor=whole(happened.actor, report.known, context),
        recipient=whole(happened.recipient, report.known, context),
    )


def _party(id_: str | None, words: str | None, known: str, context: Context) -> frozenset[str]:
    """Return the keys of a party and of whom it acts for; else the stem of its last word."""
    if id_ is not None and id_ in context.actors:
        return frozenset(key for key in (context.actors[id_].key, whole(id_, known, context)) if key)
    stems = [stem(found) for found, *_ in words_of(words or "")]
    return frozenset(stems[-1:])


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
    return scored((*found.weights, *_otherwise(one, other, context)))


def _otherwise(one: Told, other: Told, context: Context) -> list[Weight]:
    found = []
    ours, theirs = one.happened, other.happened
    parties = [each.occurrence.actor | each.occurrence.recipient for each in (one, other)]
    if not parties[0] & parties[1]:
        found.append(Weight(part="nobody", value=_NOBODY, why="no party that both name"))
    if one.actor and other.actor and one.actor != other.actor:
        found.append(Weight(part="actor", value=_APART, why=f"{one.actor} against {other.actor}"))
    if one.recipient and other.recipient and one.recipient != other.recipient:
        found.append(
            Weight(part="recipient", value=_APART / 2, why=f"{one.recipient} against {other.recipient}")
        )
    if ours.place and theirs.place and not _one_place(ours.place, theirs.place, context):
        found.append(Weight(part="place", value=_APART, why=f"{ours.place} against {theirs.place}"))
    if apart(ours, theirs):
        found.append(Weight(part="date", value=_APART, why="at other times"))
    return found


def _one_place(one: str, other: str, context: Context) -> bool:
    return context.within(one, other) or context.within(other, one)


def apart(one: Happened, other: Happened) -> bool:
    """Tell whether two events are told for times that do not overlap."""
    ours, theirs = one.event.date, other.event.date
    if ours is None or theirs is None:
        return False
    return _before(ours.last, theirs.first) or _before(theirs.last, ours.first)


def _before(last: str | None, first: str | None) -> bool:
    return last is not None and first is not None and last[:_DAY] < first[:_DAY]


def _finding(
    group: Sequence[Told],
    groups: Sequence[Sequence[Told]],
    compared: Mapping[Pair, Comparison],
    context: Context,
) -> Finding:
    planned = group[0].planned
    entries = [_entry(each, group, compared, context) for each in group]
    told = {each.attribution.key for each in entries if each.attribution.told}
    statuses = {Status.AGREE} if len(told) > 1 else set[Status]()
    stances = {each.member.stance for each in entries}
    if len(stances) > 1:
        statuses.add(Status.DENIED)
    answers: tuple[Answer, ...] = ()
    if planned:
        every = [each for other in groups for each in other if not each.planned]
        answers = plan_answers([each.happened for each in group], [each.happened for each in every], context)
    closing = [each for each in answers if each.kind is not AnswerKind.DENIED]
    still_open = planned and not closing
    return assemble(
        _question(group, context),
        entries,
        statuses=statuses or {Status.SINGLE},
        answers=answers,
        open_since=group[0].happened.told.known if still_open else None,
        why="; ".join((word("reasons", "event"), *((word("reasons", "open"),) if still_open else ()))),
    )


def _entry(told: Told, group: Sequence[Told], compared: Mapping[Pair, Comparison], context: Context) -> Entry:
    event, report = told.happened.event, told.happened.told
    whose = attribution(told.happened.said, report, context, sight=told.happened.sight)
    nearest = [
        (-found.score, other.id, found)
        for other in group
        if (found := compared.get((min(told.id, other.id), max(told.id, other.id)))) and other.id != told.id
    ]
    why, score = word("reasons", "first" if len(group) > 1 else "alone"), event.score
    if nearest:
        _, other_id, found = min(nearest, key=lambda each: each[:2])
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
        stance=Stance.DENIES if event.modality is Modality.DENIED else Stance.ASSERTS,
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
