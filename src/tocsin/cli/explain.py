"""``tocsin explain``: why a record is there, and where it comes from."""

from collections.abc import Iterator
from pathlib import Path

import click

import tocsin
from tocsin import Document, Explanation, Name, Span, Statement
from tocsin.cli.clean import shortened
from tocsin.cli.options import case_option
from tocsin.cli.output import put
from tocsin.cli.rows import who, words

LABEL = 12
WIDTH = 100


@click.command("explain")
@click.argument("id")
@case_option
def command(id: str, path: Path) -> None:  # noqa: A002 - the word for it everywhere else
    """Say why a record is there: rule, scores, evidence, what made it, and from which file."""
    with tocsin.open(path) as case:
        explanation = case.explain(id)
    for label, value in (*_of_record(explanation), *_of_origin(explanation)):
        put(f"{label:<{LABEL}} {value}")


def _of_record(explanation: Explanation) -> Iterator[tuple[str, str]]:
    record, document = explanation.record, explanation.document
    yield "id", record.id
    match record:
        case Document():
            yield "kind", f"document, {len(record.text)} characters"
            yield "title", record.title or "none"
            yield "blocks", ", ".join(f"{b.kind} {b.start}-{b.end}" for b in record.blocks) or "none"
        case Statement():
            yield "kind", "statement"
            yield "says", shortened(words(record), WIDTH)
            yield "speaker", f"{who(record)} ({record.speaker.how})" if record.speaker else "not resolved"
            yield "why", record.why
            yield "act, mode", f"{record.act}, {record.mode}"
            yield "score", f"{record.score:.2f}"
            yield "block", str(record.block)
            yield from _evidence(record)
        case Name():
            yield "kind", f"name of a {record.type}"
            yield "score", f"{record.score:.2f}, the model's probability of that type"
            yield "block", str(document.block_at(record.span.start))
            yield "name", _quoted(record.span)


def _evidence(record: Statement) -> Iterator[tuple[str, str]]:
    if record.source:
        yield "source", _quoted(record.source)
    if record.cue:
        yield "cue", _quoted(record.cue)
    for content in record.contents:
        yield "content", _quoted(content)
    if record.speaker:
        yield "named at", _quoted(record.speaker.span)
    for via in record.via:
        yield "via", _quoted(via.span)


def _quoted(span: Span) -> str:
    return f"{span.start}-{span.end} “{shortened(span.text, WIDTH)}”"


def _of_origin(explanation: Explanation) -> Iterator[tuple[str, str]]:
    document, provenance = explanation.document, explanation.provenance
    published = document.published
    yield "document", f"{document.id} {document.title or ''}".rstrip()
    yield "published", f"{published.when} (found in: {published.found_in})" if published else "unknown"
    yield "made by", provenance.made_by
    yield "run", f"{provenance.run}, recorded {provenance.recorded}"
    for source in provenance.sources:
        yield "origin", f"{source.origin}, sha256 {source.sha256}"
