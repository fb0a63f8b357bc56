"""The answers to a question, and who gives each: sources never melt together (law 6)."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final

from tocsin.brief.asked import Position, Voice
from tocsin.brief.citing import Desk
from tocsin.brief.days import instant
from tocsin.brief.lines import line_of, single_event
from tocsin.brief.material import Fact, Material
from tocsin.brief.members import Cited, chosen, outlet_of, source_of, usable
from tocsin.brief.parts import EventLine, Line
from tocsin.brief.speakers import entity_of, name_tokens
from tocsin.brief.words import shown
from tocsin.record import Act, Event, Figure, Statement
from tocsin.record.finding import Finding, Member, Origin, OriginKind, Stance
from tocsin.text.amounts import amount

NAMES: Final = 4
_ASKS: Final = frozenset({Act.REQUEST, Act.PROPOSE, Act.PROMISE})  # demands are told as such, once
WIDTH: Final = 220

ValueOf = Callable[[Fact, Member], tuple[str | None, object]]  # what is shown, and what makes two one
Home = Mapping[str, Origin]  # by a record's id


def quantity(fact: Fact, member: Member) -> tuple[str | None, object]:
    """Return a figure's amount in words, by which its answers are told apart."""
    if isinstance(fact, Figure) and member.stance is Stance.ASSERTS:
        return amount(fact), amount(fact)
    return None, member.stance


def stance(_: Fact, member: Member) -> tuple[str | None, object]:
    """Return what tells the answers to a claim apart: that it is so, and that it is not."""
    return None, member.stance


def positions(
    finding: Finding, desk: Desk, value_of: ValueOf, *, label: str | None = None, latest: bool = False
) -> tuple[Position, ...]:
    """Return the answers to a question, each with its sources, as far as they stand in their evidence.

    Those on more origins and of more reports come first, or with ``latest`` those told last; what nobody is
    told to say comes behind, and denials behind what they deny.
    """
    home = {record: origin for origin in finding.origins for record in origin.members}
    by_value: dict[object, list[Cited]] = {}
    for member, fact in usable(finding, desk.material):
        by_value.setdefault(value_of(fact, member)[1], []).append((member, fact))
    ordered = sorted(by_value.values(), key=lambda each: _rank(each, home, desk.material, latest=latest))
    made = (
        _position(members, home, label or value_of(members[0][1], members[0][0])[0], desk)
        for members in ordered
    )
    return tuple(position for position in made if position)


def _rank(members: Sequence[Cited], home: Home, material: Material, *, latest: bool) -> tuple[object, ...]:
    told = {home[m.record].key for m, _ in members if _is_told(home.get(m.record))}
    first = instant(members[0][0].known).timestamp()
    size = (-first,) if latest else (-len(told), -material.counts(fact for _, fact in members)[0])
    return members[0][0].stance is Stance.DENIES, not told, *size, first, members[0][0].record


def _position(members: Sequence[Cited], home: Home, value: str | None, desk: Desk) -> Position | None:
    by_voice: dict[tuple[str, str], list[Cited]] = {}
    for member, fact in members:
        key = _voice_key(home.get(member.record), fact, desk.material)
        by_voice.setdefault(key, []).append((member, fact))
    ordered = sorted(by_voice.values(), key=lambda each: not _is_told(home.get(each[0][0].record)))
    head = ordered[0][0][1]
    voices = [_voice(home.get(each[0][0].record), each, value, desk) for each in ordered]
    kept = tuple(voice for voice in voices if voice)
    if not kept:
        return None
    documents, outlets, families = desk.material.counts(fact for _, fact in members)
    untold = [fact for member, fact in members if not _is_told(home.get(member.record))]
    return Position(
        shown=value,
        words=shown(head.contents if isinstance(head, Statement) else (head.span,), width=WIDTH),
        stance=members[0][0].stance,
        independent=len({home[m.record].key for m, _ in members if _is_told(home.get(m.record))}),
        untold=desk.material.counts(untold)[2],
        documents=documents,
        outlets=outlets,
        families=families,
        first=members[0][0].known,
        voices=kept,
    )


def _is_told(origin: Origin | None) -> bool:
    return origin is not None and origin.told


def _voice_key(origin: Origin | None, fact: Fact, material: Material) -> tuple[str, str]:
    """Return what sources share that stand in one row: an origin, or that no report says whence."""
    if origin is None:
        return "unnamed", ""
    if origin.told:
        return "told", origin.key
    if origin.kind is OriginKind.UNNAMED:
        return "unnamed", (source_of(fact, material) or "").casefold()
    return "own", ""


def _voice(origin: Origin | None, members: Sequence[Cited], value: str | None, desk: Desk) -> Voice | None:
    facts = [fact for _, fact in members]
    names = tuple(_names(origin, facts, desk.material))
    own = origin is not None and origin.kind in {OriginKind.OUTLET, OriginKind.WITNESS, OriginKind.AGENCY}
    label = origin.name if origin and origin.told else None
    why = origin.why if origin else ()
    cited = chosen(facts, desk.material)
    words = shown((facts[0].span,), width=WIDTH) if isinstance(facts[0], Figure) else None
    if not desk.supports([value if words else None, words, label, *(() if own else names)], facts, why):
        return None
    line = _line(facts, cited, desk)
    if line is None and not words and not isinstance(facts[0], Statement):
        return None
    documents, outlets, families = desk.material.counts(facts)
    return Voice(
        names=names[:NAMES],
        origin=label,
        kind=origin.kind if origin else OriginKind.UNNAMED,
        told=_is_told(origin),
        why=why,
        first=members[0][0].known,
        last=members[-1][0].known,
        documents=documents,
        outlets=outlets,
        families=families,
        records=tuple(fact.id for fact in facts),
        citations=desk.cite(cited),
        more=documents - desk.material.counts(cited)[0],
        line=line,
    )


def _line(facts: Sequence[Fact], cited: Sequence[Fact], desk: Desk) -> Line | EventLine | None:
    """Return what a source says, in the words of its first report; a number tells itself."""
    said = [fact for fact in facts if isinstance(fact, Statement) and fact.act not in _ASKS]
    if said:
        return line_of(said, desk, width=WIDTH, cited=cited)
    return single_event(facts[0], desk, width=WIDTH) if isinstance(facts[0], Event) else None


def _names(origin: Origin | None, facts: Iterable[Fact], material: Material) -> Iterable[str]:
    """Return the names of a source in the order of its reports: of one entity the fullest name."""
    if origin and not origin.told and origin.kind is OriginKind.OUTLET:
        return dict.fromkeys(outlet_of(material.report(fact)) for fact in facts)
    by_entity: dict[object, str] = {}
    for fact in facts:
        if name := source_of(fact, material):
            key = _entity(fact, material) or name_tokens(name)
            by_entity[key] = max(by_entity.get(key, ""), name, key=len)
    found = list(dict.fromkeys(by_entity.values()))
    return [name for name in found if not any(name != other and name in other for other in found)]


def _entity(fact: Fact, material: Material) -> str | None:
    statement = material.said_in(fact)
    return entity_of(material.links(fact.document), statement.id, "speaker") if statement else None
