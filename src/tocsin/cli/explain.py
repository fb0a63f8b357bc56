"""``tocsin explain``: why a record is there, and where it comes from."""

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import click

import tocsin
from tocsin import (
    Document,
    Event,
    Explanation,
    Figure,
    Moment,
    Name,
    Reference,
    Role,
    Span,
    Statement,
    Toponym,
)
from tocsin.cli.clean import shortened
from tocsin.cli.explain_across import findings_with, of_found
from tocsin.cli.ids import FOUND, found_in, whole
from tocsin.cli.options import as_of_option, case_option
from tocsin.cli.output import put
from tocsin.cli.reasons import of_entity, reasons
from tocsin.cli.rows import teller, who, words
from tocsin.codec import evidence
from tocsin.text.amounts import amount

LABEL = 12
LABELS = {"speaker": "named at", "figure": "words", "event": "words", "moment": "words"}
WIDTH = 100


@click.command("explain")
@click.argument("id")
@case_option
@as_of_option
def command(id: str, path: Path, as_of: str | None) -> None:  # noqa: A002 - the word for it everywhere else
    """Say why a record is there: rule, scores, evidence, what made it, and from which file."""
    id = whole(id)  # noqa: A001 - as above
    with tocsin.open(path) as every:
        case = every.known_by(as_of) if as_of else every
        if id.startswith("ent-"):
            lines = tuple(of_entity(case.entity(id)))
        elif id.startswith(FOUND):
            lines = tuple(of_found(found_in(case, id, as_of), case))
        else:
            explanation = case.explain(id)
            found = tuple(_findings(explanation, case))
            lines = (*_of_record(explanation), *_standing(explanation), *found, *_of_origin(explanation))
    for label, value in lines:
        put(f"{label:<{LABEL}} {value}")


def _findings(explanation: Explanation, case: tocsin.Case) -> Iterator[tuple[str, str]]:
    """Yield the questions that a statement, a figure or an event answers."""
    if isinstance(explanation.record, Statement | Figure | Event):
        yield from findings_with(explanation.record.id, explanation.document.id, case)


def _of_record(explanation: Explanation) -> Iterator[tuple[str, str]]:
    record, document = explanation.record, explanation.document
    yield "id", record.id
    if isinstance(record, Document):
        yield "kind", f"document, {len(record.text)} characters"
        yield "title", record.title or "none"
        yield "blocks", ", ".join(f"{b.kind} {b.start}-{b.end}" for b in record.blocks) or "none"
        return
    if isinstance(record, Name):
        yield "kind", f"name of a {record.type}"
        yield "score", f"{record.score:.2f}, the model's probability of that type"
        yield "block", str(document.block_at(record.span.start))
    elif isinstance(record, Figure | Event):
        yield from _claim(explanation, record)
    else:
        yield from _rest(record)
    if not isinstance(record, Name):
        yield "score", f"{record.score:.2f}"
    if isinstance(record, Statement | Figure | Event):
        yield "block", str(record.block)
    for part, span in evidence(record):
        yield LABELS.get(part, part), _quoted(span)


def _rest(record: Statement | Moment | Role | Reference | Toponym) -> Iterator[tuple[str, str]]:
    match record:
        case Statement():
            yield "kind", "statement"
            yield "says", shortened(words(record), WIDTH)
            yield "speaker", f"{who(record)} ({record.speaker.how})" if record.speaker else "not resolved"
            yield "why", record.why
            yield "act, mode", f"{record.act}, {record.mode}"
        case Moment():
            yield "kind", f"moment, {record.kind}"
            yield "value", f"{record.value or 'unknown'}, {record.precision or 'precision unknown'}"
            yield "interval", f"{record.first or '…'} to {record.last or '…'}"
            yield "anchor", record.anchor or "none"
            yield "why", record.why
        case Role():
            yield "kind", "role, former" if record.former else "role"
            yield "why", record.why
        case Reference():
            yield "kind", f"reference to a {record.type}"
            yield "country", record.country or "not known"
            yield "sector", str(record.sector) if record.sector else "not known"
            yield "roles", ", ".join(record.roles) or "none"
        case Toponym():
            yield "kind", f"toponym, used as {record.use}"
            yield "precision", f"{record.precision or 'not known'} {record.relation or ''}".rstrip()


def _standing(explanation: Explanation) -> Iterator[tuple[str, str]]:
    """Yield whom and what place the parts of a record stand for; of a reference or a toponym, its own."""
    if isinstance(explanation.record, Reference | Toponym):
        yield from reasons("it", explanation.record)
    parts: dict[str, list[str]] = defaultdict(list)
    to = {standing.to.id: standing.to for standing in explanation.standing}
    for standing in explanation.standing:
        parts[standing.to.id].append(standing.part)
    for id_, names in parts.items():
        yield from reasons(", ".join(names), to[id_])


def _claim(explanation: Explanation, record: Figure | Event) -> Iterator[tuple[str, str]]:
    if isinstance(record, Figure):
        yield "kind", f"figure of {record.measure or 'what is not known'}"
        yield "how many", amount(record)
    else:
        mode = f", {record.mode}" if record.mode else ""
        yield "kind", f"event, {record.type}{mode}"
        yield "modality", str(record.modality)
        yield "contexts", ", ".join(record.contexts) or "none"
        if record.statement:
            yield "act of", record.statement
    statement = explanation.said_in
    yield "told by", f"{teller(statement, explanation.document)} {statement.id if statement else ''}".rstrip()
    yield "why", record.why


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
