"""Who is meant: the references of one report, and the entities of a case (codebook, *entity, place*)."""

from dataclasses import dataclass
from enum import StrEnum

from tocsin.record.ids import content_id
from tocsin.record.name import NameType
from tocsin.record.span import Span


class Sector(StrEnum):
    """What part of society an actor is of (PLOVER 2.0, actor sectors)."""

    GOVERNMENT = "GOV"
    MILITARY = "MIL"
    POLICE = "COP"
    JUDICIARY = "JUD"
    LEGISLATURE = "LEG"
    INTELLIGENCE = "SPY"
    REBELS = "REB"
    SEPARATISTS = "PRE"  # de facto authorities that are not recognised
    PARAMILITARY = "PRM"
    OPPOSITION = "OPP"
    PARTY = "PTY"
    INTERGOVERNMENTAL = "IGO"
    NONGOVERNMENTAL = "NGO"
    MEDIA = "JRN"
    BUSINESS = "BUS"
    CRIMINAL = "CRM"
    CIVILIAN = "CVL"
    EDUCATION = "EDU"
    RELIGION = "REL"
    LABOUR = "LAB"
    MEDICAL = "MED"


@dataclass(frozen=True, slots=True, kw_only=True)
class Weight:
    """One part of a score, and why it counts: ``value`` is what it adds, below 0 what it takes away."""

    part: str  # "spelling", "role", "country", "date", "co-mention", "population" …
    value: float
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """What a name may stand for, with all that speaks for and against it; kept when it lost, too."""

    id: str  # of the knowledge ("ua", "sergei-shoigu"), of a gazetteer ("geonames:703448"), or a key
    name: str
    score: float  # 0 to 1
    weights: tuple[Weight, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """The words of one report that stand for one and the same: "Blinken", "US Secretary of State …".

    ``key`` is what it is beyond the report: ``known:<id>`` for an entry of the knowledge, else its
    type and fingerprint, ``person:ivan fedorov``; equal keys are one entity in every report of a case.
    A name that may be another's in each report has the report's id behind it, ``person:ivan@doc-…``.
    ``candidates`` come best first; the first is the one chosen where ``key`` begins with ``known:``.
    """

    id: str
    document: str
    type: NameType
    name: str  # the fullest name that the report has
    mentions: tuple[Span, ...]  # in order; names and descriptions, no pronouns
    key: str
    country: str | None  # ISO 3166-1 alpha-2 in small letters: "ua"
    sector: Sector | None
    roles: tuple[str, ...]  # offices as the report words them: "defence minister"
    candidates: tuple[Candidate, ...]
    why: str
    score: float  # probability that the key is right

    @property
    def spans(self) -> tuple[Span, ...]:
        """All spans the reference rests on."""
        return self.mentions

    @property
    def known(self) -> str | None:
        """The id of the knowledge's entry, where there is one."""
        return self.key.removeprefix("known:") if self.key.startswith("known:") else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """That a part of a record stands for a reference or lies at a toponym of the same report."""

    record: str  # id of a name, statement, figure, event or role
    part: str  # as in the evidence: "name", "speaker", "addressee", "holder", "actor", "place" …
    to: str  # id of a reference or a toponym


def entity_id(key: str) -> str:
    """Return the id of the entity whose canonical key this is.

    >>> entity_id("known:ua") == entity_id("known:ua")
    True
    """
    return content_id("ent", key)


class Verdict(StrEnum):
    """What a person says of two: are they one?"""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"
    WITHDRAWN = "withdrawn"  # undo: as if nothing had been said


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """A verdict on two keys, or on a reference and a key; of several on the same two the newest holds."""

    id: str
    left: str  # the smaller of the two, so that the order of asking does not matter
    right: str
    verdict: Verdict
    by: str
    at: str  # ISO 8601, UTC
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """One actor or thing of a case: a view over its references, made again from the log at any time."""

    id: str
    type: NameType
    name: str
    names: tuple[tuple[str, int], ...]  # as the reports have them, with how often; most frequent first
    country: str | None
    sector: Sector | None
    roles: tuple[str, ...]
    known: str | None  # id of the knowledge's entry
    part_of: str | None  # id of the knowledge's entry that it belongs to: a ministry to its state
    keys: tuple[str, ...]  # sorted
    documents: int
    first: str | None  # when the earliest and the latest report that has it were known
    last: str | None
    why: str
