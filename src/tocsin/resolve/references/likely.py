"""Which known person a person of a report may be: candidates with all that speaks for and against."""

from collections.abc import Iterable, Iterator
from typing import Final

from tocsin.knowledge import Entry, Held
from tocsin.record import Candidate, NameType, Weight
from tocsin.resolve.references.meaning import best_first, candidate
from tocsin.resolve.references.offices import Told, holds, is_head, is_seat, state_of, then
from tocsin.resolve.references.persons import Parts, Person
from tocsin.resolve.references.report import Report
from tocsin.resolve.references.spelled import heard, last_name_keys
from tocsin.resolve.references.words import folded, named_by
from tocsin.resolve.spelling import SAME, compare

_EXACT: Final = 5.0
_RESPELLED: Final = 4.0
_INITIAL: Final = 2.5
_NEARLY: Final = 0.93  # likeness from which nothing but the spelling differs
_LISTED: Final = 3.0  # by one word that is not the last name: "Lula"
_LAST_NAME: Final = 1.5
_ONLY_ONE: Final = 1.5
_COMMON: Final = -1.5
_OFFICE: Final = 3.5
_OFFICE_BEFORE: Final = 2.0
_OFFICE_THEN: Final = 1.0
_OTHER_OFFICE: Final = 1.0
_NO_OFFICE: Final = -2.0
_OTHER_STATE: Final = -3.5
_OTHER_BODY: Final = -1.0  # many states have a security council
_COUNTRY: Final = 1.0
_NO_COUNTRY: Final = -0.5
_OTHER_COUNTRY: Final = -1.2
_IN_OFFICE: Final = 0.7
_OUT_OF_OFFICE: Final = -0.7
_HEAD: Final = 1.0
_HEAD_NOW: Final = 1.3
_GENDER: Final = -4.0
_UNDATED: Final = 0.5
_SPACED: Final = 0x2E80  # from here on scripts write without spaces


def candidates(person: Person, offices: Iterable[Told], report: Report) -> tuple[Candidate, ...]:
    """Return the known persons that a person may be, best first; a first name alone brings none."""
    told = tuple(offices)
    found = []
    for id_ in _ids(person, report):
        entry = report.knowledge.get(id_)
        if entry is None or entry.type is not NameType.PERSON:
            continue
        spelling = _spelling(person, entry, report)
        if spelling is not None:
            weights = [
                *spelling,
                *_by_office(entry, told, report, alone=len(person.full) == 1),
                *_by_context(person, entry, report),
            ]
            found.append(candidate(entry, weights))
    return best_first(found)


def _ids(person: Person, report: Report) -> Iterator[str]:
    """Yield the ids of the persons that a name may be of, as far as single words tell."""
    full = person.full
    exact = named_by(report.knowledge, " ".join(full))
    seen = dict.fromkeys(exact)
    for start in range(len(full)):
        seen |= dict.fromkeys(report.knowledge.surnamed(" ".join(full[start:])))
    if len(full) > 1:
        seen |= dict.fromkeys(report.knowledge.surnamed(full[0]))
        if not exact:
            index = report.knowledge.index(last_name_keys)
            for key in sorted(heard(full[-1])):
                seen |= dict.fromkeys(index.blocks(key))
    yield from seen


def _spelling(person: Person, entry: Entry, report: Report) -> list[Weight] | None:
    """Return what the spelling says of one entry; None where it cannot be that one."""
    full, words = person.full, " ".join(person.full)
    if words in {folded(name) for name in entry.names} and (len(full) > 1 or _is_whole(person)):
        return [Weight(part="spelling", value=_EXACT, why=f"“{words}” is a name of {entry.name}")]
    if len(full) > 1:
        return _respelled(full, entry)
    rivals = report.knowledge.surnamed(words)
    listed = entry.id in named_by(report.knowledge, words)
    if entry.id not in rivals and not listed:
        return None
    if listed and entry.id not in rivals:
        return [Weight(part="spelling", value=_LISTED, why=f"{entry.name} is called “{words}”, too")]
    weights = [Weight(part="spelling", value=_LAST_NAME, why=f"“{words}” is the last name of {entry.name}")]
    common = words in report.lexicon.common
    if len(rivals) == 1 and not common and words not in report.lexicon.given:
        why = f"nobody else known has the last name “{words}”"
        weights.append(Weight(part="spelling", value=_ONLY_ONE, why=why))
    if common:
        weights.append(Weight(part="spelling", value=_COMMON, why=f"“{words}” is a common last name"))
    return weights


def _is_whole(person: Person) -> bool:
    """Tell whether a single word may be a whole name: in scripts that put no space between its parts."""
    return any(ord(letter) > _SPACED for letter in person.spelled)


def _respelled(full: Parts, entry: Entry) -> list[Weight] | None:
    """Return what the nearest of an entry's full names says of the spelling."""
    near = [name for name in entry.names if _near(full, folded(name).split())]
    found = [compare(" ".join(full), name, NameType.PERSON) for name in near]
    best = max(found, key=lambda one: one.score, default=None)
    if best is None or best.score < SAME:
        return None
    why = "; ".join(weight.why for weight in best.weights)
    value = _RESPELLED if best.score >= _NEARLY else _INITIAL
    return [Weight(part="spelling", value=value, why=f"another spelling of {entry.name}: {why}")]


