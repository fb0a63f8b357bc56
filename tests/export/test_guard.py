import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.export import guarded, unguarded

_SIGNS = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20"


@pytest.mark.parametrize("cell", ["=1+1", "+38 044", "-5", "@SUM(A1)", "\t=1", "\r=1", "\uff1dcmd"])
def test_a_formula_becomes_text(cell: str) -> None:
    assert guarded(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["", "Lind", "“- no”", "'tis", "1-2", "a=b"])
def test_words_stay_words(cell: str) -> None:
    assert guarded(cell) == cell
    assert unguarded(cell) == cell


@given(st.text(alphabet=st.sampled_from("'=+-@ab\t\n\r\uff1d"), max_size=6) | st.text())
def test_the_guard_can_be_undone_and_no_cell_begins_a_formula(cell: str) -> None:
    assert unguarded(guarded(cell)) == cell
    assert not guarded(cell).startswith(tuple(_SIGNS))
