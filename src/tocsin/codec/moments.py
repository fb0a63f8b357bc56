"""Moments in JSON."""

import msgspec

from tocsin.codec.kinds import Json, Kind
from tocsin.codec.spans import span_json
from tocsin.record import Moment, Span, TimeKind, TimePrecision


class MomentJson(msgspec.Struct):
    """A moment in JSON."""

    id: str
    document: str
    start: int
    end: int
    text: str
    type: TimeKind  # as TIMEX3 calls it; "kind" tells records apart in exports
    value: str | None
    timex: str | None
    first: str | None = msgspec.field(name="from")
    last: str | None = msgspec.field(name="to")
    precision: TimePrecision | None
    anchor: str | None
    why: str
    score: float


def _body(moment: Moment) -> Json:
    return {
        **span_json(moment.span),
        "type": moment.kind.value,
        "value": moment.value,
        "timex": moment.timex,
        "from": moment.first,
        "to": moment.last,
        "precision": moment.precision.value if moment.precision else None,
        "anchor": moment.anchor,
        "why": moment.why,
    }


def _moment(data: MomentJson) -> Moment:
    return Moment(
        id=data.id,
        document=data.document,
        span=Span(start=data.start, end=data.end, text=data.text),
        kind=data.type,
        value=data.value,
        timex=data.timex,
        first=data.first,
        last=data.last,
        precision=data.precision,
        anchor=data.anchor,
        why=data.why,
        score=data.score,
    )


MOMENT: Kind[Moment] = Kind(
    name="moment",
    plural="moments",
    record=Moment,
    of=lambda extraction: extraction.moments,
    body=_body,
    shape=MomentJson,
    make=_moment,
)
