"""Documents in JSON."""

import msgspec

from tocsin.codec.kinds import Json
from tocsin.record import Block, BlockKind, Document, FoundIn, Precision, Published


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


def document_json(document: Document) -> Json:
    """Return a document as JSON has it."""
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


def document_of(data: DocumentJson) -> Document:
    """Return the document that JSON has."""
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


def _published_of(data: DocumentJson) -> Published | None:
    if data.published is None:
        return None
    precision = data.published_precision or (Precision.MINUTE if "T" in data.published else Precision.DAY)
    found_in = data.published_found_in or FoundIn.FIELD
    return Published(when=data.published, precision=precision, found_in=found_in)
