"""Blocks at a report's edges: credits, corrections, lists, datelines, bylines."""

import pytest

from tests.read.making import FIRST, LAST, SECOND, document, kind_of, kinds, shown
from tocsin.read.blocks import byline_of, dateline_of, find_blocks
from tocsin.record import BlockKind


@pytest.mark.parametrize(
    "line",
    [
        "(AP)",
        "AFP/Reuters",
        "— with Example Wire",
        "With files from Example Wire",
        "(Reporting by D. Sample in Rivertown; editing by E. Muster)",
        "Reporting by D. Sample; additional reporting by Nora Example",
        "Nora Example and D. Sample contributed to this report.",
        "© 2021 Example Daily. All rights reserved.",
        "By Nora Example in Rivertown",
        "By our correspondents, with agencies",
        "Source: Example Wire",
    ],
)
def test_credits(line: str) -> None:
    assert kind_of(line) == "credit"


@pytest.mark.parametrize(
    "line",
    [
        "By Monday the soldiers had gone.",
        "(Laughter.)",
        "Writing by hand, the minister signed the paper on Tuesday and left the room.",
        "— from the other side of the river they could be heard",
        "By the bridge stood a soldier",
    ],
)
def test_what_only_looks_like_a_credit(line: str) -> None:
    assert kind_of(line) != "credit"


@pytest.mark.parametrize(
    ("ending", "credit"),
    [
        (" (Example Wire)", "(Example Wire)"),
        (" (AP)", "(AP)"),
        (" (AFP, Reuters)", "(AFP, Reuters)"),
        (" — AFP", "— AFP"),
        (" (Reporting by D. Sample; editing by E. Muster)", "(Reporting by D. Sample; editing by E. Muster)"),
    ],
)
def test_a_credit_may_close_a_paragraph(ending: str, credit: str) -> None:
    text = f"{FIRST}{ending}\n\n{SECOND}"
    assert shown(text, find_blocks(text)) == [("body", FIRST), ("credit", credit), ("body", SECOND)]


@pytest.mark.parametrize(
    "ending", [" (OSCE)", " (and again on Tuesday)", " (2021)", " — twice", " (see above)"]
)
def test_other_brackets_at_a_paragraphs_end_are_body(ending: str) -> None:
    text = f"{FIRST}{ending}\n\n{SECOND}"
    assert [kind for kind, _ in shown(text, find_blocks(text))] == ["body", "body"]


@pytest.mark.parametrize(
    "line",
    [
        "Correction: an earlier version gave the river a wrong name.",
        "*Correction: an earlier version gave the river a wrong name.*",
        "CORRECTION, April 14: The river has another name.",
        "An earlier version of this report gave the river a wrong name.",
        "Editor’s note: the ministry answered after we went to print.",
        "Clarification: the river is a canal.",
        "This article was amended on 14 April 2021 to give the river its name.",
    ],
)
def test_corrections(line: str) -> None:
    assert kind_of(line) == "correction"


def test_a_sentence_about_a_correction_is_body() -> None:
    assert kind_of("Corrections officers searched the bridge on Monday and found nobody.") == "body"


def test_list_items_are_marked_when_they_come_in_company() -> None:
    dashes = f"{FIRST}\n\n- The river is deep.\n- The bridge is closed.\n\n{SECOND}"
    numbers = dashes.replace("- The river", "1. The river").replace("- The bridge", "2. The bridge")
    for text in (dashes, numbers):
        assert kinds(text) == ["body", "list", "list", "body"]
    assert kind_of("– The river is deep, he said, and the bridge is closed.") == "body"
    assert kind_of("• The river is deep.") == "list"


def test_a_line_in_emphasis_is_no_list_item() -> None:
    assert kind_of("* A line between two stars, which is no item of any list.*") == "body"


def test_only_the_first_dateline_counts() -> None:
    text = f"KYIV – {FIRST}\n\nMOSCOW – {SECOND}"
    assert kinds(text) == ["dateline", "body", "body"]


def test_a_dateline_late_in_the_report_is_none() -> None:
    text = "\n\n".join([FIRST, SECOND, LAST, f"KYIV – {FIRST}"])
    assert kinds(text) == ["body"] * 4


def test_a_dateline_may_stand_after_a_standfirst() -> None:
    text = f"Ministry denies crossing the river\n{SECOND}\nKYIV – {FIRST}"
    assert kinds(text) == ["title", "body", "dateline", "body"]
    assert dateline_of(text, find_blocks(text)) == "KYIV"


def test_a_line_of_place_and_date_alone_is_no_dateline_of_the_document() -> None:
    text = f"Ministry denies crossing the river\nTuesday, 13 April 2021\n{FIRST}"
    blocks = find_blocks(text)
    assert blocks[1].kind is BlockKind.DATELINE
    assert dateline_of(text, blocks) is None


def test_hard_wrapped_paragraphs_are_one_block_each() -> None:
    text = (
        "Ministry denies crossing the river\n\n"
        "The ministry denied on Tuesday that its soldiers had crossed the\n"
        "river, and said that nobody had asked it whether they had. It\n"
        "would answer, it said, if anybody did.\n\n"
        "The other side says that it has photographs, and that it will show\n"
        "them when the talks begin, which nobody expects to happen soon.\n"
    )
    assert kinds(text) == ["title", "body", "body"]


def test_bylines_at_the_end_are_found() -> None:
    text = f"{FIRST}\n\n{SECOND}\n\nBy Nora Example in Rivertown"
    assert byline_of(text, find_blocks(text)) == "Nora Example in Rivertown"


def test_without_a_byline_there_is_none() -> None:
    assert byline_of(FIRST, find_blocks(FIRST)) is None


def test_what_a_page_marks_goes_before_what_a_line_looks_like() -> None:
    text = f"{FIRST}\n\nSoldiers at the river\n\n{SECOND}"
    marks = {"soldiers at the river": BlockKind.CAPTION}
    assert [block.kind.value for block in find_blocks(text, marks=marks)] == ["body", "caption", "body"]


def test_the_document_knows_the_block_of_an_offset() -> None:
    report = document(f"KYIV – {FIRST}\n\nRead also: The river")
    assert report.block_at(0) is BlockKind.DATELINE
    assert report.block_at(report.text.index("soldiers")) is BlockKind.BODY
    assert report.block_at(len(report.text) - 1) is BlockKind.READ_ALSO
