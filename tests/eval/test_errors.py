"""The breakdown tells where attribution breaks, and shows misses with their context."""

import pytest
from eval.metrics import Span
from eval.relations import Relation
from eval.rows import Place

from eval import errors
from tests.eval.making import GOLD, TEXT, document, relation, span
from tocsin.record import Mode

HARBOUR, FALK, MINISTRY, CREWS = GOLD


@pytest.mark.parametrize(
    ("found", "reason"),
    [
        ((), "cue missed"),
        ((relation(TEXT, None, "denied", "it"),), "source missed"),
        ((relation(TEXT, "Crews", "denied", "it"),), "source wrong"),
        ((relation(TEXT, "The ministry", "denied"),), "contents missed"),
        ((relation(TEXT, "The ministry", "denied", "a closure"),), "contents wrong"),
        ((relation(TEXT, "Crews", "denied", "a closure"),), "source and contents"),
    ],
)
def test_a_miss_says_which_part_went_wrong(found: tuple[Relation, ...], reason: str) -> None:
    (miss,) = errors.missed([document(found, gold=(MINISTRY,))])
    assert miss.why == reason


def test_a_source_where_none_is_marked() -> None:
    passive = relation(TEXT, None, "denied", "it")
    (miss,) = errors.missed([document((MINISTRY,), gold=(passive,))])
    assert miss.why == "source too many"


def test_what_is_half_right_is_no_miss() -> None:
    assert errors.missed([document(GOLD)]) == []


@pytest.mark.parametrize(
    ("words", "mode"),
    [
        (("“Nobody told us,”", "“and nobody will.”"), Mode.DIRECT),
        (("“Nobody told us,”", "that two tugs had left"), Mode.MIXED),
        (("a closure",), Mode.INDIRECT),
    ],
)
def test_the_mode_is_told_by_quotation_marks(words: tuple[str, ...], mode: Mode) -> None:
    assert errors.mode(TEXT, [span(TEXT, w) for w in words]) is mode


def test_doubled_apostrophes_are_quotation_marks_and_single_ones_are_none() -> None:
    def whole(text: str) -> list[Span]:
        return [(0, len(text))]

    doubled, possessive = "''Never,''", "the crews' anger"
    assert errors.mode(doubled, whole(doubled)) is Mode.DIRECT
    assert errors.mode(possessive, whole(possessive)) is Mode.INDIRECT


def test_publishers_are_told_apart() -> None:
    rows = errors.by_publisher([document(GOLD)], Place(task="attribution", set="polnear", split="dev"))
    assert [row.f1 for row in rows] == [1.0, 1.0, 1.0]
    assert rows[0].measure == "harbour: span micro"


def test_the_table_by_mode_counts_every_marked_attribution() -> None:
    lines = errors.by_mode([document((HARBOUR, FALK))]).splitlines()
    cells = {line.split()[0]: line.split()[1:3] for line in lines[1:]}
    assert cells == {"direct": ["1", "1.000"], "indirect": ["3", "0.333"], "mixed": ["0", "-"]}


def test_what_is_found_and_marked_nowhere_is_sorted() -> None:
    odd = (
        relation(TEXT, None, None, "Nobody"),
        relation(TEXT, None, "told", "us"),
        relation(TEXT, "Crews", "denied", "a closure"),
    )
    said = errors.invented([document(odd)])
    assert said.startswith("of 3 found, 3 match nothing: ")
    assert "1 without a cue" in said
    assert "1 with a cue that is none" in said
    assert "1 with a gold cue and other parts" in said


def test_misses_are_shown_with_what_was_found_there() -> None:
    shown = errors.misses([document((relation(TEXT, "Crews", "denied", "it"),), gold=(MINISTRY,))], 5)
    assert "source wrong" in shown
    assert "marked  source: 'The ministry'  cue: 'denied'  content: 'it'" in shown
    assert "found   source: 'Crews'" in shown
    assert "and nobody will.” The ministry denied it." in shown


def test_no_more_misses_are_shown_than_asked_for_and_the_same_each_time() -> None:
    documents = [document(())]
    two = errors.misses(documents, 2)
    assert two.count("cue missed") == 2
    assert errors.misses(documents, 2) == two
    assert errors.misses(documents, 99).count("cue missed") == 4
    assert errors.misses(documents, 0) == ""
