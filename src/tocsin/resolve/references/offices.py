"""The offices that a report gives a person, and those that the knowledge says were held."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from tocsin.knowledge import Entry, Held
from tocsin.knowledge.dates import overlap
from tocsin.record import NameType, Role, Span
from tocsin.resolve.references.report import Report, bare
from tocsin.resolve.references.words import named_by, office_by

_CHIEFS: Final = frozenset(
    ("president", "vice-president", "prime-minister", "chancellor", "monarch", "supreme-leader", "pope")
)
_RANKS: Final = frozenset(("general", "officer", "commander"))
_SOLDIERS: Final = frozenset(
    (
        "chief-of-defence",
        "commander-in-chief",
        "army-chief",
        "navy-chief",
        "air-force-chief",
        "commander",
        "general",
    )
)
_SEATS: Final = (
    "minister",
    "secretary-general",
    "high-representative",
    "secretary-of-state",
    "defence-chief",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """An office as a report tells it: what it may be, of whom, in which words."""

    offices: tuple[str, ...]  # ids, the likeliest first
    bodies: tuple[str, ...]  # ids of what it may be of
    words: str
    former: bool = False


def told(role: Role, report: Report) -> Told:
    """Return the office of a role."""
    return Told(
        offices=offices_of(role.role.text, role.body.text if role.body else "", report),
        bodies=tuple(bodies_of(role.body, report)) if role.body else (),
        words=_worded(role, report),
        former=role.former,
    )


def said(words: str, report: Report) -> Told:
    """Return the office that stands right before a name: "President of the Council", "Bank Chair"."""
    behind = words.rpartition(" of ")[2].removeprefix("the ")
    parts = words.split()
    tries = (behind, *(" ".join(parts[:size]) for size in range(len(parts) - 1, 0, -1)))
    found = next((ids for each in tries if (ids := named_by(report.knowledge, each))), ())
    bodies = [
        id_ for id_ in found if (entry := report.knowledge.get(id_)) and entry.type is not NameType.PERSON
    ]
    return Told(offices=offices_of(words, "", report), bodies=tuple(bodies), words=words)


def _worded(role: Role, report: Report) -> str:
    """Return an office as the report words it, with the body where it tells nothing without: "head of …"."""
    generic = role.body and role.role.text.lower() in report.lexicon.offices
    return f"{role.role.text} of {role.body.text}" if generic and role.body else role.role.text


def offices_of(words: str, body: str, report: Report) -> tuple[str, ...]:
    """Return the ids of the offices that words may mean, the likeliest first; ``body`` may be part of it."""
    spoken = " ".join(words.lower().split())
    if "diploma" in body.lower() and "diploma" not in spoken:
        spoken = f"{spoken} of diplomacy"
    for offices in (report.lexicon.offices.get(spoken), report.lexicon.offices.get(f"{spoken} of diplomacy")):
        if offices and "diploma" in spoken:
            return offices
    office = office_by(report.knowledge, words)
    listed = report.lexicon.offices.get(spoken, ())
    if listed and body:
        listed = (*_ministers(body, report), *listed)
    return tuple(dict.fromkeys((*listed, *((office,) if office else ()))))


def _ministers(body: str, report: Report) -> Iterator[str]:
    """Yield the minister’s office of a ministry: "Pentagon chief" is the defence minister."""
    for id_ in named_by(report.knowledge, body):
        kind = id_.partition(".")[2]
        for office in report.knowledge.offices.values():
            if kind and office.body == kind and office.id.endswith("minister"):
                yield office.id


def bodies_of(span: Span, report: Report) -> Iterator[str]:
    """Yield the ids of the states and bodies that a stretch of text names: "Ukrainian diplomacy" is ua's."""
    for id_ in _named(span, report):
        entry = report.knowledge.get(id_)
        if entry and entry.type is not NameType.PERSON:
            yield id_


def _named(span: Span, report: Report) -> Iterator[str]:
    yield from named_by(report.knowledge, span.text)
    names = report.within(span.start, span.end)
    for name in names:
        if name.type is not NameType.PERSON:
            for words in bare(name.span.text, report.lexicon):
                yield from named_by(report.knowledge, words)
    if not names:
        first = span.text.split()[0].removesuffix("'s").removesuffix("’s")
        yield from named_by(report.knowledge, first)


def state_of(body: str, report: Report) -> str:
    """Return the state that a body is of, or the body itself: "ru.presidency" is of "ru"."""
    for _ in range(4):
        entry = report.knowledge.get(body)
        if entry is None or entry.type is NameType.STATE or not entry.part_of:
            break
        body = entry.part_of
    return body


def holds(entry: Entry, offices: Iterable[str], bodies: Iterable[str], report: Report) -> Iterator[Held]:
    """Yield what a person held of some offices; of some bodies or their states, where any are given."""
    wanted = tuple(offices)
    homes = {state_of(body, report) for body in bodies}
    for held in entry.offices:
        fits = held.office in wanted or any(_is_kind(held.office, office) for office in wanted)
        if fits and (not homes or state_of(held.body, report) in homes):
            yield held


def then(held: Held, date: str | None) -> bool:
    """Tell whether an office was held on a day; not where the day is not known."""
    return date is not None and overlap(held.first, held.end, date)


def _is_kind(held: str, told_: str) -> bool:
    """Tell whether an office is of a kind that is told: "Minister Weir" may be the defence minister."""
    if told_ == "minister":
        return held.endswith("-minister") and "deputy" not in held
    if told_ in _RANKS:
        return held in _SOLDIERS
    return False


def holder(told_: Told, report: Report) -> tuple[str, str, str] | None:
    """Return (person, office, body) of who held a told office on the report's day, where one alone did."""
    if report.date is None or told_.former or is_loose(told_, report):
        return None
    for office in (one for one in told_.offices if one not in report.lexicon.several):
        for body in told_.bodies:
            for seat in dict.fromkeys((body, state_of(body, report))):
                found = report.knowledge.holders(office, seat, report.date)
                if len(found) == 1:
                    return found[0], office, seat
                if found:
                    return None
    return None


def is_loose(told_: Told, report: Report) -> bool:
    """Tell whether an office is told too loosely to tell who holds it: "leader"."""
    return told_.words.lower().split()[-1] in report.lexicon.loose if told_.words.strip() else True


def is_seat(office: str) -> bool:
    """Tell whether one alone holds an office of a body at a time: a minister, not an ambassador."""
    return is_head(office) or office.endswith(_SEATS)


def is_head(office: str) -> bool:
    """Tell whether an office is that of a head of state or government."""
    return office in _CHIEFS
