"""Whether two propositions are one claim: a score with all that speaks for it and against it.

The likeness of the words is weighed as learnt on the Microsoft Research Paraphrase Corpus (Dolan &
Brockett 2005; ``training/claims.py``). What tells two claims apart whose words are alike (another
number, polarity, speaker, place, day, or who does it to whom) the corpus hardly teaches: these
weights are set by hand, on the dev half of our own pairs (``examples/claims``).
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import exp
from types import MappingProxyType
from typing import Final

from tocsin.reconcile.claims.propositions import MarkKind, Proposition
from tocsin.reconcile.inputs import Within, same_place
from tocsin.record import Weight

_OF_SLOT: Final = {"day": "day", "month": "day", "place": "place"}
SAME: Final = 0.5  # from here on two propositions are one claim
_IN_ORDER: Final = 0.8  # share of the other words in one order for swapped names to tell something
_PARTS: Final = re.compile(r"[\s.-]+")

# Learnt: log-odds, the plain score and what a feature from 0 to 1 adds.
WITH_VECTORS: Final[Mapping[str, float]] = {"base": -5.85, "words": 5.45, "sense": 4.45}
WITHOUT: Final[Mapping[str, float]] = {"base": -2.85, "words": 6.75}
# Log-odds that a contrast takes away: as learnt, and as set by hand for two whose other words are alike.
CONTRASTS: Final[Mapping[str, tuple[float, float]]] = {
    "speaker": (-8.0, -8.0),
    "polarity": (-1.0, -4.5),
    "number": (-0.85, -4.5),
    "roles": (0.0, -4.5),
    "place": (0.0, -4.5),
    "name": (0.0, -4.5),
    "day": (0.0, -4.5),
}
_FROM, _TO = 0.75, 0.9  # share of the other words in common between which a contrast grows to whole weight


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """How far two propositions are one claim: a probability, and the log-odds that it is the sum of."""

    score: float
    weights: tuple[Weight, ...]

    @property
    def contrasts(self) -> tuple[str, ...]:
        """What tells them apart, by the weights' parts."""
        return tuple(weight.part for weight in self.weights if weight.part in CONTRASTS)


def same_claim(left: Proposition, right: Proposition, *, within: Within = same_place) -> Comparison:
    """Return how far two propositions are one claim; neither the order nor the case's other claims count.

    >>> from tocsin.reconcile.claims.propositions import proposition
    >>> here = proposition("80,000 troops stand at the border")
    >>> round(same_claim(here, here).score, 2)
    0.98
    >>> same_claim(here, proposition("40,000 troops stand at the border")).contrasts
    ('number',)
    """
    learnt = WITH_VECTORS if left.vector and right.vector else WITHOUT
    shared = alike(left, right)
    weights = [
        Weight(part="base", value=learnt["base"], why="before anything is compared"),
        Weight(
            part="words", value=round(learnt["words"] * shared, 4), why=f"{shared:.0%} of the words in common"
        ),
    ]
    if left.vector and right.vector:
        sense = sum(a * b for a, b in zip(left.vector, right.vector, strict=True))
        weights.append(
            Weight(part="sense", value=round(learnt["sense"] * sense, 4), why=f"vectors {sense:.2f} alike")
        )
    weights += _contrasts(left, right, within)
    odds = sum(weight.value for weight in weights)
    return Comparison(score=round(1 / (1 + exp(-odds)), 4), weights=tuple(weights))


def alike(left: Proposition, right: Proposition, *, without: frozenset[str] = frozenset()) -> float:
    """Return the share of the longer one's words, by weight, that the other has; 1 for two empty ones."""
    bags = [_bag(one.words) for one in (left, right)]
    if without:
        bags = [{word: times for word, times in bag.items() if word not in without} for bag in bags]
    ours, theirs = bags
    weights = {**left.weights, **right.weights}
    most = max(_sum(ours, weights), _sum(theirs, weights))
    common = {word: min(times, theirs[word]) for word, times in ours.items() if word in theirs}
    return _sum(common, weights) / most if most else 1.0


@lru_cache(maxsize=1 << 15)
def _bag(words: tuple[str, ...]) -> Mapping[str, int]:
    return MappingProxyType(Counter(words))


def _sum(words: Mapping[str, int], weights: Mapping[str, float]) -> float:
    return sum(times * weights[word] for word, times in words.items())


