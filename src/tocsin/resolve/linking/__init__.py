"""Linking over a case: which keys of different reports are one entity, with reasons."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from tocsin.knowledge import Entry, Knowledge
from tocsin.record import Judgement, NameType
from tocsin.record.linking import Cluster, Edge, Group
from tocsin.resolve.linking.clusters import cluster, holding
from tocsin.resolve.linking.pairs import MERGE, REVIEW, blocks, pair
from tocsin.resolve.spelling import VERSION as SPELLING

__all__ = [
    "MERGE",
    "REVIEW",
    "VERSION",
    "Linking",
    "blocks",
    "cluster",
    "holding",
    "pair",
]

VERSION: Final = "linking@2"


@dataclass(frozen=True, slots=True, kw_only=True)
class Linking:
    """What a case needs to tell which keys are one: pure functions, and what is known beforehand."""

    knowledge: Knowledge
    review: float = REVIEW
    merge: float = MERGE

    @property
    def version(self) -> str:
        """What tells this linking from another; where it changes, the entities are made anew."""
        return f"{VERSION} {SPELLING} knowledge {self.knowledge.digest[:16]}"

    def blocks(self, type: NameType, names: Sequence[str]) -> Iterable[str]:  # noqa: A002 - as Group has it
        """Return the blocks of a group: only those that share one are ever compared."""
        return blocks(type, names)

    def pair(self, left: Group, right: Group, *, together: int) -> Edge:
        """Return what speaks for and against two being one."""
        return pair(left, right, together=together)

    def cluster(
        self, groups: Iterable[Group], edges: Iterable[Edge], judgements: Iterable[Judgement]
    ) -> tuple[Cluster, ...]:
        """Return who is one."""
        return cluster(groups, edges, judgements)

    def entry(self, id: str) -> Entry | None:  # noqa: A002 - the record's own word
        """Return what is known of the key ``known:`` and this id."""
        return self.knowledge.get(id)
