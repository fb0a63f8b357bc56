"""Records and whole reports as JSON objects, and back."""

from typing import Any, TypeVar

import msgspec

from tocsin.codec.documents import DocumentJson, document_json, document_of
from tocsin.codec.events import EVENT
from tocsin.codec.evidence import Found
from tocsin.codec.figures import FIGURE
from tocsin.codec.kinds import Json, Kind
from tocsin.codec.linked import Links, links_of, with_links
from tocsin.codec.moments import MOMENT
from tocsin.codec.names import NAME
from tocsin.codec.references import REFERENCE
from tocsin.codec.roles import ROLE
from tocsin.codec.statements import STATEMENT
from tocsin.codec.toponyms import TOPONYM
from tocsin.errors import FormatError
from tocsin.record import Document, Extraction

Record = Document | Found
R = TypeVar("R", bound=Record)

KINDS: tuple[Kind[Any], ...] = (NAME, STATEMENT, FIGURE, EVENT, MOMENT, ROLE, REFERENCE, TOPONYM)

_KIND_OF: dict[type, Kind[Any]] = {kind.record: kind for kind in KINDS}


def kind_of(record: Record) -> str:
    """Return what a record is called: document, name, statement, figure and so on."""
    return "document" if isinstance(record, Document) else _KIND_OF[type(record)].name


def to_json(record: Record, links: Links | None = None) -> Json:
    """Return a record as the JSON object of the contract; all but documents say which document's.

    With ``links``, what the parts of the record stand for is said on each.

    >>> from tocsin.record import Name, NameType, Span
    >>> span = Span.of("in Kyiv", 3, 7)
    >>> to_json(Name(id="nam-1", document="doc-1", type=NameType.PLACE, span=span, score=0.9))
    {'id': 'nam-1', 'document': 'doc-1', 'type': 'place', 'start': 3, 'end': 7, \
'text': 'Kyiv', 'score': 0.9}
    """
    if isinstance(record, Document):
        return document_json(record)
    kind = _KIND_OF[type(record)]
    body = kind.body(record)
    if links is not None:
        body = with_links(kind.name, record.id, body, links)
    return {"id": record.id, "document": record.document, **body, "score": record.score}


def extraction_json(extraction: Extraction) -> Json:
    """Return one report as one object, its records in lists; they leave out the document above them."""
    links = links_of(extraction)
    listed: Json = {"document": document_json(extraction.document)}
    for kind in KINDS:
        listed[kind.plural] = [
            {
                "id": record.id,
                **with_links(kind.name, record.id, kind.body(record), links),
                "score": record.score,
            }
            for record in kind.of(extraction)
        ]
    return listed


def from_json(data: object, of: type[R]) -> R:
    """Return the record that ``to_json`` made this object of; keys that we do not know are passed over.

    Raises:
        FormatError: a field is missing or not what it should be; the error names its path.
    """
    try:
        if issubclass(of, Document):
            record: Any = document_of(msgspec.convert(data, DocumentJson))
        else:
            kind = _KIND_OF[of]
            record = kind.make(msgspec.convert(data, kind.shape))
    except msgspec.ValidationError as error:
        raise FormatError(
            f"this is no {of.__name__.lower()} of tocsin: {error}",
            advice="the path after $ names the field; `tocsin export --format jsonl` shows the form",
        ) from error
    found: R = record
    return found
