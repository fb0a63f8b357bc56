"""What does not fit together in what is known: ids that lead nowhere."""

from collections.abc import Iterator

from tocsin.knowledge.dates import first_day, last_day
from tocsin.knowledge.entries import Entry
from tocsin.knowledge.knowledge import Knowledge
from tocsin.record.name import NameType


def problems(knowledge: Knowledge) -> tuple[str, ...]:
    """Return what is wrong, a line for each: ids that no table has, times that end before they begin."""
    return tuple(_problems(knowledge))


def _problems(knowledge: Knowledge) -> Iterator[str]:
    for entry in knowledge.entries.values():
        for field, id_ in _led(entry):
            if knowledge.get(id_) is None:
                yield f"{entry.source}: {entry.id}, {field}: no entry has the id {id_!r}"
        country = knowledge.entries.get(entry.country or "")
        if entry.country and (country is None or country.type is not NameType.STATE):
            yield f"{entry.source}: {entry.id}, country: no state has the id {entry.country!r}"
        if first_day(entry.since) > last_day(entry.until):
            yield f"{entry.source}: {entry.id} ends before it begins"
    for office in knowledge.offices.values():
        if office.body not in knowledge.templates:
            yield f"offices.tsv: {office.id}, body: no template has the id {office.body!r}"
    for template in knowledge.templates.values():
        if template.part_of not in knowledge.templates:
            yield f"bodies.tsv: *.{template.id}, part_of: no template has the id {template.part_of!r}"


def _led(entry: Entry) -> Iterator[tuple[str, str]]:
    if entry.part_of:
        yield "part_of", entry.part_of
    for member in entry.members:
        yield "members", member
    for held in entry.offices:
        if held.body:
            yield "offices", held.body
