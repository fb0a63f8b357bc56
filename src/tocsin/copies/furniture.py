"""What an outlet prints under everything: invitations, notices, disclaimers that no reader took away.

They are told by where they stand: in several reports of one outlet that have little else in common.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from tocsin.copies.families import roots
from tocsin.copies.passages import ALONE
from tocsin.copies.reports import Extent
from tocsin.record import Span
from tocsin.record.copy import Copy, CopyKind, Passage, Shared

OFTEN: Final = 3  # other reports of the outlet that have it, too
LITTLE: Final = 0.25  # of either report's words: above it, one is a version of the other
ONE: Final = 0.9  # of both: they are one text
_MOSTLY: Final = 0.6  # of a passage


def furniture(copies: Sequence[Copy], houses: Mapping[str, str]) -> Mapping[str, tuple[Extent, ...]]:
    """Return by report the stretches that its outlet prints under everything.

    ``houses`` tells by report whose it is: the house, or the outlet where no house is known. Versions of
    one text count once, so a copy of a report makes nothing furniture.
    """
    ids = {id_ for copy in copies for id_ in (copy.left, copy.right)}
    home = roots(ids, copies)
    held: dict[str, dict[str, list[Span]]] = defaultdict(lambda: defaultdict(list))
    for copy in copies:
        same = houses.get(copy.left) is not None and houses.get(copy.left) == houses.get(copy.right)
        if same and max(copy.left_share, copy.right_share) < LITTLE:
            for one in copy.passages:
                if one.shared is Shared.TEXT:
                    held[copy.left][home[copy.right]].append(one.left)
                    held[copy.right][home[copy.left]].append(one.right)
    found = {id_: tuple(_often(where.values())) for id_, where in held.items()}
    return {id_: where for id_, where in found.items() if where}


def without(copies: Sequence[Copy], found: Mapping[str, tuple[Extent, ...]]) -> tuple[Copy, ...]:
    """Return the copies without passages that are furniture on either side, and none that has no other.

    Two that are one text, but for a tenth of it, stay as they are.
    """
    return tuple(left for copy in copies if (left := _without(copy, found)))


def _often(by_text: Iterable[Sequence[Span]]) -> Iterator[Extent]:
    """Yield what lies in spans of ``OFTEN`` texts or more.

    >>> text = "Read all of it here"
    >>> three = [[Span.of(text, 0, 9), Span.of(text, 2, 9)], [Span.of(text, 4, 9)], [Span.of(text, 2, 8)]]
    >>> list(_often(three))
    [(4, 8)]
    """
    spans = [each for where in by_text for each in _united(where)]
    depth = start = 0
    for at, step in sorted([(start, 1) for start, _ in spans] + [(end, -1) for _, end in spans]):
        if step == 1 and depth == OFTEN - 1:
            start = at
        if step == -1 and depth == OFTEN:
            yield start, at
        depth += step


def _united(where: Sequence[Span]) -> Iterator[Extent]:
    """Yield where spans of one text lie, no place twice."""
    until = 0
    for one in sorted(where, key=lambda each: (each.start, each.end)):
        start = max(one.start, until)
        if start < one.end:
            yield start, one.end
            until = one.end


def _without(copy: Copy, found: Mapping[str, tuple[Extent, ...]]) -> Copy | None:
    if min(copy.left_share, copy.right_share) >= ONE:
        return copy
    ours, theirs = found.get(copy.left, ()), found.get(copy.right, ())
    kept = tuple(one for one in copy.passages if not (_is(one.left, ours) or _is(one.right, theirs)))
    if len(kept) == len(copy.passages):
        return copy
    if not any(one.shared is Shared.TEXT and one.same >= ALONE for one in kept):
        kept = tuple(one for one in kept if one.shared is Shared.SPEECH)  # text counts in company alone
    if not kept:
        return None
    left, right = _part(kept, copy.passages)
    text = any(one.shared is Shared.TEXT for one in kept)
    made = replace(
        copy,
        passages=kept,
        left_share=round(copy.left_share * left, 4),
        right_share=round(copy.right_share * right, 4),
    )
    return (
        made if text else replace(made, kind=CopyKind.QUOTATION, why="they share nothing but quoted speech")
    )


def _is(where: Span, furniture_: Sequence[Extent]) -> bool:
    held = sum(max(0, min(where.end, end) - max(where.start, start)) for start, end in furniture_)
    return held >= _MOSTLY * (where.end - where.start)


def _part(kept: Sequence[Passage], of: Sequence[Passage]) -> tuple[float, float]:
    """Return how much of the text in some passages is in others, on either side."""
    ours, all_ours = (
        sum(_size(one.left) for one in each if one.shared is Shared.TEXT) for each in (kept, of)
    )
    theirs, all_theirs = (
        sum(_size(one.right) for one in each if one.shared is Shared.TEXT) for each in (kept, of)
    )
    return (ours / all_ours if all_ours else 0.0), (theirs / all_theirs if all_theirs else 0.0)


def _size(where: Span) -> int:
    return where.end - where.start
