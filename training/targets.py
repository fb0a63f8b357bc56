"""Examples to windows: rows of pieces with a target for each head."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from tocsin.model.heads import ATTRIBUTION, NAMES
from tocsin.model.pieces import PieceMaker, Pieces
from training.data import Example

UNKNOWN = -100
Ints = npt.NDArray[np.int32]
PieceSpan = tuple[int, int]  # first and last piece


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """The pieces of one example and their targets; UNKNOWN where nothing is annotated."""

    pieces: Pieces
    attribution: Ints
    names: Ints
    sentences: Ints
    contents: tuple[tuple[PieceSpan, PieceSpan], ...]  # content, its cue
    cues: tuple[tuple[PieceSpan, PieceSpan | None], ...]  # cue, its source
    linked: bool

    def __len__(self) -> int:
        return len(self.pieces)


def piece_span(pieces: Pieces, start: int, end: int) -> PieceSpan | None:
    """Return the first and last piece that start inside [start, end) code points."""
    first = int(np.searchsorted(pieces.starts, start))
    after = int(np.searchsorted(pieces.starts, end))
    return (first, after - 1) if after > first else None


def label(example: Example, pieces: Pieces) -> Labelled:
    """Return the targets of an example."""
    size = len(pieces)
    attribution, names, sentences = (np.full(size, UNKNOWN, dtype=np.int32) for _ in range(3))
    contents, cues = [], []
    if example.attributions is not None:
        attribution[:] = 0
        for item in example.attributions:
            roles = {"source": item.sources, "cue": item.cues, "content": item.contents}
            found: dict[str, list[PieceSpan]] = {}
            for role, spans in roles.items():
                places = [piece_span(pieces, s, e) for s, e in spans]
                found[role] = [p for p in places if p]
                paint(attribution, ATTRIBUTION.tags, role, found[role])
            for cue in found["cue"][:1]:
                contents += [(content, cue) for content in found["content"]]
                cues.append((cue, found["source"][0] if found["source"] else None))
    if example.names is not None:
        names[:] = 0
        for start, end, kind in example.names:
            place = piece_span(pieces, start, end)
            paint(names, NAMES.tags, kind, [place] if place else [])
    if example.sentences is not None:
        sentences[:] = 0
        for start in example.sentences:
            place = piece_span(pieces, start, len(example.text))
            if place:
                sentences[place[0]] = 1
    return Labelled(
        pieces=pieces, attribution=attribution, names=names, sentences=sentences,
        contents=tuple(contents), cues=tuple(cues), linked=example.attributions is not None,
    )  # fmt: skip


def paint(row: Ints, tags: tuple[str, ...], role: str, spans: Iterable[PieceSpan]) -> None:
    """Write the BIO tags of spans into a row, in place."""
    for first, last in spans:
        if row[first : last + 1].any():
            continue  # a few annotations overlap; a piece has one role, the first one's
        row[first] = tags.index(f"B-{role}")
        row[first + 1 : last + 1] = tags.index(f"I-{role}")


def labelled(examples: Iterable[Example], maker: PieceMaker) -> list[Labelled]:
    """Return the targets of all examples that have any pieces."""
    kept = list(examples)
    return [
        label(example, pieces)
        for example, pieces in zip(kept, maker([e.text for e in kept]), strict=True)
        if len(pieces)
    ]


@dataclass(frozen=True, slots=True)
class Window:
    """Pieces [start, end) of a labelled example."""

    source: Labelled
    start: int
    end: int


def windows(items: Iterable[Labelled], size: int, random: np.random.Generator) -> list[Window]:
    """Cut examples into windows of at most ``size`` pieces; the first cut falls at random."""
    cut: list[Window] = []
    for item in items:
        start = 0
        end = len(item) if len(item) <= size else int(random.integers(size // 2, size + 1))
        while start < len(item):
            cut.append(Window(item, start, min(end, len(item))))
            start, end = end, end + size
    return cut
