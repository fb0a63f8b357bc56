import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from tocsin.copies.words import inside, words


@given(st.text(max_size=200))
def test_each_word_stands_where_it_is_said_to(text: str) -> None:
    row = words(text)
    assert (row.starts < row.ends).all()
    assert (row.ends[:-1] <= row.starts[1:]).all()
    assert all(any(sign.isalnum() for sign in text[a:b]) for a, b in zip(row.starts, row.ends, strict=True))


@given(st.text(alphabet="abcXYZ ,.’'é", max_size=80))
def test_case_and_marks_around_do_not_count(text: str) -> None:
    assert words(text).hashes.tolist() == words(f"“{text.upper()}”").hashes.tolist()


def test_a_capital_that_becomes_two_letters_moves_nothing() -> None:
    row = words("İstanbul and Ankara")
    assert [(int(a), int(b)) for a, b in zip(row.starts, row.ends, strict=True)] == [
        (0, 8),
        (9, 12),
        (13, 19),
    ]


def test_signs_of_scripts_without_spaces_are_words() -> None:
    assert len(words("乌克兰军队 said")) == 6


def test_stretches_may_overlap_and_may_be_none() -> None:
    row = words("one two three four")
    assert inside(row, []).tolist() == [False] * 4
    assert inside(row, [(0, 7), (4, 13)]).tolist() == [True, True, True, False]
    assert np.count_nonzero(inside(words(""), [(0, 5)])) == 0
