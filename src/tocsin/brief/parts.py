"""What a brief is made of. Every line rests on citations, every citation on exact spans."""

from dataclasses import dataclass
from enum import StrEnum

from tocsin.record import Act, Mode, Resolution, Span


class SectionKind(StrEnum):
    """What the lines of a section have in common."""

    DAY = "day"  # first published on one day
    UNDATED = "undated"  # in reports whose publication day is unknown
    UNKNOWN_SPEAKER = "unknown-speaker"  # said by somebody whom the reading could not name


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """First and last day of publication (ISO 8601), None where no document is dated."""

    first: str | None
    last: str | None
    undated: int  # documents without a day of publication


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """Plain counts. Documents and outlets are no measure of independence: origins are not computed yet."""

    documents: int  # reports; the versions of one report count once
    versions: int  # later versions of reports, beside the first
    outlets: int
    without_outlet: int  # documents whose outlet is unknown
    statements: int  # statements that the lines are chosen from
    aside: int  # statements of titles, captions, teasers, credits and corrections: left out
    unusable: int  # statements without their document, or whose words do not stand in it: left out


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """Where the words of one line stand in one document: ``text[start:end]`` for each span."""

    number: int  # 1 for the first, in the order of the lines
    document: str
    outlet: str | None
    title: str | None
    published: str | None  # ISO 8601, a day or a time
    url: str | None
    origin: str | None
    language: str | None
    spans: tuple[Span, ...]  # the words said
    attribution: tuple[Span, ...]  # the words that say whose they are
    how: tuple[Resolution, ...]  # by which rules the speaker was found; empty where it was not
    via: tuple[str, ...]  # through whom the words came, nearest to the outlet first
    statements: tuple[str, ...]  # ids of the records


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """Who said what, when, and where to read it."""

    speaker: str | None  # as a report names it
    source: str | None  # the report's own words for the speaker, where no name was found
    act: Act
    phrase: str
    cue: str | None  # the report's own words for the act
    words: str  # of one report, on one line, shortened only at the end, with "…"
    mode: Mode
    when: str | None  # first publication, ISO 8601
    documents: int
    outlets: int
    statements: tuple[str, ...]
    citations: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Lines under one heading, and how many more the case holds."""

    kind: SectionKind
    day: str | None
    heading: str
    lines: tuple[Line, ...]
    more: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """A title, sections of lines, the citations that carry them, and what it is all made of."""

    title: str
    period: Period
    counts: Counts
    sections: tuple[Section, ...]
    citations: tuple[Citation, ...]
    made_by: tuple[str, ...]  # components with their versions
    as_of: str | None  # what was known then; None for all that was given
