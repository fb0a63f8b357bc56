"""Pieces: offsets in code points, and shapes that give casing back to an uncased vocabulary."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.model.archive import model_path, unpack
from tocsin.model.pieces import BEFORE, QUOTED, SHAPES, PieceMaker, Pieces, code_points, quoted


@pytest.fixture(scope="module")
def maker() -> PieceMaker:
    return PieceMaker.from_json(unpack(model_path()).tokenizer)


def case_of(pieces: Pieces, text: str, word: str) -> int:
    at = text.index(word)
    row = int(np.flatnonzero(pieces.starts == at)[0])
    return int(pieces.shapes[row]) // (BEFORE * QUOTED)


def test_casing_reaches_the_model(maker: PieceMaker) -> None:
    text = "NATO told Moscow that iPhone users saw 80,000 troops"
    pieces = maker([text])[0]
    assert [case_of(pieces, text, w) for w in ("told", "Moscow", "NATO", "iPhone", "80")] == [1, 2, 3, 4, 5]


def test_all_pieces_of_a_word_share_its_casing(maker: PieceMaker) -> None:
    pieces = maker(["Stoltenberg spoke"])[0]
    word = pieces.starts < len("Stoltenberg")
    assert word.sum() > 1
    assert len(set((pieces.shapes[word] // (BEFORE * QUOTED)).tolist())) == 1


def test_line_breaks_and_spaces_are_told_apart(maker: PieceMaker) -> None:
    text = "One two\nthree-four"
    pieces = maker([text])[0]
    before = {
        text[s:e]: int(x) // QUOTED % BEFORE
        for s, e, x in zip(pieces.starts, pieces.ends, pieces.shapes, strict=True)
    }
    assert before == {"One": 2, "two": 1, "three": 2, "-": 0, "four": 0}


def test_offsets_are_code_points_beyond_the_basic_plane(maker: PieceMaker) -> None:
    text = "🚨🚨 Kyiv 𝒹enies"
    pieces = maker([text])[0]
    assert "Kyiv" in {text[s:e] for s, e in zip(pieces.starts, pieces.ends, strict=True)}


@given(text=st.text())
def test_any_text_gives_ordered_offsets_and_known_shapes(maker: PieceMaker, text: str) -> None:
    pieces = maker([text])[0]
    assert (pieces.starts < pieces.ends).all()
    assert (pieces.ends <= len(text)).all()
    assert (np.diff(pieces.starts) >= 0).all()
    assert ((pieces.shapes >= 0) & (pieces.shapes < SHAPES)).all()


def test_quoted_survives_a_lost_mark_on_the_next_line() -> None:
    text = "“Never closed\nplain words"
    inside = quoted(code_points(text))
    assert inside[: len("“Never closed")].all()
    assert not inside[len("“Never closed\n") :].any()


def test_two_apostrophes_quote_like_one_mark() -> None:
    text = "He said ''never again,'' didn't he"
    inside = "".join(c for c, flag in zip(text, quoted(code_points(text)), strict=True) if flag)
    assert inside.strip("'") == "never again,"


@given(st.text(alphabet='ab“”"« »\n', max_size=40))
def test_quotation_marks_count_as_inside_unless_stray(text: str) -> None:
    inside = quoted(code_points(text))
    assert len(inside) == len(text)
    assert all(inside[i] for i, c in enumerate(text) if c == "“")
