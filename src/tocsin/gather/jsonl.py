"""JSON Lines: a report a line, read line by line, so that a file may be of any size."""

import codecs
from collections.abc import Iterator
from typing import BinaryIO, Final

from tocsin.gather import kinds
from tocsin.record import Capture, Failure

_CHUNK: Final = 1 << 20
_UTF16: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def read_lines(
    stream: BinaryIO, *, origin: str, fetched: str, first: bytes = b""
) -> Iterator[Capture | Failure]:
    """Yield a capture for each line that is not blank, with the origin ``origin:LINE``.

    A line over the limit is a Failure of its own and is never held in memory whole. ``first`` is
    a first line that was already taken from the stream.
    """
    empty = True
    for number, line in _bounded(stream, first):
        if number == 1 and line is not None:
            if line.startswith(_UTF16):
                advice = "convert it: iconv -f UTF-16 -t UTF-8 FILE"
                yield kinds.failure(origin, "the file is in UTF-16; JSON Lines is UTF-8", advice)
                return
            line = line.removeprefix(codecs.BOM_UTF8)  # noqa: PLW2901 - the mark is no part of the line
        if line is None:
            empty = False
            yield kinds.too_large(f"{origin}:{number}", "the line")
        elif line.strip():
            empty = False
            yield kinds.capture(f"{origin}:{number}", line.rstrip(b"\r\n"), kinds.JSON, fetched=fetched)
    if empty:
        yield kinds.empty(origin)


def _bounded(stream: BinaryIO, first: bytes) -> Iterator[tuple[int, bytes | None]]:
    """Yield number and bytes of each line; None for a line that is too long, which is skipped."""
    number = 0
    line = first or stream.readline(kinds.MAX_BYTES + 1)
    while line:
        number += 1
        if len(line) > kinds.MAX_BYTES and not line.endswith(b"\n"):
            rest = line
            while rest and not rest.endswith(b"\n"):
                rest = stream.readline(_CHUNK)
            yield number, None
        else:
            yield number, line
        line = stream.readline(kinds.MAX_BYTES + 1)
