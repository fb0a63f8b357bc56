"""The reading model at run time: texts in, layers out, in one pass of the encoder."""

import os
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from tocsin.model.archive import Decoder, model_path, unpack
from tocsin.model.decode import tag_spans, viterbi
from tocsin.model.heads import ATTRIBUTION, LINKS, NAMES, OUTPUT_WIDTH, SENTENCES, Head, columns
from tocsin.model.layers import Found, FoundAttribution, Layers
from tocsin.model.links import CONTENT_TO_CUE, CUE_TO_SOURCE, choose
from tocsin.model.pieces import PieceMaker, Pieces, code_points
from tocsin.model.session import OpenVinoSession, Session
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
        return [
            _layers(texts[i], pieces[i], scores[i], attribution[i], names[i], decoder)
            for i in range(len(texts))
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


def _layers(
    text: str, pieces: Pieces, scores: Floats, attribution: Ints, names: Ints, decoder: Decoder
) -> Layers:
    spans = list(tag_spans(attribution, ATTRIBUTION.tags))
    found = _found(spans, pieces, scores[:, columns(ATTRIBUTION)], ATTRIBUTION)
    named = list(tag_spans(names, NAMES.tags))
    return Layers(
        sentences=_sentences(text, pieces, scores[:, columns(SENTENCES)][:, 0]),
        names=tuple(_found(named, pieces, scores[:, columns(NAMES)], NAMES)),
        attributions=tuple(_linked(spans, found, scores[:, columns(LINKS)], decoder)),
    )


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


def _sentences(text: str, pieces: Pieces, logits: Floats) -> tuple[tuple[int, int], ...]:
    """Return the sentences: they start where the model says so, and after an empty line."""
    if not len(pieces):
        return ()
    lines = np.concatenate(([0], np.cumsum(code_points(text) == NEW_LINE)))
    breaks = lines[pieces.starts[1:]] - lines[pieces.ends[:-1]]
    starts = np.concatenate(([True], (logits[1:] > 0) | (breaks > 1)))
    first = np.flatnonzero(starts)
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
