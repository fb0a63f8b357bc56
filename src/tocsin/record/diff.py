"""What changed in a case from one time to another: known time alone, never the time that a claim is of."""

from dataclasses import dataclass
from enum import StrEnum


class ChangeKind(StrEnum):
    """What has become of a question, a text or a story."""

    DENIED = "denied"
    DIFFERS = "differs"
    REVISED = "revised"
    ANSWERED = "answered"
    AGREED = "said again"  # another origin says it
    NEW = "new"
    COPIED = "copied"
    STORY = "new story"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One thing that a reader of the earlier time does not know; ``at`` is when it was known."""

    kind: ChangeKind
    at: str
    finding: str | None = None  # ids
    story: str | None = None
    copy: str | None = None
    words: str  # the question, or the title
    before: str | None = None  # what was said before, and since, where it has changed
    after: str | None = None
    records: tuple[str, ...] = ()  # ids of what tells it
    documents: tuple[str, ...]
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Diff:
    """All that changed after ``since``, as it is known by ``as_of``: by kind, then when."""

    since: str
    as_of: str | None
    documents: tuple[str, ...]  # reports that became known
    changes: tuple[Change, ...]
