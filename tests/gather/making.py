"""Files for the tests of gather."""

from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO

from tocsin.gather import gather
from tocsin.record import Capture, Failure

FETCHED = "2021-04-16T08:00:00+00:00"
REPORT = "Kyiv denies it, the ministry said on Tuesday.\n"


def write(folder: Path, name: str, content: str | bytes = REPORT) -> Path:
    """Write a file, and the folders that it needs."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def gathered(*sources: Path | str, stdin: BinaryIO | None = None) -> list[Capture | Failure]:
    """Gather everything."""
    return list(gather([str(source) for source in sources], stdin=stdin, fetched=FETCHED))


def captures(found: Iterable[Capture | Failure]) -> list[Capture]:
    """Return the captures; there must be no failures."""
    kept = list(found)
    assert not [item for item in kept if isinstance(item, Failure)]
    return [item for item in kept if isinstance(item, Capture)]


def only_failure(found: Iterable[Capture | Failure]) -> Failure:
    """Return the one failure that is all there is."""
    (item,) = found
    assert isinstance(item, Failure)
    assert item.stage == "gather"
    assert item.cause
    assert item.advice
    return item
