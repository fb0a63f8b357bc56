"""A dateline is no part of its sentence, however the model has hung it."""

from hypothesis import given
from hypothesis import strategies as st

from tests.extract.trees import words
from tocsin.extract.datelines import apart
from tocsin.model.layers import Word
from tocsin.record import Block, BlockKind, Document

SECOND = (
    "VESK/NNP/5/nsubj –/:/4/punct The/DT/4/det envoy/NN/5/appos flew/VBD/0/root home/RB/5/advmod ././5/punct"
)
ROOT = "VESK/NNP/0/root –/:/3/punct Weir/NNP/5/appos has/VBZ/5/aux left/VBN/1/acl:relcl ././5/punct"
BOTH = "VESK/NNP/4/nsubj –/:/1/punct Norland/NNP/4/nsubj left/VBD/0/root ././4/punct"


def read(*rows: str, opening: int = 4) -> tuple[Word, ...]:
    text, found = words(*rows)
    block = Block(kind=BlockKind.DATELINE, start=0, end=opening)
    return apart(Document(id="doc", text=text, blocks=(block,)), found)


def links(found: tuple[Word, ...]) -> list[tuple[int, str]]:
    return [(word.head, word.relation) for word in found]


def test_the_noun_beside_a_dateline_is_the_subject() -> None:
    found = links(read(SECOND))
    assert found[0] == (-1, "root")
    assert found[3] == (4, "nsubj")


def test_a_sentence_that_hung_on_a_dateline_stands_by_itself() -> None:
    found = links(read(ROOT))
    assert found[4] == (-1, "root")
    assert found[2] == (4, "nsubj")


def test_a_subject_beside_a_dateline_stays() -> None:
    found = links(read(BOTH))
    assert (found[0][0], found[2]) == (-1, (3, "nsubj"))


def test_without_a_dateline_nothing_changes() -> None:
    text, found = words(SECOND)
    assert apart(Document(id="doc", text=text), found) == found


@given(st.integers(min_value=0, max_value=40), st.sampled_from([SECOND, ROOT, BOTH]))
def test_no_link_crosses_the_end_of_a_dateline(opening: int, row: str) -> None:
    found = read(row, opening=opening)
    inside = {n for n, word in enumerate(found) if word.start < opening}
    assert all((n in inside) is (w.head in inside) for n, w in enumerate(found) if w.head >= 0)
    assert [(w.start, w.end, w.tag) for w in found] == [(w.start, w.end, w.tag) for w in words(row)[1]]
