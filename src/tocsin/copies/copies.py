"""What two reports have of one another: the pure whole of the stage for one pair."""

from collections.abc import Iterable
from typing import Final

import numpy as np

from tocsin.copies.credits import origin
from tocsin.copies.direction import Side, direction
from tocsin.copies.kinds import kind_of
from tocsin.copies.passages import passages
from tocsin.copies.publishers import Publishers
from tocsin.copies.reports import Prepared
from tocsin.copies.words import inside
from tocsin.record import Span
from tocsin.record.copy import Copy, Shared

VERSION: Final = "copies@1"  # of all that tells what is found: made anew where it changes


def compare(one: Prepared, other: Prepared, known: Publishers) -> Copy | None:
    """Return what two reports have in common; None where that is nothing.

    The one whose id comes first is the left one, in whichever order the two come.
    """
    left, right = sorted((one, other), key=lambda each: each.report.id)
    found = passages(left, right)
    if not found:
        return None
    text = [each for each in found if each.shared is Shared.TEXT]
    sides = (
        Side(
            report=left.report,
            share=share(left, [each.left for each in text]),
            origin=origin(left.report, known),
        ),
        Side(
            report=right.report,
            share=share(right, [each.right for each in text]),
            origin=origin(right.report, known),
        ),
    )
    told = direction(*sides, found)
    kind, why = kind_of(sides, told, copied=bool(text))
    return Copy(
        id=Copy.make_id(left.report.id, right.report.id, VERSION),
        left=left.report.id,
        right=right.report.id,
        passages=found,
        left_share=sides[0].share,
        right_share=sides[1].share,
        kind=kind,
        direction=told.direction,
        source=told.source,
        reasons=told.reasons,
        why=why,
        score=told.score,
    )


def share(one: Prepared, where: Iterable[Span]) -> float:
    """Return how much of a report's own words stand in some stretches."""
    own = one.hashes == one.row.hashes  # furniture has others
    count = int(own.sum())
    held = inside(one.row, [(each.start, each.end) for each in where])
    return round(float(np.count_nonzero(held & own)) / count, 4) if count else 0.0
