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
_CHOICES = 12  # antecedents told of a mention, at most
_LEAST = 0.002  # the least probability of one
REACH = 300  # pieces between a mention and its antecedent: what windows of training show
_PRONOUNS = frozenset({"PRP", "PRP$"})
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_POINTING = frozenset(
    {"nsubj", "nsubj:pass", "obj", "obl", "nmod", "conj", "appos", "root"}
)  # of "this", "all"
_BEFORE = frozenset({"det", "nmod:poss", "amod", "compound", "nummod", "nmod:unmarked", "flat", "det:predet"})
# GUM's mentions run to their end
_AFTER = frozenset({"nmod", "flat", "acl", "acl:relcl", "appos", "nmod:unmarked", "nummod", "amod"})


def mentions(
    words: Sequence[Word], names: Iterable[Found], pieces: Pieces, scores: Floats, decoder: Decoder
) -> tuple[Mention, ...]:
    """Return a text's mentions in order, each with its likeliest antecedent or none."""
    spans = sorted(set(candidates(words, names)))
    places = [place for span in spans if (place := _pieces(pieces, *span))]
    if not places:
        return ()
    weights = _probabilities(places, scores[:, columns(COREFERENCE)], decoder)
    likeliest = _largest(weights, _CHOICES + 1)
    found = []
    for number, (first, last) in enumerate(places):
        best = [(int(n), float(weights[number, n])) for n in likeliest[number]]
        antecedent, score = best[0]
        found.append(
            Mention(
                start=int(pieces.starts[first]),
                end=int(pieces.ends[last]),
                antecedent=antecedent if antecedent < len(places) else None,
                score=score,
                choices=tuple((n, p) for n, p in best if n < number and p >= _LEAST)[:_CHOICES],
                none=float(weights[number, -1]),
            )
        )
    return tuple(found)


def referent(
    mention: tuple[int, int],
    names: Sequence[tuple[int, int]],
    pieces: Pieces,
    scores: Floats,
    decoder: Decoder,
) -> int | None:
    """Return which of some given spans a mention takes up, before or after it; None for none of them."""
    places = [_pieces(pieces, *span) for span in (mention, *names)]
    known = [(number, place) for number, place in enumerate(places) if place]
    if not places[0] or len(known) < 2:
        return None
    logits = _scores([place for _, place in known], scores[:, columns(COREFERENCE)], decoder)[0, 1:]
    best = int(logits.argmax())
    return known[1 + best][0] - 1 if logits[best] > decoder.coreference_null[0] else None


def candidates(words: Sequence[Word], names: Iterable[Found]) -> Iterator[tuple[int, int]]:
    """Yield the spans of pronouns, of noun phrases, alone and joined, and of names that head no phrase.

    A phrase whose head stands in a name holds all of the name. Where a span ends is as GUM has it:
    with what follows the head, and with the "’s" of a possessor.
    """
    named = sorted({(name.start, name.end) for name in names})
    children: list[list[int]] = [[] for _ in words]
    for number, word in enumerate(words):
        if word.head >= 0:
            children[word.head].append(number)
    heading = set()
    phrases: dict[int, tuple[int, int]] = {}
    for number, word in enumerate(words):
        if word.tag in _PRONOUNS:
            phrases[number] = (word.start, word.end)
        elif _is_head(word):
            start, end = _phrase(words, children, number)
            at = bisect_left(named, (word.start + 1, 0)) - 1
            if at >= 0 and named[at][1] > word.start:
                if at in heading:  # "Norland and Sudland" as one name
                    continue
                heading.add(at)
                start, end = min(start, named[at][0]), max(end, named[at][1])
            phrases[number] = (start, end)
    yield from phrases.values()
    yield from _joined(words, children, phrases)
    yield from (name for at, name in enumerate(named) if at not in heading)


def _is_head(word: Word) -> bool:
    if word.tag == "DT":
        return word.relation in _POINTING
    return word.tag in _NOUNS and word.relation not in {"compound", "flat"}


def _joined(
    words: Sequence[Word], children: list[list[int]], phrases: dict[int, tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """Yield what "and" joins: "Norland and its allies"."""
    for number, (start, end) in phrases.items():
        others = [child for child in children[number] if words[child].relation == "conj" and child in phrases]
        if others:
            yield start, max(end, phrases[others[-1]][1])


def _phrase(words: Sequence[Word], children: list[list[int]], head: int) -> tuple[int, int]:
    """Return where a noun phrase starts and ends: with its modifiers, without prepositions or conjuncts."""
    start, end = words[head].start, words[head].end
    for child in children[head]:
        relation = words[child].relation
        if child < head and relation in _BEFORE:
            start = min(start, words[_edge(words, children, child, first=True)].start)
        elif child > head and (
            relation in _AFTER or (relation == "case" and words[head].relation == "nmod:poss")
        ):
            end = max(end, words[_edge(words, children, child, first=False)].end)
    return start, end


def _edge(words: Sequence[Word], children: list[list[int]], word: int, *, first: bool) -> int:
    """Return the outermost word below a word, on one side, punctuation aside."""
    while True:
        inner = [c for c in children[word] if (c < word) is first and words[c].relation != "punct"]
        if not inner:
            return word
        word = inner[0] if first else inner[-1]


def _pieces(pieces: Pieces, start: int, end: int) -> PieceSpan | None:
    first, after = int(np.searchsorted(pieces.starts, start)), int(np.searchsorted(pieces.starts, end))
    return (first, after - 1) if after > first else None


def _largest(weights: Floats, count: int) -> npt.NDArray[np.intp]:
    """Return the columns of each row's largest weights, largest first."""
    count = min(count, weights.shape[1])
    some = np.argpartition(weights, -count, axis=1)[:, -count:]
    order = np.take_along_axis(weights, some, 1).argsort(1)[:, ::-1]
    return np.take_along_axis(some, order, 1)


def _scores(places: list[PieceSpan], vectors: Floats, decoder: Decoder) -> Floats:
    """Return [mentions, mentions]: how well the second serves as the first's antecedent."""
    ends = np.array(places)
    mean = (vectors[ends[:, 0]] + vectors[ends[:, 1]]) / 2
    gap = ends[None, :, 0] - ends[:, None, 0]
    scores: Floats = mean[:, :LINK_WIDTH] @ mean[:, LINK_WIDTH:].T / np.float32(np.sqrt(LINK_WIDTH))
    scores += decoder.coreference_distance[bucket(gap, len(decoder.coreference_distance))]
    scores[np.abs(gap) > REACH] = -1e4
    return scores


def _probabilities(places: list[PieceSpan], vectors: Floats, decoder: Decoder) -> Floats:
    """Return how likely each mention takes up each earlier one, and in the last column none."""
    scores = _scores(places, vectors, decoder)
    scores[~np.tri(len(places), k=-1, dtype=bool)] = -1e4
    logits = np.concatenate((scores, np.full((len(places), 1), decoder.coreference_null[0])), axis=1)
    weights: Floats = np.exp(logits - logits.max(1, keepdims=True))
    weights /= weights.sum(1, keepdims=True)
    return weights
