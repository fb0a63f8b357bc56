"""What is found across reports as CSV: a row for a member, for a report of a story, for a passage.

The columns are a contract, as those of the tables of records: added at the end, never renamed.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence

from tocsin.codec.findings import Records, whole, words_of
from tocsin.codec.records import kind_of
from tocsin.export.guard import guarded
from tocsin.export.rows import Cell, Report
from tocsin.export.separated import written
from tocsin.record import Document, Span
from tocsin.record.copy import Copy
from tocsin.record.diff import Change
from tocsin.record.finding import Finding, Member, Origin
from tocsin.record.story import Membership, Story

Fetch = Callable[[str], Document]  # a document by its id

_REPORT = ("document_outlet", "document_title", "document_published", "document_url")
FINDINGS = (
    *("finding", "kind", "question", "status", "statuses"),
    *("documents", "outlets", "families", "origins", "untold", "first", "last", "open_since"),
    *("record", "record_kind", "document", "stance", "origin", "origin_name", "origin_kind", "origin_told"),
    *("known", "from", "to", "low", "best", "high", "bound", "start", "end", "quote", "why", "score"),
    *_REPORT,
)
STORIES = (
    *("story", "title", "documents", "first", "last", "cohesion"),
    *("document", "central", "score", "nearest", "ties", "why"),
    *_REPORT,
)
COPIES = (
    *("copy", "kind", "direction", "source", "left", "right", "left_share", "right_share"),
    *("shared", "closeness", "same", "words", "speaker"),
    *("left_start", "left_end", "left_quote", "right_start", "right_end", "right_quote"),
    *("reasons", "why", "score"),
    *("left_outlet", "left_published", "right_outlet", "right_published"),
)
CHANGES = (
    *("kind", "at", "words", "before", "after", "finding", "story", "copy", "records", "documents", "why"),
)


def findings_csv(findings: Iterable[tuple[Finding, Records]], *, document: Fetch) -> Iterator[str]:
    """Yield findings as lines of CSV, heading first, a row for each member.

    >>> next(findings_csv((), document=lambda _: None)).split(",")[:4]
    ['finding', 'kind', 'question', 'status']
    """
    yield written(FINDINGS)
    for finding, records in findings:
        origins = {origin.key: origin for origin in finding.origins}
        head = _of_finding(finding)
        for member in finding.members:
            row = (*head, *_of_member(member, origins[member.origin], records))
            yield _line((*row, *_of_report(document(member.document))))


def stories_csv(stories: Iterable[tuple[Story, Sequence[Membership]]], *, document: Fetch) -> Iterator[str]:
    """Yield stories as lines of CSV, heading first, a row for each report."""
    yield written(STORIES)
    for story, memberships in stories:
        head = (story.id, story.title, len(story.documents), story.first, story.last, story.cohesion)
        for each in memberships:
            ties = " | ".join(f"{tie.kind}: {tie.words}" for tie in each.ties)
            central = "yes" if each.document == story.central else "no"
            row = (each.document, central, each.score, each.nearest, ties, each.why)
            yield _line((*head, *row, *_of_report(document(each.document))))


def copies_csv(copies: Iterable[Copy], *, document: Fetch) -> Iterator[str]:
    """Yield copies as lines of CSV, heading first, a row for each passage."""
    yield written(COPIES)
    for copy in copies:
        ids = (copy.id, copy.kind, copy.direction, copy.source, copy.left, copy.right)
        left, right = Report.of(document(copy.left)), Report.of(document(copy.right))
        reasons = " | ".join(f"{each.part} {each.value:+.2f}: {each.why}" for each in copy.reasons)
        for each in copy.passages:
            count = (each.shared, each.closeness, each.same, each.words, each.speaker)
            spans = (*_spot(each.left), *_spot(each.right))
            reports = (left.outlet, left.published, right.outlet, right.published)
            shares = (copy.left_share, copy.right_share)
            yield _line((*ids, *shares, *count, *spans, reasons, copy.why, copy.score, *reports))


def changes_csv(changes: Iterable[Change]) -> Iterator[str]:
    """Yield changes as lines of CSV, heading first; several ids are parted by spaces."""
    yield written(CHANGES)
    for each in changes:
        said = (each.kind, each.at, each.words, each.before, each.after)
        ids = (each.finding, each.story, each.copy, " ".join(each.records), " ".join(each.documents))
        yield _line((*said, *ids, each.why))


def _of_finding(finding: Finding) -> tuple[Cell, ...]:
    question = (finding.id, finding.question.kind, finding.question.words)
    status = (finding.status, " ".join(finding.statuses))
    counts = (finding.documents, finding.outlets, finding.families, finding.independent, finding.untold)
    return (*question, *status, *counts, finding.first, finding.last, finding.open_since)


def _of_member(member: Member, origin: Origin, records: Records) -> tuple[Cell, ...]:
    record, value = records.get(member.record), member.value
    ids = (member.record, kind_of(record) if record else None, member.document, member.stance)
    whose = (origin.key, origin.name, origin.kind, "yes" if origin.told else "no")
    amount = (whole(value.low), whole(value.best), whole(value.high), value.bound) if value else (None,) * 4
    words = _spot(next(iter(words_of(record)), None) if record else None)
    times = (member.known, member.first, member.last)
    return (*ids, *whose, *times, *amount, *words, member.why, member.score)


def _of_report(document: Document) -> tuple[Cell, ...]:
    report = Report.of(document)
    return report.outlet, report.title, report.published, report.url


def _spot(span: Span | None) -> tuple[Cell, ...]:
    return (span.start, span.end, span.text) if span else (None, None, None)


def _line(cells: Iterable[Cell]) -> str:
    return written([_cell(cell) for cell in cells])


def _cell(cell: Cell) -> str:
    match cell:
        case None:
            return ""
        case str():
            return guarded(cell)
        case float():
            return str(round(cell, 4))
        case int():
            return str(cell)
