"""Statements as records: spans, modes, acts, blocks, scores, ids; and a whole report."""

import pytest

from tests.extract.build import Report
from tocsin.extract import VERSION, extract
from tocsin.extract.layout import Layout
from tocsin.extract.statements import extract_statements
from tocsin.record import Act, BlockKind, Mode, Resolution, Statement

STORY = """Norland says build-up at the strait is ‘routine’
Sailors look on near Port Alba – Copyright Example Pictures
The alliance’s chief said it stood with Estonia and voiced its unwavering support.
Norland’s harbour minister Erik Lund said the moving of ships to the strait was for exercises.
“Norland has moved dozens of ships, the largest fleet in a decade,” said Vera Moss. “This week two tugs sank.
“Norland must stop this and turn back at once.”
Moss will be joined by Jon Bell for talks on Wednesday, said the State Department.
The foreign ministers of the G7 – Canada, France, Japan and others – said they were “deeply worried”, \
and urged Norland to “turn back”.
Estonia, which fears a blockade, has accused Norland of sending more than 80 ships.
According to Tallinn, the islanders also have 28 boats.
“These movements threaten us,” said the G7 foreign ministers in a statement.
“We reaffirm our support for Estonia,” the statement added.
• Read also: Norland rules out war over strait
Listen to our interview with a captain."""


@pytest.fixture(scope="module")
def story() -> tuple[Statement, ...]:
    kinds = {
        "Norland says": BlockKind.TITLE,
        "Sailors": BlockKind.CAPTION,
        "•": BlockKind.READ_ALSO,
        "Listen": BlockKind.READ_ALSO,
    }
    report = Report(STORY, outlet="The Harbour Post", kinds=kinds).names(
        PER=["Erik Lund", "Vera Moss", "Moss", "Jon Bell"],
        ORG=["State Department", "G7"],
        LOC=["Norland", "Estonia", "Canada", "France", "Japan", "Tallinn", "Port Alba"],
    )
    ministers = "The foreign ministers of the G7 – Canada, France, Japan and others –"
    report.said("Norland", "says", "build-up at the strait is ‘routine’")
    report.said("The alliance’s chief", "said", "it stood with Estonia")
    report.said("The alliance’s chief", "voiced", "its unwavering support")
    report.said(
        "Norland’s harbour minister Erik Lund", "said", "the moving of ships to the strait was for exercises"
    )
    report.said("Vera Moss", "said", "“Norland has moved dozens of ships, the largest fleet in a decade,”")
    report.said(None, None, "“This week two tugs sank.")
    report.said(None, None, "“Norland must stop this and turn back at once.”")
    report.said("the State Department", "said", "Moss will be joined by Jon Bell for talks on Wednesday")
    report.said(ministers, "said", "they were “deeply worried”")
    report.said(ministers, "urged", "Norland to “turn back”")
    report.said("which", "fears", "a blockade")
    report.said("Estonia", "has accused", "Norland of sending more than 80 ships")
    report.said("Tallinn", "According to", "the islanders also have 28 boats")
    report.said("the G7 foreign ministers", "said", "“These movements threaten us,”")
    report.said("the statement", "added", "“We reaffirm our support for Estonia,”")
    report.said("Norland", "rules out", "war over strait")
    return report.statements()


def test_every_statement_has_the_right_speaker_act_and_mode(story: tuple[Statement, ...]) -> None:
    chief, ministers = "The alliance’s chief", "The foreign ministers of the G7"
    found = [(s.speaker.name if s.speaker else None, s.act, s.mode) for s in story]
    assert sorted(found, key=str) == sorted(
        [
            ("Norland", Act.SAY, Mode.MIXED),
            (chief, Act.SAY, Mode.INDIRECT),
            (chief, Act.SUPPORT, Mode.INDIRECT),
            ("Erik Lund", Act.SAY, Mode.INDIRECT),
            ("Vera Moss", Act.SAY, Mode.DIRECT),
            ("Vera Moss", Act.SAY, Mode.DIRECT),
            ("Vera Moss", Act.SAY, Mode.DIRECT),
            ("State Department", Act.SAY, Mode.INDIRECT),
            (ministers, Act.CONCERN, Mode.MIXED),
            (ministers, Act.REQUEST, Mode.MIXED),
            ("Estonia", Act.FEAR, Mode.INDIRECT),
            ("Estonia", Act.ACCUSE, Mode.INDIRECT),
            ("Tallinn", Act.SAY, Mode.INDIRECT),
            ("the G7 foreign ministers", Act.SAY, Mode.DIRECT),
            ("the G7 foreign ministers", Act.SUPPORT, Mode.DIRECT),
            ("Norland", Act.DENY, Mode.INDIRECT),
        ],
        key=str,
    )


