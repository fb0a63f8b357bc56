"""Links: each content chooses a cue, each cue a source, or none."""

from dataclasses import replace

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from tests.model.decoders import NEUTRAL

from tocsin.model.archive import Decoder
from tocsin.model.heads import LINK_WIDTH, LINKS
from tocsin.model.links import CONTENT_TO_CUE, CUE_TO_SOURCE, MAX_GAP, bucket, choose


def decoder(null: float = 0.0) -> Decoder:
    return replace(NEUTRAL, link_null=np.array([null, null], dtype=np.float32))


def vectors(pieces: int, alike: dict[int, tuple[int, int]]) -> np.ndarray:
    """Rows whose block ``block`` points along axis ``axis``: alike rows have a high product."""
    rows = np.zeros((pieces, LINKS.width), dtype=np.float32)
    for row, (block, axis) in alike.items():
        rows[row, block * LINK_WIDTH + axis] = 8.0
    return rows


def test_a_content_takes_the_cue_that_is_like_it() -> None:
    rows = vectors(10, {0: (0, 1), 4: (1, 1), 6: (1, 2)})
    chosen = choose(CONTENT_TO_CUE, rows, [(0, 0)], [(6, 6), (4, 4)], decoder())
    assert chosen[0].index == 1
    assert 0.9 < chosen[0].score <= 1


def test_the_null_choice_wins_over_unlike_cues() -> None:
    assert choose(CONTENT_TO_CUE, vectors(5, {}), [(0, 0)], [(3, 3)], decoder(null=4.0))[0].index is None


def test_without_candidates_the_choice_is_none() -> None:
    assert choose(CUE_TO_SOURCE, vectors(5, {}), [(0, 1)], [], decoder())[0].index is None
    assert choose(CUE_TO_SOURCE, vectors(5, {}), [], [(0, 1)], decoder()) == []


def test_one_source_may_serve_two_cues() -> None:
    rows = vectors(9, {0: (2, 3), 5: (2, 3), 2: (3, 3)})
    chosen = choose(CUE_TO_SOURCE, rows, [(0, 0), (5, 5)], [(2, 2)], decoder())
    assert [c.index for c in chosen] == [0, 0]


def test_partners_out_of_reach_are_no_candidates() -> None:
    rows = vectors(MAX_GAP + 50, {0: (0, 1), MAX_GAP + 40: (1, 1)})
    assert choose(CONTENT_TO_CUE, rows, [(0, 0)], [(MAX_GAP + 40, MAX_GAP + 40)], decoder())[0].index is None


@given(st.integers(-5000, 5000))
def test_buckets_are_symmetric_and_grow_with_distance(gap: int) -> None:
    there, back, further = (int(bucket(np.array([g]), 33)[0]) for g in (gap, -gap, 2 * gap))
    assert there + back == 32
    assert abs(further - 16) >= abs(there - 16)
    assert 0 <= there <= 32
