"""Which cue a content belongs to, and which source a cue: the model's link scores, decoded."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from tocsin.model.archive import Decoder
from tocsin.model.heads import LINK_WIDTH

Floats = npt.NDArray[np.float32]
PieceSpan = tuple[int, int]
MAX_GAP = (
    60  # pieces between two spans; chosen on dev: pairs further apart stand in different windows too often
)
CONTENT_TO_CUE, CUE_TO_SOURCE = 0, 1


@dataclass(frozen=True, slots=True)
class Choice:
    """The chosen partner (None: the null choice) and its probability."""

    index: int | None
    score: float


def bucket(gap: npt.NDArray[np.int64], buckets: int) -> npt.NDArray[np.int64]:
    """Return the bucket of signed distances: the middle for zero, two a doubling to either side.

    The same as in training, which learned one bias a bucket.
    """
    size = np.minimum(np.floor(np.log2(np.abs(gap) + 1.0) * 2), buckets // 2).astype(np.int64)
    middle = buckets // 2
    places: npt.NDArray[np.int64] = np.where(gap < 0, middle - size, middle + size)
    return places


def choose(
    kind: int, vectors: Floats, lefts: list[PieceSpan], rights: list[PieceSpan], decoder: Decoder
) -> list[Choice]:
    """Return each left span's best right span or none, by the model's score.

    ``vectors`` [pieces, 4 x LINK_WIDTH] are the link columns of one text.
    """
    if not lefts:
        return []
    null = decoder.link_null[kind]
    scores = np.full((len(lefts), len(rights) + 1), null, dtype=np.float32)
    if rights:
        column = 2 * kind * LINK_WIDTH
        left = _ends_mean(vectors[:, column : column + LINK_WIDTH], lefts)
        right = _ends_mean(vectors[:, column + LINK_WIDTH : column + 2 * LINK_WIDTH], rights)
        ours, theirs = np.array(lefts)[:, None, :], np.array(rights)[None, :, :]
        gap = theirs[..., 0] - ours[..., 0]
        between = np.maximum(theirs[..., 0] - ours[..., 1], ours[..., 0] - theirs[..., 1])
        bias = decoder.link_distance[kind][bucket(gap, decoder.link_distance.shape[1])]
        pairs = left @ right.T / np.sqrt(np.float32(LINK_WIDTH)) + bias
        scores[:, :-1] = np.where(between > MAX_GAP, -1e4, pairs)
    best = scores.argmax(1)
    weights = np.exp(scores - scores.max(1, keepdims=True))
    sure = weights[np.arange(len(lefts)), best] / weights.sum(1)
    return [Choice(int(b) if b < len(rights) else None, float(s)) for b, s in zip(best, sure, strict=True)]


def _ends_mean(vectors: Floats, spans: list[PieceSpan]) -> Floats:
    places = np.array(spans)
    mean: Floats = (vectors[places[:, 0]] + vectors[places[:, 1]]) / 2
    return mean
