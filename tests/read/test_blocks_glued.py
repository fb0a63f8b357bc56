"""Lines that a page glued together, and lines that say who speaks in an interview."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.read.making import FIRST, SECOND, kind_of, kinds, shown
from tocsin.read.blocks import find_blocks
from tocsin.record import BlockKind

TEASER = "Listen to our interview with an engineer by clicking on the player above."


def test_a_teaser_glued_to_running_text_is_cut_off() -> None:
    text = f"{TEASER}{FIRST}"
    assert shown(text, find_blocks(text)) == [("read-also", TEASER), ("body", FIRST)]


def test_a_teaser_glued_behind_running_text_is_cut_off() -> None:
    text = f"{FIRST}Read also: How deep is the river?"
    assert shown(text, find_blocks(text)) == [
        ("body", FIRST),
        ("read-also", "Read also: How deep is the river?"),
    ]


@pytest.mark.parametrize(
    "text", [f"{FIRST}{SECOND}", "The U.S.Army said so, and the ministry did not answer."]
)
def test_glued_sentences_of_the_running_text_stay_one(text: str) -> None:
    assert kinds(text) == ["body"]


@pytest.mark.parametrize("label", ["Q", "Q.", "MR. WEIR", "THE MAYOR"])
def test_labels_as_transcripts_write_them_are_no_subheads(label: str) -> None:
    assert kind_of(label) == "body"


def test_a_label_that_comes_again_is_no_subhead() -> None:
    text = f"{FIRST}\nAda Weir\n{SECOND}\nExample Daily\n{FIRST}\nAda Weir\n{SECOND}\nExample Daily\n{FIRST}"
    assert set(kinds(text)) == {"body"}


def test_a_short_line_that_stands_once_is_still_a_subhead() -> None:
    assert kind_of("At odds over a bridge") == "subhead"


@pytest.mark.parametrize(
    "line",
    [
        "FacebookEmail Twitter Google+ LinkedIn Pinterest",
        "CONNECT TWEET LINKEDIN 4 COMMENTEMAILMORE",
        "WhatsApp",
        "SIGN UP",
        "Image 2 of 4",
        "Back to Gallery",
        "Read Full Article",
        "1 hr 14 min ago",
    ],
)
def test_what_belongs_to_the_page_is_no_part_of_the_report(line: str) -> None:
    assert kind_of(line) == "read-also"


def test_a_line_that_is_no_sentence_before_an_agency_is_a_caption() -> None:
    assert kind_of("The two envoys at the bridge in March (AP)") == "caption"


def test_a_byline_behind_its_agency_is_a_credit() -> None:
    assert kind_of("Example Wire — By NORA EXAMPLE") == "credit"


def test_speech_that_was_cut_off_is_no_credit() -> None:
    assert kind_of("— with President Weir.  But nothing on that.") == "body"


@given(st.lists(st.sampled_from([TEASER, FIRST, "Read also: Why", "(AP)", "Q", "\n", " "]), max_size=12))
def test_blocks_hold_all_that_is_not_whitespace_and_never_overlap(pieces: list[str]) -> None:
    text = "".join(pieces)
    blocks = find_blocks(text)
    edges = [0, *(edge for block in blocks for edge in (block.start, block.end)), len(text)]
    assert edges == sorted(edges)
    assert not "".join(text[end:start] for end, start in zip(edges[::2], edges[1::2], strict=True)).strip()
    assert all(isinstance(block.kind, BlockKind) and block.start < block.end for block in blocks)
