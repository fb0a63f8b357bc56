"""Who is one in a case, as the store would have it, all at once and without a store."""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import combinations

from tocsin.record import Reference
from tocsin.record.linking import Group
from tocsin.store.entities.blocks import MOST, blocks_of
from tocsin.store.entities.groups import Counted, Tally, count, group_of, likeness
from tocsin.store.linking import Linking


def case(reports: Sequence[Sequence[Reference]], linking: Linking) -> dict[str, str]:
    """Return the entity of each key of a case, by its canonical key: as a store would, all at once."""
    tallies: dict[str, Tally] = {}
    together: Counter[tuple[str, str]] = Counter()
    for number, references in enumerate(reports):
        own: dict[str, list[Counted]] = {}
        for reference in references:
            counted = Counted(record=0, key=reference.key, reference=reference, seen=())
            own.setdefault(reference.key, []).append(counted)
        for key, those in own.items():
            tally = tallies.setdefault(key, Tally(first=f"{number:06}"))
            count(tally, those, 1)
            tally.last = f"{number:06}"
        together.update(combinations(sorted(own), 2))
    groups = {key: group_of(key, tally) for key, tally in tallies.items()}
    edges = [
        linking.pair(likeness(groups[left]), likeness(groups[right]), together=together[left, right])
        for left, right in compared(groups.values(), linking)
    ]
    clusters = linking.cluster(groups.values(), [edge for edge in edges if edge.score >= linking.review], ())
    return {key: found.canonical for found in clusters for key in found.keys}


def compared(groups: Iterable[Group], linking: Linking) -> list[tuple[str, str]]:
    """Return the keys that share a block, two by two."""
    blocks: dict[str, list[str]] = {}
    for each in groups:
        for block in blocks_of(linking, each):
            blocks.setdefault(block, []).append(each.key)
    few = (sorted(keys) for keys in blocks.values() if len(keys) <= MOST)
    return sorted({two for keys in few for two in combinations(keys, 2)})
