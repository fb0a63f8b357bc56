"""Figures in JSON."""

import msgspec

from tocsin.codec.kinds import Json, Kind
from tocsin.codec.spans import (
    Quotes,
    SpanJson,
    WhenJson,
    main_span,
    maybe_span_json,
    maybe_span_of,
    quotes_json,
    when_json,
    when_of,
)
from tocsin.record import BlockKind, Bound, Change, Figure, Modality


class FigureJson(msgspec.Struct):
    """A figure in JSON."""

    id: str
    document: str
    evidence: Quotes
    low: float | None
    best: float | None
    high: float | None
    bound: Bound
    unit: str | None
    measure: str | None
    measured: SpanJson | None
    holder: SpanJson | None
    side: SpanJson | None
    place: SpanJson | None
    period: WhenJson | None
    change: Change | None
    said_in: str | None
    block: BlockKind
    why: str
    score: float
    is_change: bool = False
    modality: Modality | None = None


def _number(value: float | None) -> float | None:
    """Return whole numbers without a point: 80000, not 80000.0."""
    return int(value) if value is not None and value.is_integer() else value


def _body(figure: Figure) -> Json:
    return {
        "evidence": quotes_json(figure.spans),
        "low": _number(figure.low),
        "best": _number(figure.best),
        "high": _number(figure.high),
        "bound": figure.bound.value,
        "unit": figure.unit,
        "measure": figure.measure,
        "measured": maybe_span_json(figure.measured),
        "holder": maybe_span_json(figure.holder),
        "side": maybe_span_json(figure.side),
        "place": maybe_span_json(figure.place),
        "period": when_json(figure.period),
        "change": figure.change.value if figure.change else None,
        "is_change": figure.is_change,
        "modality": figure.modality.value if figure.modality else None,
        "said_in": figure.said_in,
        "block": figure.block.value,
        "why": figure.why,
    }


def _figure(data: FigureJson) -> Figure:
    return Figure(
        id=data.id,
        document=data.document,
        span=main_span(data.evidence),
        low=data.low,
        best=data.best,
        high=data.high,
        bound=data.bound,
        unit=data.unit,
        measure=data.measure,
        measured=maybe_span_of(data.measured),
        holder=maybe_span_of(data.holder),
        side=maybe_span_of(data.side),
        place=maybe_span_of(data.place),
        period=when_of(data.period),
        change=data.change,
        said_in=data.said_in,
        block=data.block,
        why=data.why,
        score=data.score,
        is_change=data.is_change,
        modality=data.modality,
    )


FIGURE: Kind[Figure] = Kind(
    name="figure",
    plural="figures",
    record=Figure,
    of=lambda extraction: extraction.figures,
    body=_body,
    shape=FigureJson,
    make=_figure,
)
