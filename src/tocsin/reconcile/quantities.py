"""Do two quantities say the same?

A round number stands for what rounds to it: its last digit that is not 0 tells how finely it was meant,
two digits at least (80,000 and 80,123 agree; below 1,000 counts are taken at their word). "More than
80,000" is understood as below the next round number of its own grain, though what is said allows more:
C. Cummins, U. Sauerland and S. Solt, "Granularity and scalar implicature in numerical expressions",
Linguistics and Philosophy 35 (2012). So 110,000 is not that value, and does not contradict it either.
"""

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from math import floor, inf, log10
from typing import Final

from tocsin.record import Bound, Figure
from tocsin.record.finding import Value

_COUNTED: Final = 1000.0  # below it, a count is taken as counted
_ABOUT: Final = 0.05  # "about 14,000": a twentieth to either side, or its own grain
_DIGITS: Final = 2  # a round number is taken to be meant to so many digits at least
_MEANT: Final = 0.9  # of the way to the next round number: what lies further is called that number
_CLOSE: Final = 1e-9


class Relation(StrEnum):
    """How two quantities stand to one another; symmetric."""

    AGREE = "agree"
    COMPATIBLE = "compatible"  # not the same value, but what is said of one allows the other
    DIFFER = "differ"


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """What a quantity says, [low, high], and what its words do not rule out, [least, most].

    What lies no further than ``reach`` beside it would still be called the same.
    """

    low: float
    high: float
    reach: float
    least: float
    most: float
    vague: bool = False


def value_of(figure: Figure) -> Value:
    """Return the quantity of a figure."""
    return Value(low=figure.low, best=figure.best, high=figure.high, bound=figure.bound)


def relation(left: Value, right: Value) -> Relation:
    """Return whether two quantities agree, are compatible, or differ.

    >>> exact = lambda n: Value(low=n, best=n, high=n, bound=Bound.EXACT)
    >>> over = lambda n: Value(low=n, best=n, high=None, bound=Bound.AT_LEAST)
    >>> [relation(exact(80000), other).value for other in (exact(80123), over(80000), exact(100000))]
    ['agree', 'agree', 'differ']
    >>> relation(over(80000), exact(110000)).value, relation(over(80000), exact(70000)).value
    ('compatible', 'differ')
    """
    one, other = meaning(left), meaning(right)
    if one is None or other is None:
        return Relation.COMPATIBLE
    if one.vague or other.vague:
        same = one.vague and other.vague and (one.low, one.high) == (other.low, other.high)
    else:
        same = _reaches(one, other) or _reaches(other, one)
    if same:
        return Relation.AGREE
    return Relation.COMPATIBLE if _allows(one, other) or _allows(other, one) else Relation.DIFFER


@lru_cache(maxsize=65536)
def meaning(value: Value) -> Meaning | None:
    """Return what a quantity is understood as; None where it tells no number."""
    low, best, high = value.low, value.best, value.high
    point = next((one for one in (best, low, high) if one is not None), None)
    if point is None:
        return None
    match value.bound:
        case Bound.EXACT:
            return _point(point, slack(point))
        case Bound.ABOUT:
            return _point(point, max(slack(point), abs(point) * _ABOUT))
        case Bound.AT_LEAST:
            least = point if low is None else low
            near = slack(least)
            return Meaning(
                low=least, high=_below(least, step(least)), reach=near, least=least - near, most=inf
            )
        case Bound.AT_MOST:
            most = point if high is None else high
            near = slack(most)
            return Meaning(
                low=-_below(-most, step(most)), high=most, reach=near, least=-inf, most=most + near
            )
        case Bound.RANGE | Bound.VAGUE:
            ends = (-inf if low is None else low, inf if high is None else high)
            vague = value.bound is Bound.VAGUE
            # nobody who says "thousands" denies that they are tens of thousands
            most = inf if vague else max(ends)
            return Meaning(low=min(ends), high=max(ends), reach=0.0, least=min(ends), most=most, vague=vague)


def slack(number: float) -> float:
    """Return how far from a round number what rounds to it may lie; 0 for one that is not round.

    >>> slack(80000), slack(80123), slack(1200), slack(120), slack(1500000)
    (500.0, 0.0, 50.0, 0.0, 50000.0)
    """
    found = grain(number)
    return min(found, _finest(number)) / 2 if found > 1 and abs(number) >= _COUNTED else 0.0


def grain(number: float) -> float:
    """Return the greatest power of ten that a number is a multiple of; 0 for one with decimals.

    >>> grain(80000), grain(110000), grain(26), grain(2.5)
    (10000.0, 10000.0, 1.0, 0.0)
    """
    whole = abs(round(number))
    if not whole or abs(number - round(number)) > _CLOSE:
        return 0.0
    found = 1
    while whole % (found * 10) == 0:
        found *= 10
    return float(found)


def step(number: float) -> float:
    """Return how far it is to the next number of the same grain; half of it from 100, 1,000 and so on.

    >>> step(80000), step(100), step(26)
    (10000.0, 50.0, 1.0)
    """
    found = grain(number)
    return found / 2 if found > 1 and found == abs(number) else found


def _finest(number: float) -> float:
    return float(10.0 ** (floor(log10(abs(number))) - _DIGITS + 1))


def _point(point: float, reach: float) -> Meaning:
    # 80,900 is not called 80,000, but whoever says 80,000 may have rounded it
    loose = max(reach, min(grain(point) / 2, abs(point) * _ABOUT)) if reach else 0.0
    return Meaning(low=point, high=point, reach=reach, least=point - loose, most=point + loose)


def _below(number: float, by: float) -> float:
    """Return the last number that still is below the next round one, and is not called it either."""
    return number + by * _MEANT


def _reaches(one: Meaning, other: Meaning) -> bool:
    """Tell whether what the one would be called takes in some of what the other says."""
    return _meet(one.low - one.reach, one.high + one.reach, other.low, other.high)


def _allows(one: Meaning, other: Meaning) -> bool:
    """Tell whether the words of the one leave room for what the other says."""
    return _meet(one.least, one.most, other.low, other.high)


def _meet(low: float, high: float, first: float, last: float) -> bool:
    return low <= last and first <= high
