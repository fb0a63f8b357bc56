"""What a case shows of one record, and what a check of all of them finds."""

from dataclasses import dataclass

from tocsin.codec import Record
from tocsin.record import Document, Reference, Statement, Toponym
from tocsin.store import Evidence, Provenance


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A record, and the document whose words it rests on (itself, for a document)."""

    record: Record
    document: Document
    said_in: Statement | None = None  # of a figure or an event: the statement that asserts it


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What a part of a record stands for: somebody, or a place."""

    part: str
    to: Reference | Toponym


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """A record, its document, and where it comes from: what made it, in which run, from which files."""

    record: Record
    document: Document
    provenance: Provenance
    said_in: Statement | None = None
    standing: tuple[Standing, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class VerifyReport:
    """What re-reading every quote found: how many records and quotes, and those that differ.

    ``findings`` and ``copies`` count what was looked at across reports; ``adrift`` are the ids of those
    that rest on a record which is not there, or whose two passages are not the same words.
    """

    records: int
    quotes: int
    differing: tuple[Evidence, ...]
    findings: int = 0
    copies: int = 0
    adrift: tuple[str, ...] = ()

    @property
    def ok(self) -> bool:
        """Tell whether every quote stands in its document, word for word, and nothing is adrift."""
        return not self.differing and not self.adrift
