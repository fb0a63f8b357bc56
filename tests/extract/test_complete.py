"""What the model leaves undone, and links that no report makes."""

import pytest

from tests.extract.build import Report
from tocsin.record import BlockKind, Resolution

# -- parts that do not stand together ------------------------------------------------------------


def test_a_source_in_another_paragraph_is_not_the_cues() -> None:
    text = "Norland waits.\nIt was said that the port was shut."
    report = Report(text).names(LOC="Norland").said("Norland", "was said", "that the port was shut")
    (found,) = report.statements()
    assert found.source is None
    assert found.speaker is None


def test_indirect_words_in_another_paragraph_are_not_the_cues() -> None:
    text = "Erik Lund said no.\nNobody went in. The port was shut."
    report = Report(text).names(PER="Erik Lund").said("Erik Lund", "said", "no", "The port was shut")
    (found,) = report.statements()
    assert [c.text for c in found.contents] == ["no"]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("“No,” said Erik Lund. “It was late.\n“The port was shut.”", "“The port was shut.”"),
        ("“No,” said Erik Lund:\nThe port was shut.", "The port was shut"),
    ],
)
def test_quoted_words_and_what_follows_a_colon_are(text: str, content: str) -> None:
    report = Report(text).names(PER="Erik Lund").said("Erik Lund", "said", "“No,”", content)
    assert len(report.statements()[0].contents) == 2


def test_a_content_does_not_run_from_a_title_into_the_body() -> None:
    text = "Lund says the port is shut\nNobody went in."
    report = Report(text, kinds={"Lund says": BlockKind.TITLE}).names(PER="Lund")
    (found,) = report.said("Lund", "says", "the port is shut\nNobody went in").statements()
    assert [c.text for c in found.contents] == ["the port is shut"]


def test_a_content_does_not_run_from_the_body_into_a_teaser() -> None:
    text = "Lund says the port is shut\nRead also: Ports. Ships."
    report = Report(text, kinds={"Read also": BlockKind.READ_ALSO}).names(PER="Lund")
    (found,) = report.said("Lund", "says", "the port is shut\nRead also: Ports").statements()
    assert [c.text for c in found.contents] == ["the port is shut"]


def test_a_heading_is_no_content_of_the_body() -> None:
    text = "“There will be costs”\nIn Oslo Erik Lund said the port was shut."
    report = Report(text, kinds={"“There": BlockKind.SUBHEAD}).names(PER="Erik Lund", LOC="Oslo")
    (found,) = report.said("Erik Lund", "said", "“There will be costs”", "the port was shut").statements()
    assert [c.text for c in found.contents] == ["the port was shut"]


# -- a source beside its cue -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "cue", "content", "name"),
    [
        ("Erik Lund mocked the port.", "mocked", "the port", "Erik Lund"),
        ("On Monday the mayor, Erik Lund, mocked the port.", "mocked", "the port", "Erik Lund"),
        ("The port was shut, said Erik Lund.", "said", "The port was shut", "Erik Lund"),
        ("“It is shut,” said US Secretary of State Erik Lund.", "said", "“It is shut,”", "Erik Lund"),
        ("It was shut, said NATO.", "said", "It was shut", "NATO"),
    ],
)
def test_a_name_right_beside_a_cue_is_its_source(text: str, cue: str, content: str, name: str) -> None:
    report = Report(text).names(PER="Erik Lund", ORG="NATO")
    (found,) = report.said(None, cue, content).statements()
    assert found.speaker is not None
    assert (found.speaker.name, found.speaker.how) == (name, Resolution.NAMED)
    assert found.source is not None
    assert found.source.text.endswith(name)


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("Erik Lund, accused of lies, waits.", "accused", "of lies"),
        ("Erik Lund was told of lies.", "was told", "of lies"),
        ("Norwegians fear a blockade.", "fear", "a blockade"),
        ("The port of Erik Lund was warned of war.", "was warned", "of war"),
        ("Erik Lund came. Said to be ill, he left.", "Said", "to be ill"),
    ],
)
def test_other_names_are_not(text: str, cue: str, content: str) -> None:
    report = Report(text).names(PER="Erik Lund", MISC="Norwegians")
    assert report.said(None, cue, content).speakers() == [None]


