"""Sources to file paths: files, folders, globs."""

import glob
import os
import stat
from collections.abc import Iterator
from pathlib import Path

from tocsin.gather import kinds
from tocsin.record import Failure


def find(source: str) -> Iterator[Path | Failure]:
    """Yield the files that a source names, in an order that depends on names alone."""
    if "://" in source:
        yield kinds.failure(source, "web addresses are not read", "save the page and give the file")
        return
    path = Path(source)
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError) as error:
        # A file may be called "a[1].txt": what exists is never taken for a glob.
        if glob.has_magic(source) and not isinstance(error, PermissionError):
            yield from _matches(source)
        else:
            yield kinds.unreadable(kinds.origin_of(path), error)
        return
    if stat.S_ISDIR(mode):
        yield from _folder(path)
    else:
        yield _explicit(path, mode)


def _explicit(path: Path, mode: int) -> Path | Failure:
    """Return a file that was named, or why it is not read."""
    origin = kinds.origin_of(path)
    if not stat.S_ISREG(mode):
        return kinds.failure(origin, "not a regular file", "pipe it in with -")
    found = kinds.suffix(path)
    return path if found in kinds.MEDIA_TYPES else kinds.unknown_suffix(origin, found)


def _matches(pattern: str) -> Iterator[Path | Failure]:
    """Yield what a glob finds; a folder that it finds is read whole."""
    empty = True
    for name in sorted(glob.glob(pattern, recursive=True)):  # noqa: PTH207 - pathlib refuses absolute patterns
        path = Path(name)
        if path.is_dir():
            found = [] if "**" in pattern else list(_walk(path))
        else:
            found = [path] if kinds.suffix(path) in kinds.MEDIA_TYPES else []
        empty = empty and not found
        yield from found
    if empty:
        yield kinds.nothing_readable(pattern, "nothing that can be read matches")


def _folder(folder: Path) -> Iterator[Path | Failure]:
    """Yield all readable files of a folder, or the failure that it has none."""
    empty = True
    for found in _walk(folder):
        empty = False
        yield found
    if empty:
        yield kinds.nothing_readable(kinds.origin_of(folder), "the folder holds nothing that can be read")


def _walk(folder: Path) -> Iterator[Path | Failure]:
    """Yield the readable files under a folder; links are followed, but no folder is entered twice."""
    entered: set[tuple[int, int]] = set()
    waiting = [folder]
    while waiting:
        path = waiting.pop()
        known = kinds.suffix(path) in kinds.MEDIA_TYPES
        try:
            about = path.stat()
            if stat.S_ISDIR(about.st_mode):
                known = True
                if (about.st_dev, about.st_ino) not in entered:
                    entered.add((about.st_dev, about.st_ino))
                    waiting.extend(_children(path))
            elif known and stat.S_ISREG(about.st_mode):
                yield path
        except OSError as error:
            if known:  # a dead link to something we would not read is nobody's loss
                yield kinds.unreadable(kinds.origin_of(path), error)


def _children(folder: Path) -> list[Path]:
    """Return what a folder shows, last name first: the order in which a stack gives it back sorted."""
    with os.scandir(folder) as entries:
        names = [entry.name for entry in entries if not entry.name.startswith(".")]
    return [folder / name for name in sorted(names, reverse=True)]
