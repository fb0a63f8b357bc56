"""Stories: which reports tell of one happening, and why (codebook, *story*)."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from tocsin.record.span import Span


class TermKind(StrEnum):
    """What kind of thing two reports may share."""

    WORD = "word"
    LEAD = "lead"  # a word of the title or the first lines
    PERSON = "person"
    DATE = "date"  # a day that the text names
    PLACE = "place"


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One thing that a report is about: a stem, an entity's key, a day, a place's id."""

    kind: TermKind
    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """What one report is about, as weighted terms: a function of that report and a shipped table alone.

    ``weights`` are whole ten-thousandths; the likeness of two reports is the sum over the terms that
    both have of the product of the weights.
    """

    document: str
    known: str  # when it was published, else read: ISO 8601, as the store orders reports
    day: int | None  # proleptic ordinal of the day of publication; None where that is not known
    outlet: str | None  # folded; None where it is not known
    weights: Mapping[Term, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """A term that a report shares with others of its story, and where it stands in the report."""

    kind: TermKind
    what: str  # as in the profile
    words: str  # as the report writes it; of a person or place the full name
    value: float  # its part of the mean likeness to the others, 0 to 1
    spans: tuple[Span, ...]  # in the text of the membership's document


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership:
    """Why a report is in its story: its mean likeness to the others, and what ties it to them."""

    document: str
    story: str
    score: float  # 0 to 1; 1 for a report alone
    nearest: str | None  # the report of the story that it is most like
    ties: tuple[Tie, ...]  # strongest first
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """The reports of one happening: a view, made again from the set of reports at any time.

    ``id`` is made from the earliest report's, by (known, id): it stays while later reports are added.
    """

    id: str
    documents: tuple[str, ...]  # by (known, id)
    first: str  # when the earliest and the latest of them were known
    last: str
    cohesion: float  # mean likeness of its pairs, 0 to 1; 1 for a report alone
    central: str  # the report that is most like the others
    title: str | None  # the central report's, as its publisher gives it
    headline: Span | None  # title or first sentence of the central report, in its text
    why: str
