"""The reading model at run time: texts in, layers out, in one pass of the encoder."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from tocsin.model.archive import Decoder, model_path, unpack
from tocsin.model.coreference import mentions, referent
from tocsin.model.decode import tag_spans, viterbi
from tocsin.model.events import triggers
from tocsin.model.heads import (
    ATTRIBUTION,
    FACTUALITY,
    LINKS,
    NAMES,
    OUTPUT_WIDTH,
    SENTENCES,
    VECTORS,
    Head,
    columns,
)
from tocsin.model.layers import Found, FoundAttribution, Layers, Word
from tocsin.model.links import CONTENT_TO_CUE, CUE_TO_SOURCE, choose
from tocsin.model.pieces import PieceMaker, Pieces, code_points
from tocsin.model.session import OpenVinoSession, Session
from tocsin.model.syntax import parse, word_pieces
from tocsin.model.windows import batches, cut, join, rows

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int32]
BUDGET = 1024  # pieces a batch: fits the second-level cache
NEW_LINE = ord("\n")
PieceFound = tuple[int, int, str]


class ReadingModel:
    """Tokenizer, encoder and decoder; ``digest`` is the sha256 of the model file."""

    def __init__(self, maker: PieceMaker, session: Session, decoder: Decoder, digest: str) -> None:
        self.digest = digest
        self._maker = maker
        self._session = session
        self._decoder = decoder

    def read(self, texts: Sequence[str]) -> list[Layers]:
        """Return the layers of each text, of any length, all spans in code points."""
        pieces = self._maker(texts)
        scores = self.scores(pieces)
        decoder = self._decoder
        attribution = viterbi([s[:, columns(ATTRIBUTION)] for s in scores], decoder.attribution)
        names = viterbi([s[:, columns(NAMES)] for s in scores], decoder.names)
        opened = [_sentence_starts(t, p, s) for t, p, s in zip(texts, pieces, scores, strict=True)]
        firsts = [
            word_pieces(s, o, self._maker.continues[p.ids])
            for s, o, p in zip(scores, opened, pieces, strict=True)
        ]
        opening = [np.flatnonzero(o[f]) for o, f in zip(opened, firsts, strict=True)]
        words = parse(texts, pieces, scores, firsts, opening, decoder)
        return [
            _layers(
                _Read(pieces[i], scores[i], attribution[i], names[i], opened[i], firsts[i], words[i]), decoder
            )
            for i in range(len(texts))
        ]

    def factualities(
        self, texts: Sequence[str], spans: Sequence[Sequence[tuple[int, int]]]
    ) -> list[list[float]]:
        """Return how factual each span's first word is told, from -3 to 3, for each text's spans."""
        pieces = self._maker(texts)
        found = []
        for own, scores, asked in zip(pieces, self.scores(pieces), spans, strict=True):
            values = np.clip(scores[:, columns(FACTUALITY)][:, 0], -3, 3)
            places = np.searchsorted(own.starts, [start for start, _ in asked])
            found.append([float(values[min(place, len(own) - 1)]) for place in places.tolist()])
        return found

    def referents(
        self, texts: Sequence[str], asked: Sequence[tuple[tuple[int, int], Sequence[tuple[int, int]]]]
    ) -> list[int | None]:
        """Return for each text which of the given spans its given mention takes up, None for none."""
        pieces = self._maker(texts)
        return [
            referent(mention, names, own, scores, self._decoder)
            for own, scores, (mention, names) in zip(pieces, self.scores(pieces), asked, strict=True)
        ]

    def scores(self, pieces: Sequence[Pieces]) -> list[Floats]:
        """Return the encoder's output for each text: [pieces, OUTPUT_WIDTH]."""
        output = [np.zeros((len(p), OUTPUT_WIDTH), dtype=np.float32) for p in pieces]
        windows = [window for i, p in enumerate(pieces) for window in cut(i, len(p))]
        grouped = list(batches(windows, BUDGET))
        results = self._session.run(rows(batch, pieces) for batch in grouped)
        for batch, result in zip(grouped, results, strict=True):
            join(batch, result, output)
        return output

    def pieces(self, texts: Sequence[str]) -> list[Pieces]:
        """Return the texts' pieces, as the encoder sees them."""
        return self._maker(texts)


def open_model(path: Path | None = None, *, threads: int | None = None) -> ReadingModel:
    """Return the reading model of the package, or of another file, ready to read on all cores or ``threads``.

    Raises:
        ModelError: the file is missing, damaged, or made for other heads.
    """
    archive = unpack(path or model_path())
    session = OpenVinoSession(archive.graph, archive.weights, threads=threads or os.cpu_count() or 1)
    return ReadingModel(PieceMaker.from_json(archive.tokenizer), session, archive.decoder, archive.digest)


@dataclass(frozen=True, slots=True)
class _Read:
    """One text as read, before its layers are put together."""

    pieces: Pieces
    scores: Floats
    attribution: Ints
    names: Ints
    opened: npt.NDArray[np.bool_]  # a sentence starts at the piece
    firsts: npt.NDArray[np.int64]  # first pieces of the words
    words: tuple[Word, ...]


