"""Which moment stands within a span: for the periods of figures and the dates of events."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Self

from tocsin.record import Moment, When


@dataclass(frozen=True, slots=True)
class MomentIndex:
    """The moments of one report by where they start."""

    moments: Sequence[Moment]
    starts: Sequence[int]

    @classmethod
    def of(cls, moments: Iterable[Moment]) -> Self:
        """Return an index over moments."""
        ordered = sorted(moments, key=lambda moment: (moment.span.start, -moment.span.end))
        return cls(ordered, [moment.span.start for moment in ordered])

    def within(self, start: int, end: int) -> tuple[Moment, ...]:
        """Return the moments that lie within [start, end), in order; none that lies in another of them."""
        found: list[Moment] = []
        for moment in self.moments[bisect_left(self.starts, start) : bisect_left(self.starts, end)]:
            if moment.span.end <= end and not (found and moment.span.end <= found[-1].span.end):
                found.append(moment)
        return tuple(found)

    def at(self, start: int, end: int) -> Moment | None:
        """Return the moment within [start, end): the first dated one, else the first; None without any."""
        found = self.within(start, end)
        return next((m for m in found if m.first or m.last), found[0] if found else None)


def moment_at(moments: Iterable[Moment], start: int, end: int) -> Moment | None:
    """Return the moment that stands within [start, end), as ``MomentIndex.at`` does."""
    return MomentIndex.of(moments).at(start, end)


def when(moment: Moment) -> When:
    """Return a moment as the time of a figure or an event."""
    return When(span=moment.span, moment=moment.id, first=moment.first, last=moment.last)
