"""Quotations that go on: over sentences, over paragraphs, after a colon; and those that nobody is given."""

from tests.extract.build import Report
from tocsin.record import BlockKind, Resolution


def test_a_quotation_goes_on_in_its_paragraph() -> None:
    text = "“We are tired,” said Ada Weir. “The port is shut.”"
    report = Report(text).names(PER="Ada Weir").said("Ada Weir", "said", "“We are tired,”")
    found = report.said(None, None, "“The port is shut.”").by_content("“The port")
    assert found.speaker is not None
    assert (found.speaker.name, found.speaker.how) == ("Ada Weir", Resolution.CONTINUED)
    assert (found.source, found.cue) == (None, None)


def test_a_quotation_left_open_goes_on_in_the_next_paragraph() -> None:
    text = """“We are tired,” said Ada Weir. “The port is shut.
“My son wants me to leave. I stay, she told herself.
“It will pass.”"""
    report = Report(text).names(PER="Ada Weir").said("Ada Weir", "said", "“We are tired,”")
    report = report.said(None, None, "“The port is shut.").said(None, None, "“My son wants me to leave.")
    assert report.said(None, None, "“It will pass.”").speakers() == ["Ada Weir"] * 4


def test_a_paragraph_all_quoted_follows_a_quotation() -> None:
    text = "“We are tired,” said Ada Weir.\n“The port is shut. We wait.”"
    report = Report(text).names(PER="Ada Weir").said("Ada Weir", "said", "“We are tired,”")
    assert report.said(None, None, "“The port is shut. We wait.”").speakers() == ["Ada Weir"] * 2


def test_a_teaser_between_does_not_break_a_quotation() -> None:
    text = "“We are tired,” said Ada Weir.\nRead also: Ports.\n“The port is shut.”"
    report = Report(text, kinds={"Read also": BlockKind.READ_ALSO}).names(PER="Ada Weir")
    report = report.said("Ada Weir", "said", "“We are tired,”").said(None, None, "“The port is shut.”")
    assert report.speakers() == ["Ada Weir"] * 2


def test_a_heading_between_does() -> None:
    text = "“We are tired,” said Ada Weir.\nThe port\n“The port is shut.”"
    report = Report(text, kinds={"The port": BlockKind.SUBHEAD}).names(PER="Ada Weir")
    report = report.said("Ada Weir", "said", "“We are tired,”").said(None, None, "“The port is shut.”")
    assert report.speakers() == ["Ada Weir", None]


def test_a_quotation_follows_the_colon_of_its_speaker() -> None:
    text = "Ada Weir refused to say more:\n“The port is shut.”"
    report = Report(text).names(PER="Ada Weir").said("Ada Weir", "refused", "to say more")
    assert report.said(None, None, "“The port is shut.”").speakers() == ["Ada Weir"] * 2


def test_indirect_speech_before_gives_a_paragraph_of_quotation_to_nobody() -> None:
    text = "Ada Weir said the port was shut.\n“Nobody knows why.”"
    report = Report(text).names(PER="Ada Weir").said("Ada Weir", "said", "the port was shut")
    found = report.said(None, None, "“Nobody knows why.”").by_content("“Nobody")
    assert found.speaker is None
    assert "nothing in the text gives to anybody" in found.why


def test_somebody_else_between_breaks_a_quotation() -> None:
    text = "“We are tired,” said Ada Weir. Jon Bell stood by. “The port is shut.”"
    report = Report(text).names(PER=["Ada Weir", "Jon Bell"]).said("Ada Weir", "said", "“We are tired,”")
    assert report.said(None, None, "“The port is shut.”").speakers() == ["Ada Weir", None]


def test_a_quotation_in_midsentence_is_not_given_away() -> None:
    text = "“We are tired,” said Ada Weir. The so-called “peace party” won."
    report = Report(text).names(PER="Ada Weir").said("Ada Weir", "said", "“We are tired,”")
    assert report.said(None, None, "“peace party”").speakers() == ["Ada Weir", None]


def test_a_quotation_beside_another_source_is_not_given_away() -> None:
    text = "“We are tired,” said Ada Weir. “The port is shut,” said Jon Bell, who knew that it was late."
    report = Report(text).names(PER=["Ada Weir", "Jon Bell"]).said("Ada Weir", "said", "“We are tired,”")
    report = report.said("Jon Bell", "knew", "that it was late").said(None, None, "“The port is shut,”")
    assert report.speakers() == ["Ada Weir", None, "Jon Bell"]


def test_what_nobody_introduces_and_nothing_sets_off_is_the_outlets_own_voice() -> None:
    report = Report("The port was shut.").said(None, None, "The port was shut")
    assert report.statements() == ()


def test_a_quotation_that_opens_a_report_is_kept_without_a_speaker() -> None:
    report = Report("“The port is shut.”\nNobody went in.").said(None, None, "“The port is shut.”")
    (found,) = report.statements()
    assert found.speaker is None


def test_a_cue_that_introduces_nothing_gets_the_content_beside_it() -> None:
    report = Report("“The port is shut,” said Ada Weir.").names(PER="Ada Weir")
    report = report.said("Ada Weir", "said").said(None, None, "“The port is shut,”")
    (found,) = report.statements()
    assert found.speaker is not None
    assert (found.speaker.name, found.speaker.how) == ("Ada Weir", Resolution.NAMED)
    assert found.cue is not None
    assert found.cue.text == "said"


def test_two_such_cues_get_none() -> None:
    report = Report("“The port is shut,” said Ada Weir, and Jon Bell nodded.").names(
        PER=["Ada Weir", "Jon Bell"]
    )
    report = (
        report.said("Ada Weir", "said").said("Jon Bell", "nodded").said(None, None, "“The port is shut,”")
    )
    assert report.speakers() == [None]
