"""What keeps two events of one story apart that the words alone would join: other parties, place, time.

A story of a crisis tells of many talks, attacks and movements by the same few states. So one party and
one word in common tell too little: something else that both reports tell must fit, too.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from tocsin.reconcile.claims.answering import words_near
from tocsin.reconcile.claims.claimed import whole
from tocsin.reconcile.claims.occurrences import Occurrence
from tocsin.reconcile.inputs import Context, Happened
from tocsin.record import EventType, Modality, NameType, Weight

# Log-odds that each takes away, by hand.
_APART: Final = -4.0  # another place, time, actor or, of talks, party
_RECIPIENT: Final = -2.0
_NOBODY: Final = -2.0  # no party is named by both
_THIN: Final = -2.0  # nothing but one party and a word in common
_LONG_AGO: Final = -2.0  # one is told as of old
_FAR: Final = -1.0  # of undated events, reports that are days apart
_DENIED: Final = -1.0  # one says that it was not so: the other may be another occasion
_WORDS: Final = 0.3  # of the words near both that tell something, shared (Dice)
_DAYS: Final = 3
_SHORT: Final = 7  # days of a date that tells when something was
_DAY: Final = 10
MUTUAL: Final = frozenset((EventType.CONSULT, EventType.AGREE))  # who meets whom is all the same


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """An event with what it is compared by."""

    happened: Happened
    occurrence: Occurrence
    actor: str | None  # rolled up: a key
    recipient: str | None
    persons: frozenset[tuple[str, str]]  # the persons among its parties, each with whom it acts for
    near: frozenset[str]  # words around it that tell something, those of its parties left out
    parties: frozenset[str]  # those that are known

    @property
    def id(self) -> str:
        """The id of the event."""
        return self.happened.event.id

    @property
    def planned(self) -> bool:
        """Tell whether it is told as planned."""
        return self.happened.event.modality is Modality.PLANNED

    @property
    def alike(self) -> tuple[object, ...]:
        """All that it is compared by: two events that share it are told alike, as copies tell them."""
        found, event = self.occurrence, self.happened.event
        when = (event.date.first, event.date.last) if event.date else self.happened.told.known[:_DAY]
        words = found.head, found.stems, found.around, found.actor, found.recipient, self.near
        return (
            event.type,
            event.modality,
            *words,
            self.actor,
            self.recipient,
            self.persons,
            when,
            (self.happened.place),
        )


def told_of(happened: Happened, occurrence: Occurrence, context: Context) -> Told:
    """Return an event with what it is compared by."""
    known = happened.told.known
    parties = [id_ for id_ in (happened.actor, happened.recipient) if id_ in context.actors]
    persons = [context.actors[id_] for id_ in parties if id_]
    actor, recipient = (whole(id_, known, context) for id_ in (happened.actor, happened.recipient))
    return Told(
        happened=happened,
        occurrence=occurrence,
        actor=actor,
        recipient=recipient,
        parties=frozenset(key for key in (actor, recipient) if key),
        persons=frozenset(
            (whole(one.id, known, context) or one.key, one.key)
            for one in persons
            if one.type is NameType.PERSON
        ),
        near=words_near(happened),
    )


def otherwise(one: Told, other: Told, context: Context) -> Iterator[Weight]:
    """Yield what speaks against two events of a story being one happening."""
    ours, theirs = one.happened, other.happened
    parties = [each.occurrence.actor | each.occurrence.recipient for each in (one, other)]
    if not parties[0] & parties[1]:
        yield Weight(part="nobody", value=_NOBODY, why="no party that both name")
    yield from _parties(one, other)
    if ours.place and theirs.place and not _one_place(one, other, context):
        yield Weight(part="place", value=_APART, why=f"{ours.place} against {theirs.place}")
    if apart(ours, theirs):
        yield Weight(part="date", value=_APART, why="at other times")
    elif _one_is_old(one, other):
        yield Weight(part="long ago", value=_LONG_AGO, why="one is told as of old")
    elif _far(ours, theirs):
        yield Weight(part="far", value=_FAR, why="told days apart, and neither says when it was")
    if Modality.DENIED in (ours.event.modality, theirs.event.modality) and (
        ours.event.modality is not theirs.event.modality
    ):
        yield Weight(part="denied", value=_DENIED, why="one says that it was not so")
    if not any((_both_parties(one, other), _placed(one, other, context), _dated(ours, theirs))) and (
        _alike(one, other) < _WORDS
    ):
        yield Weight(part="thin", value=_THIN, why="nothing more that both tell")


def _parties(one: Told, other: Told) -> Iterator[Weight]:
    if one.happened.event.type in MUTUAL:
        ours, theirs = one.parties - other.parties, other.parties - one.parties
        if ours and theirs:
            yield Weight(part="parties", value=_APART, why=f"{_list(ours)} against {_list(theirs)}")
        elif _other_persons(one, other):
            yield Weight(part="persons", value=_APART, why="other persons")
        return
    if one.actor and other.actor and one.actor != other.actor:
        yield Weight(part="actor", value=_APART, why=f"{one.actor} against {other.actor}")
    if one.recipient and other.recipient and one.recipient != other.recipient:
        yield Weight(part="recipient", value=_RECIPIENT, why=f"{one.recipient} against {other.recipient}")


def _other_persons(one: Told, other: Told) -> bool:
    """Tell whether both name a person of one side, and not the same one."""
    sides = {side for side, _ in one.persons} & {side for side, _ in other.persons}
    return any(
        {who for at, who in one.persons if at == side}.isdisjoint(
            who for at, who in other.persons if at == side
        )
        for side in sides
    )


def _both_parties(one: Told, other: Told) -> bool:
    return len(one.parties) > 1 and one.parties == other.parties


def _placed(one: Told, other: Told, context: Context) -> bool:
    return bool(one.happened.place and other.happened.place) and _one_place(one, other, context)


def _one_place(one: Told, other: Told, context: Context) -> bool:
    here, there = one.happened.place, other.happened.place
    return bool(here and there and (context.within(here, there) or context.within(there, here)))


def _dated(one: Happened, other: Happened) -> bool:
    """Tell whether both say when it was, to some days, and the days overlap."""
    return _short(one) and _short(other) and not apart(one, other)


def _short(one: Happened) -> bool:
    when = one.event.date
    if when is None or when.first is None or when.last is None:
        return False
    return _days(when.first, when.last) <= _SHORT


def _alike(one: Told, other: Told) -> float:
    both = len(one.near) + len(other.near)
    return 2 * len(one.near & other.near) / both if both else 0.0


def _one_is_old(one: Told, other: Told) -> bool:
    modalities = {each.happened.event.modality for each in (one, other)}
    return (
        len(modalities) > 1 and Modality.HISTORICAL in modalities and not _dated(one.happened, other.happened)
    )


def _far(one: Happened, other: Happened) -> bool:
    if one.event.date or other.event.date:
        return False
    return abs(_days(one.told.known, other.told.known)) > _DAYS


def apart(one: Happened, other: Happened) -> bool:
    """Tell whether two events are told for times that do not overlap."""
    ours, theirs = one.event.date, other.event.date
    if ours is None or theirs is None:
        return False
    return _before(ours.last, theirs.first) or _before(theirs.last, ours.first)


def _before(last: str | None, first: str | None) -> bool:
    return last is not None and first is not None and last[:_DAY] < first[:_DAY]


def _days(first: str, last: str) -> int:
    return (date.fromisoformat(last[:_DAY]) - date.fromisoformat(first[:_DAY])).days


def _list(keys: frozenset[str]) -> str:
    return ", ".join(sorted(keys))