# -- clauses about the source ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("clause", "cue", "content"),
    [
        ("who asked that his name be withheld", "asked", "that his name be withheld"),
        ("who requested anonymity", "requested", "anonymity"),
        ("who did not wish to be named", "did not wish", "to be named"),
    ],
)
def test_a_grant_of_anonymity_is_no_statement(clause: str, cue: str, content: str) -> None:
    text = f"A French diplomat, {clause}, said the port was shut. “It is late,” he added."
    report = (
        Report(text).names(MISC="French").said(f"A French diplomat, {clause},", "said", "the port was shut")
    )
    report = report.said("who", cue, content).said("he", "added", "“It is late,”")
    assert report.speakers() == ["A French diplomat"] * 2


def test_a_speaker_of_whom_only_that_is_said_can_be_taken_up() -> None:
    text = "A French diplomat, who requested anonymity, still waits. “It is late,” he said."
    report = Report(text).names(MISC="French").said("who", "requested", "anonymity")
    assert report.said("he", "said", "“It is late,”").speakers() == ["A French diplomat"]


@pytest.mark.parametrize(
    ("source", "kept"),
    [
        ("the ministers in a joint statement", "the ministers"),
        ("Erik Lund at a news conference,", "Erik Lund"),
        ("the author of the statement", "the author of the statement"),
        ("officials in the capital", "officials in the capital"),
    ],
)
def test_where_somebody_speaks_is_no_part_of_the_source(source: str, kept: str) -> None:
    (found,) = Report(f"It was late, said {source}.").said(source, "said", "It was late").statements()
    assert found.source is not None
    assert found.source.text == kept


# -- a relative clause between speaker and cue --------------------------------------------------------


@pytest.mark.parametrize("source", [None, "Norland"])
def test_a_relative_clause_before_the_cue_is_no_content_and_speaks_for_itself(source: str | None) -> None:
    text = "Norland, which fears a raid by sea, has accused Sudland of theft."
    report = Report(text).names(LOC=["Norland", "Sudland"])
    accuse, fear = sorted(
        report.said(source, "has accused", "which fears a raid by sea", "Sudland of theft").statements(),
        key=lambda statement: statement.act,
    )
    assert accuse.speaker is not None
    assert accuse.speaker.name == "Norland"
    assert [c.text for c in accuse.contents] == ["Sudland of theft"]
    assert fear.speaker is not None
    assert fear.speaker.name == "Norland"
    assert [c.text for c in fear.contents] == ["a raid by sea"]


def test_a_relative_clause_without_a_cue_is_dropped() -> None:
    text = "Norland, which lies in the north, has accused Sudland of theft."
    report = Report(text).names(LOC=["Norland", "Sudland"])
    (found,) = report.said(None, "has accused", "which lies in the north", "Sudland of theft").statements()
    assert found.speaker is not None
    assert found.speaker.name == "Norland"
    assert [c.text for c in found.contents] == ["Sudland of theft"]


def test_a_relative_clause_behind_the_speaker_is_no_content() -> None:
    text = "“No,” warned Ada Weir, who is expected in Oslo on Monday."
    report = Report(text).names(PER="Ada Weir", LOC="Oslo")
    (found,) = report.said("Ada Weir", "warned", "“No,”", "who is expected in Oslo on Monday").statements()
    assert [c.text for c in found.contents] == ["“No,”"]


def test_a_quotation_behind_the_speaker_stays() -> None:
    text = "“No,” said Ada Weir, “who is it?”"
    (found,) = (
        Report(text).names(PER="Ada Weir").said("Ada Weir", "said", "“No,”", "“who is it?”").statements()
    )
    assert len(found.contents) == 2


def test_a_source_ends_with_the_headline_that_it_stands_in() -> None:
    text = "Port shut, says Norland\n\nThe spokeswoman of Ada Weir left."
    report = Report(text).names(LOC="Norland", PER="Ada Weir")
    (found,) = report.said("Norland\n\nThe spokeswoman of Ada Weir", "says", "Port shut").statements()
    assert found.source is not None
    assert found.source.text == "Norland"


def test_a_source_over_two_paragraphs_is_what_stands_beside_its_cue() -> None:
    text = "Port shut, says Norland\n\nAda Weir said no."
    report = Report(text).names(LOC="Norland", PER="Ada Weir")
    (found,) = report.said("Norland\n\nAda Weir", "said", "no").statements()
    assert found.source is not None
    assert found.source.text == "Ada Weir"
