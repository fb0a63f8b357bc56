"""Questions in a brief: what is answered how, by whom, since when, on how many origins."""

from dataclasses import dataclass

from tocsin.brief.parts import EventLine, Line
from tocsin.record.diff import ChangeKind
from tocsin.record.finding import OriginKind, QuestionKind, Stance, Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """A line that was not printed: the names and numbers that its evidence does not have."""

    words: str
    missing: tuple[str, ...]
    records: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """Who gives an answer: one origin, or those in whose reports nobody is told.

    ``names`` are as the reports have them: speakers, or of a report's own voice the outlets.
    """

    names: tuple[str, ...]
    origin: str | None  # whom they were counted as; None where nobody is told
    kind: OriginKind
    told: bool
    why: tuple[str, ...]  # why they were counted as one
    first: str  # when the first and the last report of it was known
    last: str
    documents: int
    outlets: int
    families: int
    records: tuple[str, ...]
    citations: tuple[int, ...]  # the earliest report's first
    more: int  # reports that carry it, too, and are not cited
    line: Line | EventLine | None = None  # what it says, where a number does not tell it


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """One answer: a value, an explanation, or that it is so or not."""

    shown: str | None  # in our words: "at least 80,000"; None where the report's words say it all
    words: str  # those of the report that is cited first
    stance: Stance
    independent: int  # origins that are told
    untold: int  # text families that do not say whence
    documents: int
    outlets: int
    families: int
    first: str
    voices: tuple[Voice, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One question and how it is answered. Documents, outlets, families and origins are counted apart."""

    findings: tuple[str, ...]  # several where explanations stand against one another
    kind: QuestionKind
    question: str
    status: Status
    statuses: tuple[Status, ...]
    independent: int
    untold: int
    documents: int
    outlets: int
    families: int
    first: str
    last: str
    positions: tuple[Position, ...]
    revisions: tuple[str, ...] = ()  # who changed which number into which, and when
    rival: bool = False  # explanations, each of its own origins


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """What has changed since the day that was asked for."""

    kind: ChangeKind
    at: str  # when it was known
    words: str  # the question
    before: str | None
    after: str | None
    who: str | None
    finding: str | None
    story: str | None
    citations: tuple[int, ...]
