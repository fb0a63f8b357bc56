"""Copies in JSON: what two reports have in common, passage by passage, with the words of both."""

from tocsin.codec.candidates import weights_json
from tocsin.codec.kinds import Json
from tocsin.codec.spans import span_json
from tocsin.record.copy import Copy, Passage


def copy_json(copy: Copy) -> Json:
    """Return a copy as JSON has it; ``left`` and ``right`` are documents, of a passage their words."""
    return {
        "id": copy.id,
        "left": copy.left,
        "right": copy.right,
        "kind": copy.kind.value,
        "direction": copy.direction.value,
        "source": copy.source,
        "left_share": copy.left_share,
        "right_share": copy.right_share,
        "passages": [_passage_json(passage) for passage in copy.passages],
        "reasons": weights_json(copy.reasons),
        "why": copy.why,
        "score": copy.score,
    }


def _passage_json(passage: Passage) -> Json:
    return {
        "left": span_json(passage.left),
        "right": span_json(passage.right),
        "shared": passage.shared.value,
        "closeness": passage.closeness.value,
        "same": passage.same,
        "words": passage.words,
        "speaker": passage.speaker,
    }
