"""Decoding: the best path is the best of all paths; spans are read off BIO tags."""

from itertools import pairwise, product

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from tocsin.model.decode import tag_spans, viterbi

FORBIDDEN = np.array([[0, 0, -1e4], [0.5, -0.5, 0.2], [0, 0.1, 0.3]], dtype=np.float32)
TAGS = ("O", "B-x", "I-x")
scores = st.lists(st.lists(st.floats(-5, 5, width=32), min_size=3, max_size=3), min_size=1, max_size=6)


def total(path: tuple[int, ...], emissions: np.ndarray, transitions: np.ndarray) -> float:
    steps = sum(transitions[a, b] for a, b in pairwise(path))
    return float(sum(emissions[i, tag] for i, tag in enumerate(path)) + steps)


@settings(max_examples=60)
@given(st.lists(scores, min_size=1, max_size=4))
def test_viterbi_finds_the_best_of_all_paths(texts: list[list[list[float]]]) -> None:
    emissions = [np.array(text, dtype=np.float32) for text in texts]
    for path, one in zip(viterbi(emissions, FORBIDDEN), emissions, strict=True):
        best = max(total(p, one, FORBIDDEN) for p in product(range(3), repeat=len(one)))
        assert abs(total(tuple(path.tolist()), one, FORBIDDEN) - best) < 1e-3


def test_texts_decoded_together_or_alone_give_the_same() -> None:
    random = np.random.default_rng(7)
    texts = [random.normal(size=(n, 3)).astype(np.float32) for n in (5, 0, 40, 1, 17)]
    alone = [viterbi([text], FORBIDDEN)[0].tolist() for text in texts]
    assert [path.tolist() for path in viterbi(texts, FORBIDDEN)] == alone


def test_nothing_to_decode() -> None:
    assert viterbi([], FORBIDDEN) == []


@given(st.lists(st.integers(0, 2), max_size=30))
def test_spans_never_overlap_and_cover_all_but_o(path: list[int]) -> None:
    spans = list(tag_spans(np.array(path, dtype=np.int32), TAGS))
    covered = [i for first, last, _ in spans for i in range(first, last + 1)]
    assert covered == [i for i, tag in enumerate(path) if tag]
    assert sum(tag == 1 for tag in path) <= len(spans)
