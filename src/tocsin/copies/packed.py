"""A run of the index as rows of bytes, and back: what a case keeps of it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from tocsin.copies.runs import Run

CHUNK: Final = 1024  # postings of a row: 8 KiB


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A piece of a run: all arrays little-endian, eight bytes each number.

    ``members`` and ``postings`` are cut apart; a row of either kind says by ``low`` where it begins.
    """

    first: int  # the run's reports, [first, after) by arrival
    after: int
    part: str  # "members": number, digest and size of each; "postings"
    low: int
    data: bytes


def pack(run: Run) -> Iterator[Row]:
    """Yield a run's rows; keys are left out, a case has them beside its documents.

    >>> from tocsin.copies.runs import added, entry
    >>> (run,) = added((), 0, entry("2021", 5, np.array([7 << 24], dtype=np.uint64)))
    >>> [(row.part, row.low, len(row.data)) for row in pack(run)]
    [('members', 0, 24), ('postings', 0, 8)]
    """
    members = np.stack((run.numbers.astype(np.uint64), run.digests, run.sizes.astype(np.uint64)), axis=1)
    for part, rows in (("members", members), ("postings", run.postings)):
        for low in range(0, len(rows), CHUNK):
            data = rows[low : low + CHUNK].astype("<u8", copy=False).tobytes()
            yield Row(first=run.first, after=run.after, part=part, low=low, data=data)


def unpack(rows: Sequence[Row], keys: Mapping[int, str]) -> Run:
    """Return the run that all its rows make; ``keys`` has ``Report.key`` by number of arrival."""
    first, after = rows[0].first, rows[0].after
    parts = {
        part: np.frombuffer(
            b"".join(row.data for row in sorted(rows, key=lambda row: row.low) if row.part == part), "<u8"
        ).astype(np.uint64)
        for part in ("members", "postings")
    }
    members = parts["members"].reshape(-1, 3)
    numbers = members[:, 0].astype(np.int64)
    return Run(
        first=first,
        after=after,
        keys=tuple(keys[n] for n in numbers.tolist()),
        numbers=numbers,
        digests=members[:, 1].copy(),
        sizes=members[:, 2].astype(np.int64),
        postings=parts["postings"],
    )
