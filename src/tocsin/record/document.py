"""A report as read: immutable text, where its parts are, what is known of its publication."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from tocsin.record.ids import content_id


class BlockKind(StrEnum):
    """What a stretch of a report is."""

    TITLE = "title"
    SUBHEAD = "subhead"
    DATELINE = "dateline"
    BODY = "body"
    LIST = "list"
    CAPTION = "caption"
    READ_ALSO = "read-also"  # a link or teaser to another report: not this report's claim
    CREDIT = "credit"  # agency or photo credit
    CORRECTION = "correction"


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A stretch [start, end) of the text, in code points, and its kind."""

    kind: BlockKind
    start: int
    end: int


class Precision(StrEnum):
    """How much of a publication time is known."""

    DAY = "day"
    MINUTE = "minute"


class FoundIn(StrEnum):
    """Where a publication time was found."""

    OPTION = "option"  # said by the user
    FIELD = "field"  # a JSON field or front matter
    PAGE = "page"  # the page's own metadata
    URL = "url"
    FILE_NAME = "file name"


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """When a report was published: ISO 8601, a day or a time with zone, and where that was found."""

    when: str
    precision: Precision
    found_in: FoundIn

    @property
    def day(self) -> date:
        """The day of publication."""
        return datetime.fromisoformat(self.when).date()


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One version of one report. ``text`` is never changed after reading."""

    id: str
    text: str
    title: str | None = None
    url: str | None = None
    origin: str | None = None
    outlet: str | None = None
    byline: str | None = None
    dateline: str | None = None
    published: Published | None = None
    fetched: str | None = None
    language: str | None = None
    version_of: str | None = None  # the first version's id, set when a known place has a new body
    blocks: tuple[Block, ...] = ()

    @staticmethod
    def make_id(text: str, *, url: str | None, outlet: str | None, published: str | None) -> str:
        """Return the id of a report.

        The publisher's side of a report (address, outlet, time) counts beside its text, so that
        two outlets that print the same words stay two documents (law 6); the place on disk does
        not, so that a moved file is the same document.
        """
        return content_id("doc", text, url or "", outlet or "", published or "")

    def block_at(self, offset: int) -> BlockKind:
        """Return the kind of the block that holds a code point; body where none does."""
        for block in self.blocks:
            if block.start <= offset < block.end:
                return block.kind
        return BlockKind.BODY
