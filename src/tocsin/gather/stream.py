"""Standard input: one report of any kind, or JSON Lines; told by how it begins."""

import io
import json
import re
from collections.abc import Iterator
from typing import BinaryIO, Final

from tocsin.gather import kinds
from tocsin.gather.jsonl import read_lines
from tocsin.record import Capture, Failure

_ORIGIN: Final = "-"
_OBJECT: Final = re.compile(rb"(?:\xef\xbb\xbf)?\s*\{\s*(?:\"|$)")
_PAGE: Final = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<!--.*?-->\s*)*(?:<\?xml|<!doctype\s+html|<html)", re.IGNORECASE | re.DOTALL
)
_FRONT: Final = re.compile(rb"(?:\xef\xbb\xbf)?---\s*\n\w+:.*?\n---\s*\n", re.DOTALL)


def read_stream(stream: BinaryIO | None, *, fetched: str) -> Iterator[Capture | Failure]:
    """Yield what standard input holds: a capture, or one a line where each line is a JSON object."""
    if stream is None:
        yield kinds.failure(_ORIGIN, "there is no standard input", "give a file or a folder")
        return
    try:
        first = stream.readline(kinds.MAX_BYTES + 1)
        if _is_json(first):
            yield from read_lines(stream, origin=_ORIGIN, fetched=fetched, first=first)
            return
        body = first + stream.read(kinds.MAX_BYTES + 1 - len(first))
    except OSError as error:
        yield kinds.unreadable(_ORIGIN, error)
        return
    if len(body) > kinds.MAX_BYTES:
        yield kinds.too_large(_ORIGIN, "standard input")
    elif not body:
        yield kinds.failure(_ORIGIN, "standard input is empty", "pipe a report in, or give a file")
    elif _OBJECT.match(body) and not _is_json(body):
        # Not one object over several lines, so: lines, of which the first is broken.
        yield from read_lines(io.BytesIO(body), origin=_ORIGIN, fetched=fetched)
    else:
        yield kinds.capture(_ORIGIN, body, _media_type(body), fetched=fetched)


def _media_type(body: bytes) -> str:
    if _OBJECT.match(body):
        return kinds.JSON
    if _PAGE.match(body):
        return "text/html"
    return "text/markdown" if _FRONT.match(body) else "text/plain"


def _is_json(body: bytes) -> bool:
    """Tell whether a body is one JSON object, whole."""
    if not _OBJECT.match(body):
        return False
    try:
        return isinstance(json.loads(body.decode("utf-8-sig")), dict)
    except (ValueError, RecursionError):
        return False
