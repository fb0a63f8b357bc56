"""How references become entities: what the store is given for that, and what it does without.

The store keeps references, and what follows from them; how alike two are, others know.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from tocsin.record import Judgement, NameType, Sector
from tocsin.record.linking import Cluster, Edge, Group


class Entry(Protocol):
    """What is known of somebody beside what the reports say."""

    @property
    def name(self) -> str:
        """The usual name."""
        ...

    @property
    def type(self) -> NameType:
        """What kind of thing it is."""
        ...

    @property
    def country(self) -> str | None:
        """The country that it is of."""
        ...

    @property
    def sector(self) -> Sector | None:
        """What part of society it is of."""
        ...

    @property
    def part_of(self) -> str | None:
        """The id of the entry that it belongs to."""
        ...


class Linking(Protocol):
    """What tells which references of a case are one; all but ``entry`` are pure functions."""

    @property
    def version(self) -> str:
        """What tells this linking from another one; where it changes, entities are made anew."""
        ...

    @property
    def review(self) -> float:
        """The score from which on an edge is worth keeping: below it, two are not asked about."""
        ...

    @property
    def merge(self) -> float:
        """The score from which on an edge may make two one."""
        ...

    def blocks(self, type: NameType, names: Sequence[str]) -> Iterable[str]:  # noqa: A002 - as Group has it
        """Return the blocks of a group: only those that share one are ever compared."""
        ...

    def pair(self, left: Group, right: Group, *, together: int) -> Edge:
        """Return what speaks for and against two being one; ``together`` counts the reports with both.

        The groups are shown as ``entities.groups.likeness`` has them: how often and when they
        were named does not count.
        """
        ...

    def cluster(
        self, groups: Iterable[Group], edges: Iterable[Edge], judgements: Iterable[Judgement]
    ) -> tuple[Cluster, ...]:
        """Return who is one, of groups that hang together by edges or judgements; all of them, each once."""
        ...

    def entry(self, id: str) -> Entry | None:  # noqa: A002 - the word for it everywhere else
        """Return what is known beside the reports, where the key is ``known:`` and this id."""
        ...


@dataclass(frozen=True, slots=True)
class Apart:
    """No linking at all: every key is an entity of its own."""

    version: str = "apart"
    review: float = 1.0
    merge: float = 1.0

    def blocks(self, type: NameType, names: Sequence[str]) -> Iterable[str]:  # noqa: A002, ARG002
        """Return none: nothing is compared."""
        return ()

    def pair(self, left: Group, right: Group, *, together: int) -> Edge:  # noqa: ARG002
        """Return that nothing speaks for it."""
        return Edge(left=left.key, right=right.key, score=0.0, weights=())

    def cluster(
        self,
        groups: Iterable[Group],
        edges: Iterable[Edge],  # noqa: ARG002
        judgements: Iterable[Judgement],  # noqa: ARG002
    ) -> tuple[Cluster, ...]:
        """Return each alone."""
        return tuple(Cluster(keys=(each.key,), canonical=each.key, edges=(), why="") for each in groups)

    def entry(self, id: str) -> Entry | None:  # noqa: A002, ARG002
        """Return that nothing is known."""
        return None


APART: Linking = Apart()
