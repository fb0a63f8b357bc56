"""What comes in from the world, before it is read."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Hints:
    """What is said about a report beside its body: options, JSON fields, front matter."""

    title: str | None = None
    url: str | None = None
    outlet: str | None = None
    published: str | None = None  # as written; parsed when read
    byline: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Capture:
    """Bytes as they came: where from, when, of what kind, and their sha256."""

    origin: str  # path, URL, "-" for standard input; "file.jsonl:3" for a line of a file
    body: bytes
    media_type: str  # text/plain, text/markdown, text/html, application/json
    sha256: str
    fetched: str | None = None  # ISO 8601 with zone, given by the caller
    hints: Hints = field(default_factory=Hints)


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """One report that could not be taken in: where, at which stage, why, and what to do."""

    origin: str
    stage: str  # gather, read, extract, store
    cause: str
    advice: str
