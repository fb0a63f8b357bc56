"""A file to captures: one, or one a line for JSON Lines."""

from collections.abc import Iterator
from pathlib import Path

from tocsin.gather import kinds
from tocsin.gather.jsonl import read_lines
from tocsin.record import Capture, Failure


def read_file(path: Path, *, fetched: str) -> Iterator[Capture | Failure]:
    """Yield the captures of a file whose suffix is known, or why there are none.

    No more than the limit is held in memory, whatever the file's size.
    """
    origin = kinds.origin_of(path)
    try:
        if kinds.suffix(path) == kinds.LINES:
            with path.open("rb") as stream:
                yield from read_lines(stream, origin=origin, fetched=fetched)
        else:
            yield _whole(path, origin, fetched=fetched)
    except OSError as error:
        yield kinds.unreadable(origin, error)


def _whole(path: Path, origin: str, *, fetched: str) -> Capture | Failure:
    size = path.stat().st_size
    if size > kinds.MAX_BYTES:
        return kinds.too_large(origin, "the file", size)
    with path.open("rb") as stream:
        body = stream.read(kinds.MAX_BYTES + 1)  # it may have grown since
    if len(body) > kinds.MAX_BYTES:
        return kinds.too_large(origin, "the file")
    if not body:
        return kinds.empty(origin)
    return kinds.capture(origin, body, kinds.MEDIA_TYPES[kinds.suffix(path)], fetched=fetched)
