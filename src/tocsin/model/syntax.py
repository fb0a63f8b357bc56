"""Words and their trees: where words start, their tags, heads and relations.

Heads are chosen by scores of word pairs (Dozat & Manning 2017, without the biaffine matrix: the two
projections of the encoder's last layer are multiplied), each word its best, with one root a
sentence; what that leaves in a ring is cut at its weakest place.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from tocsin.model.archive import Decoder
from tocsin.model.heads import ARCS, LINK_WIDTH, RELATIONS, ROOTS, TAGS, WORDS, columns
from tocsin.model.layers import Word
from tocsin.model.links import bucket
from tocsin.model.pieces import Pieces

Floats = npt.NDArray[np.float32]
Places = npt.NDArray[np.int64]
FAR = np.float32(-1e4)
LONGEST = 256  # words of a sentence in one tree; a longer one is cut, for memory's sake
_TAG_SLICE, _RELATION_SLICE, _ARC_SLICE = columns(TAGS), columns(RELATIONS), columns(ARCS)
_ROOT = RELATIONS.tags.index("root")


@dataclass(frozen=True, slots=True)
class Stretch:
    """The words [start, end) of text number ``text`` that make one tree."""

    text: int
    start: int
    end: int


def word_pieces(
    scores: Floats, sentence_starts: npt.NDArray[np.bool_], continued: npt.NDArray[np.bool_]
) -> Places:
    """Return the first piece of each word: where the model says so, and at sentence starts.

    No word starts at a piece that continues one (``continued``).
    """
    told = (scores[:, columns(WORDS)][:, 0] > 0) & ~continued
    found: Places = np.flatnonzero(told | sentence_starts)
    return found


def parse(
    texts: Sequence[str],
    pieces: Sequence[Pieces],
    scores: Sequence[Floats],
    firsts: Sequence[Places],
    sentences: Sequence[Places],
    decoder: Decoder,
) -> list[tuple[Word, ...]]:
    """Return the words of each text with their trees.

    ``firsts`` are the words' first pieces, ``sentences`` the numbers of the words that open a sentence.
    """
    heads = [np.full(len(first), -1, dtype=np.int64) for first in firsts]
    for group in _groups(_stretches(firsts, sentences)):
        found = _heads(group, scores, firsts, decoder)
        for row, stretch in enumerate(group):
            size = stretch.end - stretch.start
            own = found[row, :size]
            heads[stretch.text][stretch.start : stretch.end] = np.where(own < 0, -1, own + stretch.start)
    return [tuple(_words(texts[i], pieces[i], scores[i], firsts[i], heads[i])) for i in range(len(texts))]


def _stretches(firsts: Sequence[Places], sentences: Sequence[Places]) -> Iterator[Stretch]:
    for text, (words, starts) in enumerate(zip(firsts, sentences, strict=True)):
        edges = [*starts.tolist(), len(words)]
        for start, end in pairwise(edges):
            for low in range(start, end, LONGEST):
                yield Stretch(text, low, min(low + LONGEST, end))


def _groups(stretches: Iterator[Stretch]) -> Iterator[list[Stretch]]:
    """Yield stretches of like length together, few enough for their score tables to stay small."""
    group: list[Stretch] = []
    for stretch in sorted(stretches, key=lambda s: s.start - s.end):
        widest = group[0].end - group[0].start if group else 0
        if group and (len(group) * widest**2 > 60_000 or widest > 1.5 * (stretch.end - stretch.start) + 6):
            yield group
            group = []
        group.append(stretch)
    if group:
        yield group


def _heads(
    group: list[Stretch], scores: Sequence[Floats], firsts: Sequence[Places], decoder: Decoder
) -> Places:
    """Return [rows, words]: each word's head in its stretch, -1 for the root."""
    width = max(s.end - s.start for s in group)
    parts = np.zeros((len(group), width, 2 * LINK_WIDTH + 1), dtype=np.float32)
    places = np.zeros((len(group), width), dtype=np.int64)
    real = np.zeros((len(group), width), dtype=bool)
    for row, s in enumerate(group):
        own = firsts[s.text][s.start : s.end]
        parts[row, : len(own), :-1] = scores[s.text][own, _ARC_SLICE]
        parts[row, : len(own), -1] = scores[s.text][own, columns(ROOTS)][:, 0]
        places[row, : len(own)] = own
        real[row, : len(own)] = True
    left, right, root = parts[:, :, :LINK_WIDTH], parts[:, :, LINK_WIDTH:-1], parts[:, :, -1]
    pairs = left @ right.transpose(0, 2, 1) / np.float32(np.sqrt(LINK_WIDTH))
    gap = places[:, None, :] - places[:, :, None]
    pairs += decoder.arc_distance[bucket(gap, len(decoder.arc_distance))]
    pairs[~np.broadcast_to(real[:, None, :], pairs.shape)] = FAR
    pairs[:, np.arange(width), np.arange(width)] = FAR
    return decode_trees(pairs, root, real)


