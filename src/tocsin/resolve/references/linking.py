"""Links: which part of which record stands for whom, as keys; later for which reference."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from tocsin.record import Event, Figure, NameType, Resolution, Span, Statement, Toponym
from tocsin.resolve.references.following import Follower
from tocsin.resolve.references.meaning import Meaning
from tocsin.resolve.references.report import Report

_AND: Final = re.compile(r"\band\b")
_JOINT: Final = re.compile(r",|\band\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Meant:
    """That a part of a record means somebody."""

    record: str
    part: str
    meaning: Meaning


def meant(report: Report, named: Mapping[int, Meaning], follower: Follower) -> Iterator[Meant]:
    """Yield who is meant by every part of every record that tells it plainly."""
    extraction = report.extraction
    for name in extraction.names:
        if meaning := named.get(name.span.start):
            yield Meant(record=name.id, part="name", meaning=meaning)
    for record, part, span in _parts(report):
        for one in _conjuncts(span, report):
            if meaning := _of_part(one, part, report, named, follower):
                yield Meant(record=record, part=part, meaning=meaning)
    for role in extraction.roles:
        if meaning := named.get(role.person.start):
            yield Meant(record=role.id, part="person", meaning=meaning)
        if role.body and (body := _body(role.body, report, named, follower)):
            yield Meant(record=role.id, part="body", meaning=body)


def _parts(report: Report) -> Iterator[tuple[str, str, Span]]:
    """Yield the parts of statements, figures and events that somebody may be meant by."""
    for statement in report.extraction.statements:
        for part, span in _of_statement(statement):
            yield statement.id, part, span
    for figure in report.extraction.figures:
        for part, span in _of_figure(figure):
            yield figure.id, part, span
    for event in report.extraction.events:
        for part, span in _of_event(event):
            yield event.id, part, span


def _of_statement(statement: Statement) -> Iterator[tuple[str, Span]]:
    if statement.speaker and statement.speaker.how is Resolution.PRONOUN:
        yield "source", statement.speaker.span  # whom the pronoun means is said once, by extraction
    elif statement.source:
        yield "source", statement.source
    if statement.speaker:
        yield "speaker", statement.speaker.span
        if statement.speaker.affiliation:
            yield "affiliation", statement.speaker.affiliation
    for via in statement.via:
        yield "via", via.span


def _of_figure(figure: Figure) -> Iterator[tuple[str, Span]]:
    if figure.holder:
        yield "holder", figure.holder
    if figure.side:
        yield "side", figure.side


def _of_event(event: Event) -> Iterator[tuple[str, Span]]:
    if event.actor:
        yield "actor", event.actor
    if event.recipient:
        yield "recipient", event.recipient


def _conjuncts(span: Span, report: Report) -> Iterator[Span]:
    """Yield the parts of a phrase that "and" joins, each by itself: several may be meant."""
    syntax = report.syntax
    top = syntax.top(span.start, span.end)
    joined = syntax.children(top, "conj") if top is not None else ()
    start = span.start
    for number in joined:
        if syntax.words[number].start >= span.end:
            break
        cuts = [n for n in syntax.children(number, "cc", "punct") if n < number]
        if not cuts or syntax.words[cuts[0]].start <= start:
            return
        text = report.text[start : syntax.words[cuts[0]].start].rstrip(" ,")
        if text:
            yield report.span(start, start + len(text))
        start = syntax.words[cuts[-1]].end
        start += len(report.text[start : span.end]) - len(report.text[start : span.end].lstrip())
    if start < span.end:
        yield span if start == span.start else report.span(start, span.end)


def _of_part(
    span: Span, part: str, report: Report, named: Mapping[int, Meaning], follower: Follower
) -> Meaning | None:
    """Return who is meant by a part; a nationality before a noun means whom both mean together."""
    names = report.within(span.start, span.end)
    alone = names[0] if len(names) == 1 and names[0].span == span else None
    if alone is None or alone.type is not NameType.NATIONALITY:
        return follower.meant(span)
    top = report.syntax.top(span.start, span.end)
    head = report.syntax.head(top) if top is not None else -1
    if head >= 0 and report.syntax.base(top or 0) in ("amod", "compound"):
        whole = follower.descriptions.meant(span.start, report.syntax.words[head].end)
        if whole is not None:
            return whole
    return named.get(span.start) if part in ("holder", "side", "affiliation") else None


def _body(span: Span, report: Report, named: Mapping[int, Meaning], follower: Follower) -> Meaning | None:
    """Return the body of a role: a nationality says whose it is."""
    found = named.get(span.start)
    names = report.within(span.start, span.end)
    if found and len(names) == 1 and names[0].span == span:
        return found
    return follower.meant(span)


def placed(report: Report, toponyms: tuple[Toponym, ...]) -> Iterator[tuple[str, str, str]]:
    """Yield (record, part, toponym) of every name and every place of a figure or event that is a toponym.

    Of places that "and" joins each has its own: "in Eastmark and near Westmark" lies at both.
    """
    by_start = {toponym.span.start: toponym for toponym in toponyms}
    for name in report.extraction.names:
        if toponym := by_start.get(name.span.start):
            yield name.id, "place", toponym.id
    records = [(figure.id, figure.place) for figure in report.extraction.figures]
    records += [(event.id, event.place) for event in report.extraction.events]
    for record, span in records:
        if span:
            for toponym in _joined(span, toponyms):
                yield record, "place", toponym.id


def _joined(span: Span, toponyms: tuple[Toponym, ...]) -> Iterator[Toponym]:
    """Yield the first toponym of each place that a phrase joins by "and", of all else its first alone."""
    inside = [t for t in toponyms if span.start <= t.span.start and t.span.end <= span.end]
    ends = (
        [span.start + match.end() for match in _JOINT.finditer(span.text)] if _AND.search(span.text) else []
    )
    starts, stops = [span.start, *ends], [*ends, span.end]
    for start, stop in zip(starts, stops, strict=True):
        first = next((t for t in inside if start <= t.span.start < stop), None)
        if first is not None:
            yield first
