"""A figure of the record from a quantity and its sentence; None where it does not matter to the record."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Self

from tocsin.extract.figures.changes import adds, change_of
from tocsin.extract.figures.echoes import echo_of
from tocsin.extract.figures.holders import Held, held
from tocsin.extract.figures.measures import Measured, measure_of
from tocsin.extract.figures.modality import modality_of, to_come
from tocsin.extract.figures.numerals import Written
from tocsin.extract.figures.quantities import Kind, Quantity
from tocsin.extract.figures.scene import Sentence
from tocsin.extract.figures.settings import period_of, place_of
from tocsin.ontology.quantities import quantities
from tocsin.record import Bound, Document, Figure, Span, Statement, content_id
from tocsin.record.moment import Moment

_NONE: Final = frozenset((Kind.AGE, Kind.SCORE, Kind.TIME))


@dataclass(frozen=True, slots=True)
class Making:
    """What all figures of a report share: the document, whose words stand where, the day of publication."""

    document: Document
    contents: tuple[tuple[int, int, str], ...]  # start, end, statement; the narrowest first
    published: str | None
    language: str
    version: str

    @classmethod
    def of(cls, document: Document, statements: Sequence[Statement], *, language: str, version: str) -> Self:
        """Return what the figures of a report share."""
        contents = sorted(
            ((span.start, span.end, statement.id) for statement in statements for span in statement.contents),
            key=lambda content: (content[1] - content[0], content),
        )
        day = document.published.day.isoformat() if document.published else None
        return cls(document, tuple(contents), day, language, version)

    def said_in(self, span: Span) -> tuple[str | None, tuple[int, int] | None]:
        """Return the innermost statement whose content holds a span, and where that content stands.

        None, None where the narrator speaks.
        """
        holding = next((c for c in self.contents if c[0] <= span.start and span.end <= c[1]), None)
        return (holding[2], holding[:2]) if holding is not None else (None, None)


def figure_of(
    making: Making,
    sentence: Sentence,
    quantity: Quantity,
    moments: Sequence[Moment],
    read: Sequence[Quantity] = (),
    earlier: Sequence[Figure] = (),
) -> Figure | None:
    """Return the figure that a quantity is; None for ages, scores, durations and vague words of no measure.

    ``read`` are all quantities of the sentence, ``earlier`` the report's figures before it, in order.
    """
    measured = measure_of(sentence, quantity)
    echo = echo_of(sentence, quantity, measured, earlier)
    measured = echo.measured if echo is not None else measured
    if not _matters(sentence, quantity, measured):
        return None
    span = sentence.span(quantity.first, quantity.last)
    low, best, high = limits(quantity)
    before = [other for other in read if other.first < quantity.first]
    owner = held(sentence, quantity, measured, before)
    if echo is not None and owner.holder is None:
        owner = Held(echo.holder, owner.side, echo.how)
    said, content = making.said_in(span)
    harmed = measured.code in quantities().harm and echo is None
    place = place_of(sentence, quantity, harmed=harmed)
    period = period_of(sentence, quantity, moments, content, making.published, harmed=harmed)
    change = change_of(sentence, quantity, read)
    told = modality_of(sentence, quantity, language=making.language)
    told = told or to_come(period[0] if period else None, making.published)
    reasons = [f"measure by {measured.how}"]
    reasons += [f"holder by {owner.how}"] if owner.holder is not None else ["no holder in the sentence"]
    reasons += [f"place by {place[1]}"] if place else []
    reasons += [f"period by {period[1]}"] if period else []
    reasons += [f"{told.modality.value} by {told.why}"] if told else []
    return Figure(
        id=content_id("fig", making.document.id, "figure", f"{span.start}:{span.end}", making.version),
        document=making.document.id,
        span=span,
        low=low,
        best=best,
        high=high,
        bound=bound_of(quantity),
        unit=measured.unit,
        measure=measured.code,
        measured=measured.span,
        holder=owner.holder,
        side=owner.side,
        place=place[0] if place else None,
        period=period[0] if period else None,
        change=change,
        said_in=said,
        block=making.document.block_at(span.start),
        why="; ".join(reasons),
        score=_score(quantity, measured),
        is_change=change is not None and adds(quantity),
        modality=told.modality if told else None,
    )


def bound_of(quantity: Quantity) -> Bound:
    """Return how a quantity is limited: its words' bound, else vague, range or exact."""
    if quantity.vague:
        return Bound.VAGUE
    if quantity.low != quantity.high and not quantity.moved:
        return Bound.RANGE
    return quantity.bound or Bound.EXACT


def limits(quantity: Quantity) -> tuple[float | None, float | None, float | None]:
    """Return low, best and high: "more than 5" has no high, "thousands" no best, "about 5" only a best."""
    bound = bound_of(quantity)
    low, high = sorted((quantity.low, quantity.high))
    if bound in (Bound.VAGUE, Bound.RANGE):
        return low, None, high
    best = quantity.high  # of "fell from 75 to 46" the new value
    if bound is Bound.AT_LEAST:
        return best, best, None
    if bound is Bound.AT_MOST:
        return None, best, best
    return (None, best, None) if bound is Bound.ABOUT else (best, best, best)


def _matters(sentence: Sentence, quantity: Quantity, measured: Measured) -> bool:
    if quantity.kind in _NONE:
        return False
    known = measured.code in quantities().measures
    tokens = sentence.tokens
    vague = quantity.written is Written.VAGUE and not tokens.at(quantity.number[1] - 1).endswith(
        ("dred", "sand", "lion")
    )
    if vague and not known:
        return False
    if tokens.at(quantity.number[0]) == "one" and quantity.number[1] - quantity.number[0] == 1:
        return known and not quantity.of
    if quantity.kind is Kind.SHARE:
        return True
    if quantity.kind is Kind.BARE:
        return known or _told(sentence, quantity)
    return True


def _told(sentence: Sentence, quantity: Quantity) -> bool:
    """Tell whether a number without noun and unit is plainly a quantity: bounded, moved, a range or large."""
    if (
        quantity.bound is not None
        or quantity.move is not None
        or quantity.moved
        or quantity.low != quantity.high
    ):
        return True
    form = sentence.tokens.form(quantity.number[0])
    return quantity.written is Written.DIGITS and ("," in form or quantity.low >= 10_000)


def _score(quantity: Quantity, measured: Measured) -> float:
    """How sure the grammar is, by what supports it; not calibrated."""
    if quantity.kind is Kind.BARE and measured.code is None:
        return 0.4
    if quantity.kind in (Kind.MONEY, Kind.PERCENT):
        return 0.95
    if measured.code in quantities().measures:
        return 0.9
    return 0.75 if quantity.written is Written.DIGITS or quantity.low > 10 else 0.5
