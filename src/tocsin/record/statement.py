"""Who said what (codebook, *statement*; attribution follows PolNeAR, Newell et al. 2018)."""

from dataclasses import dataclass
from enum import StrEnum

from tocsin.record.document import BlockKind
from tocsin.record.span import Span


class Mode(StrEnum):
    """How the words are given."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Act(StrEnum):
    """What is done by saying it; ``say`` where nothing better is known."""

    SAY = "say"
    REPORT = "report"
    CLAIM = "claim"
    CONFIRM = "confirm"
    DENY = "deny"
    EXPLAIN = "explain"
    ANNOUNCE = "announce"
    PROMISE = "promise"
    PROPOSE = "propose"
    REQUEST = "request"
    REFUSE = "refuse"
    ACCUSE = "accuse"
    CONDEMN = "condemn"
    CONCERN = "concern"
    WARN = "warn"
    THREATEN = "threaten"
    SUPPORT = "support"
    BELIEVE = "believe"
    FEAR = "fear"
    HOPE = "hope"
    ASK = "ask"


class Resolution(StrEnum):
    """By which plain rule a speaker's name was found."""

    NAMED = "named"  # the source span holds the name
    DESCRIBED = "described"  # the source span describes a speaker without a name
    PRONOUN = "pronoun"  # a pronoun with one possible antecedent
    STATEMENT = "statement"  # "the statement added": the issuer of the statement before
    CONTINUED = "continued"  # a quote that goes on over paragraphs
    UNNAMED = "unnamed"  # anonymous: "officials who declined to be named"


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Whose words they are, as text of the report; ``span`` is where that name stands.

    ``chain`` holds the mentions passed on the way from the source to the name, the source's own
    first: "they" → "the foreign ministers". ``plural`` is None where nothing tells.
    ``affiliation`` is the body that an unnamed source is said to be of.
    """

    name: str
    how: Resolution
    span: Span
    chain: tuple[Span, ...] = ()
    plural: bool | None = None
    affiliation: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Via:
    """A link of the chain through which the words came, nearest to the outlet first."""

    name: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """Who said what. ``why`` tells how the speaker was found, or why it was not."""

    id: str
    document: str
    source: Span | None
    speaker: Speaker | None
    cue: Span | None
    contents: tuple[Span, ...]
    mode: Mode
    act: Act
    via: tuple[Via, ...]
    block: BlockKind
    why: str
    score: float

    @property
    def spans(self) -> tuple[Span, ...]:
        """All spans the statement rests on."""
        ends = tuple(span for span in (self.source, self.cue) if span)
        return (*ends, *self.contents, *self._named(), *(via.span for via in self.via))

    def _named(self) -> tuple[Span, ...]:
        if self.speaker is None:
            return ()
        of = self.speaker.affiliation
        return (self.speaker.span, *self.speaker.chain, *((of,) if of else ()))
