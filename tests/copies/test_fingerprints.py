import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.copies.fingerprints import GRAM, WINDOW, fingerprint, grams
from tocsin.copies.words import Words, words

WORD = st.text(alphabet="abcdefgh", min_size=1, max_size=6)


def row(hashes: list[int]) -> Words:
    places = np.arange(len(hashes))
    return Words(hashes=np.array(hashes, dtype=np.uint64), starts=places, ends=places + 1)


@given(st.lists(WORD, max_size=30), st.lists(WORD, min_size=16, max_size=40), st.lists(WORD, max_size=30))
def test_what_two_texts_share_has_a_hash_in_both(
    before: list[str], same: list[str], after: list[str]
) -> None:
    assert len(same) >= GRAM + WINDOW - 1
    ours = fingerprint(words(" ".join([*before, *same])))
    theirs = fingerprint(words(" ".join([*same, *after])))
    assert np.isin(ours.hashes, theirs.hashes).any()


@given(st.lists(st.integers(0, 5), max_size=60))
def test_hashes_stand_at_their_places(numbers: list[int]) -> None:
    text = row(numbers)
    prints = fingerprint(text)
    assert (grams(text.hashes, min(GRAM, max(1, len(numbers))))[prints.positions] == prints.hashes).all()


def test_few_are_kept() -> None:
    prints = fingerprint(row(list(range(10_000))))
    assert len(prints.hashes) == pytest.approx(10_000 * 2 / (WINDOW + 1), rel=0.1)


def test_a_text_shorter_than_a_run_is_one() -> None:
    assert len(fingerprint(words("")).hashes) == 0
    for text in ("now", "too short by far", "now it is long enough"):
        assert len(fingerprint(words(text)).hashes) == 1
