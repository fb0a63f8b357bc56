"""What a case answers with, beside the records themselves."""

from collections.abc import Iterator
from dataclasses import dataclass, fields

from tocsin.record import Place, Published
from tocsin.record.linking import Edge, Group


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What a write did with its items: each is added, a new version, or known."""

    added: int
    versions: int  # new documents at a place (address, path) that had another one
    known: int  # documents that were there already
    reread: int = 0  # of the known ones: those that another reader had not read before


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A document, statement, figure or event that has the words; they stand at ``text[start:end]``.

    ``start`` and ``end`` are None where the words stand outside the text, in a title kept apart.
    """

    kind: str  # document, statement, figure, event
    id: str
    document: str
    start: int | None
    end: int | None
    snippet: str  # words around, the found ones in [brackets]
    rank: float  # BM25: the lower the better


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A stretch of a document that a record rests on, and its part in the record."""

    record: str
    role: str
    document: str
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a document came from, once: its place, the sha256 of the bytes, and when."""

    origin: str
    sha256: str
    media_type: str
    size: int
    fetched: str | None
    recorded: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """How a record came to be here: what made it, in which run, from what, and both its times."""

    id: str
    document: str
    made_by: str
    run: int
    command: str
    recorded: str  # when we wrote it down
    published: Published | None  # when its report came out
    known: str  # UTC: the latest time at which the report was public, or else ours
    version_of: str | None
    sources: tuple[Source, ...]

    @property
    def origins(self) -> tuple[str, ...]:
        """The places where the document was found, each once, the first first."""
        return tuple(dict.fromkeys(source.origin for source in self.sources))


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A place that reports name, and how often they name it how."""

    place: Place
    names: tuple[tuple[str, int], ...]  # most frequent first
    documents: int
    first: str  # when the earliest and the latest report that names it were known
    last: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """Two groups of references that may or may not be one; nobody has said yet."""

    edge: Edge
    left: Group
    right: Group
    one: bool  # whether they are one entity as it stands


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How much a case holds; records and evidence as the newest reading of each document has them."""

    documents: int
    versions: int  # of the documents: later versions of another
    names: int
    statements: int
    figures: int
    events: int
    moments: int
    roles: int
    references: int
    toponyms: int
    entities: int
    stories: int
    copies: int
    findings: int
    evidence: int
    captures: int
    runs: int
    failures: int
    judgements: int

    def items(self) -> Iterator[tuple[str, int]]:
        """Yield what is counted, and how many."""
        for field in fields(self):
            yield field.name, getattr(self, field.name)
