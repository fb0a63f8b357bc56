"""What tells which references of a case are one, opened when it is first needed."""

from collections.abc import Iterable, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from tocsin.record import Judgement, NameType
from tocsin.record.linking import Cluster, Edge, Group

if TYPE_CHECKING:
    from tocsin.knowledge import Entry, Knowledge
    from tocsin.resolve.linking import Linking


class DeferredLinking:
    """The linking of the stage ``resolve``; the knowledge is loaded only where it is asked for."""

    def __init__(self, knowledge: Sequence[str] = ()) -> None:
        self._lists = tuple(knowledge)

    @cached_property
    def _linking(self) -> "Linking":
        from tocsin.knowledge import load_knowledge  # noqa: PLC0415 - slow, and few commands need them
        from tocsin.resolve.linking import Linking  # noqa: PLC0415

        return Linking(knowledge=load_knowledge([Path(each) for each in self._lists]))

    @property
    def knowledge(self) -> "Knowledge":
        """What is known beside the reports."""
        return self._linking.knowledge

    @property
    def version(self) -> str:
        """What tells this linking from another one."""
        return self._linking.version

    @property
    def review(self) -> float:
        """The score from which on an edge is worth keeping."""
        return self._linking.review

    @property
    def merge(self) -> float:
        """The score from which on an edge may make two one."""
        return self._linking.merge

    def blocks(self, type: NameType, names: Sequence[str]) -> Iterable[str]:  # noqa: A002 - as Group has it
        """Return the blocks of a group."""
        return self._linking.blocks(type, names)

    def pair(self, left: Group, right: Group, *, together: int) -> Edge:
        """Return what speaks for and against two being one."""
        return self._linking.pair(left, right, together=together)

    def cluster(
        self, groups: Iterable[Group], edges: Iterable[Edge], judgements: Iterable[Judgement]
    ) -> tuple[Cluster, ...]:
        """Return who is one."""
        return self._linking.cluster(groups, edges, judgements)

    def entry(self, id: str) -> "Entry | None":  # noqa: A002 - the word for it everywhere else
        """Return what is known beside the reports of the key ``known:`` and this id."""
        return self._linking.entry(id)

    def named(self, words: str) -> tuple[str, ...]:
        """Return the ids of the knowledge's entries that have this name, or this last name."""
        known = self.knowledge
        return (*known.named(words), *known.surnamed(words))
