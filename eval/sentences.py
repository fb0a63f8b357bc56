"""Sentences: where they start, and which are whole (as the CoNLL 2018 shared task counts them)."""

from collections.abc import Iterable, Sequence

from eval.gold import Gold
from eval.metrics import Counts, Span, compare, strip
from eval.rows import Place, Row, make_rows
from tocsin.model.layers import Layers


def gold_spans(text: str, starts: Sequence[int]) -> frozenset[Span]:
    """Return the sentences of a text, each up to where the next starts, white space left off.

    >>> sorted(gold_spans("No. Never.", [0, 4]))
    [(0, 3), (4, 10)]
    """
    return stripped(text, zip(starts, [*starts[1:], len(text)], strict=True))


def stripped(text: str, spans: Iterable[Span]) -> frozenset[Span]:
    """Return the spans without the white space at their ends; empty ones are left out."""
    return frozenset(kept for span in spans if (kept := strip(text, span)))


def inner_starts(spans: Iterable[Span]) -> frozenset[int]:
    """Return where sentences start, the text's first left out: nobody can miss it."""
    return frozenset(sorted(start for start, _ in spans)[1:])


def starts_and_spans(text: str, gold: Sequence[int], layers: Layers) -> tuple[Counts, Counts]:
    """Count the right starts of sentences, and the sentences right at both ends."""
    truth, found = gold_spans(text, gold), stripped(text, layers.sentences)
    return compare(inner_starts(truth), inner_starts(found)), compare(truth, found)


def rows(gold: Gold, layers: Sequence[Layers], *, system: str = "tocsin") -> list[Row]:
    """Return the table's rows of a set."""
    counts = [
        starts_and_spans(example.text, example.sentences or (), found)
        for example, found in zip(gold.examples, layers, strict=True)
    ]
    place = Place(task="sentences", set=gold.set, split=gold.split, system=system)
    return make_rows(place, {"starts": [a for a, _ in counts], "whole": [b for _, b in counts]})
