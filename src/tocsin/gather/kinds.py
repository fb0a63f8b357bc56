"""Which files are read, how large they may be, and how captures and failures are made."""

import hashlib
from pathlib import PurePath
from types import MappingProxyType
from typing import Final

from tocsin.record import Capture, Failure

MAX_BYTES: Final = 20 * 1024 * 1024  # the longest report we know of has a tenth of a megabyte
LINES: Final = ".jsonl"
JSON: Final = "application/json"
MEDIA_TYPES: Final = MappingProxyType(
    {
        ".txt": "text/plain",
        ".md": "text/markdown",
        ".html": "text/html",
        ".htm": "text/html",
        ".json": JSON,
        LINES: JSON,
    }
)
SUFFIXES: Final = tuple(MEDIA_TYPES)
_TOLD: Final = f"{', '.join(SUFFIXES[:-1])} and {SUFFIXES[-1]}"


def suffix(path: PurePath | str) -> str:
    """Return the suffix that decides how a file is read.

    >>> suffix("Report.HTML")
    '.html'
    """
    return PurePath(path).suffix.lower()


def origin_of(path: PurePath) -> str:
    """Return a path as text that can be stored: bytes that are no UTF-8 are written out."""
    return str(path).encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def capture(origin: str, body: bytes, media_type: str, *, fetched: str) -> Capture:
    """Return a capture with its digest."""
    return Capture(
        origin=origin,
        body=body,
        media_type=media_type,
        sha256=hashlib.sha256(body).hexdigest(),
        fetched=fetched,
    )


def failure(origin: str, cause: str, advice: str) -> Failure:
    """Return a failure of this stage."""
    return Failure(origin=origin, stage="gather", cause=cause, advice=advice)


def unknown_suffix(origin: str, found: str) -> Failure:
    """Return the failure of a file whose name does not say how to read it."""
    what = f"files ending in {found} are not read" if found else "a file name without a suffix is not read"
    return failure(origin, what, f"tocsin reads {_TOLD}; rename the file, or pipe it in with -")


def nothing_readable(origin: str, what: str) -> Failure:
    """Return the failure of a folder or glob that holds no report."""
    return failure(origin, what, f"tocsin reads {_TOLD}; hidden files are left out")


def too_large(origin: str, what: str, size: int | None = None) -> Failure:
    """Return the failure of a file or line over the limit."""
    limit = f"{MAX_BYTES // 1024 // 1024} MB"
    told = f" ({size / 1024 / 1024:.0f} MB)" if size else ""
    advice = "split it into single reports, or write one report a line in a .jsonl file"
    return failure(origin, f"{what}{told} is over the limit of {limit} for one report", advice)


def empty(origin: str) -> Failure:
    """Return the failure of a file of no bytes."""
    return failure(origin, "the file is empty", "check how it was saved; there is nothing in it")


def unreadable(origin: str, error: OSError | ValueError) -> Failure:
    """Return the failure of what the system will not read, in the system's words."""
    cause = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    match error:
        case PermissionError():
            advice = "give yourself the right to read it (chmod u+r), or leave it out"
        case FileNotFoundError():
            advice = "check the path; a relative path starts at the current folder"
        case _:
            advice = "check the path and the disk, then read it again; what is known is not read twice"
    return failure(origin, cause.lower() if cause[:2].istitle() else cause, advice)
