"""Who is ultimately behind a claim, and whom to count as one.

The deepest named speaker counts, rolled up to the government or organisation that it speaks for; the
chain through which the words came does not. Without a speaker it is the agency that the report credits,
the reporter who was there, or the outlet in its own voice: copies of one text have one voice.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from tocsin.reconcile.inputs import Actor, Context, Said, Told
from tocsin.reconcile.rolling import Rolled, roll_up, roll_up_known
from tocsin.reconcile.witness import sees
from tocsin.reconcile.wording import word
from tocsin.record import Resolution, Sector
from tocsin.record.finding import Origin, OriginKind
from tocsin.text.fold import fold_name

_KNOWN = "known:"


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Whose word a record is, and why."""

    key: str
    name: str
    kind: OriginKind
    told: bool
    why: tuple[str, ...]
    document: str = ""  # the report it stands in


def attribution(said: Said | None, told: Told, context: Context, *, sight: str | None = None) -> Attribution:
    """Return whose word a record of a report is.

    ``said`` is the statement that carries it, ``sight`` the words by which the reporter was there.
    """
    return replace(_attribution(said, told, context, sight), document=told.document)


def _attribution(said: Said | None, told: Told, context: Context, sight: str | None) -> Attribution:
    if said is not None and said.statement.speaker is not None:
        return _of_speaker(said, told, context) or _untold(told, said)
    if said is not None:
        return _untold(told, said)
    if sight:
        return _witness(told, context, sight)
    if told.source:
        return _agency(told.source, context, word("reasons", "credit", name=told.source))
    return _issuer(told, context) or _untold(told, None)


def _issuer(told: Told, context: Context) -> Attribution | None:
    """Return the attribution of a text to the body that prints it: a ministry's page is its word."""
    ids = dict.fromkeys(context.bodies.named(told.outlet)) if told.outlet else {}
    rolled = roll_up_known(next(iter(ids)), context) if len(ids) == 1 else None
    if rolled is None or rolled.sector in (None, Sector.MEDIA):
        return None
    why = (word("reasons", "issues", name=told.outlet or ""), *rolled.why)
    return Attribution(key=rolled.key, name=_name(rolled), kind=OriginKind.SPEAKER, told=True, why=why)


def origins_of(members: Iterable[tuple[str, Attribution]]) -> tuple[Origin, ...]:
    """Return the origins of records in the order of their first member, each with why they are one."""
    by_key: dict[str, list[tuple[str, Attribution]]] = {}
    for record, one in members:
        by_key.setdefault(one.key, []).append((record, one))
    return tuple(_origin(key, found) for key, found in by_key.items())


def _origin(key: str, found: Sequence[tuple[str, Attribution]]) -> Origin:
    best = min((one for _, one in found), key=lambda one: (not one.told, list(OriginKind).index(one.kind)))
    reasons = dict.fromkeys(reason for _, one in found for reason in one.why)
    if not best.told and len({one.document for _, one in found}) > 1:
        reasons[word("reasons", "copies")] = None
    return Origin(
        key=key,
        name=best.name,
        kind=best.kind,
        told=best.told,
        members=tuple(record for record, _ in found),
        why=tuple(reasons),
    )


def _of_speaker(said: Said, told: Told, context: Context) -> Attribution | None:
    """Return the speaker's attribution; None where neither the speaker nor a body is told."""
    speaker = said.statement.speaker
    assert speaker is not None
    actor = context.actors.get(said.speaker) if said.speaker else None
    body = context.actors.get(said.body) if said.body else None
    if actor is not None:
        rolled = roll_up(actor, told.known, context, body=body)
        if rolled.sector is Sector.MEDIA and _is_outlet(rolled, told, context):
            return None
        return _spoken(rolled, actor.name)
    if sees(speaker.name) and (body is None or body.sector is Sector.MEDIA):
        return _witness(told, context, speaker.name, body)
    if body is not None:
        rolled = roll_up(body, told.known, context)
        if rolled.sector is Sector.MEDIA:
            return None if _is_outlet(rolled, told, context) else _spoken(rolled, body.name)
        why = (word("reasons", "of", body=body.name), *rolled.why)
        return Attribution(key=rolled.key, name=_name(rolled), kind=OriginKind.UNNAMED, told=True, why=why)
    named = _by_name(speaker.name, context)
    return named if speaker.how is Resolution.NAMED or named.key.startswith(_KNOWN) else None


