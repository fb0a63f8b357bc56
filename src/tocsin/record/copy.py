"""What stands in two reports (codebook, *copy*): passages on both sides, shares, direction, kind, reasons."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Self

from tocsin.record.entity import Weight
from tocsin.record.ids import content_id
from tocsin.record.span import Span


class Closeness(StrEnum):
    """How near the words of a passage are to those it stands for."""

    VERBATIM = "verbatim"  # word for word
    EDITED = "edited"  # words replaced, left out or put in
    REWRITTEN = "rewritten"  # less than two words of three are the same

    @classmethod
    def of(cls, same: int, words: int) -> Self:
        """Return how near a passage is, ``same`` of whose words are equal in their places.

        >>> [Closeness.of(same, 30).value for same in (30, 20, 19)]
        ['verbatim', 'edited', 'rewritten']
        """
        if same == words:
            return cls("verbatim")
        return cls("edited") if 3 * same >= 2 * words else cls("rewritten")


class Shared(StrEnum):
    """What it is that two reports have in common."""

    TEXT = "text"  # a newsroom's words: one text was made from the other, or both from a third
    SPEECH = "speech"  # a speaker's words, quoted: proves one utterance, not one newsroom


class CopyKind(StrEnum):
    """How a text came to stand in two reports."""

    WIRE = "wire"  # an agency's story
    SYNDICATION = "syndication"  # of one publisher's family, or credited to another outlet
    PRESS_RELEASE = "press release"  # what an issuer put out for anybody to print
    QUOTATION = "quotation"  # nothing but quoted speech is shared
    TEXT = "text"  # the same words, and nothing tells how


class Direction(StrEnum):
    """Which way the words went between the left and the right report of a copy."""

    LEFT = "left to right"
    RIGHT = "right to left"
    COMMON = "common source"  # both have it from a third, which ``Copy.source`` names
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A stretch of the left report that stands in the right one.

    ``same`` counts the words that are equal in their places, ``words`` those of the longer side.
    """

    left: Span
    right: Span
    shared: Shared
    closeness: Closeness
    same: int
    words: int
    speaker: str | None = None  # of shared speech: its entity's key, where both reports name the same


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """What two reports have in common, and which way it went.

    ``left_share`` and ``right_share`` are of each report's own words, those that stand in shared text;
    shared speech counts in neither. Reasons are positive for left to right, negative for right to left;
    ``score`` is the size of their sum, no probability, and 0 where the direction is unknown.
    """

    id: str
    left: str  # document ids, left < right
    right: str
    passages: tuple[Passage, ...]
    left_share: float
    right_share: float
    kind: CopyKind
    direction: Direction
    source: str | None  # agency, outlet or issuer that the words are from, where that is told
    reasons: tuple[Weight, ...]
    why: str  # of the kind
    score: float

    @staticmethod
    def make_id(left: str, right: str, version: str) -> str:
        """Return the id of a copy: of its two documents and of what found it.

        >>> Copy.make_id("doc-a", "doc-b", "copies@1") == Copy.make_id("doc-a", "doc-b", "copies@2")
        False
        """
        return content_id("copy", left, right, version)


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """Reports that are not independent as texts; a view over the copies known by a time."""

    documents: tuple[str, ...]  # sorted
    source: str | None  # whom the copies within it are from, where that is told and they agree
    why: str
