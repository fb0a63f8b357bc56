"""A score that says what it is made of."""

from dataclasses import dataclass
from typing import Self

from tocsin.record import Weight


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """How far two names may be of the same; the weights add up to the score."""

    score: float  # 0 to 1
    weights: tuple[Weight, ...]
    partial: bool = False  # one is only a part of a name: a last name alone, an initial
    alone: bool = False  # one word is all that the two share, and all that one of them has
    vague: bool = False  # and that word is too short, or too freely spelt, to tell

    @property
    def conflict(self) -> bool:
        """Whether both have a full word that the other contradicts."""
        return any(weight.part == "conflict" for weight in self.weights)


class Tally:
    """Parts of a score, one after the other."""

    __slots__ = ("_total", "_weights")

    def __init__(self) -> None:
        self._total = 0.0
        self._weights: list[Weight] = []

    def add(self, part: str, value: float, why: str) -> Self:
        """Add a value."""
        self._total += value
        self._weights.append(Weight(part=part, value=round(value, 4), why=why))
        return self

    def times(self, part: str, factor: float, why: str) -> Self:
        """Take a share of what there is so far; the weight is what that takes away."""
        return self.add(part, self._total * (factor - 1), why)

    def done(self, *, partial: bool = False, alone: bool = False, vague: bool = False) -> Comparison:
        """Return what there is."""
        score = round(min(1.0, max(0.0, self._total)), 4)
        weights = tuple(self._weights)
        return Comparison(score=score, weights=weights, partial=partial, alone=alone, vague=vague)
