"""References: who is meant by the names and descriptions of one report, and by the parts of its records."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from tocsin.record import Link, NameType, Reference, Span, Toponym
from tocsin.resolve.references.bodies import bodies
from tocsin.resolve.references.describing import Descriptions
from tocsin.resolve.references.following import Follower
from tocsin.resolve.references.likely import candidates
from tocsin.resolve.references.linking import Meant, meant, placed
from tocsin.resolve.references.making import references_of
from tocsin.resolve.references.meaning import KNOWN, Meaning, chosen, told
from tocsin.resolve.references.offices import Told
from tocsin.resolve.references.offices import told as office_told
from tocsin.resolve.references.persons import Person, persons
from tocsin.resolve.references.phrases import around
from tocsin.resolve.references.report import Report, stands_for_state
from tocsin.resolve.spelling import fingerprint

_LONGEST: Final = 60  # characters of a description

__all__ = ["Report", "refer", "stands_for_state"]


def refer(
    report: Report, toponyms: tuple[Toponym, ...], *, version: str
) -> tuple[tuple[Reference, ...], tuple[Link, ...]]:
    """Return the references of a report in the order of their first mentions, and the links to them.

    The links to toponyms are among them. Both are functions of the report and the knowledge alone.
    """
    people = persons(report)
    offices = {id(person): tuple(office_told(role, report) for role in person.roles) for person in people}
    meanings: list[Meaning] = []
    held: dict[str, tuple[Told, ...]] = {}
    for person in people:
        meaning = _person(person, offices[id(person)], report)
        meanings.append(meaning)
        held[meaning.key] = (*held.get(meaning.key, ()), *offices[id(person)])
    meanings += bodies(report)
    named = {span.start: meaning for meaning in meanings for span in meaning.spans}
    follower = Follower.of(Descriptions(report=report, named=named, offices=held))
    described = list(_around_names(report, follower))  # first, since others take them up
    found = list(meant(report, named, follower))
    described += [one.meaning for one in found if one.part != "name"]
    described += _in_chains(report, follower)
    references = references_of(report, (*meanings, *described), version=version)
    by_key = {reference.key: reference.id for reference in references}
    return references, tuple(_links(found, by_key, report, toponyms))


def _person(person: Person, offices: tuple[Told, ...], report: Report) -> Meaning:
    """Return who a person is: a known one where enough speaks for it, else one by that name."""
    found = candidates(person, offices, report)
    choice = chosen(found)
    return Meaning(
        key=KNOWN + choice.id if choice else _own_key(person),
        type=NameType.PERSON,
        spans=tuple(name.span for name in person.names),
        score=choice.score if choice else round(1 - found[0].score, 4) if found else 1.0,
        why=told(choice) if choice else "nobody known is likely enough" if found else "no name that is known",
        candidates=found,
        country=next((body for one in offices for body in one.bodies), None),
        roles=tuple(
            dict.fromkeys(" ".join(o.words.split()) for o in offices if not _is_any(o.words, report))
        ),
    )


def _is_any(office: str, report: Report) -> bool:
    """Tell whether words are no office of anybody's own: "colleague"."""
    return office.lower().split()[-1] in report.lexicon.no_office


def _own_key(person: Person) -> str:
    return f"{NameType.PERSON.value}:{fingerprint(' '.join(person.full), NameType.PERSON)}"


def _around_names(report: Report, follower: Follower) -> Iterator[Meaning]:
    """Yield what the descriptions mean that names belong to: "Norland’s president"."""
    seen = set()
    for name in report.extraction.names:
        if name.type is not NameType.PERSON:
            for start, end in around(name, report):
                if (start, end) not in seen:
                    seen.add((start, end))
                    meaning = follower.descriptions.meant(start, end)
                    if meaning is not None:
                        yield meaning


def _in_chains(report: Report, follower: Follower) -> Iterator[Meaning]:
    """Yield what the descriptions mean that stand in chains, pronouns left out."""
    for chain in report.extraction.chains:
        for span in chain:
            if not follower.is_pronoun(span) and _may_mean(span, report):
                meaning = follower.meant(span)
                if meaning is not None:
                    yield meaning


def _may_mean(span: Span, report: Report) -> bool:
    """Tell whether a mention of a chain is worth reading: it holds a name, or a noun for some actor."""
    if len(span.text) > _LONGEST:
        return False
    words = report.lexicon.actors
    return any(word in words for word in span.text.lower().split()) or bool(
        report.within(span.start, span.end)
    )


def _links(
    found: Iterable[Meant], by_key: Mapping[str, str], report: Report, toponyms: tuple[Toponym, ...]
) -> Iterator[Link]:
    for one in found:
        yield Link(record=one.record, part=one.part, to=by_key[one.meaning.key])
    for record, part, toponym in placed(report, toponyms):
        yield Link(record=record, part=part, to=toponym)