def decode_trees(pairs: Floats, root: Floats, real: npt.NDArray[np.bool_]) -> Places:
    """Return [rows, words]: the head of each real word, one root (-1) a row, no rings.

    ``pairs`` [rows, words, words] scores heads (second) of dependents (first), ``root`` [rows, words]
    the root; ``real`` is true on a prefix of each row. Only rings are mended, so that the tree is the
    best one wherever each word's best head already makes a tree.
    """
    rows = np.arange(len(pairs))
    best = pairs.argmax(2)
    strongest = np.take_along_axis(pairs, best[:, :, None], 2)[:, :, 0]
    chosen = np.where(real, root - strongest, FAR * 2).argmax(1)
    heads: Places = best.astype(np.int64)
    heads[rows, chosen] = -1
    reach = np.where(heads < 0, np.arange(pairs.shape[1])[None, :], heads)
    for _ in range(int(np.ceil(np.log2(max(2, pairs.shape[1]))))):
        reach = np.take_along_axis(reach, reach, 1)
    lost = (np.take_along_axis(heads, reach, 1) >= 0) & real
    for row in np.flatnonzero(lost.any(1)).tolist():
        _cut_rings(pairs[row], heads[row], real[row])
    return heads


def _cut_rings(pairs: Floats, heads: Places, real: npt.NDArray[np.bool_]) -> None:
    """Give one word of each ring its best head outside of it, at the least loss; in place."""
    size = int(real.sum())
    for _ in range(size):
        ring = _ring(heads[:size].tolist())
        if not ring:
            return
        outside = np.ones(size, dtype=bool)
        outside[_below(heads[:size].tolist(), ring)] = False
        options = pairs[ring][:, :size][:, outside]
        losses = pairs[ring, heads[ring]] - options.max(1)
        word = int(losses.argmin())
        heads[ring[word]] = np.flatnonzero(outside)[int(options[word].argmax())]


def _ring(heads: list[int]) -> list[int]:
    state = [0] * len(heads)
    for start in range(len(heads)):
        path, at = [], start
        while at >= 0 and state[at] == 0:
            state[at] = 1
            path.append(at)
            at = heads[at]
        if at >= 0 and state[at] == 1 and at in path:
            return path[path.index(at) :]
        for word in path:
            state[word] = 2
    return []


def _below(heads: list[int], ring: list[int]) -> list[int]:
    """Return the words that hang below a ring, itself included."""
    below = set(ring)
    grown = True
    while grown:
        more = {i for i, head in enumerate(heads) if head in below} - below
        below |= more
        grown = bool(more)
    return sorted(below)


def _words(text: str, pieces: Pieces, scores: Floats, firsts: Places, heads: Places) -> Iterator[Word]:
    if not len(firsts):
        return
    starts = pieces.starts[firsts].tolist()
    ends = pieces.ends[np.concatenate((firsts[1:], [len(pieces)])) - 1].tolist()
    tags = scores[firsts][:, _TAG_SLICE].argmax(1).tolist()
    below = scores[firsts][:, _RELATION_SLICE].copy()
    below[:, _ROOT] = FAR
    relations = below.argmax(1).tolist()
    for i in range(1, len(starts)):
        if (
            text[starts[i]] in "'’"
            and text[starts[i] + 1 : ends[i]] in {"t", "T"}
            and text[ends[i - 1] - 1] in "nN"
        ):
            starts[i] -= 1  # "don't" is cut into "do" and "n't", as the treebanks do
            ends[i - 1] -= 1
    for start, end, tag, head, relation in zip(starts, ends, tags, heads.tolist(), relations, strict=True):
        yield Word(
            start=start,
            end=end,
            tag=TAGS.tags[tag],
            head=head,
            relation="root" if head < 0 else RELATIONS.tags[relation],
        )
