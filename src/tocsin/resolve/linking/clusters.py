"""Which keys of a case are one entity, from edges and the word of people; the order of input does not count.

People’s word comes first. Then full names join, the surest edge first, unless anything keeps any two of
their clusters apart. Last, short names (a last name, an initial, an abbreviation) join the one full
name that they fit; where several fit, or nothing but the spelling speaks for it, they stay alone.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Final

from tocsin.record import Judgement, NameType, Verdict
from tocsin.record.linking import Cluster, Edge, Group
from tocsin.resolve.linking.pairs import MERGE, agreed, contradict, names_of
from tocsin.resolve.spelling import is_short

_KNOWN: Final = "known:"
Pair = tuple[str, str]


def cluster(
    groups: Iterable[Group], edges: Iterable[Edge], judgements: Iterable[Judgement]
) -> tuple[Cluster, ...]:
    """Return the entities, sorted by their first key, each key in one; the order of input does not count."""
    by_key = {group.key: group for group in groups}
    verdicts = holding(judgements)
    sure = [e for e in edges if e.score >= MERGE and e.left in by_key and e.right in by_key]
    sure.sort(key=lambda edge: (-edge.score, edge.left, edge.right))
    short = {key for key, group in by_key.items() if _is_short(group)}
    joining = _Joining.of(by_key, verdicts)
    for (left, right), judgement in sorted(verdicts.items()):
        if judgement.verdict is Verdict.SAME and left in by_key and right in by_key:
            joining.join(left, right, forced=True)
    for edge in (e for e in sure if not e.partial):
        if joining.fits(edge.left, edge.right):
            joining.join(edge.left, edge.right, edge)
    for edge in (e for e in sure if e.partial and {e.left, e.right} <= short):
        if (agreed(edge) or not _lacks(edge)) and joining.fits(edge.left, edge.right):
            joining.join(edge.left, edge.right, edge)
    _lengthen(joining, [e for e in sure if e.partial and not {e.left, e.right} <= short], short)
    return tuple(sorted(joining.clusters(), key=lambda one: one.keys))


def holding(judgements: Iterable[Judgement]) -> Mapping[Pair, Judgement]:
    """Return the newest judgement of each two, but for those withdrawn.

    Of several given at one moment the last by its id counts, so that the order of input does not.
    """
    newest: dict[Pair, Judgement] = {}
    for judgement in sorted(judgements, key=lambda j: (j.at, j.id)):
        newest[_pair(judgement.left, judgement.right)] = judgement
    return {pair: j for pair, j in newest.items() if j.verdict is not Verdict.WITHDRAWN}


@dataclass(slots=True)
class _Joining:
    """Clusters in the making."""

    groups: Mapping[str, Group]
    verdicts: Mapping[Pair, Judgement]
    apart: Callable[[str, str], bool]
    home: dict[str, str]  # by key the first key of its cluster
    members: dict[str, list[str]]
    used: dict[str, list[Edge]] = field(default_factory=lambda: defaultdict(list))
    forced: dict[str, list[Judgement]] = field(default_factory=lambda: defaultdict(list))

    @classmethod
    def of(cls, groups: Mapping[str, Group], verdicts: Mapping[Pair, Judgement]) -> "_Joining":
        """Return each key alone."""

        @cache
        def apart(left: str, right: str) -> bool:
            said = verdicts.get((left, right))
            if said and said.verdict in (Verdict.SAME, Verdict.DIFFERENT):
                return said.verdict is Verdict.DIFFERENT
            if left.startswith(_KNOWN) or right.startswith(_KNOWN):
                return left.startswith(_KNOWN) and right.startswith(_KNOWN)
            return contradict(groups[left], groups[right])

        return cls(
            groups=groups,
            verdicts=verdicts,
            apart=apart,
            home={key: key for key in groups},
            members={key: [key] for key in groups},
        )

    def fits(self, left: str, right: str) -> bool:
        """Return whether nothing keeps any key of the one cluster from any of the other."""
        ours, theirs = self.members[self.home[left]], self.members[self.home[right]]
        return not any(self.apart(*_pair(a, b)) for a in ours for b in theirs if a != b)

    def join(self, left: str, right: str, edge: Edge | None = None, *, forced: bool = False) -> None:
        """Make the clusters of two keys one, and keep what for."""
        first, second = sorted((self.home[left], self.home[right]))
        if forced:
            self.forced[first].append(self.verdicts[_pair(left, right)])
        if first == second:
            return
        for key in self.members[second]:
            self.home[key] = first
        self.members[first] += self.members.pop(second)
        self.used[first] += [*self.used.pop(second, ()), *([edge] if edge else ())]
        self.forced[first] += self.forced.pop(second, ())

    def clusters(self) -> Iterator[Cluster]:
        """Yield what has become one."""
        for home, keys in self.members.items():
            used = tuple(sorted(self.used.get(home, ()), key=lambda edge: (edge.left, edge.right)))
            yield Cluster(
                keys=tuple(sorted(keys)),
                canonical=min(map(self.groups.__getitem__, keys), key=_by_age).key,
                edges=used,
                why=_why(used, self.forced.get(home, ())),
            )


def _lengthen(joining: _Joining, edges: Sequence[Edge], short: set[str]) -> None:
    """Join short names to the one full name that they fit."""
    fitting: dict[str, dict[str, list[Edge]]] = defaultdict(lambda: defaultdict(list))
    for edge in edges:
        part, whole = (edge.left, edge.right) if edge.left in short else (edge.right, edge.left)
        if joining.home[part] != joining.home[whole] and joining.fits(part, whole):
            fitting[joining.home[part]][joining.home[whole]].append(edge)
    full = {home for home, keys in joining.members.items() if not short.issuperset(keys)}
    for home in sorted(fitting):
        ways = fitting[home]
        if home in full or len(ways) != 1:
            continue
        ((_, found),) = ways.items()
        best = next((edge for edge in found if agreed(edge) or _abbreviates(edge)), None)
        if best and joining.fits(best.left, best.right):
            joining.join(best.left, best.right, best)


def _is_short(group: Group) -> bool:
    return bool(group.names) and all(is_short(name, group.type) for name in names_of(group))


def _abbreviates(edge: Edge) -> bool:
    """Return whether a body’s abbreviation stands for its name; a person’s initials need more than that."""
    if NameType.PERSON.value in (edge.left.partition(":")[0], edge.right.partition(":")[0]):
        return False
    return any(weight.part == "acronym" for weight in edge.weights)


def _lacks(edge: Edge) -> bool:
    """Return whether one of the two has a word more: of "S. Kolo" and "Kolo" the one has an initial."""
    return any(weight.part == "missing" for weight in edge.weights)


def _by_age(group: Group) -> tuple[bool, str, str]:
    return not group.key.startswith(_KNOWN), group.first, group.key


def _why(edges: Sequence[Edge], judgements: Iterable[Judgement]) -> str:
    said = sorted(
        f"{j.by} says that {j.left} and {j.right} are the same{f': {j.why}' if j.why else ''}"
        for j in judgements
    )
    found = [
        f"{edge.left} and {edge.right} ({edge.score:.2f}): "
        + "; ".join(weight.why for weight in edge.weights if weight.value > 0)
        for edge in edges
    ]
    return "\n".join((*said, *found))


def _pair(left: str, right: str) -> Pair:
    return (left, right) if left < right else (right, left)
