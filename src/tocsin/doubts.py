"""What a person is asked about entities, and what is made of the answer."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Final

from tocsin.errors import CaseError
from tocsin.record import Document, Entity, Judgement, Reference, Verdict, content_id, entity_id
from tocsin.record.linking import Edge, Group
from tocsin.store import Query, Store

REFERENCE: Final = "ref-"
EXAMPLES: Final = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One of the two: its names over the case, the entity that it is of now, and reports that have it."""

    group: Group
    entity: Entity
    examples: tuple[tuple[Document, Reference], ...]  # the first reports that name it, two at most

    @property
    def example(self) -> tuple[Document, Reference] | None:
        """The first report that names it, and how."""
        return self.examples[0] if self.examples else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """Two that may be one. ``joined``: they are one now, until a verdict says otherwise."""

    edge: Edge
    left: Side
    right: Side
    joined: bool


def doubts_of(store: Store, limit: int) -> Iterator[Doubt]:
    """Yield the pairs of a case that nobody has judged, each with words of a report."""
    for doubt in store.doubtful(limit):
        yield Doubt(
            edge=doubt.edge,
            left=_side(store, doubt.left),
            right=_side(store, doubt.right),
            joined=doubt.one,
        )


def judged(store: Store, left: str, right: str, verdict: Verdict, *, by: str, at: str, why: str) -> Judgement:
    """Return a verdict on two entities, keys, or a reference and a key, as it is kept.

    Raises:
        CaseError: one of them is not there, or both are one key.
    """
    one, other = sorted((_key(store, left), _key(store, right)))
    if one == other:
        raise CaseError(
            f"{left} and {right} are one entity by its key {one}",
            advice="name a reference (ref-…) and a key, to say that it is another one",
        )
    return Judgement(
        id=content_id("jdg", one, other, verdict, by, at),
        left=one,
        right=other,
        verdict=verdict,
        by=by,
        at=at,
        why=why,
    )


def _key(store: Store, named: str) -> str:
    """Return what a judgement names: a reference's id, a key as given, or the canonical key of an entity."""
    if named.startswith(REFERENCE):
        return store.record(named).id
    entity = store.entity(named)
    if named in entity.keys:
        return named
    return next((key for key in entity.keys if entity_id(key).startswith(named)), entity.keys[0])


def _side(store: Store, group: Group) -> Side:
    of_entity = store.references(Query(about_entities=(group.key,)))
    own = (each for each in of_entity if group.key in {each.key, each.id})
    return Side(
        group=group,
        entity=store.entity(group.key),
        examples=tuple((store.document(each.document), each) for each in islice(own, EXAMPLES)),
    )
