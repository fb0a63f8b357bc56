"""What a brief is made of. Every line rests on citations, every citation on exact spans."""

from dataclasses import dataclass
from enum import StrEnum

from tocsin.record import Act, Bound, Change, EventType, Modality, Mode, Resolution, Span


class SectionKind(StrEnum):
    """What the lines of a section have in common."""

    DAY = "day"  # first published on one day
    UNDATED = "undated"  # in reports whose publication day is unknown
    UNKNOWN_SPEAKER = "unknown-speaker"  # said by somebody whom the reading could not name


class EventSectionKind(StrEnum):
    """What the events of a section have in common."""

    DAY = "day"  # said to happen on one day
    PERIOD = "period"  # in an interval that is longer
    UNDATED = "undated"


class ToldBy(StrEnum):
    """Whose claim a figure or an event is."""

    SPEAKER = "speaker"  # somebody whom the report names
    UNKNOWN = "unknown"  # somebody whom the reading could not name
    REPORT = "report"  # the report's own voice: its outlet's claim


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """First and last day of publication (ISO 8601), None where no document is dated."""

    first: str | None
    last: str | None
    undated: int  # documents without a day of publication


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """Plain counts. Documents and outlets are no measure of independence: each question has its origins."""

    documents: int  # reports; the versions of one report count once
    versions: int  # later versions of reports, beside the first
    outlets: int
    without_outlet: int  # documents whose outlet is unknown
    statements: int  # statements that the lines are chosen from
    aside: int  # records of titles, captions, teasers, credits and corrections: left out
    unusable: int  # records without their document, or whose words do not stand in it: left out
    figures: int = 0  # that the lines are chosen from
    events: int = 0  # that the lines are chosen from
    acts: int = 0  # events that are a statement's own act: told as that statement
    new: int = 0  # documents known since the day that was asked for
    copied: int = 0  # documents folded under another of their text family
    copies: int | None = None  # pairs of reports with words in common; None where nobody looked
    shared: float = 0.0  # the largest share of a report's own words that another has, too
    findings: int = 0  # questions that the records answer
    single: int = 0  # of these, the ones that one origin alone answers
    unread: int = 0  # reports that could not be taken in


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
    statements: tuple[str, ...]  # their ids
    records: tuple[str, ...] = ()  # ids of figures and events
    passages: tuple[Span, ...] = ()  # the sentences that hold the words


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
    told: str | None = None  # the report's own words from the verb on, where they read as a sentence
    sentence: str | None = None  # the report's sentence, where the words alone would read badly
    finding: str | None = None  # the question that it answers
    origin: str | None = None  # whom its speaker was counted as
    more: int = 0  # reports that carry it, too, and are not cited


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Lines under one heading, and how many more the case holds."""

    kind: SectionKind
    day: str | None
    heading: str
    lines: tuple[Line, ...]
    more: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Teller:
    """Whose claim it is: a speaker by name, by the report's own words, or the report and its outlet."""

    told_by: ToldBy
    speaker: str | None = None
    source: str | None = None  # the report's own words for the speaker, where no name was found
    outlet: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureLine:
    """A number as one source gives it, and where to read it."""

    amount: str  # with bound, unit and change, in words
    low: float | None
    best: float | None
    high: float | None
    bound: Bound
    unit: str | None
    change: Change | None
    side: str | None
    place: str | None
    period: str | None  # the report's words for the time that it holds for
    words: str  # the report's words for the number
    teller: Teller
    when: str | None  # first publication, ISO 8601
    documents: int
    outlets: int
    figures: tuple[str, ...]
    citations: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureGroup:
    """What is counted, whose it is, and a line for each number that somebody gives."""

    measure: str | None
    holder: str | None
    lines: tuple[FigureLine, ...]
    more: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """The figures, gathered by measure and holder, and how many lines stand in the case alone."""

    groups: tuple[FigureGroup, ...] = ()
    more: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class EventLine:
    """Who does what to whom, as one source says it, and where to read it."""

    type: EventType
    mode: str | None
    modality: Modality
    actor: str | None
    recipient: str | None
    place: str | None
    date: str | None  # the report's words
    words: str  # of the clause, on one line
    teller: Teller
    when: str | None  # first publication, ISO 8601
    documents: int
    outlets: int
    events: tuple[str, ...]
    citations: tuple[int, ...]
    sentence: str | None = None  # the report's sentence that holds the clause, where it is short enough
    finding: str | None = None
    independent: int = 1  # origins that say it
    untold: int = 0  # text families that say it without saying whence
    more: int = 0  # reports that carry it, too, and are not cited


@dataclass(frozen=True, slots=True, kw_only=True)
class EventSection:
    """Events of one day, and how many more the case holds."""

    kind: EventSectionKind
    day: str | None
    heading: str
    lines: tuple[EventLine, ...]
    more: int
