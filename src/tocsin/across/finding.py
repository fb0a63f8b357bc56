"""Findings of the stories that changed, and of the figures that stand in one block with theirs."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import msgspec

from tocsin.across.inputs import bodies_of, inputs_of
from tocsin.across.places import Atlas, places_in
from tocsin.reconcile import Actor, Context, Denial, Item, Told, block_of, findings_of, settle, story_findings
from tocsin.reconcile.inputs import Bodies
from tocsin.record import Extraction, Place
from tocsin.record.finding import Finding


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """The figures of a story that stand in one block, what denies them, and the places that they name."""

    items: tuple[Item, ...]
    denials: tuple[Denial, ...]
    places: tuple[Place, ...]

    @property
    def data(self) -> bytes:
        """It as bytes, of which ``settled_of`` makes it again."""
        return msgspec.msgpack.encode(self)


def settled_of(data: bytes) -> Settled:
    """Return what bytes of ``Settled.data`` say."""
    return msgspec.msgpack.decode(data, type=Settled)


@dataclass(frozen=True, slots=True, kw_only=True)
class OfStory:
    """What the reports of one story say together: findings, and its figures by block."""

    findings: tuple[Finding, ...]
    settled: Mapping[str, Settled]


def of_story(
    reports: Sequence[tuple[Extraction, Told]],
    keys: Mapping[str, str],
    *,
    actors: Mapping[str, Actor],
    bodies: Bodies,
) -> OfStory:
    """Return what the reports of a story say together, given by (known, id).

    ``keys`` are the canonical keys of their references, by the reference's id.
    """
    extractions = [extraction for extraction, _ in reports]
    places = places_in(extractions)
    context = context_of(actors, bodies, places)
    spoken_for = bodies_of(extractions, keys)
    parts = [inputs_of(extraction, told, keys, spoken_for) for extraction, told in reports]
    counted = [each for part in parts for each in part.counted]
    findings, denials = story_findings(
        [each for part in parts for each in part.claimed],
        [each for part in parts for each in part.happened],
        counted,
        context,
    )
    return OfStory(findings=findings, settled=_by_block(settle(counted, context), denials, places))


def of_block(
    settled: Iterable[Settled], *, actors: Mapping[str, Actor], bodies: Bodies
) -> tuple[Finding, ...]:
    """Return the findings on the figures of one block, from all stories that have some."""
    every = list(settled)
    places = {place.id: place for each in every for place in each.places}
    return findings_of(
        [item for each in every for item in each.items],
        context_of(actors, bodies, places),
        denials=[denial for each in every for denial in each.denials],
    )


def context_of(actors: Mapping[str, Actor], bodies: Bodies, places: Mapping[str, Place]) -> Context:
    """Return what is known of those who stand in records."""
    atlas = Atlas(places=places)
    return Context(actors=actors, bodies=bodies, places=atlas.names, within=atlas.within)


def _by_block(
    items: Iterable[Item], denials: Collection[Denial], places: Mapping[str, Place]
) -> dict[str, Settled]:
    by_block: dict[str, list[Item]] = {}
    for item in items:
        by_block.setdefault(block_of(item), []).append(item)
    return {
        block: Settled(
            items=tuple(own),
            denials=tuple(_denying(own, denials)),
            places=tuple(places[id_] for id_ in sorted(_named(own) & places.keys())),
        )
        for block, own in sorted(by_block.items())
    }


def _denying(items: Iterable[Item], denials: Iterable[Denial]) -> Iterator[Denial]:
    denied = {id_ for item in items for id_ in (item.id, item.counted.figure.said_in) if id_}
    yield from (each for each in denials if each.of in denied)


def _named(items: Iterable[Item]) -> set[str]:
    return {id_ for item in items for id_ in (item.counted.place, item.place, item.part) if id_}
