"""Figures in the tables."""

import msgspec

from tocsin.record import BlockKind, Bound, Change, Figure, Modality
from tocsin.store.parts.interval import Interval, interval_of, when_of
from tocsin.store.parts.part import Part, Stored


class Facts(msgspec.Struct, omit_defaults=True):
    """What is known of a figure beside its words, its measure and its score."""

    bound: Bound
    block: BlockKind
    why: str
    low: float | None = None
    best: float | None = None
    high: float | None = None
    unit: str | None = None
    period: Interval | None = None
    change: Change | None = None
    said_in: str | None = None
    is_change: bool = False
    modality: Modality | None = None


_encode = msgspec.json.Encoder().encode
_decode = msgspec.json.Decoder(Facts).decode


def _facts(figure: Figure) -> str:
    facts = Facts(
        bound=figure.bound,
        block=figure.block,
        why=figure.why,
        low=figure.low,
        best=figure.best,
        high=figure.high,
        unit=figure.unit,
        period=interval_of(figure.period),
        change=figure.change,
        said_in=figure.said_in,
        is_change=figure.is_change,
        modality=figure.modality,
    )
    return _encode(facts).decode()


def _figure(stored: Stored) -> Figure:
    facts = _decode(stored.facts)
    return Figure(
        id=stored.id,
        document=stored.document,
        span=stored.one("figure"),
        low=facts.low,
        best=facts.best,
        high=facts.high,
        bound=facts.bound,
        unit=facts.unit,
        measure=stored.type or None,
        measured=stored.maybe("measured"),
        holder=stored.maybe("holder"),
        side=stored.maybe("side"),
        place=stored.maybe("place"),
        period=when_of(facts.period, stored.maybe("period")),
        change=facts.change,
        said_in=facts.said_in,
        block=facts.block,
        why=facts.why,
        score=stored.score,
        is_change=facts.is_change,
        modality=facts.modality,
    )


FIGURES: Part[Figure] = Part(
    kind="figure",
    of=lambda extraction: extraction.figures,
    type=lambda figure: figure.measure or "",
    facts=_facts,
    make=_figure,
)
