"""References: who is meant by the names and descriptions of one report, and by the parts of its records."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Final

from tocsin.record import Link, NameType, Reference, Span, Toponym
from tocsin.record.linking import is_own
from tocsin.resolve.references.bodies import bodies
from tocsin.resolve.references.describing import Descriptions
from tocsin.resolve.references.following import Follower
from tocsin.resolve.references.likely import candidates
from tocsin.resolve.references.linking import Meant, meant, placed
from tocsin.resolve.references.making import references_of
from tocsin.resolve.references.meaning import KNOWN, Meaning, chosen, own, told
from tocsin.resolve.references.offices import Told
from tocsin.resolve.references.offices import said as office_said
from tocsin.resolve.references.offices import told as office_told
from tocsin.resolve.references.persons import Person, first_words, persons
from tocsin.resolve.references.phrases import around
from tocsin.resolve.references.report import Report, stands_for_state
from tocsin.resolve.references.words import folded
from tocsin.resolve.spelling import fingerprint

_BY_FIRST_NAME: Final = 0.75
_LONGEST: Final = 60  # characters of a description

__all__ = ["Report", "refer", "stands_for_state"]


def refer(
    report: Report, toponyms: tuple[Toponym, ...], *, version: str
) -> tuple[tuple[Reference, ...], tuple[Link, ...]]:
    """Return the references of a report in the order of their first mentions, and the links to them.

    The links to toponyms are among them. Both are functions of the report and the knowledge alone.
    """
    people = persons(report)
    offices = {id(person): tuple(_offices(person, report)) for person in people}
    meanings: list[Meaning] = []
    held: dict[str, tuple[Told, ...]] = {}
    for person in people:
        meaning = _person(person, offices[id(person)], report)
        meanings.append(meaning)
        held[meaning.key] = (*held.get(meaning.key, ()), *offices[id(person)])
    meanings = _by_first_name(meanings, report)
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
        key=KNOWN + choice.id if choice else _own_key(person, report),
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


def _offices(person: Person, report: Report) -> Iterator[Told]:
    """Yield the offices that a report gives a person, in its roles and right before the name."""
    yield from (office_told(role, report) for role in person.roles)
    said = dict.fromkeys(
        report.said[name.span.start] for name in person.names if name.span.start in report.said
    )
    yield from (office_said(words, report) for words in said)


def _is_any(office: str, report: Report) -> bool:
    """Tell whether words are no office of anybody's own: "colleague"."""
    return office.lower().split()[-1] in report.lexicon.no_office


def _own_key(person: Person, report: Report) -> str:
    """Return the key of a person who is not known: a first name alone tells it in its report only."""
    key = f"{NameType.PERSON.value}:{fingerprint(' '.join(person.full), NameType.PERSON)}"
    if len(person.full) > 1 or not _is_first_name(person, report):
        return key
    return own(key, report.extraction.document.id)


def _by_first_name(meanings: list[Meaning], report: Report) -> list[Meaning]:
    """Return what persons mean, a first name alone as the one known person of the report who bears it."""
    bearers: dict[str, dict[str, str]] = {}
    for meaning in meanings:
        entry = report.entry(meaning.key)
        if entry is not None and " " in entry.name:
            bearers.setdefault(folded(entry.name).split()[0], {})[meaning.key] = entry.name
    return [_borne(one, bearers) if is_own(one.key) else one for one in meanings]


def _borne(meaning: Meaning, bearers: Mapping[str, Mapping[str, str]]) -> Meaning:
    found = bearers.get(folded(meaning.spans[0].text), {})
    if len(found) != 1:
        return meaning
    key, name = next(iter(found.items()))
    why = f"the only one known in the report with the first name “{meaning.spans[0].text}” is {name}"
    return replace(meaning, key=key, score=_BY_FIRST_NAME, why=why)


def _is_first_name(person: Person, report: Report) -> bool:
    """Tell whether a single word is a first name: a common one, or one by which somebody is spoken to."""
    word = person.full[0]
    if person.roles or person.genders:
        return False
    if word in report.lexicon.first:
        return True
    if report.knowledge.surnamed(word):
        return False
    if report.knowledge.index(first_words).blocks(word):
        return True
    tops = (report.syntax.top(name.span.start, name.span.end) for name in person.names)
    return any(top is not None and report.syntax.base(top) == "vocative" for top in tops)


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
