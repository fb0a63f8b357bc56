"""A finding on the screen: who answers the question how, with the exact words, and how the answers stand."""

import re
from collections.abc import Iterator

import click

import tocsin
from tocsin import Document, Finding, Member, Origin, Stance, StepKind
from tocsin.cli.answers import (
    COLOURS,
    content,
    counts,
    day,
    giver,
    origin_words,
    quoted,
    rival_words,
)
from tocsin.cli.clean import one_line
from tocsin.cli.copies import report_words
from tocsin.cli.findings import finding_of, with_records
from tocsin.cli.output import put, put_styled
from tocsin.cli.passage import marked
from tocsin.cli.rows import short_id
from tocsin.cli.wrapping import room, styled_lines, wrapped
from tocsin.codec import Record, Records, words_of

AROUND = 100  # characters on both sides of the words
_INDENT = 4
_PARAGRAPH = re.compile(r"\n\s*\n")


def put_finding(finding: Finding, case: tocsin.Case) -> None:
    """Write a finding: question, status, answers by origin with their words, history, answers, rivals."""
    ((_, records),) = with_records((finding,), case)
    put(finding.id)
    put_styled(click.style(one_line(finding.question.words), bold=True))
    put_styled(_standing(finding))
    for origin in finding.origins:
        put()
        for line in _of_origin(origin, finding, records, case):
            put_styled(line)
    for heading, lines in (
        ("history", _history(finding)),
        ("answers", _answers(finding, records)),
        ("otherwise explained", (rival_words(each, finding, finding_of(case)) for each in finding.rivals)),
    ):
        _put_part(heading, tuple(lines))


def _standing(finding: Finding) -> str:
    status = click.style(finding.status, fg=COLOURS[finding.status], bold=True)
    also = f" (also {', '.join(finding.statuses[1:])})" if finding.statuses[1:] else ""
    opened = f" · open since {day(finding.open_since)}" if finding.open_since else ""
    return f"{status}{also}{opened} · {counts(finding)} · known {period(finding.first, finding.last)}"


def period(first: str | None, last: str | None) -> str:
    """Return a day, or the first and the last.

    >>> period("2021-04-12", "2021-04-12T23:59:59Z"), period("2021-01-01", "2021-04-13"), period(None, None)
    ('2021-04-12', '2021-01-01 to 2021-04-13', '… to …')
    """
    if first and day(first) == day(last):
        return day(first)
    return f"{day(first)} to {day(last)}"


def _of_origin(origin: Origin, finding: Finding, records: Records, case: tocsin.Case) -> Iterator[str]:
    yield click.style(origin_words(origin), bold=True)
    if origin.why:
        lead = "counted as one" if len(origin.members) > 1 else "because"
        yield from (f"  {line}" for line in wrapped(f"{lead}: {'; '.join(origin.why)}", room() - 2, most=4))
    members = {member.record: member for member in finding.members}
    for record in origin.members:
        member = members[record]
        document = case.document(member.document)
        head = _head(finding, member, document, records)
        yield from (f"  {line}" for line in wrapped(head, room() - 2, most=2))
        if record in records:
            yield from words_lines(records[record], document)


def _head(finding: Finding, member: Member, document: Document, records: Records) -> str:
    said = content(finding, member, records) if member.value else ""
    denies = "denies it" if member.stance is Stance.DENIES else ""
    holds = f"holds for {period(member.first, member.last)}" if member.first or member.last else ""
    parts = (said, denies, holds, report_words(document), short_id(member.record))
    return " · ".join(part for part in parts if part)


def words_lines(record: Record, document: Document) -> Iterator[str]:
    """Yield the passage in which a record's words stand, these marked, and where exactly they stand."""
    spans = words_of(record)
    passage = _PARAGRAPH.sub(" ¶ ", marked(document.text, spans, around=AROUND))
    yield from (f"{'':{_INDENT}}{line}" for line in styled_lines(passage, room() - _INDENT))
    places = ", ".join(f"{span.start}-{span.end}" for span in spans)
    yield f"{'':{_INDENT}}{short_id(document.id)}, characters {places}"


def _history(finding: Finding) -> Iterator[str]:
    names = {origin.key: origin.name for origin in finding.origins}
    for step in finding.history:
        if step.kind is StepKind.REVISED:
            which = f"{short_id(step.before)} → {short_id(step.after)}"
            yield f"{day(step.at)} {names.get(step.origin, step.origin)} revised it: {step.why} · {which}"
    repeated = sum(step.kind is StepKind.REPEATED for step in finding.history)
    if repeated:
        yield f"said again {repeated} times by the same origin" if repeated > 1 else "said again once"


def _answers(finding: Finding, records: Records) -> Iterator[str]:
    for answer in finding.answers:
        record = records.get(answer.by)
        by = giver(record)
        head = f"{answer.kind} {day(answer.at)}{f' by {by}' if by else ''}"
        yield f"{head}: {quoted(record)} · {short_id(answer.by)} · {answer.why}"


def _put_part(heading: str, lines: tuple[str, ...]) -> None:
    if not lines:
        return
    put()
    put_styled(click.style(heading, bold=True))
    for line in lines:
        for part in wrapped(line, room() - 2, most=4):
            put(f"  {part}")
