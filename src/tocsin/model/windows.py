"""Cutting texts of any length into overlapping windows, and joining their outputs again."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from tocsin.model.pieces import Pieces

START = 101  # "[CLS]": attention rests on a window's first place, so no word stands there
SIZE = 383  # pieces a window after the start mark, as trained
OVERLAP = 64  # so that a piece has at least half of this as context on either side
STEP = 16  # windows are padded to a multiple of this, so that few shapes occur

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Window:
    """Pieces [start, end) of text number ``text``; [keep_from, keep_to) of them are its own."""

    text: int
    start: int
    end: int
    keep_from: int
    keep_to: int

    @property
    def padded(self) -> int:
        """Length with the start mark, after padding."""
        return -(-(1 + self.end - self.start) // STEP) * STEP


def cut(text: int, pieces: int) -> list[Window]:
    """Return the fewest windows that cover a text, of equal length; each piece kept once.

    >>> [(w.start, w.end, w.keep_from, w.keep_to) for w in cut(0, 400)]
    [(0, 232, 0, 200), (168, 400, 200, 400)]
    """
    if not pieces:
        return []
    count = max(1, -(-(pieces - OVERLAP) // (SIZE - OVERLAP)))
    length = -(-(pieces + (count - 1) * OVERLAP) // count)
    starts = [round(i * (pieces - length) / max(1, count - 1)) for i in range(count)]
    edges = [0]
    for before, after in pairwise(starts):
        edges.append((before + length + after) // 2)
    edges.append(pieces)
    return [
        Window(text, start, min(start + length, pieces), edges[i], edges[i + 1])
        for i, start in enumerate(starts)
    ]


def batches(windows: Sequence[Window], budget: int) -> Iterator[list[Window]]:
    """Yield windows of like length together, longest first, at most ``budget`` pieces a batch."""
    batch: list[Window] = []
    for window in sorted(windows, key=lambda w: (-w.padded, w.text, w.start)):
        if batch and (len(batch) + 1) * batch[0].padded > budget:
            yield batch
            batch = []
        batch.append(window)
    if batch:
        yield batch


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """A batch as the session takes it: [rows, length] arrays, mask 1 on the start mark and on pieces."""

    ids: npt.NDArray[np.int32]
    shapes: npt.NDArray[np.int32]
    mask: npt.NDArray[np.float32]


def rows(batch: Sequence[Window], texts: Sequence[Pieces]) -> Rows:
    """Lay a batch's windows out as padded arrays."""
    size = (len(batch), batch[0].padded)
    ids, shapes = np.zeros(size, dtype=np.int32), np.zeros(size, dtype=np.int32)
    mask = np.zeros(size, dtype=np.float32)
    for row, window in enumerate(batch):
        pieces, places = texts[window.text], slice(1, 1 + window.end - window.start)
        ids[row, 0] = START
        ids[row, places] = pieces.ids[window.start : window.end]
        shapes[row, places] = pieces.shapes[window.start : window.end]
        mask[row, : places.stop] = 1.0
    return Rows(ids=ids, shapes=shapes, mask=mask)


def join(batch: Sequence[Window], output: Floats, into: Sequence[Floats]) -> None:
    """Write a batch's output [rows, length, columns] to the pieces that each window keeps."""
    for row, window in enumerate(batch):
        kept = slice(1 + window.keep_from - window.start, 1 + window.keep_to - window.start)
        into[window.text][window.keep_from : window.keep_to] = output[row, kept]
