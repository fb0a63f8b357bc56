"""Which way words went between two reports, from all that tells; unknown where nothing does."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from tocsin.copies.credits import Origin, attributed
from tocsin.copies.reports import Report
from tocsin.record import Weight
from tocsin.record.copy import Direction, Passage, Shared

SURE: Final = 0.15  # from here on a direction is told
_SELLER: Final = 0.6  # the one is the agency's own page, the other credits it
_SAID: Final = 0.5
_ISSUER: Final = 0.5
_QUOTES: Final = 0.1  # both may quote a third, and one have lost its marks
_BOTH_CREDIT: Final = 0.9
_ONE_CREDIT: Final = 0.6
_PART_OF_CREDITED: Final = 0.4
_MOST: Final = 0.5  # of a report's words
_DAY: Final = 0.3
_HOURS: Final = 0.2
_MINUTES: Final = 0.1
_WHOLE: Final = 0.9  # of a report's words: it stands in the other
_PART: Final = 0.7
_CONTAINED: Final = 0.1


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """A report, how much of its words stand in the other, and where it says that its text is from."""

    report: Report
    share: float
    origin: Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A direction, who the words are from, how sure that is, and what speaks for and against it."""

    direction: Direction
    source: str | None
    score: float
    reasons: tuple[Weight, ...]


def direction(left: Side, right: Side, passages: tuple[Passage, ...]) -> Told:
    """Return which way the words went.

    A third that both have them from counts before all else; then what speaks for either side is
    added up: positive for left to right.
    """
    quoting = tuple(_quoting(passages, left.report, right.report))
    if all(one.shared is Shared.SPEECH for one in passages):
        return _told(left, right, quoting)  # that one came first does not say that the other read it
    reasons = (
        *_credited(left, right),
        *_attributed(left, right, passages),
        *_issued(left, right),
        *quoting,
        *_timed(left.report, right.report),
        *_contained(left, right),
    )
    third = _third(left, right)
    if third:
        why, score = third[1], third[2]
        common = Weight(part="credit", value=0.0, why=why)
        return Told(direction=Direction.COMMON, source=third[0], score=score, reasons=(common, *reasons))
    return _told(left, right, reasons)


def _told(left: Side, right: Side, reasons: tuple[Weight, ...]) -> Told:
    total = sum(one.value for one in reasons)
    score = round(min(1.0, abs(total)), 4)
    if score < SURE:
        return Told(direction=Direction.UNKNOWN, source=None, score=0.0, reasons=reasons)
    from_, towards = (left, Direction.LEFT) if total > 0 else (right, Direction.RIGHT)
    source = from_.origin.seller.name if from_.origin.seller else from_.report.outlet
    return Told(direction=towards, source=source, score=score, reasons=reasons)


def _third(left: Side, right: Side) -> tuple[str, str, float] | None:
    """Return the agency or outlet that both have their words from, why, and how sure that is."""
    ours = {one.name: one for one in left.origin.credits}
    theirs = {one.name: one for one in right.origin.credits}
    own = {side.origin.seller.name for side in (left, right) if side.origin.seller}
    both = [name for name in ours if name in theirs and name not in own]
    if both:
        return both[0], f"both credit {both[0]}", _BOTH_CREDIT
    for side, given in ((left, ours), (right, theirs)):
        for name, credit in given.items():
            whole = side.share >= _MOST or (credit.agency and credit.how in ("dateline", "byline"))
            if name not in own and whole:
                why = (
                    f"{_name(side.report)} credits {name}, and the other has the same words without a credit"
                )
                return name, why, _ONE_CREDIT if side.share >= _MOST else _PART_OF_CREDITED
    return None


def _credited(left: Side, right: Side) -> Iterator[Weight]:
    for one, other, sign in ((left, right, 1), (right, left, -1)):
        if one.origin.seller and any(
            credit.name == one.origin.seller.name for credit in other.origin.credits
        ):
            why = f"{_name(other.report)} credits {one.origin.seller.name}"
            yield Weight(part="credit", value=sign * _SELLER, why=why)


def _attributed(left: Side, right: Side, passages: tuple[Passage, ...]) -> Iterator[Weight]:
    for one, other, sign in ((left, right, 1), (right, left, -1)):
        if one.origin.seller is None:
            continue
        where = [p.right if other is right else p.left for p in passages]
        at = attributed(other.report.text, where, one.origin.seller)
        if at:
            why = f"{_name(other.report)} says “{at.text}” beside what they share"
            yield Weight(part="attribution", value=sign * _SAID, why=why)


def _issued(left: Side, right: Side) -> Iterator[Weight]:
    if left.origin.release != right.origin.release:
        one, sign = (left, 1) if left.origin.release else (right, -1)
        yield Weight(
            part="issuer", value=sign * _ISSUER, why=f"{_name(one.report)} is what the issuer put out"
        )


def _quoting(passages: tuple[Passage, ...], left: Report, right: Report) -> Iterator[Weight]:
    """Yield that one quotes what the other says in words of its own."""
    speech = [p for p in passages if p.shared is Shared.SPEECH]
    if not speech:
        return
    ours = [any(q.start < p.left.end and q.end > p.left.start for q in left.quotations) for p in speech]
    theirs = [any(q.start < p.right.end and q.end > p.right.start for q in right.quotations) for p in speech]
    if all(theirs) and not any(ours):
        yield Weight(part="quotation", value=_QUOTES, why=f"{_name(right)} quotes what {_name(left)} says")
    elif all(ours) and not any(theirs):
        yield Weight(part="quotation", value=-_QUOTES, why=f"{_name(left)} quotes what {_name(right)} says")


def _timed(left: Report, right: Report) -> Iterator[Weight]:
    if left.published is None or right.published is None:
        return
    ours, theirs = (datetime.fromisoformat(one.published) for one in (left, right) if one.published)
    exact = "T" in left.published and "T" in right.published and ours.tzinfo and theirs.tzinfo
    between = theirs - ours if exact else timedelta(days=(theirs.date() - ours.date()).days)
    if not between:
        return
    first, later, sign = (left, right, 1) if between > timedelta() else (right, left, -1)
    apart = abs(between)
    value = _DAY if apart >= timedelta(days=1) else _HOURS if apart >= timedelta(hours=1) else _MINUTES
    why = f"{_name(first)} was published {_length(apart)} before {_name(later)}"
    yield Weight(part="time", value=sign * value, why=why)


def _contained(left: Side, right: Side) -> Iterator[Weight]:
    """Yield that one stands whole in the other, which has more: papers cut what they take over."""
    for one, other, sign in ((right, left, 1), (left, right, -1)):
        if one.share >= _WHOLE and other.share <= _PART:
            why = f"{_name(one.report)} stands whole in {_name(other.report)}, which says more"
            yield Weight(part="containment", value=sign * _CONTAINED, why=why)


def _length(apart: timedelta) -> str:
    """Return how long.

    >>> _length(timedelta(minutes=75)), _length(timedelta(days=2, hours=1))
    ('1 h 15 min', '2 d 1 h')
    """
    minutes = int(apart.total_seconds()) // 60
    parts = ((minutes // 1440, "d"), (minutes // 60 % 24, "h"), (minutes % 60, "min"))
    return " ".join(f"{value} {unit}" for value, unit in parts if value)[:20] or "moments"


def _name(report: Report) -> str:
    return report.outlet or report.id
