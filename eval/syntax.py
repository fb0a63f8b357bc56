"""Words, tags and trees, as the CoNLL 2018 shared task counts them: from raw text, by characters.

A word is right where both its ends are. UAS asks that its head's span is right too, LAS the relation
as well (subtypes cut off, as the shared task did). Zeman et al. 2018.
"""

from collections.abc import Sequence

from training.data import TreeWord

from eval.gold import Gold
from eval.metrics import Counts, Span, compare
from eval.rows import Place, Row, make_rows
from tocsin.model.layers import Word

MEASURES = ("words", "tags", "UAS", "LAS")


def facts(words: Sequence[Word | TreeWord]) -> tuple[frozenset[object], ...]:
    """Return what is claimed of the words, a set for each of MEASURES."""
    spans: list[Span] = [(word.start, word.end) for word in words]
    heads = [spans[word.head] if word.head >= 0 else None for word in words]
    numbered = list(zip(words, spans, heads, strict=True))
    return (
        frozenset(spans),
        frozenset((span, word.tag) for word, span, _ in numbered),
        frozenset((span, head) for _, span, head in numbered),
        frozenset((span, head, word.relation.split(":")[0]) for word, span, head in numbered),
    )


def rows(gold: Gold, words: Sequence[Sequence[Word]], *, system: str = "tocsin") -> list[Row]:
    """Return the table's rows of a treebank."""
    counts: dict[str, list[Counts]] = {measure: [] for measure in MEASURES}
    for example, found in zip(gold.examples, words, strict=True):
        for measure, truth, ours in zip(MEASURES, facts(example.words or ()), facts(found), strict=True):
            counts[measure].append(compare(truth, ours))
    return make_rows(Place(task="syntax", set=gold.set, split=gold.split, system=system), counts)