def _contrasts(left: Proposition, right: Proposition, within: Within) -> Iterator[Weight]:
    rest = alike(left, right, without=_particular(left) | _particular(right))
    share = min(1.0, max(0.0, (rest - _FROM) / (_TO - _FROM)))
    for part, why in _told_apart(left, right, within):
        learnt, whole = CONTRASTS[part]
        value = round(learnt + share * (whole - learnt), 4)
        if value:
            yield Weight(part=part, value=value, why=why)


def _particular(one: Proposition) -> frozenset[str]:
    """Return the words of a proposition that contrasts are made of."""
    told = (word for words in one.slots.values() for word in words)
    return frozenset((*one.names, *one.numbers, *one.siding, *told))


def _told_apart(left: Proposition, right: Proposition, within: Within) -> Iterator[tuple[str, str]]:
    """Yield each part in which two differ, and how."""
    if left.speaker and right.speaker and left.speaker != right.speaker:
        yield "speaker", f"{left.speaker} says the one, {right.speaker} the other"
    if opposite(left, right):
        yield "polarity", "one says the opposite of the other"
    ours, theirs = _apart(left.numbers, right.numbers), _apart(right.numbers, left.numbers)
    if ours and theirs:
        yield "number", f"{_list(ours)} against {_list(theirs)}"
    if left.doing and right.doing and left.doing == right.doing[::-1] and _in_order(left, right):
        yield "roles", f"{left.doing[0]} does it to {left.doing[1]}, or the other way about"
    slots = {
        _OF_SLOT[kind]: f"{_list(left.slots[kind])} against {_list(right.slots[kind])}"
        for kind in sorted(left.slots.keys() & right.slots.keys())
        if left.slots[kind] - right.slots[kind] and right.slots[kind] - left.slots[kind]
    }
    yield from slots.items()
    if "place" in slots:
        return
    for kind in (MarkKind.PLACE, MarkKind.PERSON, MarkKind.BODY):
        own, other = _only(left, right, kind, within), _only(right, left, kind, within)
        if own and other:
            yield "place" if kind is MarkKind.PLACE else "name", f"{_list(own)} against {_list(other)}"
            return


def _only(one: Proposition, other: Proposition, kind: MarkKind, within: Within) -> set[str]:
    """Return what one names of a kind and the other, in no way, does not."""
    return {
        key
        for key, own in one.names.items()
        if own is kind
        and not any(_related(key, known) or within(key, known) or within(known, key) for known in other.names)
    }


def _related(one: str, other: str) -> bool:
    """Tell whether two keys may stand for one: the same, a body of the other, or a part of its name.

    >>> _related("known:ru.mod", "known:ru"), _related("person:bush", "person:george bush")
    (True, True)
    >>> _related("known:ru", "known:ua")
    False
    """
    if one == other or one.startswith(f"{other}.") or other.startswith(f"{one}."):
        return True
    ours, theirs = (set(_PARTS.split(key.partition(":")[2])) for key in (one, other))
    return bool(ours & theirs) and not one.startswith("known:") and not other.startswith("known:")


def opposite(left: Proposition, right: Proposition) -> bool:
    """Tell whether one says the opposite of the other: one negation more, or words of the other side."""
    turned = (left.negations + right.negations) % 2 == 1
    sides = (left.sides[matter] * right.sides.get(matter, 0) for matter in left.sides)
    return turned != any(side < 0 for side in sides)


def _apart(
    ours: Mapping[str, tuple[float, float]], theirs: Mapping[str, tuple[float, float]]
) -> frozenset[str]:
    """Return the numbers of the first that none of the second overlaps."""
    return frozenset(
        word
        for word, (low, high) in ours.items()
        if not any(low <= last and first <= high for first, last in theirs.values())
    )


def _in_order(left: Proposition, right: Proposition) -> bool:
    """Tell whether the words that both have, names aside, stand in one order."""
    names = {*left.names, *right.names}
    ours = [word for word in left.words if word in right.words and word not in names]
    theirs = [word for word in right.words if word in left.words and word not in names]
    return common_run(ours, theirs) >= _IN_ORDER * max(len(ours), len(theirs))


def common_run(ours: Sequence[str], theirs: Sequence[str]) -> int:
    """Return the length of the longest common subsequence (Wagner & Fischer 1974).

    >>> common_run(["a", "b", "c"], ["b", "x", "c"])
    2
    """
    row = [0] * (len(theirs) + 1)
    for one in ours:
        before = 0
        for at, other in enumerate(theirs, 1):
            row[at], before = (before + 1 if one == other else max(row[at], row[at - 1])), row[at]
    return row[-1]


def _list(things: Iterable[str]) -> str:
    return ", ".join(sorted(things))
