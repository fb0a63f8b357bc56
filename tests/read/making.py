"""Captures for the tests of read."""

import hashlib
from collections.abc import Sequence

from tocsin.read import read
from tocsin.read.blocks import find_blocks
from tocsin.record import Block, BlockKind, Capture, Document, Hints

TYPES = {"txt": "text/plain", "md": "text/markdown", "html": "text/html", "json": "application/json"}

FIRST = (
    "The ministry denied on Tuesday that its soldiers had crossed the river, and said that nobody had asked."
)
SECOND = "“Nobody crossed anything,” its spokesman told reporters in the capital, “and nobody will.”"
LAST = "The other side says that it has photographs, and that it will show them when the talks begin."


def capture(body: str | bytes, origin: str = "report.txt", *, hints: Hints | None = None) -> Capture:
    """Return a capture of a body; its type follows the origin's suffix."""
    data = body.encode() if isinstance(body, str) else body
    suffix = origin.split(":", maxsplit=1)[0].rpartition(".")[2].replace("jsonl", "json")
    return Capture(
        origin=origin,
        body=data,
        media_type=TYPES[suffix],
        sha256=hashlib.sha256(data).hexdigest(),
        fetched="2021-04-16T08:00:00+00:00",
        hints=hints or Hints(),
    )


def document(body: str | bytes, origin: str = "report.txt", **options: str) -> Document:
    """Read a body."""
    return read(capture(body, origin), options=Hints(**options))


def shown(text: str, blocks: Sequence[Block]) -> list[tuple[str, str]]:
    """Return kind and words of each block."""
    return [(block.kind.value, text[block.start : block.end]) for block in blocks]


def words_of(report: Document, kind: BlockKind) -> list[str]:
    """Return the words of the blocks of one kind."""
    return [report.text[block.start : block.end] for block in report.blocks if block.kind is kind]


def kinds(text: str, *, title: str | None = None, markdown: bool = False) -> list[str]:
    """Return the kinds of a text's blocks."""
    return [block.kind.value for block in find_blocks(text, title=title, markdown=markdown)]


def kind_of(line: str, *, markdown: bool = False) -> str:
    """Return what a line is when it stands between two paragraphs."""
    text = f"{FIRST}\n\n{line}\n\n{SECOND}\n\n{LAST}"
    found = shown(text, find_blocks(text, markdown=markdown))
    return next(kind for kind, words in found if line.startswith(words))