def _near(full: Parts, parts: list[str]) -> bool:
    """Tell whether two full names are worth a closer look: last names sound alike, first names begin so."""
    if len(parts) < 2 or not (heard(full[-1]) & heard(parts[-1]) or heard(full[0]) & heard(parts[-1])):
        return False
    return any(
        first[0] == other[0] or heard(first) & heard(other) for first in full[:-1] for other in parts[:-1]
    )


def _by_office(entry: Entry, told: Iterable[Told], report: Report, *, alone: bool) -> Iterator[Weight]:
    """Yield what the best and the worst of the offices that the report tells say of an entry."""
    weights = [
        w
        for one in told
        if one.offices or one.bodies
        for w in (_office(entry, one, report, alone=alone),)
        if w
    ]
    if weights:
        yield max(weights, key=lambda w: w.value)
        worst = min(weights, key=lambda w: w.value)
        if worst.value < 0 and worst is not max(weights, key=lambda w: w.value):
            yield worst


def _office(entry: Entry, told: Told, report: Report, *, alone: bool) -> Weight | None:
    """Return what one office of the report says of an entry: whether it was held, else of whom it is."""
    held = list(holds(entry, told.offices, told.bodies, report))
    return _held(held, told, report) if held else _not_held(entry, told, report, alone=alone)


def _held(held: list[Held], told: Told, report: Report) -> Weight:
    if told.former:
        return Weight(part="role", value=_OFFICE_BEFORE, why=f"held the office: {_worded(held, report)}")
    if any(then(one, report.date) for one in held):
        return Weight(part="role", value=_OFFICE, why=f"holds the office {_worded(held, report)}")
    return Weight(part="role", value=_OFFICE_THEN, why=f"held the office at another time: {told.words}")


def _not_held(entry: Entry, told: Told, report: Report, *, alone: bool) -> Weight | None:
    homes = {state_of(body, report) for body in told.bodies}
    hosts = {body.country for id_ in told.bodies if (body := report.knowledge.get(id_)) and body.country}
    said = ", ".join(sorted(homes))
    if homes and not (homes | hosts) & _homes(entry, report):
        why = f"the report gives an office of {said}: {told.words}"
        states = any(_is_state(home, report) for home in homes)
        return Weight(part="country", value=_OTHER_STATE if states else _OTHER_BODY, why=why)
    if homes and any(then(one, report.date) for one in entry.offices):
        return Weight(part="body", value=_OTHER_OFFICE, why=f"holds an office of {said}")
    if told.offices and is_seat(told.offices[0]) and entry.offices and not told.former:
        value = _NO_OFFICE if alone else _NO_OFFICE / 4
        return Weight(part="role", value=value, why=f"is not known to have been {told.words}")
    return None


def _is_state(body: str, report: Report) -> bool:
    entry = report.knowledge.get(body)
    return entry is not None and entry.type is NameType.STATE


def _worded(held: Iterable[Held], report: Report) -> str:
    one = next((h for h in held if then(h, report.date)), None) or next(iter(held))
    return f"{one.office} of {one.body}" + (f" on {report.date}" if report.date else "")


def _homes(entry: Entry, report: Report) -> set[str]:
    found = {state_of(held.body, report) for held in entry.offices if held.body}
    return found | ({entry.country} if entry.country else set())


def _by_context(person: Person, entry: Entry, report: Report) -> Iterator[Weight]:
    """Yield what the states named, the day and the gender say of an entry."""
    alone = len(person.full) == 1
    here = sorted(home for home in _homes(entry, report) if home in report.states or _named(home, report))
    if here:
        yield Weight(part="country", value=_COUNTRY, why=f"also named in the report: {', '.join(here)}")
    elif alone:
        value = _OTHER_COUNTRY if report.states else _NO_COUNTRY
        yield Weight(part="country", value=value, why="the report does not name the country")
    if entry.offices and alone and report.date:
        if any(then(held, report.date) for held in entry.offices):
            yield Weight(part="date", value=_IN_OFFICE, why=f"was in office on {report.date}")
        else:
            yield Weight(part="date", value=_OUT_OF_OFFICE, why=f"was in no known office on {report.date}")
    if alone and (heads := [held for held in entry.offices if is_head(held.office)]):
        value = _HEAD_NOW if any(then(held, report.date) for held in heads) else _HEAD
        yield Weight(part="role", value=value, why="is or was a head of state or government")
    if alone and not entry.offices and len(report.knowledge.surnamed(person.full[0])) == 1:
        yield Weight(part="date", value=_UNDATED, why="is known without an office")
    if entry.gender and person.genders and entry.gender not in person.genders:
        yield Weight(part="gender", value=_GENDER, why="the report tells another gender")


def _named(body: str, report: Report) -> bool:
    return body in report.bodies
