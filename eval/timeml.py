"""TimeML documents as TempEval-3 gives them: text, day of creation, time expressions (TIMEX3)."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree.ElementTree import Element, parse

SETS = {"timebank": "TimeBank", "aquaint": "AQUAINT"}
FOLDER = "tempeval3/TBAQ-cleaned"


@dataclass(frozen=True, slots=True, kw_only=True)
class Timex:
    """A time expression [start, end) with its type (``DATE`` …) and value."""

    start: int
    end: int
    type: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeDocument:
    """One document; ``created`` is its day, ISO 8601."""

    id: str
    text: str
    created: str
    timexes: tuple[Timex, ...]


def files(folder: Path, name: str) -> list[Path]:
    """Return the files of a set in the data folder, in order; none where it holds none."""
    return sorted((folder / FOLDER / SETS[name]).glob("*.tml"))


def read(path: Path) -> TimeDocument:
    """Return a document; the creation time is no expression of its text.

    Raises:
        ValueError: the file has no text or no creation time.
    """
    root = parse(path).getroot()  # noqa: S314 - our own data folder
    body, created = root.find("TEXT"), root.find(".//DCT/TIMEX3")
    if body is None or created is None:
        raise ValueError(f"{path.name} has no TEXT or no DCT")
    pieces: list[str] = []
    timexes = tuple(_walk(body, pieces))
    return TimeDocument(
        id=path.stem, text="".join(pieces), created=(created.get("value") or "")[:10], timexes=timexes
    )


def _walk(element: Element, pieces: list[str]) -> Iterator[Timex]:
    start = sum(map(len, pieces))
    pieces.append(element.text or "")
    for child in element:
        yield from _walk(child, pieces)
        pieces.append(child.tail or "")
    if element.tag == "TIMEX3":
        yield Timex(
            start=start,
            end=sum(map(len, pieces)),
            type=element.get("type", ""),
            value=element.get("value", ""),
        )
