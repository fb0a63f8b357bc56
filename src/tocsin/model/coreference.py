"""Which earlier mention a name, pronoun or description refers back to."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

import numpy as np
import numpy.typing as npt

from tocsin.model.archive import Decoder
from tocsin.model.heads import COREFERENCE, LINK_WIDTH, columns
from tocsin.model.layers import Found, Mention, Word
from tocsin.model.links import bucket
from tocsin.model.pieces import Pieces

Floats = npt.NDArray[np.float32]
PieceSpan = tuple[int, int]
REACH = 300  # pieces between a mention and its antecedent: what windows of training show
_PRONOUNS = frozenset({"PRP", "PRP$"})
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_BEFORE = frozenset({"det", "nmod:poss", "amod", "compound", "nummod", "nmod:unmarked", "flat", "det:predet"})
_AFTER = frozenset({"nmod", "flat", "acl", "acl:relcl", "appos"})  # GUM's mentions run to their end


def mentions(
    words: Sequence[Word], names: Iterable[Found], pieces: Pieces, scores: Floats, decoder: Decoder
) -> tuple[Mention, ...]:
    """Return a text's mentions in order, each with its likeliest antecedent or none."""
    spans = sorted(set(candidates(words, names)))
    places = [place for span in spans if (place := _pieces(pieces, *span))]
    if not places:
        return ()
    best, sure = _choices(places, scores[:, columns(COREFERENCE)], decoder)
    return tuple(
        Mention(
            start=int(pieces.starts[first]),
            end=int(pieces.ends[last]),
            antecedent=int(choice) if choice >= 0 else None,
            score=float(score),
        )
        for (first, last), choice, score in zip(places, best.tolist(), sure.tolist(), strict=True)
    )


def candidates(words: Sequence[Word], names: Iterable[Found]) -> Iterator[tuple[int, int]]:
    """Yield the spans of names, of pronouns, and of noun phrases that hold no name's span as their own."""
    named = sorted((name.start, name.end) for name in names)
    yield from named
    children: list[list[int]] = [[] for _ in words]
    for number, word in enumerate(words):
        if word.head >= 0:
            children[word.head].append(number)
    for number, word in enumerate(words):
        if word.tag in _PRONOUNS:
            yield word.start, word.end
        elif word.tag in _NOUNS and word.relation not in {"compound", "flat"}:
            at = bisect_left(named, (word.start + 1, 0)) - 1
            if at < 0 or named[at][1] <= word.start:  # the head is in no name
                yield _phrase(words, children, number)


def _phrase(words: Sequence[Word], children: list[list[int]], head: int) -> tuple[int, int]:
    """Return where a noun phrase starts and ends: with its modifiers, without prepositions or conjuncts."""
    start, end = words[head].start, words[head].end
    for child in children[head]:
        relation = words[child].relation
        if child < head and relation in _BEFORE:
            start = min(start, words[_edge(children, child, first=True)].start)
        elif child > head and relation in _AFTER:
            end = max(end, words[_edge(children, child, first=False)].end)
    return start, end


def _edge(children: list[list[int]], word: int, *, first: bool) -> int:
    while children[word]:
        outer = children[word][0] if first else children[word][-1]
        if (outer < word) is not first:
            break
        word = outer
    return word


def _pieces(pieces: Pieces, start: int, end: int) -> PieceSpan | None:
    first, after = int(np.searchsorted(pieces.starts, start)), int(np.searchsorted(pieces.starts, end))
    return (first, after - 1) if after > first else None


def _choices(
    places: list[PieceSpan], vectors: Floats, decoder: Decoder
) -> tuple[npt.NDArray[np.int64], Floats]:
    ends = np.array(places)
    mean = (vectors[ends[:, 0]] + vectors[ends[:, 1]]) / 2
    gap = ends[None, :, 0] - ends[:, None, 0]
    scores = mean[:, :LINK_WIDTH] @ mean[:, LINK_WIDTH:].T / np.float32(np.sqrt(LINK_WIDTH))
    scores += decoder.coreference_distance[bucket(gap, len(decoder.coreference_distance))]
    earlier = np.tri(len(places), k=-1, dtype=bool)
    scores[~earlier | (gap < -REACH)] = -1e4
    logits = np.concatenate((scores, np.full((len(places), 1), decoder.coreference_null[0])), axis=1)
    best = logits.argmax(1)
    weights = np.exp(logits - logits.max(1, keepdims=True))
    sure: Floats = weights[np.arange(len(best)), best] / weights.sum(1)
    return np.where(best == len(places), -1, best), sure
