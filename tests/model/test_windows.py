"""Windows: any length is covered, every piece is kept once, with context around it."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from tocsin.model.pieces import Pieces
from tocsin.model.windows import OVERLAP, SIZE, START, batches, cut, join, rows


def plain(length: int) -> Pieces:
    numbers = np.arange(length, dtype=np.int32) + 1000
    return Pieces(ids=numbers, starts=numbers, ends=numbers + 1, shapes=numbers % 7)


@given(st.integers(0, 5000))
def test_every_piece_is_kept_exactly_once(length: int) -> None:
    windows = cut(3, length)
    kept = [i for w in windows for i in range(w.keep_from, w.keep_to)]
    assert kept == list(range(length))
    assert all(w.start <= w.keep_from <= w.keep_to <= w.end <= w.start + SIZE for w in windows)


@given(st.integers(SIZE + 1, 5000))
def test_kept_pieces_have_context_on_both_sides(length: int) -> None:
    for window in cut(0, length):
        if window.keep_from:
            assert window.keep_from - window.start >= OVERLAP // 2 - 1
        if window.keep_to < length:
            assert window.end - window.keep_to >= OVERLAP // 2 - 1


@given(st.integers(1, 3000))
def test_no_window_more_than_needed(length: int) -> None:
    needed = 1 if length <= SIZE else -(-(length - OVERLAP) // (SIZE - OVERLAP))
    assert len(cut(0, length)) == needed


@given(st.lists(st.integers(0, 900), max_size=8), st.integers(64, 2000))
def test_batches_hold_all_windows_within_the_budget(lengths: list[int], budget: int) -> None:
    windows = [w for i, n in enumerate(lengths) for w in cut(i, n)]
    grouped = list(batches(windows, budget))
    assert sorted((w.text, w.start) for g in grouped for w in g) == sorted((w.text, w.start) for w in windows)
    for group in grouped:
        padded = max(w.padded for w in group)
        assert len(group) == 1 or len(group) * padded <= budget


@given(st.lists(st.integers(1, 900), min_size=1, max_size=5))
def test_what_goes_in_piece_by_piece_comes_out_in_its_place(lengths: list[int]) -> None:
    texts = [plain(n) for n in lengths]
    output = [np.full((n, 1), -1, dtype=np.float32) for n in lengths]
    windows = [w for i, n in enumerate(lengths) for w in cut(i, n)]
    for group in batches(windows, 1024):
        laid = rows(group, texts)
        assert laid.mask.sum() == sum(1 + w.end - w.start for w in group)
        assert (laid.ids[:, 0] == START).all()
        join(group, laid.ids[:, :, None].astype(np.float32), output)
    for text, result in zip(texts, output, strict=True):
        assert result[:, 0].tolist() == text.ids.tolist()
