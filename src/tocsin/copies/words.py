"""A text as a row of numbers, one a word, with the place of each."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from operator import methodcaller
from typing import Final

import numpy as np
from numpy.typing import NDArray
from xxhash import xxh3_64_intdigest

Hashes = NDArray[np.uint64]
Offsets = NDArray[np.int64]

# A number with its marks is one word; scripts that set no spaces give a word for each sign.
_SIGNS: Final = r"\u0e00-\u0e7f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_WORD: Final = re.compile(rf"([{_SIGNS}]|\d+(?:[.,:]\d+)*|[^\W_{_SIGNS}]+(?:['’][^\W_{_SIGNS}]+)*)")
_ENCODED: Final = methodcaller("encode", "utf-8", "surrogatepass")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Words:
    """The words of a text: a hash of each without regard to case, and where each starts and ends."""

    hashes: Hashes
    starts: Offsets
    ends: Offsets

    def __len__(self) -> int:
        return len(self.hashes)


def words(text: str) -> Words:
    """Return the words of a text.

    >>> row = words("Kyiv’s 80,000, KYIV'S")
    >>> list(zip(row.starts.tolist(), row.ends.tolist())), bool(row.hashes[0] == row.hashes[2])
    ([(0, 6), (7, 13), (15, 21)], True)
    """
    low = text.lower()
    if len(low) != len(text):  # a few capitals become two letters: keep the places
        low = "".join(one if len(one := sign.lower()) == 1 else sign for sign in text)
    low = low.replace("’", "'")
    parts = _WORD.split(low)  # what is between, a word, and so on: faster than a match for each
    found = parts[1::2]
    edges = np.fromiter(map(len, parts), np.int64, len(parts)).cumsum()
    hashes = np.fromiter(map(xxh3_64_intdigest, map(_ENCODED, found)), np.uint64, len(found))
    return Words(hashes=hashes, starts=edges[:-1:2].copy(), ends=edges[1::2].copy())


def inside(row: Words, stretches: Sequence[tuple[int, int]]) -> NDArray[np.bool_]:
    """Return for each word whether it starts within one of the stretches, which may overlap.

    >>> inside(words("He said “no way” twice"), [(8, 16)]).tolist()
    [False, False, True, True, False]
    """
    steps = np.zeros(len(row) + 1, dtype=np.int64)
    for start, end in stretches:
        first, after = np.searchsorted(row.starts, (start, end))
        steps[first] += 1
        steps[after] -= 1
    return np.cumsum(steps[:-1]) > 0