def _by_name(name: str, context: Context) -> Attribution:
    """Return the attribution of a name that stands for nobody of the case."""
    ids = dict.fromkeys(context.bodies.named(name) or context.bodies.named(_turned(name)))
    if len(ids) == 1 and (rolled := roll_up_known(next(iter(ids)), context)):
        reason = word("reasons", "spelled", words=name, name=rolled.name)
        return Attribution(
            key=rolled.key, name=_name(rolled), kind=OriginKind.SPEAKER, told=True, why=(reason, *rolled.why)
        )
    return Attribution(
        key=f"name:{fold_name(name)}",
        name=name,
        kind=OriginKind.SPEAKER,
        told=True,
        why=(word("reasons", "named", name=name),),
    )


def _turned(name: str) -> str:
    """Return a name with whose it is in front: the other way to put it.

    >>> _turned("the health ministry of Norland")
    "Norland's health ministry"
    """
    body, of, whose = name.removeprefix("the ").rpartition(" of ")
    return f"{whose}'s {body}" if of else name


def _spoken(rolled: Rolled, name: str) -> Attribution:
    if rolled.sector is Sector.MEDIA:
        return Attribution(
            key=_agency_key(rolled.key),
            name=word("origins", "agency", name=rolled.name),
            kind=OriginKind.AGENCY,
            told=True,
            why=(word("reasons", "credit", name=rolled.name),),
        )
    why = rolled.why or (word("reasons", "itself", name=name),)
    return Attribution(key=rolled.key, name=_name(rolled), kind=OriginKind.SPEAKER, told=True, why=why)


def _name(rolled: Rolled) -> str:
    key = "states" if rolled.name.endswith("s") else "state"
    return word("origins", key, name=rolled.name) if rolled.state else rolled.name


def _is_outlet(rolled: Rolled, told: Told, context: Context) -> bool:
    """Tell whether a medium that is quoted is the one that prints it: its own voice."""
    if told.outlet is None:
        return False
    ids = context.bodies.named(told.outlet)
    return rolled.key.removeprefix("known:") in ids or fold_name(rolled.name) == fold_name(told.outlet)


def _agency(source: str, context: Context, why: str) -> Attribution:
    """Return the attribution to an agency; its short and its long name are one."""
    ids = context.bodies.named(source)
    entry = context.bodies.get(ids[0]) if ids else None
    name = entry.name if entry else source
    return Attribution(
        key=_agency_key(f"known:{entry.id}" if entry else fold_name(source)),
        name=word("origins", "agency", name=name),
        kind=OriginKind.AGENCY,
        told=True,
        why=(why,),
    )


def _agency_key(key: str) -> str:
    return f"agency:{key}"


def _witness(told: Told, context: Context, sight: str, of: Actor | None = None) -> Attribution:
    """Return the attribution to a reporter who was there: an agency's, else the outlet's own."""
    why = word("reasons", "sight", words=sight)
    source = (
        of.name if of and not _is_outlet(roll_up(of, told.known, context), told, context) else told.source
    )
    if source:
        return _agency(source, context, why)
    name = word("origins", "witness", name=told.outlet) if told.outlet else word("origins", "witnesses")
    return Attribution(
        key=f"witness:{told.family}", name=name, kind=OriginKind.WITNESS, told=True, why=(why,)
    )


def _untold(told: Told, said: Said | None) -> Attribution:
    """Return that a text does not say whence it has it, or leaves its speaker unnamed."""
    if said is not None:
        named = said.statement.speaker.name if said.statement.speaker else word("origins", "somebody")
        return Attribution(
            key=f"unnamed:{told.family}",
            name=named,
            kind=OriginKind.UNNAMED,
            told=False,
            why=(word("reasons", "nobody"),),
        )
    name = word("origins", "outlet", name=told.outlet) if told.outlet else word("origins", "outlets")
    return Attribution(
        key=f"outlet:{told.family}",
        name=name,
        kind=OriginKind.OUTLET,
        told=False,
        why=(word("reasons", "alone"),),
    )
