"""The answers to a question, and who gives each: sources never melt together (law 6)."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from typing import Final

from tocsin.brief.asked import Position, Voice
from tocsin.brief.citing import Desk
from tocsin.brief.days import instant
from tocsin.brief.material import Fact, Material
from tocsin.brief.telling import told
from tocsin.brief.words import said, shown
from tocsin.record import Document, Event, Figure, Statement
from tocsin.record.finding import Finding, Member, Origin, OriginKind, Stance
from tocsin.text.amounts import amount

CITED: Final = 3  # reports that are cited for one source; others are counted
NAMES: Final = 4
WIDTH: Final = 220

ValueOf = Callable[[Fact, Member], tuple[str | None, object]]  # what is shown, and what makes two one
Cited = tuple[Member, Fact]


def usable(finding: Finding, material: Material) -> list[Cited]:
    """Return the members that a line may rest on, with their records, by when they were known."""
    found = [(m, material.facts[m.record]) for m in finding.members if m.record in material.facts]
    return sorted(found, key=lambda each: (instant(each[0].known), material.place(each[1])))


def quantity(fact: Fact, member: Member) -> tuple[str | None, object]:
    """Return a figure's amount in words, by which its answers are told apart."""
    if isinstance(fact, Figure) and member.stance is Stance.ASSERTS:
        return amount(fact), amount(fact)
    return None, member.stance


def stance(_: Fact, member: Member) -> tuple[str | None, object]:
    """Return what tells the answers to a claim apart: that it is so, and that it is not."""
    return None, member.stance


def positions(
    finding: Finding, desk: Desk, value_of: ValueOf, *, label: str | None = None
) -> tuple[Position, ...]:
    """Return the answers to a question, the latest told first; each with its sources, as far as they hold."""
    by_value: dict[object, list[Cited]] = {}
    for member, fact in usable(finding, desk.material):
        by_value.setdefault(value_of(fact, member)[1], []).append((member, fact))
    found = []
    for members in by_value.values():
        value = label or value_of(members[0][1], members[0][0])[0]
        if position := _position(finding, members, value, desk):
            found.append(position)
    return tuple(sorted(found, key=_rank))


def _rank(position: Position) -> tuple[bool, int, int, datetime]:
    """Return the key that sorts answers: those of more reports first, denials behind what they deny."""
    return (
        position.stance is Stance.DENIES,
        -position.independent,
        -position.documents,
        instant(position.first),
    )


def _position(finding: Finding, members: Sequence[Cited], value: str | None, desk: Desk) -> Position | None:
    home = {record: origin for origin in finding.origins for record in origin.members}
    by_voice: dict[tuple[str, str], list[Cited]] = {}
    for member, fact in members:
        by_voice.setdefault(_voice_key(home.get(member.record), fact, desk.material), []).append(
            (member, fact)
        )
    ordered = sorted(by_voice.values(), key=lambda each: not _is_told(home.get(each[0][0].record)))
    head = ordered[0][0][1]
    words = shown(_words(head, desk.material), width=WIDTH)
    voices = [
        _voice(home.get(each[0][0].record), each, (value, words if each[0][1] is head else None), desk)
        for each in ordered
    ]
    kept = tuple(voice for voice in voices if voice)
    if not kept:
        return None
    documents, outlets, families = desk.material.counts(fact for _, fact in members)
    untold = [fact for member, fact in members if not _is_told(home.get(member.record))]
    return Position(
        shown=value,
        words=words,
        stance=members[0][0].stance,
        independent=len({home[m.record].key for m, _ in members if _is_told(home.get(m.record))}),
        untold=desk.material.counts(untold)[2],
        documents=documents,
        outlets=outlets,
        families=families,
        first=members[0][0].known,
        voices=kept,
    )


def _words(fact: Fact, material: Material) -> tuple[object, ...]:
    if isinstance(fact, Statement):
        whole = told(fact, material.report(fact))
        return (whole,) if whole else fact.contents
    return (fact.span,)


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


def source_of(fact: Fact, material: Material) -> str | None:
    """Return who is said to say it, as the report has it: the speaker's name, else its words for them."""
    statement = material.said_in(fact)
    if statement is None:
        return None
    if statement.speaker:
        return " ".join(statement.speaker.name.split())
    return " ".join(statement.source.text.split()) if statement.source else None


def outlet_of(document: Document) -> str:
    """Return the outlet of a report, else where it was read from, by its last part."""
    place = document.url or document.origin or document.id
    return document.outlet or place.rstrip("/").replace("\\", "/").rpartition("/")[2]


def _voice(
    origin: Origin | None, members: Sequence[Cited], slots: Sequence[str | None], desk: Desk
) -> Voice | None:
    facts = [fact for _, fact in members]
    names = tuple(_names(origin, facts, desk.material))
    own = origin is not None and origin.kind in {OriginKind.OUTLET, OriginKind.WITNESS, OriginKind.AGENCY}
    label = origin.name if origin and origin.told else None
    why = origin.why if origin else ()
    cited = chosen(facts, desk.material)
    if not desk.supports([*slots, label, *(() if own else names)], facts, why):
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
    )


def _names(origin: Origin | None, facts: Iterable[Fact], material: Material) -> Iterable[str]:
    """Return the names of a source in the order of its reports, the fullest of one person alone."""
    if origin and not origin.told and origin.kind is OriginKind.OUTLET:
        return dict.fromkeys(outlet_of(material.report(fact)) for fact in facts)
    found = list(dict.fromkeys(name for fact in facts if (name := source_of(fact, material))))
    return [name for name in found if not any(name != other and name in other for other in found)]


def chosen(facts: Sequence[Fact], material: Material) -> list[Fact]:
    """Return what is cited of a source: its earliest report, then others of other texts and outlets."""
    first: list[Fact] = []
    texts: set[str] = set()
    for fact in facts:
        report = material.report(fact)
        text = material.family.get(report.id, report.version_of or report.id)
        if text not in texts and len(first) < CITED:
            texts.add(text)
            first.append(fact)
    return first


def brief_words(fact: Statement | Event | Figure) -> int:
    """Return how many words a record's main words are."""
    return len(said(fact.contents)) if isinstance(fact, Statement) else len(said((fact.span,)))
