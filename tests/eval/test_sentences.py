"""Sentences are compared as spans without the white space between them."""

from eval.gold import Gold
from eval.metrics import Counts
from eval.sentences import gold_spans, starts_and_spans
from hypothesis import given
from hypothesis import strategies as st
from training.data import Example

from eval import sentences
from tests.eval.making import layers

TEXT = "It rained. Nobody came.\n\nSo it goes."
STARTS = (0, 11, 25)
SPANS = ((0, 10), (11, 23), (25, 36))


def test_a_sentence_ends_before_the_space_that_follows() -> None:
    assert gold_spans(TEXT, STARTS) == frozenset(SPANS)


def test_white_space_at_the_ends_makes_no_difference() -> None:
    wide = layers(sentences=((0, 11), (11, 25), (25, 36)))
    assert starts_and_spans(TEXT, STARTS, wide) == (
        Counts(right=2, found=2, gold=2),
        Counts(right=3, found=3, gold=3),
    )


def test_a_missed_boundary_spoils_both_sentences_and_one_start() -> None:
    joined = layers(sentences=((0, 23), (25, 36)))
    starts, whole = starts_and_spans(TEXT, STARTS, joined)
    assert starts == Counts(right=1, found=1, gold=2)
    assert whole == Counts(right=1, found=2, gold=3)


def test_the_first_start_is_nobodys_merit() -> None:
    starts, whole = starts_and_spans("It rained.", (0,), layers(sentences=((0, 10),)))
    assert starts == Counts()
    assert whole == Counts(right=1, found=1, gold=1)


@given(
    st.lists(st.sampled_from(["No.", "It rained.", "So?"]), min_size=1, max_size=6), st.sampled_from(" \n")
)
def test_gold_sentences_are_the_ones_that_were_joined(parts: list[str], gap: str) -> None:
    text = gap.join(parts)
    starts = [sum(len(p) + 1 for p in parts[:i]) for i in range(len(parts))]
    assert [text[s:e] for s, e in sorted(gold_spans(text, starts))] == parts


def test_a_set_gives_two_rows() -> None:
    gold = Gold(set="made", split="dev", digest="", examples=(Example(id="a", text=TEXT, sentences=STARTS),))
    rows = sentences.rows(gold, [layers(sentences=SPANS)])
    assert [(row.measure, row.f1) for row in rows] == [("starts", 1.0), ("whole", 1.0)]
