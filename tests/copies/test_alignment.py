from hypothesis import given
from hypothesis import strategies as st

from tests.copies.reports import EDITED, OTHER, STORY
from tocsin.copies.alignment import align
from tocsin.copies.words import words

TEXT = st.lists(st.sampled_from(["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k"]), max_size=80).map(
    " ".join
)


def test_a_text_is_itself() -> None:
    (whole,) = align(words(STORY), words(STORY))
    assert (whole.left, whole.left_end) == (0, len(words(STORY)))
    assert len(whole.pairs) == whole.longer


def test_two_texts_have_nothing() -> None:
    assert align(words(STORY), words(OTHER)) == ()


def test_passages_that_changed_places_are_two() -> None:
    first, after, second = STORY.partition("cross again. ")
    first += after
    found = align(words(STORY), words(f"{second} {OTHER} {first}"))
    assert len(found) == 2
    assert found[0].right > found[1].right


def test_an_edited_passage_is_one() -> None:
    (found,) = align(words(STORY), words(f"{OTHER} {EDITED} {OTHER}"))
    assert len(found.pairs) == 30
    assert found.longer == 36


@given(TEXT, TEXT)
def test_pairs_are_equal_words_in_order(left: str, right: str) -> None:
    ours, theirs = words(left), words(right)
    for one in align(ours, theirs):
        a, b = one.pairs[:, 0], one.pairs[:, 1]
        assert (ours.hashes[a] == theirs.hashes[b]).all()
        assert (a[1:] > a[:-1]).all()
        assert (b[1:] > b[:-1]).all()
        assert (one.left, one.left_end) == (a[0], a[-1] + 1)


@given(TEXT, TEXT)
def test_no_word_is_in_two_passages(left: str, right: str) -> None:
    found = align(words(left), words(right))
    for numbers in ([n for one in found for n in one.pairs[:, side]] for side in (0, 1)):
        assert len(numbers) == len(set(numbers))
