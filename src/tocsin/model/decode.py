"""From the scores of pieces to tags and spans: Viterbi over a linear-chain CRF, in numpy."""

from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int32]


def viterbi(emissions: Sequence[Floats], transitions: Floats) -> list[Ints]:
    """Return the best tag sequence of each text (Viterbi 1967).

    ``emissions`` holds one [pieces, tags] array a text, ``transitions`` is [from, to]. Texts are
    decoded side by side, so that the loop over pieces runs once for all of them.

    >>> hard = np.array([[0, 0], [-9, 0]], dtype=np.float32)
    >>> viterbi([np.array([[0, 1], [2, 0]], dtype=np.float32)], hard)[0].tolist()
    [0, 0]
    """
    if not emissions:
        return []
    order = sorted(range(len(emissions)), key=lambda i: -len(emissions[i]))
    lengths = np.array([len(emissions[i]) for i in order])
    longest, tags = int(lengths[0]), transitions.shape[0]
    padded = np.zeros((longest, len(order), tags), dtype=np.float32)
    for row, i in enumerate(order):
        padded[: lengths[row], row] = emissions[i]
    back = np.zeros((longest, len(order), tags), dtype=np.int8)
    score = padded[0].copy() if longest else np.zeros((len(order), tags), dtype=np.float32)
    incoming = np.ascontiguousarray(transitions.T)[None]
    for at in range(1, longest):
        live = int(np.searchsorted(-lengths, -at, side="left"))  # texts longer than ``at``
        through = score[:live, None, :] + incoming
        best = through.argmax(2)
        back[at, :live] = best
        score[:live] = np.take_along_axis(through, best[:, :, None], 2)[:, :, 0] + padded[at, :live]
    paths: list[Ints] = [np.zeros(0, dtype=np.int32)] * len(order)
    for row, i in enumerate(order):
        paths[i] = _trace(back[: lengths[row], row], score[row])
    return paths


def _trace(back: npt.NDArray[np.int8], last: Floats) -> Ints:
    path = np.zeros(len(back), dtype=np.int32)
    tag = int(last.argmax())
    for at in range(len(back) - 1, -1, -1):
        path[at] = tag
        tag = int(back[at, tag])
    return path


def tag_spans(path: Ints, tags: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Yield (first piece, last piece, label) of each BIO span.

    >>> list(tag_spans(np.array([0, 1, 2, 1]), ("O", "B-x", "I-x")))
    [(1, 2, 'x'), (3, 3, 'x')]
    """
    start, label = -1, ""
    for at, number in enumerate(path.tolist()):
        tag = tags[number]
        if start >= 0 and tag != f"I-{label}":
            yield start, at - 1, label
            start = -1
        if start < 0 and tag != "O":
            start, label = at, tag[2:]
    if start >= 0:
        yield start, len(path) - 1, label
