"""The chain through which words came, nearest to the outlet first."""

import pytest

from tests.extract.build import Report
from tocsin.record import Statement


def chain(statement: Statement) -> list[str]:
    return [via.name for via in statement.via]


# -- words in another's words ----------------------------------------------------------------------


def test_a_statement_in_anothers_content_came_through_its_speaker() -> None:
    text = "According to the captain, prisoners have told his men that the port was mined."
    report = Report(text).said(
        "the captain", "According to", "prisoners have told his men that the port was mined"
    )
    found = report.said("prisoners", "have told", "that the port was mined").by_content("that the port")
    assert chain(found) == ["the captain"]
    assert all(via.span.holds(text) for via in found.via)


def test_chains_are_as_long_as_the_nesting() -> None:
    text = "Ada Weir said Jon Bell claimed Erik Lund feared a blockade."
    report = Report(text).names(PER=["Ada Weir", "Jon Bell", "Erik Lund"])
    report = report.said("Ada Weir", "said", "Jon Bell claimed Erik Lund feared a blockade")
    report = report.said("Jon Bell", "claimed", "Erik Lund feared a blockade")
    found = report.said("Erik Lund", "feared", "a blockade").by_content("a blockade")
    assert chain(found) == ["Ada Weir", "Jon Bell"]


def test_the_outer_statement_has_no_chain() -> None:
    text = "Ada Weir said Jon Bell claimed victory."
    report = (
        Report(text).names(PER=["Ada Weir", "Jon Bell"]).said("Ada Weir", "said", "Jon Bell claimed victory")
    )
    assert chain(report.said("Jon Bell", "claimed", "victory").by_content("Jon Bell")) == []


def test_what_opens_an_indirect_content_is_found_by_rule() -> None:
    text = (
        "According to the port ministry, Norland told its partners on Friday that the port would stay open."
    )
    report = Report(text).names(LOC="Norland")
    content = "Norland told its partners on Friday that the port would stay open"
    found = report.said("the port ministry", "According to", content).by_content("that the port")
    assert found.speaker is not None
    assert found.speaker.name == "Norland"
    assert found.cue is not None
    assert found.cue.text == "told"
    assert chain(found) == ["the port ministry"]
    assert "found inside another’s words" in found.why


@pytest.mark.parametrize(
    "content",
    [
        "Norland would tell its partners nothing of all that",  # no finite verb of saying
        "“Norland said that the port was shut for good”",  # its own words
        "Norland said little",  # no clause of its own
        "the port of Norland said that it was shut for good",  # the name is not the subject
        "nobody in Norland claimed that the port was shut",
    ],
)
def test_nothing_is_found_by_rule_where_it_is_not_plain(content: str) -> None:
    report = Report(f"Ada Weir said {content}.").names(PER="Ada Weir", LOC="Norland")
    assert len(report.said("Ada Weir", "said", content).statements()) == 1


def test_the_rule_adds_nothing_to_what_the_model_found() -> None:
    text = "Ada Weir said Norland warned that the port would be shut for good."
    report = Report(text).names(PER="Ada Weir", LOC="Norland")
    report = report.said("Ada Weir", "said", "Norland warned that the port would be shut for good")
    assert len(report.said("Norland", "warned", "that the port would be shut for good").statements()) == 2


# -- a second source -------------------------------------------------------------------------------


def test_a_second_source_after_the_first_is_a_link() -> None:
    text = "“The port is ours,” said Jon Bell, a deputy minister, according to Norland’s news agencies."
    report = Report(text).names(PER="Jon Bell", LOC="Norland")
    found = report.said("Jon Bell", "said", "“The port is ours,”").by_content("“The")
    assert chain(found) == ["Norland’s news agencies"]


def test_a_named_second_source_is_its_name() -> None:
    text = "The port is shut, Jon Bell said, as quoted by Interfax."
    report = Report(text).names(PER="Jon Bell", ORG="Interfax")
    assert chain(report.said("Jon Bell", "said", "The port is shut").by_content("The port")) == ["Interfax"]


