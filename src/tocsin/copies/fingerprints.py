"""The few hashes of a text by which others that share words with it are found (winnowing).

Of every ``window`` runs of ``gram`` words that follow one another, the one with the smallest hash is
kept (Schleimer, Wilkerson and Aiken 2003). So whatever ``window + gram - 1`` words two texts have in
common, they have a hash in common, too.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from tocsin.copies.words import Hashes, Offsets, Words

GRAM: Final = 5
WINDOW: Final = 12
_ODD: Final = 0x9E3779B97F4A7C15
_MIX: Final = np.uint64(0xFF51AFD7ED558CCD)
_SHIFT: Final = np.uint64(33)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Fingerprints:
    """Hashes with the number of the word that each begins at, in the order of the text."""

    hashes: Hashes
    positions: Offsets


def grams(hashes: Hashes, length: int) -> Hashes:
    """Return a hash of each run of so many words, in order; none where the text is shorter.

    >>> row = np.array([3, 1, 2, 3, 1, 2], dtype=np.uint64)
    >>> found = grams(row, 3)
    >>> len(found), bool(found[0] == found[3]), bool(found[0] == found[1])
    (4, True, False)
    """
    count = len(hashes) - length + 1
    if count <= 0:
        return np.empty(0, dtype=np.uint64)
    total = np.zeros(count, dtype=np.uint64)
    for place in range(length):
        total += hashes[place : place + count] * np.uint64(pow(_ODD, place, 1 << 64))
    total ^= total >> _SHIFT
    total *= _MIX
    return total ^ (total >> _SHIFT)


def fingerprint(row: Words, *, gram: int = GRAM, window: int = WINDOW) -> Fingerprints:
    """Return the hashes kept of a text; one shorter than a window keeps its smallest.

    A text shorter than a run is one run, so that it is found again where it stands alone.

    >>> from tocsin.copies.words import words
    >>> text = "the foreign ministers called on Moscow to end its provocations at once"
    >>> ours = fingerprint(words(f"On Monday {text}."), gram=3, window=4)
    >>> theirs = fingerprint(words(f"In a statement {text}, he said."), gram=3, window=4)
    >>> bool(np.isin(ours.hashes, theirs.hashes).any())
    True
    """
    found = grams(row.hashes, min(gram, max(1, len(row))))
    if not len(found):
        return Fingerprints(hashes=found, positions=np.empty(0, dtype=np.int64))
    width = min(window, len(found))
    # The last of equal hashes is kept, so that a run of them moves on as late as it can.
    smallest = width - 1 - sliding_window_view(found, width)[:, ::-1].argmin(axis=1)
    kept = np.unique(smallest + np.arange(len(smallest)))
    return Fingerprints(hashes=found[kept], positions=kept.astype(np.int64))
