"""The names of a report settled together: for each group the candidate that fits best with all the others."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Self

import numpy as np

from tocsin.gazetteer import Gazetteer
from tocsin.record.place import Place, PlaceKind
from tocsin.resolve.places.candidates import Group
from tocsin.resolve.places.scoring import EARTH, FEATURES, Floats, Table, settle

_HOLDING: Final = frozenset((PlaceKind.COUNTRY, PlaceKind.REGION, PlaceKind.DISTRICT))
_GROUND: Final = 161.0  # km, a hundred miles: what places are measured by
_TRIED: Final = 3  # candidates of a holder that is no division: "Abbasiya, Cairo"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """The groups of a report with all their candidates, what each counts, and which is the likeliest."""

    groups: tuple[Group, ...]
    held: tuple[tuple[Place, ...], ...]  # of each group: what words say holds it, in any of their senses
    table: Table
    features: Floats  # [rows, features]
    factors: Floats  # the weights of the features
    chances: Floats
    best: Mapping[int, int]  # group to its likeliest row; groups without candidates have none

    @classmethod
    def of(
        cls, groups: Sequence[Group], held: tuple[tuple[Place, ...], ...], table: Table, factors: Floats
    ) -> Self:
        """Return the groups of a report, settled."""
        made, chances = settle(table, factors)
        ends = np.append(table.starts, len(table.options))[1:]
        best = {
            int(group): int(start + np.argmax(chances[start:end]))
            for group, start, end in zip(table.filled, table.starts, ends, strict=True)
        }
        return cls(
            groups=tuple(groups), held=held, table=table, features=made, factors=factors, chances=chances,
            best=best,
        )  # fmt: skip

    def place(self, group: int) -> Place | None:
        """Return the likeliest place of a group."""
        return self.table.options[self.best[group]].place if group in self.best else None

    def weight(self, row: int, parts: Sequence[str]) -> float:
        """Return what some features add to a row's score."""
        numbers = [FEATURES.index(part) for part in parts]
        return float(self.features[row, numbers] @ self.factors[numbers])

    def certainty(self, group: int) -> float:
        """Return how likely a group means its likeliest place or what shares its ground: city and region.

        0 for a group without candidates.
        """
        if group not in self.best:
            return 0.0
        best, rows = self.best[group], np.array(self.ranked(group, len(self.table.options)))
        apart = np.linalg.norm(self.table.unit[rows] - self.table.unit[best], axis=1) * EARTH
        return min(1.0, float(self.chances[rows[apart < _GROUND]].sum()))

    def ranked(self, group: int, limit: int) -> tuple[int, ...]:
        """Return the likeliest rows of a group, best first."""
        if group not in self.best:
            return ()
        number = int(np.searchsorted(self.table.filled, group))
        ends = np.append(self.table.starts, len(self.table.options))[1:]
        rows = range(int(self.table.starts[number]), int(ends[number]))
        return tuple(sorted(rows, key=lambda row: (-self.chances[row], row))[:limit])


def holders_of(groups: Sequence[Group], gazetteer: Gazetteer) -> tuple[tuple[Place, ...], ...]:
    """Return what words say holds each group, in any sense of those words."""
    return tuple(tuple(_holders(group, groups, gazetteer)) for group in groups)


def _holders(group: Group, groups: Sequence[Group], gazetteer: Gazetteer) -> list[Place]:
    found = []
    division = group.division
    if division is not None and division.country is not None:
        place = gazetteer.region(division.country, division.name)
        found += [place] if place else []
    for number in group.holders:
        places = [option.place for option in groups[number].options]
        found += [place for place in places if place.kind in _HOLDING] or places[:_TRIED]
    return found
