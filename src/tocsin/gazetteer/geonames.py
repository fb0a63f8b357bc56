"""Read the files of a GeoNames dump, as they are published: text with tabs, zipped or not."""

import zipfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import TextIOWrapper
from pathlib import Path
from typing import Final, TextIO

from tocsin.errors import FormatError, SourceError

COLUMNS: Final = 19
_ADVICE: Final = "fetch the file from GeoNames again; it is the dump as published, not the postal codes"


@dataclass(frozen=True, slots=True, kw_only=True)
class Feature:
    """One line of a dump, as far as we use it."""

    id: str
    name: str
    others: tuple[str, ...]
    latitude: float
    longitude: float
    kind: tuple[str, str]  # class and code: ("P", "PPLC")
    country: str  # capital letters; "" at sea
    first: str  # code of the first-order division, "" where unknown
    second: str
    population: int


def features(path: Path) -> Iterator[Feature]:
    """Return the lines of a dump, one at a time.

    Raises:
        SourceError: the file cannot be read.
        FormatError: a line is not one of a GeoNames dump; the message names it.
    """
    for number, cells in tabbed(path):
        if len(cells) != COLUMNS:
            raise FormatError(
                f"{path}, line {number}: {len(cells)} columns where GeoNames has {COLUMNS}", advice=_ADVICE
            )
        try:
            yield Feature(
                id=f"geonames:{int(cells[0])}",
                name=cells[1],
                others=tuple(filter(None, (cells[2], *cells[3].split(",")))),
                latitude=float(cells[4]),
                longitude=float(cells[5]),
                kind=(cells[6], cells[7]),
                country=cells[8],
                first=cells[10],
                second=cells[11],
                population=int(cells[14] or 0),
            )
        except ValueError as error:
            raise FormatError(f"{path}, line {number}: {error}", advice=_ADVICE) from error


def tabbed(path: Path) -> Iterator[tuple[int, list[str]]]:
    """Return the lines of a file with their numbers, cut at the tabs; empty ones left out."""
    try:
        with _opened(path) as file:
            for number, line in enumerate(file, 1):
                if line.strip():
                    yield number, line.rstrip("\r\n").split("\t")
    except OSError as error:
        raise SourceError(
            f"{path} cannot be read: {error.strerror}", advice="check its name and permissions"
        ) from error
    except UnicodeDecodeError as error:
        raise FormatError(f"{path} is not in UTF-8 ({error.reason})", advice=_ADVICE) from error
    except zipfile.BadZipFile as error:
        raise FormatError(f"{path} is a damaged archive ({error})", advice=_ADVICE) from error


@contextmanager
def _opened(path: Path) -> Iterator[TextIO]:
    if path.suffix != ".zip":
        with path.open(encoding="utf-8", newline="\n") as file:
            yield file
        return
    with zipfile.ZipFile(path) as archive:
        member = _member(path, archive.infolist())
        with archive.open(member) as raw, TextIOWrapper(raw, encoding="utf-8", newline="\n") as file:
            yield file


def _member(path: Path, members: Iterable[zipfile.ZipInfo]) -> zipfile.ZipInfo:
    """Return the archive's table: GeoNames packs a readme beside it."""
    tables = [each for each in members if each.filename.endswith(".txt") and "readme" not in each.filename]
    if not tables:
        raise FormatError(f"{path} holds no table", advice=_ADVICE)
    return max(tables, key=lambda each: each.file_size)
