"""Which stories a brief tells, and what it tells of each."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from tocsin.brief.days import instant
from tocsin.record.finding import Finding
from tocsin.record.story import Story

STORIES: Final = 3  # what one reads of several at a time


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """How many lines each part of a story has, so that a brief stays one to three pages."""

    disputes: int
    pending: int
    plans: int
    table: int
    said: int
    events: int


FULL: Final = Room(disputes=4, pending=4, plans=3, table=8, said=12, events=3)
LESS: Final = Room(disputes=2, pending=2, plans=2, table=4, said=4, events=2)


def told(stories: Iterable[Story], documents: frozenset[str]) -> list[Story]:
    """Return the stories that have one of some reports: most reports first, then the latest."""
    kept = [story for story in stories if documents & frozenset(story.documents)]
    return sorted(kept, key=lambda s: (-len(s.documents), -instant(s.last).timestamp(), s.id))


def home_of(findings: Iterable[Finding], stories: Iterable[Story]) -> Mapping[str, str | None]:
    """Return the story of each finding, by id: the one that most of its members stand in."""
    story_of = {document: story.id for story in stories for document in story.documents}
    return {finding.id: _home(finding, story_of) for finding in findings}


def _home(finding: Finding, story_of: Mapping[str, str]) -> str | None:
    found = Counter(story_of[m.document] for m in finding.members if m.document in story_of)
    return min(found, key=lambda story: (-found[story], story), default=None)


def room(place: int, of: int) -> Room:
    """Return how much room the story at that place has among those told."""
    return FULL if of <= 1 or place == 0 else LESS
