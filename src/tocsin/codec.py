"""Records ⇄ JSON: the one place that knows the shape of both.

The shape is a contract (``tocsin extract -o json``): keys are added, never renamed or taken away.
A new kind of record is one more entry in ``KINDS``.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

import msgspec

from tocsin.errors import FormatError
from tocsin.record import (
    Act,
    Block,
    BlockKind,
    Document,
    Extraction,
    FoundIn,
    Mode,
    Name,
    NameType,
    Precision,
    Published,
    Resolution,
    Span,
    Speaker,
    Statement,
    Via,
)

Json = dict[str, Any]
Record = Document | Name | Statement
F = TypeVar("F", Name, Statement)
R = TypeVar("R", bound=Record)


class SpanJson(msgspec.Struct):
    """A span in JSON."""

    start: int
    end: int
    text: str


class SpeakerJson(SpanJson):
    """A speaker in JSON."""

    name: str
    how: Resolution


class ViaJson(SpanJson):
    """A link of a via-chain in JSON."""

    name: str


class NameJson(SpanJson):
    """A name in JSON."""

    id: str
    document: str
    type: NameType
    score: float


class StatementJson(msgspec.Struct):
    """A statement in JSON."""

    id: str
    document: str
    source: SpanJson | None
    speaker: SpeakerJson | None
    cue: SpanJson | None
    contents: tuple[SpanJson, ...]
    mode: Mode
    act: Act
    via: tuple[ViaJson, ...]
    block: BlockKind
    why: str
    score: float


class BlockJson(msgspec.Struct):
    """A block in JSON."""

    kind: BlockKind
    start: int
    end: int


class DocumentJson(msgspec.Struct):
    """A document in JSON; ``published`` alone is the contract, the rest of it may be missing."""

    id: str
    text: str
    title: str | None = None
    published: str | None = None
    published_precision: Precision | None = None
    published_found_in: FoundIn | None = None
    language: str | None = None
    url: str | None = None
    outlet: str | None = None
    byline: str | None = None
    dateline: str | None = None
    origin: str | None = None
    fetched: str | None = None
    version_of: str | None = None
    blocks: tuple[BlockJson, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind(Generic[F]):
    """A kind of record: what it is called, and how it goes to JSON and back."""

    name: str
    plural: str  # the key of its list in the JSON of a report
    record: type[F]
    of: Callable[[Extraction], tuple[F, ...]]
    body: Callable[[F], Json]  # all but id, document and score
    shape: type[msgspec.Struct]
    make: Callable[[Any], F]


def _span(span: Span | None) -> Json | None:
    return {"start": span.start, "end": span.end, "text": span.text} if span else None


def _of_span(data: SpanJson) -> Span:
    return Span(start=data.start, end=data.end, text=data.text)


def _name_body(name: Name) -> Json:
    span = name.span
    return {"type": name.type.value, "start": span.start, "end": span.end, "text": span.text}


def _name_of(data: NameJson) -> Name:
    return Name(id=data.id, document=data.document, type=data.type, span=_of_span(data), score=data.score)


def _statement_body(statement: Statement) -> Json:
    speaker = statement.speaker
    return {
        "source": _span(statement.source),
        "speaker": {
            "name": speaker.name,
            "how": speaker.how.value,
            "start": speaker.span.start,
            "end": speaker.span.end,
            "text": speaker.span.text,
        }
        if speaker
        else None,
        "cue": _span(statement.cue),
        "contents": [_span(content) for content in statement.contents],
        "mode": statement.mode.value,
        "act": statement.act.value,
        "via": [
            {"name": via.name, "start": via.span.start, "end": via.span.end, "text": via.span.text}
            for via in statement.via
        ],
        "block": statement.block.value,
        "why": statement.why,
    }


def _statement_of(data: StatementJson) -> Statement:
    speaker = data.speaker
    return Statement(
        id=data.id,
        document=data.document,
        source=_of_span(data.source) if data.source else None,
        speaker=Speaker(name=speaker.name, how=speaker.how, span=_of_span(speaker)) if speaker else None,
        cue=_of_span(data.cue) if data.cue else None,
        contents=tuple(_of_span(content) for content in data.contents),
        mode=data.mode,
        act=data.act,
        via=tuple(Via(name=via.name, span=_of_span(via)) for via in data.via),
        block=data.block,
        why=data.why,
        score=data.score,
    )


NAME: Kind[Name] = Kind(
    name="name",
    plural="names",
    record=Name,
    of=lambda extraction: extraction.names,
    body=_name_body,
    shape=NameJson,
    make=_name_of,
)
STATEMENT: Kind[Statement] = Kind(
    name="statement",
    plural="statements",
    record=Statement,
    of=lambda extraction: extraction.statements,
    body=_statement_body,
    shape=StatementJson,
    make=_statement_of,
)
KINDS: tuple[Kind[Any], ...] = (NAME, STATEMENT)
LATER: tuple[str, ...] = ("figures", "events", "moments", "places")  # in the contract, not read yet

_KIND_OF: dict[type, Kind[Any]] = {kind.record: kind for kind in KINDS}
_encoder = msgspec.json.Encoder()


def to_json(record: Record) -> Json:
    """Return a record as the JSON object of the contract; names and statements say which document's.

    >>> span = Span.of("in Kyiv", 3, 7)
    >>> to_json(Name(id="nam-1", document="doc-1", type=NameType.PLACE, span=span, score=0.9))
    {'id': 'nam-1', 'document': 'doc-1', 'type': 'place', 'start': 3, 'end': 7, \
'text': 'Kyiv', 'score': 0.9}
    """
    if isinstance(record, Document):
        return _document_json(record)
    body = _KIND_OF[type(record)].body(record)
    return {"id": record.id, "document": record.document, **body, "score": record.score}


def extraction_json(extraction: Extraction) -> Json:
    """Return one report as one object, its records in lists; they leave out the document above them."""
    listed: Json = {"document": to_json(extraction.document)}
    for kind in KINDS:
        listed[kind.plural] = [
            {"id": record.id, **kind.body(record), "score": record.score} for record in kind.of(extraction)
        ]
    return listed | {later: [] for later in LATER}


def from_json(data: object, of: type[R]) -> R:
    """Return the record that ``to_json`` made this object of; keys that we do not know are passed over.

    Raises:
        FormatError: a field is missing or not what it should be; the error names its path.
    """
    try:
        if issubclass(of, Document):
            record: Any = _document_of(msgspec.convert(data, DocumentJson))
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


def encode(data: object, *, indent: int = 0) -> str:
    """Return JSON text, on one line or indented; letters of every script stand as they are.

    >>> encode({"text": "Київ"})
    '{"text":"Київ"}'
    """
    raw = _encoder.encode(data)
    return (msgspec.json.format(raw, indent=indent) if indent else raw).decode()


def decode(text: str | bytes) -> object:
    """Return what a JSON text says, as built-in types.

    Raises:
        FormatError: it is not JSON; the error names the byte.
    """
    try:
        return msgspec.json.decode(text)
    except (msgspec.DecodeError, UnicodeError) as error:
        raise FormatError(f"this is not JSON: {error}", advice="mend the text at that place") from error


def _document_json(document: Document) -> Json:
    published = document.published
    return {
        "id": document.id,
        "text": document.text,
        "title": document.title,
        "published": published.when if published else None,
        "published_precision": published.precision.value if published else None,
        "published_found_in": published.found_in.value if published else None,
        "language": document.language,
        "url": document.url,
        "outlet": document.outlet,
        "byline": document.byline,
        "dateline": document.dateline,
        "origin": document.origin,
        "fetched": document.fetched,
        "version_of": document.version_of,
        "blocks": [
            {"kind": block.kind.value, "start": block.start, "end": block.end} for block in document.blocks
        ],
    }


def _published_of(data: DocumentJson) -> Published | None:
    if data.published is None:
        return None
    precision = data.published_precision or (Precision.MINUTE if "T" in data.published else Precision.DAY)
    found_in = data.published_found_in or FoundIn.FIELD
    return Published(when=data.published, precision=precision, found_in=found_in)


def _document_of(data: DocumentJson) -> Document:
    return Document(
        id=data.id,
        text=data.text,
        title=data.title,
        url=data.url,
        origin=data.origin,
        outlet=data.outlet,
        byline=data.byline,
        dateline=data.dateline,
        published=_published_of(data),
        fetched=data.fetched,
        language=data.language,
        version_of=data.version_of,
        blocks=tuple(Block(kind=block.kind, start=block.start, end=block.end) for block in data.blocks),
    )
