"""What a third report tells of a copy: whoever has the same words and credits an agency tells the source."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from tocsin.copies.credits import Credit, Origin
from tocsin.record import Span, Weight
from tocsin.record.copy import Copy, CopyKind, Direction, Shared

_HELD: Final = 0.6  # of what two share, that the third must have, too
_SCORE: Final = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class _Held:
    """What a credited report has of another one."""

    by: str
    credit: Credit
    where: tuple[Span, ...]


def credited(
    copies: Sequence[Copy], origins: Mapping[str, Origin], names: Mapping[str, str]
) -> tuple[Copy, ...]:
    """Return the copies, told to be an agency's where a third report has the same words and credits it.

    Nothing else of them changes, and none whose source is told already. ``names`` are what reasons
    call a report by its id.
    """
    held: dict[str, list[_Held]] = defaultdict(list)
    for copy in copies:
        for by, of, mine in ((copy.left, copy.right, False), (copy.right, copy.left, True)):
            credit = next((one for one in origins[by].credits if one.agency), None)
            where = tuple(_spans(copy, left=mine))
            if credit and where:
                held[of].append(_Held(by=by, credit=credit, where=where))
    return tuple(_with_third(copy, held, names) for copy in copies)


def _with_third(copy: Copy, held: Mapping[str, Sequence[_Held]], names: Mapping[str, str]) -> Copy:
    if copy.kind not in (CopyKind.TEXT, CopyKind.SYNDICATION) or copy.direction is Direction.COMMON:
        return copy
    ours = {one.by: one for one in held.get(copy.left, ()) if one.by != copy.right}
    theirs = {one.by: one for one in held.get(copy.right, ()) if one.by in ours}
    left, right = tuple(_spans(copy, left=True)), tuple(_spans(copy, left=False))
    for by in sorted(theirs):
        if _part(left, ours[by].where) >= _HELD and _part(right, theirs[by].where) >= _HELD:
            agency = ours[by].credit.name
            why = f"{names.get(by, by)} has the same words and credits {agency}"
            reason = Weight(part="credit", value=0.0, why=why)
            return replace(
                copy,
                kind=CopyKind.WIRE,
                direction=Direction.COMMON,
                source=agency,
                score=_SCORE,
                reasons=(reason, *copy.reasons),
                why=why,
            )
    return copy


def _spans(copy: Copy, *, left: bool) -> Iterator[Span]:
    return (one.left if left else one.right for one in copy.passages if one.shared is Shared.TEXT)


def _part(of: Sequence[Span], in_: Sequence[Span]) -> float:
    """Return how much of some stretches lies in others.

    >>> text = "Three bridges were closed."
    >>> _part([Span.of(text, 0, 10)], [Span.of(text, 5, 20)])
    0.5
    """
    total = sum(one.end - one.start for one in of)
    both = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in of for b in in_)
    return both / total if total else 0.0
