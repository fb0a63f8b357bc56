"""What a person is asked about entities: two groups of names, and the words that they stand in."""

from dataclasses import dataclass

from tocsin.record import Document, Reference
from tocsin.record.linking import Edge, Group


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One of the two: its names over the case, and one report that has it."""

    group: Group
    example: tuple[Document, Reference] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """Two that may be one. ``joined``: they are one now, until a verdict says otherwise."""

    edge: Edge
    left: Side
    right: Side
    joined: bool
