"""THE RECORD: what tocsin keeps, as frozen dataclasses. Standard library only; imports nothing of ours."""

from tocsin.record.capture import Capture, Failure, Hints
from tocsin.record.document import Block, BlockKind, Document, FoundIn, Precision, Published
from tocsin.record.entity import (
    Candidate,
    Entity,
    Judgement,
    Link,
    Reference,
    Sector,
    Verdict,
    Weight,
    entity_id,
)
from tocsin.record.event import Event, EventType, Modality
from tocsin.record.extraction import Extraction
from tocsin.record.figure import Bound, Change, Figure
from tocsin.record.ids import content_id
from tocsin.record.moment import Moment, TimeKind, TimePrecision, When
from tocsin.record.name import Name, NameType
from tocsin.record.place import Place, PlaceKind, PlacePrecision, Toponym, Use
from tocsin.record.role import Role
from tocsin.record.span import Span
from tocsin.record.statement import Act, Mode, Resolution, Speaker, Statement, Via

__all__ = [
    "Act",
    "Block",
    "BlockKind",
    "Bound",
    "Candidate",
    "Capture",
    "Change",
    "Document",
    "Entity",
    "Event",
    "EventType",
    "Extraction",
    "Failure",
    "Figure",
    "FoundIn",
    "Hints",
    "Judgement",
    "Link",
    "Modality",
    "Mode",
    "Moment",
    "Name",
    "NameType",
    "Place",
    "PlaceKind",
    "PlacePrecision",
    "Precision",
    "Published",
    "Reference",
    "Resolution",
    "Role",
    "Sector",
    "Span",
    "Speaker",
    "Statement",
    "TimeKind",
    "TimePrecision",
    "Toponym",
    "Use",
    "Verdict",
    "Via",
    "Weight",
    "When",
    "content_id",
    "entity_id",
]
