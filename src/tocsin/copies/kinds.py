"""How a text came to stand in two reports: by wire, syndication, press release, or as a quotation."""

from tocsin.copies.direction import Side, Told
from tocsin.copies.publishers import bare
from tocsin.record.copy import CopyKind


def kind_of(sides: tuple[Side, Side], told: Told, *, copied: bool) -> tuple[CopyKind, str]:
    """Return the kind of what two reports share, and why; text where nothing tells.

    ``copied`` says whether they share any text beside quoted speech.
    """
    if not copied:
        return CopyKind.QUOTATION, "they share nothing but quoted speech"
    for side in sides:
        if side.origin.release:
            who = side.report.outlet or side.report.id
            return CopyKind.PRESS_RELEASE, f"{who} is what the issuer put out"
    for credit in (one for side in sides for one in side.origin.credits):
        if credit.name == told.source:
            kind = CopyKind.WIRE if credit.agency else CopyKind.SYNDICATION
            return kind, f"{credit.name} is credited with it ({credit.how})"
    for seller in (side.origin.seller for side in sides):
        if seller and seller.agency and seller.name == told.source:
            return CopyKind.WIRE, f"one of the two is {seller.name}'s own"
    return _of_one_house(*sides)


def _of_one_house(left: Side, right: Side) -> tuple[CopyKind, str]:
    ours, theirs = left.report.outlet, right.report.outlet
    if ours and theirs and bare(ours) == bare(theirs):
        return CopyKind.TEXT, "both are of one outlet"
    if left.origin.house and left.origin.house == right.origin.house:
        return CopyKind.SYNDICATION, f"both outlets are of {left.origin.house}"
    return CopyKind.TEXT, "nothing tells how it came to stand in both"
