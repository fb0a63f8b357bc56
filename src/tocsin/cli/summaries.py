"""What a record says, in a line or two."""

from tocsin import (
    Document,
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
from tocsin.cli.rows import short_id, teller, who
from tocsin.codec import entity_id
from tocsin.text.amounts import amount


def summary(shown: Shown) -> tuple[str, ...]:
    """Return what a record says, in a line or two; nothing for a document, whose head says it."""
    told = teller(shown.said_in, shown.document)
    told = f"{told} · {short_id(shown.said_in.id)}" if shown.said_in else told
    match shown.record:
        case Document():
            return ()
        case Figure() | Event() as record:
            return _claim(record), f"according to {told}"
        case Reference() as record:
            return _reference(record)
        case Toponym() as record:
            return _toponym(record)
        case _ as record:
            return (_line(record),)


def _line(record: Statement | Name | Moment | Role) -> str:
    match record:
        case Statement():
            return f"{who(record)} · {record.act} · {record.mode} · {record.block}"
        case Name():
            return f"{record.span.text} · {record.type}"
        case Moment():
            ends = _ends(record.first, record.last)
            return _joined(record.span, record.kind, record.value if record.value != ends else None, ends)
        case Role():
            former = "former" if record.former else None
            return _joined(record.person, former, record.role, record.body)


def _reference(record: Reference) -> tuple[str, ...]:
    entity = f"{short_id(entity_id(record.key))} · {record.key}"
    return _joined(record.name, record.type, record.country, record.sector, *record.roles), entity


def _toponym(record: Toponym) -> tuple[str, ...]:
    where = record.place or record.within
    if where is None:
        return (_joined(record.phrase, record.use, "place unknown"), record.why)
    name = _joined(where.name, where.region, where.country, where.id)
    if record.place is None:
        return _joined(record.phrase, record.use), f"somewhere in {name}", record.why
    if record.box:
        south, west, north, east = record.box
        at = f"between {south:.3f}, {west:.3f} and {north:.3f}, {east:.3f}"
    else:
        at = f"{where.latitude:.3f}, {where.longitude:.3f}"
    return (_joined(record.phrase, record.use, record.relation, record.precision), f"{name} · {at}")


def _claim(record: Figure | Event) -> str:
    if isinstance(record, Figure):
        how_many = amount(record)
        return _joined(how_many, record.measure, record.holder, record.place, _time(record.period))
    type_ = f"{record.type} {record.mode}" if record.mode else record.type
    parties = " → ".join(span.text for span in (record.actor, record.recipient) if span)
    return _joined(type_, record.modality, parties, record.place, _time(record.date))


def _joined(*parts: Span | str | None) -> str:
    texts = (part.text if isinstance(part, Span) else part for part in parts)
    return " · ".join(text for text in texts if text)


def _time(when: When | None) -> str | None:
    return f"{when.span.text} ({_ends(when.first, when.last)})" if when else None


def _ends(first: str | None, last: str | None) -> str:
    if first == last:
        return first or "day unknown"
    return f"{first or '…'} to {last or '…'}"
