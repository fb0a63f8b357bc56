"""The stories of a set of reports that grows: a batch groups anew only what hangs together with it.

Reports hang together by pairs that are alike enough. No group that joins at some closeness reaches over
two wholes that hang together by pairs of at least that likeness, since an average is never above the
greatest. So there are tiers: what joins at 0.6 is settled within small wholes, and is where the next
tier starts from; each whole's groups are a function of its reports alone, and are kept until a report
comes into it. What the last tier holds are the stories.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

import numpy as np
import numpy.typing as npt

from tocsin.group.clusters import CLOSE, COPIED, Floats, joined
from tocsin.group.likeness import UNIT, Pair

LEVELS: Final = (COPIED, round(0.4 * UNIT), CLOSE)  # more of them cost what they save
_FIRST: Final = 1 << 10  # reports
_BLOCK: Final = 2000  # reports whose pairs are added up at a time, for memory's sake
Docs = tuple[str, ...]
Ints = npt.NDArray[np.int32]
Group = tuple[int, ...]  # reports by number
Alike = tuple[Ints, Ints]  # reports by number, and their likeness; those taken in before


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """What a batch did to the stories: groups that are no more, and those in their stead; sorted."""

    gone: tuple[Docs, ...]
    made: tuple[Docs, ...]


@dataclass(slots=True, eq=False)
class _Whole:
    """Reports that hang together at a level, and the groups that they make there."""

    reports: list[int]
    groups: list[Group] = field(default_factory=list)


@dataclass(slots=True)
class Tiers:
    """Reports with their pairs and, for each level, what hangs together and what has joined."""

    documents: list[str] = field(default_factory=list)
    alike: list[Alike] = field(default_factory=list)
    _wholes: tuple[list[_Whole], ...] = field(default_factory=lambda: tuple([] for _ in LEVELS))
    _new: list[int] = field(default_factory=list)  # reports since the last regrouping
    _at: Ints = field(default_factory=lambda: np.full(_FIRST, -1, np.int32))  # of use while regrouping

    def take_in(self, document: str, others: Ints, scores: Ints) -> None:
        """Keep a new report with those before it that it is like, by number; no two may be the same."""
        number = len(self.documents)
        self.documents.append(document)
        self.alike.append((others, scores))
        self._new.append(number)
        for level, wholes in zip(LEVELS, self._wholes, strict=True):
            whole = _Whole([number])
            wholes.append(whole)
            for other in others[scores >= level].tolist():
                whole = _merged(whole, wholes[other], wholes)

    def regroup(self) -> Changed:
        """Group anew what hangs together with the reports taken in since the last time."""
        if len(self.documents) > self._at.size:
            self._at = np.full(2 * len(self.documents), -1, np.int32)
        before: set[Group] = set()
        after: set[Group] = set()
        below: list[_Whole] | None = None
        for level, wholes in zip(LEVELS, self._wholes, strict=True):
            touched = list({id(wholes[number]): wholes[number] for number in self._new}.values())
            if wholes is self._wholes[-1]:
                before.update(group for whole in touched for group in whole.groups)
            for whole in touched:
                whole.groups = self._grouped(whole, below, level)
            if wholes is self._wholes[-1]:
                after.update(group for whole in touched for group in whole.groups)
            below = wholes
        self._new.clear()
        return Changed(gone=self._named(before - after), made=self._named(after - before))

    @property
    def stories(self) -> tuple[Docs, ...]:
        """The stories as of the last regrouping, each sorted, by their first document."""
        wholes = {id(whole): whole for whole in self._wholes[-1]}
        return self._named(group for whole in wholes.values() for group in whole.groups)

    def _named(self, groups: Iterable[Group]) -> tuple[Docs, ...]:
        return tuple(sorted(tuple(sorted(self.documents[each] for each in group)) for group in groups))

    def _grouped(self, whole: _Whole, below: Sequence[_Whole] | None, level: int) -> list[Group]:
        """Return the groups of a whole, from those of the wholes below that it is made of."""
        if below is None:
            groups: list[Group] = [(number,) for number in whole.reports]
        else:
            parts = {id(below[number]): below[number] for number in whole.reports}
            groups = [group for part in parts.values() for group in part.groups]
        if len(groups) == 1:
            return groups
        groups.sort(key=lambda group: min(self.documents[number] for number in group))
        found = joined([len(group) for group in groups], self._sums(whole, groups), level)
        return [tuple(sorted(number for at in members for number in groups[at])) for members in found]

    def _sums(self, whole: _Whole, groups: Sequence[Group]) -> Floats:
        """Return the likenesses between the reports of each two groups, added up."""
        size = len(groups)
        for at, group in enumerate(groups):
            self._at[list(group)] = at
        half: Floats = np.zeros(size * size)
        for start in range(0, len(whole.reports), _BLOCK):
            block = whole.reports[start : start + _BLOCK]
            own = np.repeat(self._at[block], [self.alike[number][0].size for number in block])
            others = self._at[np.concatenate([self.alike[number][0] for number in block])]
            here = others >= 0
            scores = np.concatenate([self.alike[number][1] for number in block])[here]
            cells = own[here].astype(np.int64) * size + others[here]
            half += np.bincount(cells, np.minimum(scores, COPIED), size * size)
        self._at[whole.reports] = -1
        half = half.reshape(size, size)
        inner = half.diagonal().copy()
        sums: Floats = half + half.T
        np.fill_diagonal(sums, inner)
        return sums


def _merged(left: _Whole, right: _Whole, wholes: list[_Whole]) -> _Whole:
    """Return two wholes as one: the smaller goes into the larger."""
    if left is right:
        return left
    large, small = (left, right) if len(left.reports) >= len(right.reports) else (right, left)
    large.reports += small.reports
    large.groups = large.groups + small.groups
    for number in small.reports:
        wholes[number] = large
    return large


def cluster(documents: Iterable[str], pairs: Iterable[Pair]) -> tuple[Docs, ...]:
    """Return the stories of documents whose pairs are known, each sorted, by their first document.

    Pairs with other documents do not count; every document is in one story.

    >>> def near(left, right, score):
    ...     return Pair(left=left, right=right, score=round(score * UNIT))
    >>> cluster("abcd", [near("a", "b", 0.5), near("b", "c", 0.4), near("a", "c", 0.1)])
    (('a', 'b', 'c'), ('d',))
    """
    ordered = sorted(set(documents))
    number = {document: at for at, document in enumerate(ordered)}
    alike: list[tuple[list[int], list[int]]] = [([], []) for _ in ordered]
    for each in pairs:
        if each.left in number and each.right in number:
            first, second = sorted((number[each.left], number[each.right]))
            alike[second][0].append(first)
            alike[second][1].append(each.score)
    tiers = Tiers()
    for document, (others, scores) in zip(ordered, alike, strict=True):
        tiers.take_in(document, np.array(others, np.int32), np.array(scores, np.int32))
    tiers.regroup()
    return tiers.stories
