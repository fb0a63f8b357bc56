"""Which statement's words hold a stretch of text: the ground of nested attributions."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Self

from tocsin.extract.drafts import Draft


@dataclass(frozen=True, slots=True)
class Holders:
    """Contents in order, to ask which statement's words hold a stretch of text."""

    contents: tuple[tuple[int, int, int], ...]  # start, end, number of the draft
    starts: tuple[int, ...]
    reach: tuple[int, ...]  # the furthest end so far

    @classmethod
    def of(cls, found: Sequence[Draft]) -> Self:
        """Return the contents of drafts, the widest first among those that start together."""
        contents = sorted(
            ((s, e, number) for number, draft in enumerate(found) for s, e in draft.contents),
            key=lambda c: (c[0], -c[1], c[2]),
        )
        return cls(
            tuple(contents), tuple(c[0] for c in contents), tuple(accumulate((c[1] for c in contents), max))
        )

    def holder(self, draft: Draft, number: int) -> int | None:
        """Return the attribution one of whose contents is the narrowest around all of a draft.

        ``number`` is the draft's own. Two equal contents do not hold one another.
        """
        start, end = draft.start, draft.end
        only = draft.contents if draft.source is None and draft.cue is None else ()
        at = bisect_right(self.starts, start) - 1
        while at >= 0 and self.reach[at] >= end:
            left, right, other = self.contents[at]
            if right >= end and other != number and (left, right) not in only:
                return other
            at -= 1
        return None

    def holds(self, offset: int) -> bool:
        """Tell whether a code point is some content's."""
        at = bisect_right(self.starts, offset) - 1
        return at >= 0 and self.reach[at] > offset
