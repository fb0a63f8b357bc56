"""Targets: what training teaches each piece, window by window."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from training.data import Attribution, Example
from training.targets import UNKNOWN, label, piece_span, windows

from tocsin.model.decode import tag_spans
from tocsin.model.heads import ATTRIBUTION, NAMES
from tocsin.model.pieces import Pieces

TEXT = "he said it is so ok"


def by_words(text: str) -> Pieces:
    ends = np.array([i for i, c in enumerate(text + " ") if c == " "], dtype=np.int32)
    starts = np.concatenate(([0], ends[:-1] + 1)).astype(np.int32)
    return Pieces(ids=starts, starts=starts, ends=ends, shapes=starts * 0)


def test_roles_are_painted_as_bio_and_linked() -> None:
    attribution = Attribution(sources=((0, 2),), cues=((3, 7),), contents=((8, 16),))
    target = label(Example(id="x", text=TEXT, attributions=(attribution,)), by_words(TEXT))
    assert list(tag_spans(target.attribution, ATTRIBUTION.tags)) == [
        (0, 0, "source"),
        (1, 1, "cue"),
        (2, 4, "content"),
    ]
    assert target.contents == (((2, 4), (1, 1)),)
    assert target.cues == (((1, 1), (0, 0)),)
    assert target.linked


def test_what_is_not_annotated_is_unknown_rather_than_absent() -> None:
    target = label(Example(id="x", text=TEXT, names=((0, 2, "PER"),)), by_words(TEXT))
    assert list(tag_spans(target.names, NAMES.tags)) == [(0, 0, "PER")]
    assert set(target.attribution.tolist()) == set(target.sentences.tolist()) == {UNKNOWN}
    assert not target.linked


def test_a_span_between_pieces_has_no_place() -> None:
    assert piece_span(by_words(TEXT), 4, 6) is None


@given(st.lists(st.integers(1, 700), max_size=6), st.integers(0, 9))
def test_windows_cover_each_example_once(lengths: list[int], seed: int) -> None:
    items = []
    for length in lengths:
        text = " ".join("w" for _ in range(length))
        items.append(label(Example(id=str(length), text=text), by_words(text)))
    cut = windows(items, 256, np.random.default_rng(seed))
    assert all(0 < w.end - w.start <= 256 for w in cut)
    for item in items:
        own = [w for w in cut if w.source is item]
        assert sum(w.end - w.start for w in own) == len(item)