def test_what_is_no_body_is_marked(story: tuple[Statement, ...]) -> None:
    kinds = {s.contents[0].text.split()[0]: s.block for s in story if s.block is not BlockKind.BODY}
    assert kinds == {"build-up": BlockKind.TITLE, "war": BlockKind.READ_ALSO}


def test_statements_stand_in_the_order_of_the_text(story: tuple[Statement, ...]) -> None:
    starts = [
        min(s.start for s in (*found.contents, *filter(None, (found.source, found.cue)))) for found in story
    ]
    assert starts == sorted(starts)


def test_ids_are_unique_and_made_of_content(story: tuple[Statement, ...]) -> None:
    assert len({s.id for s in story}) == len(story)
    assert all(s.id.startswith("st-") for s in story)


def test_every_span_holds(story: tuple[Statement, ...]) -> None:
    assert all(span.holds(STORY) for s in story for span in s.spans)


def test_every_statement_says_why(story: tuple[Statement, ...]) -> None:
    assert all(s.why for s in story)


# -- one at a time ---------------------------------------------------------------------------------


def test_the_same_attribution_twice_is_one_with_the_better_score() -> None:
    report = Report("Weir said the port was shut.").names(PER="Weir")
    report = report.said("Weir", "said", "the port was shut", score=0.5)
    (found,) = report.said("Weir", "said", "the port was shut,"[:-1], score=0.8).statements()
    assert found.score == pytest.approx(0.8)


def test_the_score_is_the_geometric_mean_of_the_spans() -> None:
    report = (
        Report("Weir said the port was shut.").names(PER="Weir").said("Weir", "said", "the port", score=0.64)
    )
    assert report.statements()[0].score == pytest.approx(0.64)


def test_an_attribution_without_content_is_no_statement_but_can_be_taken_up() -> None:
    text = "Ada Weir spoke on Monday. She said the port was shut."
    report = Report(text).names(PER="Ada Weir").said("Ada Weir", "spoke")
    assert report.said("She", "said", "the port was shut").speakers() == ["Ada Weir"]


def test_a_broken_quotation_has_two_contents() -> None:
    text = "“If it rains,” said Weir, “we stay.”"
    (found,) = (
        Report(text).names(PER="Weir").said("Weir", "said", "“If it rains,”", "“we stay.”").statements()
    )
    assert [c.text for c in found.contents] == ["“If it rains,”", "“we stay.”"]
    assert found.mode is Mode.DIRECT


def test_a_source_without_a_cue_speaks_all_the_same() -> None:
    report = Report("Weir: the port is shut.").names(PER="Weir").said("Weir", None, "the port is shut")
    (found,) = report.statements()
    assert found.speaker is not None
    assert found.speaker.how is Resolution.NAMED
    assert (found.cue, found.act) == (None, Act.SAY)


def test_an_empty_report_has_no_records() -> None:
    report = Report("")
    found = extract(report.document, report.layers, made_by="extract@1 model@0")
    assert (found.names, found.statements, found.made_by) == ((), (), "extract@1 model@0")


def test_another_version_makes_other_ids() -> None:
    report = Report("Weir said no.").names(PER="Weir").said("Weir", "said", "no")
    layout = Layout.of(report.document, report.layers)
    names, found = report.extract().names, report.layers.attributions

    def ids(version: str) -> list[str]:
        made = extract_statements(report.document, layout, names, found, language="en", version=version)
        return [statement.id for statement in made]

    assert ids(VERSION) == ids(VERSION)
    assert ids(VERSION) != ids("extract@0")


def test_a_report_in_another_language_is_read_with_what_there_is() -> None:
    report = Report("Weir said no.").names(PER="Weir").said("Weir", "said", "no")
    assert len(report.statements()) == 1
