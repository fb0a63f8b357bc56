"""How well chains of mentions agree with gold ones: MUC, B-cubed, CEAF over entities, and their mean.

The mean of the three F1 is the score of the CoNLL-2011 and 2012 shared tasks (Pradhan et al. 2012):
MUC counts links (Vilain et al. 1995), B-cubed mentions (Bagga & Baldwin 1998), CEAF the entities that
a best one-to-one alignment shares, with the similarity of Luo 2005, eq. 9. Precision and recall of
each are kept apart as sums, so that documents add up as in the reference scorer. Clusters are sets of
spans without overlap among themselves; a cluster of one mention counts as any other.
"""

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import starmap

import numpy as np
import numpy.typing as npt

from eval.metrics import Span, dice

Cluster = AbstractSet[Span]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sums:
    """The numerators and denominators of a measure's precision and recall."""

    right_found: float = 0.0
    found: float = 0.0
    right_gold: float = 0.0
    gold: float = 0.0

    def __add__(self, other: "Sums") -> "Sums":
        return Sums(
            right_found=self.right_found + other.right_found,
            found=self.found + other.found,
            right_gold=self.right_gold + other.right_gold,
            gold=self.gold + other.gold,
        )

    @property
    def precision(self) -> float:
        """Share of the found that is right; 0 where nothing was found."""
        return self.right_found / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Share of the gold that was found; 0 where there is none."""
        return self.right_gold / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def muc(gold: Sequence[Cluster], found: Sequence[Cluster]) -> Sums:
    """Return MUC's sums: links that join a chain, and how many of them the other side has.

    >>> muc([{(0, 1), (2, 3), (4, 5)}], [{(0, 1), (2, 3)}]).recall
    0.5
    """
    right_gold, of_gold = _links(gold, found)
    right_found, of_found = _links(found, gold)
    return Sums(right_found=right_found, found=of_found, right_gold=right_gold, gold=of_gold)


def _links(key: Sequence[Cluster], response: Sequence[Cluster]) -> tuple[int, int]:
    home = _home(response)
    kept = links = 0
    for cluster in key:
        parts = {home[span] for span in cluster if span in home}
        lone = sum(span not in home for span in cluster)
        kept += len(cluster) - len(parts) - lone
        links += len(cluster) - 1
    return kept, links


def b_cubed(gold: Sequence[Cluster], found: Sequence[Cluster]) -> Sums:
    """Return B-cubed's sums over mentions; a mention that the other side lacks counts nothing.

    >>> b_cubed([{(0, 1), (2, 3)}], [{(0, 1)}, {(2, 3)}]).precision
    1.0
    """
    right_gold, of_gold = _shares(gold, found)
    right_found, of_found = _shares(found, gold)
    return Sums(right_found=right_found, found=of_found, right_gold=right_gold, gold=of_gold)


def _shares(key: Sequence[Cluster], response: Sequence[Cluster]) -> tuple[float, int]:
    home = _home(response)
    total, mentions = 0.0, 0
    for cluster in key:
        parts: dict[int, int] = {}
        for span in cluster:
            if span in home:
                parts[home[span]] = parts.get(home[span], 0) + 1
        total += sum(shared * shared for shared in parts.values()) / len(cluster)
        mentions += len(cluster)
    return total, mentions


def ceaf(gold: Sequence[Cluster], found: Sequence[Cluster]) -> Sums:
    """Return CEAF's sums over entities: the similarity that the best alignment reaches.

    >>> ceaf([{(0, 1), (2, 3)}], [{(0, 1), (2, 3)}, {(4, 5), (6, 7)}]).precision
    0.5
    """
    if not gold or not found:
        return Sums(found=len(found), gold=len(gold))
    likeness = np.array([[dice(a, b) for b in found] for a in gold])
    best = sum(float(likeness[pair]) for pair in assignment(likeness))
    return Sums(right_found=best, found=len(found), right_gold=best, gold=len(gold))


def assignment(gain: npt.NDArray[np.float64]) -> list[tuple[int, int]]:
    """Return the one-to-one pairs (row, column) of greatest total gain (Kuhn 1955, Munkres 1957).

    By shortest augmenting paths (Jonker & Volgenant 1987).

    >>> assignment(np.array([[0.9, 0.8], [0.8, 0.1]]))
    [(0, 1), (1, 0)]
    """
    if gain.shape[0] > gain.shape[1]:
        return sorted((row, column) for column, row in assignment(gain.T))
    rows, columns = gain.shape
    cost = np.zeros((rows + 1, columns + 1))
    cost[1:, 1:] = -gain
    row_price, column_price = np.zeros(rows + 1), np.zeros(columns + 1)
    holder = np.zeros(columns + 1, dtype=int)  # the row that a column is given to
    for row in range(1, rows + 1):
        _augment(cost, row_price, column_price, holder, row)
    return sorted((int(holder[c]) - 1, c - 1) for c in range(1, columns + 1) if holder[c])


def _augment(
    cost: npt.NDArray[np.float64],
    row_price: npt.NDArray[np.float64],
    column_price: npt.NDArray[np.float64],
    holder: npt.NDArray[np.int_],
    row: int,
) -> None:
    """Give a row a column, moving other rows along the cheapest path; changes the last three in place."""
    columns = cost.shape[1]
    before = np.zeros(columns, dtype=int)
    least = np.full(columns, np.inf)
    done = np.zeros(columns, dtype=bool)
    holder[0] = row
    at = 0
    while holder[at]:
        done[at] = True
        own = int(holder[at])
        reduced = cost[own] - row_price[own] - column_price
        nearer = ~done & (reduced < least)
        nearer[0] = False
        least[nearer], before[nearer] = reduced[nearer], at
        free = np.where(done, np.inf, least)
        free[0] = np.inf
        step, nearest = float(free.min()), int(free.argmin())
        row_price[holder[done]] += step
        column_price[done] -= step
        least[~done] -= step
        at = nearest
    while at:
        holder[at] = holder[before[at]]
        at = int(before[at])


MEASURES = {"MUC": muc, "B-cubed": b_cubed, "CEAF entities": ceaf}


def scored(pairs: Iterable[tuple[Sequence[Cluster], Sequence[Cluster]]]) -> dict[str, Sums]:
    """Return the sums of each measure over documents, given each one's gold and found clusters."""
    documents = list(pairs)
    return {name: sum(starmap(measure, documents), Sums()) for name, measure in MEASURES.items()}


def mean_f1(scores: dict[str, Sums]) -> float:
    """Return the CoNLL score: the mean of the three F1."""
    return sum(sums.f1 for sums in scores.values()) / len(scores) if scores else 0.0


def _home(clusters: Sequence[Cluster]) -> dict[Span, int]:
    return {span: number for number, cluster in enumerate(clusters) for span in cluster}
