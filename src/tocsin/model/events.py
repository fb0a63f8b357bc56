"""Triggers of events, with type, modality, factuality and what they point to."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from tocsin.model.archive import Decoder
from tocsin.model.heads import EVENTS, FACTUALITY, MODALITY, ROLE_WIDTH, ROLES, columns
from tocsin.model.layers import Trigger, Word
from tocsin.model.links import bucket

Floats = npt.NDArray[np.float32]
Places = npt.NDArray[np.int64]
SURE = 0.25  # least probability of the likeliest type; extract.events asks for more but in some clauses
REACH = 90  # pieces to either side in which an argument is looked for


def triggers(
    words: Sequence[Word], scores: Floats, firsts: Places, sentence_of: Places, decoder: Decoder
) -> tuple[Trigger, ...]:
    """Return the words of a text that tell an event, in order.

    ``firsts`` are the words' first pieces, ``sentence_of`` the number of each word's sentence.
    """
    if not len(firsts):
        return ()
    types = softmax(scores[firsts][:, columns(EVENTS)])
    found = np.flatnonzero(types[:, 1:].max(1) > SURE)
    if not len(found):
        return ()
    best = types[found, 1:].argmax(1) + 1
    modalities = softmax(scores[firsts[found]][:, columns(MODALITY)])
    values = scores[firsts[found]][:, columns(FACTUALITY)][:, 0]
    arguments = _arguments(scores, firsts, found, sentence_of, decoder)
    return tuple(
        Trigger(
            start=words[word].start,
            end=words[word].end,
            word=word,
            type=EVENTS.tags[kind],
            score=float(types[word, kind]),
            modality=MODALITY.tags[int(modality.argmax())],
            sure=float(modality.max()),
            factuality=float(np.clip(value, -3, 3)),
            actor=actor,
            recipient=recipient,
        )
        for word, kind, modality, value, (actor, recipient) in zip(
            found.tolist(), best.tolist(), modalities, values, arguments, strict=True
        )
    )


def softmax(scores: Floats) -> Floats:
    """Return the rows of scores as probabilities."""
    weights = np.exp(scores - scores.max(-1, keepdims=True))
    shares: Floats = weights / weights.sum(-1, keepdims=True)
    return shares


def _arguments(
    scores: Floats, firsts: Places, found: Places, sentence_of: Places, decoder: Decoder
) -> list[tuple[int | None, int | None]]:
    """Return for each trigger the words that its actor and recipient pointers choose in its sentence."""
    parts = np.split(scores[:, columns(ROLES)], 4, axis=1)
    chosen = []
    for word in found.tolist():
        inside = np.flatnonzero(sentence_of == sentence_of[word])
        low, high = int(firsts[inside[0]]), int(firsts[inside[-1]]) + 1
        at = int(firsts[word])
        low, high = max(low, at - REACH), min(high, at + REACH)
        pair = []
        for role in (0, 1):
            pairs = parts[2 * role + 1][low:high] @ parts[2 * role][at] / np.float32(np.sqrt(ROLE_WIDTH))
            gap = np.arange(low, high) - at
            pairs += decoder.role_distance[role][bucket(gap, decoder.role_distance.shape[1])]
            best = int(pairs.argmax())
            here = int(np.searchsorted(firsts, low + best, side="right")) - 1
            pair.append(here if pairs[best] > decoder.role_null[role] and here != word else None)
        chosen.append((pair[0], pair[1]))
    return chosen
