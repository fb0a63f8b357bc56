"""One question over all reports of a case, and how its answers stand (codebook, *finding*)."""

from dataclasses import dataclass
from enum import StrEnum

from tocsin.record.figure import Bound
from tocsin.record.ids import content_id


class Status(StrEnum):
    """How the members of a finding stand to one another."""

    SINGLE = "single"  # one origin says it
    AGREE = "agree"  # two or more origins say it
    DIFFER = "differ"
    REVISED = "revised"
    DENIED = "denied"


#: Of those that hold, the first is the finding's status.
PRECEDENCE = (Status.DENIED, Status.DIFFER, Status.REVISED, Status.AGREE, Status.SINGLE)


class QuestionKind(StrEnum):
    """What kind of question it is."""

    FIGURE = "figure"
    CLAIM = "claim"
    EVENT = "event"
    DEMAND = "demand"
    PROMISE = "promise"
    PLAN = "plan"
    EXPLANATION = "explanation"


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What the members of a finding answer.

    ``key`` tells the question from every other one of its block. ``words`` are made of the names of
    entities, places and measures alone. Holder, place, actor and so on are ids, None where not told.
    """

    kind: QuestionKind
    key: str
    words: str
    measure: str | None = None  # code of the ontology, else the lemma of the noun
    unit: str | None = None
    holder: str | None = None
    side: str | None = None
    place: str | None = None
    type: str | None = None  # PLOVER's, of an event
    actor: str | None = None
    recipient: str | None = None
    speaker: str | None = None
    act: str | None = None
    addressee: str | None = None


class OriginKind(StrEnum):
    """What kind of source is ultimately behind a claim."""

    SPEAKER = "speaker"
    UNNAMED = "unnamed"
    AGENCY = "agency"
    OUTLET = "outlet"  # in its own voice, without saying whence
    WITNESS = "witness"  # a reporter who was there


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """The ultimate speaker or witness behind some members of a finding.

    ``told`` is whether the reports say who it is; ``why`` tells in words why several speakers or
    documents were counted as this one.
    """

    key: str  # "known:ua", "person:ivan fedorov", "agency:AP", "outlet:<family>", "witness:<family>"
    name: str
    kind: OriginKind
    told: bool
    members: tuple[str, ...]  # ids of records, in the order of the finding's members
    why: tuple[str, ...] = ()


class Stance(StrEnum):
    """Whether a member says it or denies it."""

    ASSERTS = "asserts"
    DENIES = "denies"


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """The quantity that a member gives, as its figure has it."""

    low: float | None
    best: float | None
    high: float | None
    bound: Bound


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A record that answers the question.

    ``first`` and ``last`` are the time that it holds for (valid time), ``known`` is when its report was
    published, else read; all ISO 8601.
    """

    record: str
    document: str
    origin: str  # key of one of the finding's origins
    known: str
    first: str | None = None
    last: str | None = None
    value: Value | None = None
    stance: Stance = Stance.ASSERTS
    why: str
    score: float


class StepKind(StrEnum):
    """What an origin does when it speaks again."""

    REVISED = "revised"
    REPEATED = "repeated"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A later word of an origin on the question (known time), against its word before."""

    origin: str
    at: str
    before: str  # ids of records
    after: str
    kind: StepKind
    why: str


class AnswerKind(StrEnum):
    """How a demand, promise or claim was answered."""

    MET = "met"
    REFUSED = "refused"
    ANSWERED = "answered"
    DENIED = "denied"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A later record that answers a member."""

    to: str  # ids of records
    by: str
    kind: AnswerKind
    at: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A question with all that answers it. Documents, outlets, text families and origins are counted apart.

    ``untold`` is in how many text families somebody says it without saying whence.
    """

    id: str
    question: Question
    status: Status
    statuses: tuple[Status, ...]  # all that hold, by precedence
    members: tuple[Member, ...]  # by (known, record)
    origins: tuple[Origin, ...]  # in the order of their first member
    documents: int
    outlets: int
    families: int
    untold: int
    first: str  # known time of the first and the last member
    last: str
    history: tuple[Step, ...] = ()
    answers: tuple[Answer, ...] = ()
    open_since: str | None = None
    rivals: tuple[str, ...] = ()  # ids of findings that explain the same otherwise
    why: str

    @property
    def independent(self) -> int:
        """The number of origins: the told ones; one, told nowhere, where no report says whence."""
        return sum(origin.told for origin in self.origins) or 1


def finding_id(key: str, first: str) -> str:
    """Return the id of a finding from its question's key and its first member by (known, record).

    >>> finding_id("troops", "fig-1") == finding_id("troops", "fig-1")
    True
    """
    return content_id("fin", key, first)