def _layers(read: _Read, decoder: Decoder) -> Layers:
    pieces, scores = read.pieces, read.scores
    spans = list(tag_spans(read.attribution, ATTRIBUTION.tags))
    found = _found(spans, pieces, scores[:, columns(ATTRIBUTION)], ATTRIBUTION)
    named = list(tag_spans(read.names, NAMES.tags))
    names = tuple(_found(named, pieces, scores[:, columns(NAMES)], NAMES))
    sentence_of = np.cumsum(read.opened[read.firsts], dtype=np.int64)
    return Layers(
        sentences=_sentences(pieces, read.opened),
        names=names,
        attributions=tuple(_linked(spans, found, scores[:, columns(LINKS)], decoder)),
        words=read.words,
        triggers=triggers(read.words, scores, read.firsts, sentence_of, decoder),
        mentions=mentions(read.words, names, pieces, scores, decoder),
        vectors=_vectors(scores[:, columns(VECTORS)], read.opened),
    )


def _vectors(columns_of: Floats, opened: npt.NDArray[np.bool_]) -> Floats:
    """Return the mean over each sentence's pieces, of length one."""
    starts = np.flatnonzero(opened)
    if not len(starts):
        return np.zeros((0, VECTORS.width), dtype=np.float32)
    sums = np.add.reduceat(columns_of, starts, axis=0)
    length: Floats = sums / np.maximum(np.linalg.norm(sums, axis=1, keepdims=True), np.float32(1e-9))
    return length


def _found(spans: Sequence[PieceFound], pieces: Pieces, scores: Floats, head: Head) -> list[Found]:
    """Return spans in code points, scored by the mean probability of their label."""
    if not spans:
        return []
    weights = np.exp(scores - scores.max(1, keepdims=True))
    weights /= weights.sum(1, keepdims=True)
    labels = [tag[2:] for tag in head.tags]
    running = {
        label: np.concatenate(
            ([0.0], np.cumsum(weights[:, [i for i, other in enumerate(labels) if other == label]].sum(1)))
        )
        for label in {label for _, _, label in spans}
    }
    return [
        Found(
            start=int(pieces.starts[first]),
            end=int(pieces.ends[last]),
            label=label,
            score=float((running[label][last + 1] - running[label][first]) / (last + 1 - first)),
        )
        for first, last, label in spans
    ]


def _sentence_starts(text: str, pieces: Pieces, scores: Floats) -> npt.NDArray[np.bool_]:
    """Return for each piece whether a sentence starts: where the model says so, and after an empty line."""
    if not len(pieces):
        return np.zeros(0, dtype=bool)
    lines = np.concatenate(([0], np.cumsum(code_points(text) == NEW_LINE)))
    breaks = lines[pieces.starts[1:]] - lines[pieces.ends[:-1]]
    return np.concatenate(([True], (scores[1:, columns(SENTENCES)][:, 0] > 0) | (breaks > 1)))


def _sentences(pieces: Pieces, opened: npt.NDArray[np.bool_]) -> tuple[tuple[int, int], ...]:
    first = np.flatnonzero(opened)
    if not len(first):
        return ()
    ends = [*(first[1:] - 1).tolist(), len(pieces) - 1]
    return tuple(
        (int(pieces.starts[a]), int(pieces.ends[b])) for a, b in zip(first.tolist(), ends, strict=True)
    )


def _linked(
    spans: Sequence[PieceFound], found: Sequence[Found], vectors: Floats, decoder: Decoder
) -> list[FoundAttribution]:
    """Return one group a cue, and one for each content that belongs to none."""
    by_role = {
        role: [i for i, span in enumerate(spans) if span[2] == role] for role in ("source", "cue", "content")
    }
    places = {role: [spans[i][:2] for i in numbers] for role, numbers in by_role.items()}
    to_cue = choose(CONTENT_TO_CUE, vectors, places["content"], places["cue"], decoder)
    to_source = choose(CUE_TO_SOURCE, vectors, places["cue"], places["source"], decoder)
    held: dict[int, list[tuple[Found, float]]] = {}
    groups = []
    for number, choice in zip(by_role["content"], to_cue, strict=True):
        if choice.index is None:
            content = found[number]
            groups.append(FoundAttribution(source=None, cue=None, contents=(content,), score=content.score))
        else:
            held.setdefault(choice.index, []).append((found[number], choice.score))
    for index, (number, choice) in enumerate(zip(by_role["cue"], to_source, strict=True)):
        source = None if choice.index is None else found[by_role["source"][choice.index]]
        contents = held.get(index, [])
        parts = [found[number].score, choice.score, *(s * c.score for c, s in contents)]
        groups.append(
            FoundAttribution(
                source=source,
                cue=found[number],
                contents=tuple(content for content, _ in contents),
                score=float(np.mean(parts)),
            )
        )
    return sorted(groups, key=_first_offset)


def _first_offset(group: FoundAttribution) -> int:
    return min(part.start for part in (group.source, group.cue, *group.contents) if part)
