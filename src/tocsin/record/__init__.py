"""THE RECORD: what tocsin keeps, as frozen dataclasses. Standard library only; imports nothing of ours."""

from tocsin.record.capture import Capture, Failure, Hints
from tocsin.record.document import Block, BlockKind, Document, FoundIn, Precision, Published
from tocsin.record.extraction import Extraction
from tocsin.record.ids import content_id
from tocsin.record.name import Name, NameType
from tocsin.record.span import Span
from tocsin.record.statement import Act, Mode, Resolution, Speaker, Statement, Via

__all__ = [
    "Act",
    "Block",
    "BlockKind",
    "Capture",
    "Document",
    "Extraction",
    "Failure",
    "FoundIn",
    "Hints",
    "Mode",
    "Name",
    "NameType",
    "Precision",
    "Published",
    "Resolution",
    "Span",
    "Speaker",
    "Statement",
    "Via",
    "content_id",
]
