"""Trees out of scores: always a tree, and the best one where that is plain."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from tocsin.model.syntax import decode_trees


def climbs(heads: list[int], word: int) -> bool:
    """Tell whether a word reaches the root."""
    for _ in range(len(heads) + 1):
        if word < 0:
            return True
        word = heads[word]
    return False


@given(st.lists(st.integers(1, 12), min_size=1, max_size=4), st.integers(0, 2**32 - 1))
def test_every_row_is_a_tree_with_one_root(lengths: list[int], seed: int) -> None:
    random = np.random.default_rng(seed)
    rows, width = len(lengths), max(lengths)
    pairs = random.normal(size=(rows, width, width)).astype(np.float32)
    real = np.arange(width)[None, :] < np.array(lengths)[:, None]
    pairs[~np.broadcast_to(real[:, None, :], pairs.shape)] = -1e4
    pairs[:, np.arange(width), np.arange(width)] = -1e4
    heads = decode_trees(pairs, random.normal(size=(rows, width)).astype(np.float32), real)
    for row, length in enumerate(lengths):
        own = heads[row, :length].tolist()
        assert own.count(-1) == 1
        assert all(-1 <= head < length for head in own)
        assert all(climbs(own, word) for word in range(length))


@given(st.integers(1, 10), st.integers(0, 2**32 - 1))
def test_a_tree_that_the_scores_spell_out_is_found(length: int, seed: int) -> None:
    random = np.random.default_rng(seed)
    order = random.permutation(length)
    gold = np.full(length, -1)
    for place in range(1, length):
        gold[order[place]] = order[random.integers(place)]
    pairs = np.zeros((1, length, length), dtype=np.float32)
    pairs[0, np.arange(length), np.arange(length)] = -1e4
    root = np.zeros((1, length), dtype=np.float32)
    for word, head in enumerate(gold.tolist()):
        if head < 0:
            root[0, word] = 9
        else:
            pairs[0, word, head] = 9
    assert decode_trees(pairs, root, np.ones((1, length), dtype=bool))[0].tolist() == gold.tolist()
