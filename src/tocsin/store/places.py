"""Which new document is a new version of which: the same address, or the same path, another body."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from sqlalchemy import Connection, func, select

from tocsin.record import Capture, Document
from tocsin.store.tables import captures, documents

STREAM = "-"
_LINE = re.compile(r":\d+\Z")
FIRST = func.coalesce(documents.c.version_of, documents.c.seq)

Place = tuple[str, str | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """The first version that stood at each place: as the case has them, and as they are added.

    A report with an address is known by it; one without, by its path. What comes through a pipe has
    no place. A line of a JSONL file may move when others are put before it: there, the title counts too.
    """

    first: dict[Place, int] = field(default_factory=dict)

    def first_of(self, capture: Capture, document: Document) -> int | None:
        """Return the number of the first version of the report at this place, where there is one."""
        place = _place(capture, document)
        return self.first.get(place) if place else None

    def add(self, capture: Capture, document: Document, number: int) -> None:
        """Remember where a document stands; the first one at a place stays the first."""
        if place := _place(capture, document):
            self.first.setdefault(place, number)


def places_of(connection: Connection, items: Iterable[tuple[Capture, Document]]) -> Places:
    """Return the places of these documents, with the first versions that the case has at them."""
    pairs = list(items)
    places = Places()
    if urls := {document.url for _, document in pairs if document.url}:
        by_url = select(documents.c.url, FIRST).where(documents.c.url.in_(urls)).order_by(documents.c.seq)
        for url, number in connection.execute(by_url):
            places.first.setdefault((url, None), number)
    if origins := {capture.origin for capture, document in pairs if not document.url} - {STREAM}:
        by_path = (
            select(captures.c.origin, captures.c.media_type, documents.c.title, FIRST)
            .join(documents, documents.c.seq == captures.c.document)
            .where(captures.c.origin.in_(origins), documents.c.url.is_(None))
            .order_by(captures.c.seq)
        )
        for origin, media_type, title, number in connection.execute(by_path):
            if place := _path(origin, media_type, title):
                places.first.setdefault(place, number)
    return places


def _place(capture: Capture, document: Document) -> Place | None:
    return (document.url, None) if document.url else _path(capture.origin, capture.media_type, document.title)


def _path(origin: str, media_type: str, title: str | None) -> Place | None:
    if origin == STREAM:
        return None
    if media_type == "application/json" and _LINE.search(origin):
        return (origin, title) if title else None
    return origin, None
