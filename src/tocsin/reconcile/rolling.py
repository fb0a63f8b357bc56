"""Whom somebody speaks for: persons by their office on the day, bodies by what they are part of.

Spokespersons, ministries and forces of one state are one origin; a parliament, a court, a party, rebels
or a de facto authority are their own (PLOVER's sectors decide).
"""

from dataclasses import dataclass
from typing import Final

from tocsin.knowledge import Entry, Held
from tocsin.knowledge.dates import overlap
from tocsin.reconcile.inputs import Actor, Context
from tocsin.reconcile.wording import word
from tocsin.record import NameType, Sector

#: Sectors of those who speak for their state.
OF_STATE: Final = frozenset((Sector.GOVERNMENT, Sector.MILITARY, Sector.POLICE, Sector.INTELLIGENCE))
_PREFIX: Final = "known:"
_STEPS: Final = 8  # more than any chain of bodies has: a list of users may hold a circle


@dataclass(frozen=True, slots=True, kw_only=True)
class Rolled:
    """Whom somebody speaks for in the end, and the way there in words."""

    key: str
    name: str
    sector: Sector | None
    state: bool  # it is a state: its government speaks
    why: tuple[str, ...] = ()


def roll_up(actor: Actor, day: str, context: Context, *, body: Actor | None = None) -> Rolled:
    """Return whom an actor speaks for on a day (ISO 8601); ``body`` is whom the report says.

    A person without an office that is known or told speaks for himself alone.
    """
    return _rolled(actor, day[:10], context, body, _STEPS)


def roll_up_known(id: str, context: Context) -> Rolled | None:  # noqa: A002 - the knowledge's word
    """Return what an entry of the knowledge is part of in the end; None where there is no such entry."""
    entry = context.bodies.get(id)
    return _climb(entry, context, ()) if entry else None


def _rolled(actor: Actor, day: str, context: Context, body: Actor | None, steps: int) -> Rolled:
    if actor.type is not NameType.PERSON:
        entry = context.bodies.get(actor.known) if actor.known else None
        return _climb(entry, context, ()) if entry else _of_case(actor, context)
    if body is not None and body.id != actor.id and steps:
        why = word("reasons", "told", person=actor.name, body=body.name)
        return _then(why, _rolled(body, day, context, None, steps - 1))
    if held := _held(actor, day, context):
        entry = context.bodies.get(held.body)
        if entry is not None:
            office = _office_name(held, context)
            why = word("reasons", "office", person=actor.name, office=office, body=entry.name)
            return _then(why, _climb(_seat(held, entry, context), context, ()))
    return _of_case(actor, context)


def _of_case(actor: Actor, context: Context) -> Rolled:
    """Return whom one who is not known beforehand speaks for: the whole that the case tells, or itself."""
    whole = context.bodies.get(actor.part_of) if actor.part_of else None
    state = context.bodies.get(actor.country) if actor.country and actor.sector in OF_STATE else None
    if actor.type is not NameType.PERSON and whole and _belongs(actor.sector, whole.sector):
        return _climb(whole, context, (word("reasons", "part", part=actor.name, whole=whole.name),))
    if state is not None and not actor.offices:
        return _climb(state, context, (word("reasons", "sector", person=actor.name, body=state.name),))
    return Rolled(key=actor.key, name=actor.name, sector=actor.sector, state=actor.type is NameType.STATE)


def _held(actor: Actor, day: str, context: Context) -> Held | None:
    """Return the office held on a day that tells most: one for a state first, then the latest begun."""
    held = [one for one in actor.offices if one.body and overlap(one.first, one.end, day)]
    ranked = sorted(held, key=lambda one: (one.office, one.body))
    ranked.sort(key=lambda one: one.first or "", reverse=True)
    ranked.sort(key=lambda one: _sector_of(one, context) not in OF_STATE)
    return ranked[0] if ranked else None


def _sector_of(held: Held, context: Context) -> Sector | None:
    office = context.bodies.offices.get(held.office)
    body = context.bodies.get(held.body)
    return (office.sector if office else None) or (body.sector if body else None)


def _seat(held: Held, body: Entry, context: Context) -> Entry:
    """Return the body that an office is of: that of a member of parliament is the parliament."""
    office = context.bodies.offices.get(held.office)
    if office and office.body and body.type is NameType.STATE:
        return context.bodies.get(f"{body.id}.{office.body}") or body
    return body


def _office_name(held: Held, context: Context) -> str:
    office = context.bodies.offices.get(held.office)
    return office.name if office else held.office


def _climb(entry: Entry, context: Context, why: tuple[str, ...]) -> Rolled:
    for _ in range(_STEPS):
        whole = context.bodies.get(entry.part_of) if entry.part_of else None
        if whole is None or not _belongs(entry.sector, whole.sector):
            break
        why = (*why, word("reasons", "part", part=entry.name, whole=whole.name))
        entry = whole
    return Rolled(
        key=_PREFIX + entry.id,
        name=entry.name,
        sector=entry.sector,
        state=entry.type is NameType.STATE,
        why=why,
    )


def _belongs(part: Sector | None, whole: Sector | None) -> bool:
    """Tell whether what a part says its whole says: a ministry's state does, a parliament's does not."""
    return part is not None and (part == whole or {part, whole} <= OF_STATE)


def _then(why: str, rolled: Rolled) -> Rolled:
    return Rolled(
        key=rolled.key,
        name=rolled.name,
        sector=rolled.sector,
        state=rolled.state,
        why=(why, *rolled.why),
    )