def test_an_attribution_of_the_same_words_is_merged_into_the_chain() -> None:
    text = "The port is shut, Jon Bell said on Monday, according to the Harbour Board."
    report = (
        Report(text).names(PER="Jon Bell", ORG="Harbour Board").said("Jon Bell", "said", "The port is shut")
    )
    (found,) = report.said("the Harbour Board", "according to", "The port is shut").statements()
    assert found.speaker is not None
    assert found.speaker.name == "Jon Bell"
    assert chain(found) == ["Harbour Board"]


def test_according_to_in_the_next_sentence_is_no_link() -> None:
    text = "Jon Bell said no. According to Interfax, it rained."
    report = Report(text).names(PER="Jon Bell", ORG="Interfax").said("Jon Bell", "said", "no")
    assert chain(report.statements()[0]) == []


# -- media -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("Jon Bell told Reuters that the port was shut.", "Reuters"),
        (
            "Jon Bell said in an interview with the state channel Rossiya-1 that the port was shut.",
            "Rossiya-1",
        ),
        ("Jon Bell told the Kyiv Daily News that the port was shut.", "Kyiv Daily News"),
        ("Jon Bell was quoted by TASS: said that the port was shut.", "TASS"),
    ],
)
def test_the_medium_that_was_told_is_a_link(text: str, link: str) -> None:
    cue = "told" if "told" in text else "said"
    report = Report(text).names(PER="Jon Bell", ORG=["Reuters", "Rossiya-1", "Kyiv Daily News", "TASS"])
    assert chain(report.said("Jon Bell", cue, "that the port was shut").by_content("that")) == [link]


@pytest.mark.parametrize(
    "text", ["Jon Bell told NATO that it was late.", "Jon Bell, who reads Reuters, said that it was late."]
)
def test_others_are_not(text: str) -> None:
    cue = "told" if "told" in text else "said"
    report = Report(text).names(PER="Jon Bell", ORG=["NATO", "Reuters"])
    assert chain(report.said("Jon Bell", cue, "that it was late").statements()[0]) == []


def test_the_outlet_itself_is_no_link() -> None:
    text = "Jon Bell told the Harbour Post that it was late."
    report = Report(text, outlet="The Harbour Post").names(PER="Jon Bell", ORG="Harbour Post")
    assert chain(report.said("Jon Bell", "told", "that it was late").statements()[0]) == []


def test_an_agency_that_speaks_is_a_speaker_and_no_link() -> None:
    report = Report("Reuters reported that it was late.").names(ORG="Reuters")
    assert chain(report.said("Reuters", "reported", "that it was late").statements()[0]) == []


# -- the wire --------------------------------------------------------------------------------------

WIRE = "OSLO, April 12 (Example Wire) — Jon Bell said that it was late.\nAda Weir denied everything."


def wired(outlet: str | None, text: str = WIRE) -> list[list[str]]:
    report = Report(text, outlet=outlet).names(PER=["Jon Bell", "Ada Weir"])
    report = report.said("Jon Bell", "said", "that it was late").said("Ada Weir", "denied", "everything")
    return [chain(found) for found in report.statements()]


def test_the_wire_of_the_dateline_brought_every_statement() -> None:
    assert wired("The Harbour Post") == [["Example Wire"], ["Example Wire"]]
    assert wired(None) == [["Example Wire"], ["Example Wire"]]


def test_the_wires_own_report_came_through_nobody() -> None:
    assert wired("Example Wire") == [[], []]


def test_brackets_elsewhere_are_no_dateline() -> None:
    assert wired(
        None, "Oslo’s mayor (Weir) — Jon Bell said that it was late.\nAda Weir denied everything."
    ) == [
        [],
        [],
    ]


def test_the_wire_stands_nearest_to_the_outlet() -> None:
    text = "OSLO (Example Wire) - Jon Bell told Reuters that it was late."
    report = Report(text).names(PER="Jon Bell", ORG="Reuters").said("Jon Bell", "told", "that it was late")
    assert chain(report.statements()[0]) == ["Example Wire", "Reuters"]
