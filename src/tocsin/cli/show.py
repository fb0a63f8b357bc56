"""``tocsin show``: a record with its words in the report."""

from collections.abc import Sequence
from pathlib import Path

import click

import tocsin
from tocsin import (
    Document,
    Entity,
    Event,
    Figure,
    Moment,
    Name,
    Reference,
    Role,
    Shown,
    Span,
    Statement,
    Toponym,
    When,
)
from tocsin.cli.options import case_option
from tocsin.cli.output import put, put_object
from tocsin.cli.passage import marked
from tocsin.cli.reasons import of_entity
from tocsin.cli.rows import short_id, teller, who
from tocsin.codec import Record, entity_id, evidence
from tocsin.text.amounts import amount


@click.command("show")
@click.argument("id")
@case_option
@click.option(
    "-o",
    "--output",
    "form",
    type=click.Choice(("text", "json")),
    default="text",
    help="Text, or the record as JSON.",
)
def command(id: str, path: Path, form: str) -> None:  # noqa: A002 - the word for it everywhere else
    """Show a record with its words in the report. The beginning of an id will do."""
    with tocsin.open(path) as case:
        if id.startswith("ent-"):
            _put_entity(case.entity(id), form)
            return
        shown = case.show(id)
    if form == "json":
        put_object(tocsin.to_json(shown.record))
        return
    record, document = shown.record, shown.document
    put(f"{record.id}")
    for line in _summary(shown):
        put(line)
    _put_head(document)
    if isinstance(record, Document):
        put(f"\n{document.text}")
        return
    main = _main(record)
    others = tuple(span for _, span in evidence(record) if span not in main)
    put(f"\n{marked(document.text, main, also=others)}")


def _put_entity(entity: Entity, form: str) -> None:
    if form == "json":
        put_object(tocsin.to_json(entity))
        return
    for label, value in of_entity(entity):
        put(f"{label:<12} {value}")


def _summary(shown: Shown) -> tuple[str, ...]:
    """Return what a record says, in a line or two; nothing for a document, whose head says it."""
    told = teller(shown.said_in, shown.document)
    told = f"{told} · {short_id(shown.said_in.id)}" if shown.said_in else told
    match shown.record:
        case Document():
            return ()
        case Figure() | Event() as record:
            return _claim(record), f"according to {told}"
        case Statement() as record:
            return (f"{who(record)} · {record.act} · {record.mode} · {record.block}",)
        case Name() as record:
            return (f"{record.span.text} · {record.type}",)
        case Reference() as record:
            return _reference(record)
        case Toponym() as record:
            return _toponym(record)
        case Moment() as record:
            ends = _ends(record.first, record.last)
            value = record.value if record.value != ends else None
            return (_joined(record.span, record.kind, value, ends),)
        case Role() as record:
            former = "former" if record.former else None
            return (_joined(record.person, former, record.role, record.body),)


def _reference(record: Reference) -> tuple[str, ...]:
    entity = f"{short_id(entity_id(record.key))} · {record.key}"
    return _joined(record.name, record.type, record.country, record.sector, *record.roles), entity


def _toponym(record: Toponym) -> tuple[str, ...]:
    where = record.place or record.within
    if where is None:
        return (_joined(record.phrase, record.use, "place unknown"),)
    name = _joined(where.name, where.region, where.country, where.id)
    if record.place is None:
        return (_joined(record.phrase, record.use), f"somewhere in {name}")
    at = f"{where.latitude:.3f}, {where.longitude:.3f}"
    return (_joined(record.phrase, record.use, record.relation, record.precision), f"{name} · {at}")


def _claim(record: Figure | Event) -> str:
    if isinstance(record, Figure):
        how_many = amount(record)
        return _joined(how_many, record.measure, record.holder, record.place, _time(record.period))
    type_ = f"{record.type} {record.mode}" if record.mode else record.type
    parties = " → ".join(span.text for span in (record.actor, record.recipient) if span)
    return _joined(type_, record.modality, parties, record.place, _time(record.date))


def _main(record: Record) -> Sequence[Span]:
    """Return the words that a record is of; the others are what belongs to them."""
    if isinstance(record, Statement):
        return record.contents
    return [span for _, span in evidence(record)][:1]


def _joined(*parts: Span | str | None) -> str:
    texts = (part.text if isinstance(part, Span) else part for part in parts)
    return " · ".join(text for text in texts if text)


def _time(when: When | None) -> str | None:
    return f"{when.span.text} ({_ends(when.first, when.last)})" if when else None


def _ends(first: str | None, last: str | None) -> str:
    if first == last:
        return first or "day unknown"
    return f"{first or '…'} to {last or '…'}"


def _put_head(document: Document) -> None:
    when = document.published.when if document.published else "time of publication unknown"
    put(" · ".join(part for part in (document.outlet, when, document.title) if part))
    put(document.url or document.origin or "")
