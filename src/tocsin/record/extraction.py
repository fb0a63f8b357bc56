"""All that one pass over one report yields."""

from dataclasses import dataclass

from tocsin.record.document import Document
from tocsin.record.entity import Link, Reference
from tocsin.record.event import Event
from tocsin.record.figure import Figure
from tocsin.record.moment import Moment
from tocsin.record.name import Name
from tocsin.record.place import Toponym
from tocsin.record.role import Role
from tocsin.record.span import Span
from tocsin.record.statement import Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class Extraction:
    """A document and its records, each with spans of the document's text.

    ``chains`` are the mentions that refer to one another, pronouns among them, in order; references,
    toponyms and links come from the stage ``resolve`` and are empty before it.
    """

    document: Document
    names: tuple[Name, ...]
    statements: tuple[Statement, ...]
    figures: tuple[Figure, ...] = ()
    events: tuple[Event, ...] = ()
    moments: tuple[Moment, ...] = ()
    roles: tuple[Role, ...] = ()
    chains: tuple[tuple[Span, ...], ...] = ()
    references: tuple[Reference, ...] = ()
    toponyms: tuple[Toponym, ...] = ()
    links: tuple[Link, ...] = ()
    made_by: str  # components and model digest: "extract@1 model@…"
