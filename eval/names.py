"""Names: strict F1 (both ends and the type), in four types or in the three that sets share."""

from collections.abc import Iterable, Sequence

from eval.gold import Gold
from eval.metrics import Counts, Span, compare
from eval.rows import Place, Row, make_rows
from tocsin.model.layers import Layers

Typed = tuple[int, int, str]
THREE = ("PER", "ORG", "LOC")
FOUR = (*THREE, "MISC")
TYPES = {"conll2003": (FOUR,), "crossner_politics": (FOUR, THREE), "uner_ewt": (THREE,)}


def of_layers(layers: Layers) -> frozenset[Typed]:
    """Return the names that the model found."""
    return frozenset((name.start, name.end, name.label) for name in layers.names)


def strict(gold: Iterable[Typed], found: Iterable[Typed], types: Sequence[str]) -> Counts:
    """Count the names of the types whose both ends and type are right.

    >>> strict([(0, 4, "LOC")], [(0, 4, "PER"), (9, 11, "MISC")], ("PER", "LOC"))
    Counts(right=0, found=1, gold=1)
    """
    return compare(
        frozenset(name for name in gold if name[2] in types),
        frozenset(name for name in found if name[2] in types),
    )


def boundaries(gold: Iterable[Typed], found: Iterable[Typed]) -> Counts:
    """Count the names whose both ends are right, whatever their type."""

    def places(names: Iterable[Typed]) -> frozenset[Span]:
        return frozenset((start, end) for start, end, _ in names)

    return compare(places(gold), places(found))


def rows(gold: Gold, found: Sequence[frozenset[Typed]], *, system: str = "tocsin") -> list[Row]:
    """Return the table's rows of a set: all types together, then each."""
    pairs = [(example.names or (), names) for example, names in zip(gold.examples, found, strict=True)]
    place = Place(task="names", set=gold.set, split=gold.split, system=system)
    measures = {}
    groups = TYPES.get(gold.set, (FOUR,))
    for types in groups:
        measures[f"{len(types)} types"] = [strict(g, f, types) for g, f in pairs]
    for kind in groups[0]:
        measures[kind] = [strict(g, f, (kind,)) for g, f in pairs]
    if groups[0] == FOUR:
        measures["ends only"] = [boundaries(g, f) for g, f in pairs]
    return make_rows(place, measures)
