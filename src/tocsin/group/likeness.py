"""How alike two reports are: what they share, less what the days between take away; in whole numbers.

Two reports of one outlet share its way of wording, whatever they tell, so their words count less; and an
outlet's reports of one happening come close together, while its formulas go on for years, so their
likeness fades sooner. Both are rules of the pair alone.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from tocsin.record.story import Profile, Term, TermKind

SCALE: Final = 10_000  # weights are whole numbers of ten-thousandths: their sums are exact in any order
UNIT: Final = SCALE * SCALE  # a likeness of 1
WINDOW: Final = 18  # days; further apart even the same words fall below LEAST
HALVED: Final = 10  # days apart at which a likeness counts half; it fades slowly at first, as a bell does
OWN_HALVED: Final = 4  # the same for two reports of one outlet
OWN_WORDS: Final = 7  # tenths that words count for between two reports of one outlet
_TENTHS: Final = 10
_EXACT: Final = 1000
WORDING: Final = frozenset((TermKind.WORD, TermKind.LEAD))
LEAST: Final = round(0.1 * UNIT)  # a likeness below it counts as none: what any two reports share
PROMISING: Final = round(0.02 * UNIT)  # what the heaviest terms alone make, or two are not compared
HEAVIEST: Final = 24  # terms of a report that it is looked up by


def _bell(halved: int) -> tuple[int, ...]:
    return tuple(round(_EXACT * 0.5 ** ((day / halved) ** 2)) for day in range(WINDOW + 1))


FADING: Final = _bell(HALVED)
OWN_FADING: Final = _bell(OWN_HALVED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """How alike two reports are: ``score`` of ``UNIT``, less what the days between them take away."""

    left: str  # the smaller of the two ids
    right: str
    score: int


def pair(left: Profile, right: Profile) -> Pair | None:
    """Return how alike two reports are, None where they are not: a function of the two alone.

    >>> one, two = (
    ...     Profile(document=id_, known="2021-04-13", day=day, outlet=None,
    ...             weights={Term(kind=TermKind.WORD, what="drill"): SCALE // 2})
    ...     for id_, day in (("doc-b", 10), ("doc-a", 20))
    ... )
    >>> pair(one, two)
    Pair(left='doc-a', right='doc-b', score=12500000)
    """
    if shared(keys(left), keys(right)) < PROMISING:
        return None
    words = shared(_wording(left), right.weights)
    own = left.outlet is not None and left.outlet == right.outlet
    score = counted(words, shared(left.weights, right.weights), apart(left.day, right.day), own=own)
    if score < LEAST:
        return None
    first, second = sorted((left.document, right.document))
    return Pair(left=first, right=second, score=score)


def shared(left: Mapping[Term, int], right: Mapping[Term, int]) -> int:
    """Return the sum over the terms of both of the product of their weights."""
    few, many = (left, right) if len(left) <= len(right) else (right, left)
    return sum(weight * many[term] for term, weight in few.items() if term in many)


def keys(profile: Profile) -> Mapping[Term, int]:
    """Return the heaviest terms of a report, but for its days: what it is found by."""
    terms = [each for each in profile.weights.items() if each[0].kind is not TermKind.DATE]
    least = sorted([weight for _, weight in terms], reverse=True)[:HEAVIEST][-1] if terms else 0
    heavy = [each for each in terms if each[1] >= least]  # few: only these are worth an order by name
    heavy.sort(key=lambda each: (-each[1], each[0].kind, each[0].what))
    return dict(heavy[:HEAVIEST])


def apart(left: int | None, right: int | None) -> int | None:
    """Return the days between two days, None where one is not known."""
    return None if left is None or right is None else abs(left - right)


def counted(words: int, every: int, days: int | None, *, own: bool) -> int:
    """Return the likeness of two reports so many days apart; ``words`` is the part of ``every`` by words.

    Half after ten days, nothing after eighteen; of one outlet (``own``) half after four, and words at
    seven tenths. Days that are not known take nothing away.

    >>> [counted(800, 1000, days, own=False) for days in (0, 10, 19, None)]
    [1000, 500, 0, 1000]
    >>> [counted(800, 1000, days, own=True) for days in (0, 4, None)]
    [760, 380, 760]
    """
    told = every - words + words * OWN_WORDS // _TENTHS if own else every
    if days is None:
        return told
    return told * (OWN_FADING if own else FADING)[days] // _EXACT if days <= WINDOW else 0


def _wording(profile: Profile) -> Mapping[Term, int]:
    return {term: weight for term, weight in profile.weights.items() if term.kind in WORDING}
