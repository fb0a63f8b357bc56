"""1 GATHER: bytes from the world, as they came. All reading from disk and streams happens here."""

from collections.abc import Iterator, Sequence
from typing import BinaryIO

from tocsin.gather.files import read_file
from tocsin.gather.find import find
from tocsin.gather.kinds import MAX_BYTES, SUFFIXES
from tocsin.gather.stream import read_stream
from tocsin.record import Capture, Failure

__all__ = ["MAX_BYTES", "SUFFIXES", "gather"]


def gather(sources: Sequence[str], *, stdin: BinaryIO | None, fetched: str) -> Iterator[Capture | Failure]:
    """Yield every report that the sources hold, and a Failure for each that could not be had.

    A source is a file, a folder (read with all its folders, sorted by name; hidden files are left
    out), a glob, or ``-`` for ``stdin``. A ``.jsonl`` file yields a capture a line. A file that
    several sources name is yielded once. Nothing is raised for a bad file.
    """
    seen: set[str] = set()
    for source in sources:
        if source == "-":
            if source not in seen:
                yield from read_stream(stdin, fetched=fetched)
            seen.add(source)
            continue
        for found in find(source):
            if isinstance(found, Failure):
                yield found
            elif (place := str(found.resolve())) not in seen:
                seen.add(place)
                yield from read_file(found, fetched=fetched)
