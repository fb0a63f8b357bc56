"""How many of what, according to whom (codebook, *figure*)."""

from dataclasses import dataclass
from enum import StrEnum

from tocsin.record.document import BlockKind
from tocsin.record.event import Modality
from tocsin.record.moment import When
from tocsin.record.span import Span


class Bound(StrEnum):
    """How a quantity is limited: "more than 80,000" is ``at_least`` 80,000."""

    EXACT = "exact"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    ABOUT = "about"
    RANGE = "range"
    VAGUE = "vague"  # "thousands": low and high by the ontology, best unknown


class Change(StrEnum):
    """Whether the text tells the quantity as risen or fallen."""

    RISE = "rise"
    FALL = "fall"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One quantity as a claim. ``low``, ``best`` and ``high`` are None where the text leaves them open.

    ``span`` is the quantity with its bound and unit: "more than 80,000 troops". ``measure`` is a
    code of the ontology, or the text's own noun where the ontology knows none; ``measured`` is
    where that noun stands.
    """

    id: str
    document: str
    span: Span
    low: float | None
    best: float | None
    high: float | None
    bound: Bound
    unit: str | None  # "people", "percent", "USD", "kilometre" …
    measure: str | None  # "troops", "killed", "passports" …
    measured: Span | None
    holder: Span | None  # whose troops, whose dead
    side: Span | None  # on which side, or by whom: "killed by Russian shelling"
    place: Span | None
    period: When | None  # the time that it holds for, or as of when
    change: Change | None
    said_in: str | None  # the statement whose content carries it; None: the narrator's
    block: BlockKind
    why: str
    score: float
    is_change: bool = False  # it is how much was added or taken away: "rose by 27", not "rose to 27"
    modality: Modality | None = None  # planned, hypothetical or denied; None: told as a fact

    @property
    def spans(self) -> tuple[Span, ...]:
        """All spans the figure rests on."""
        parts = (self.measured, self.holder, self.side, self.place, self.period and self.period.span)
        return (self.span, *(part for part in parts if part))
