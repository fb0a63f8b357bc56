"""Who speaks: names, pronouns, statements, descriptions taken up, and when nobody is said to."""

import pytest

from tests.extract.build import Report
from tocsin.record import BlockKind, Resolution, Statement


def how(statement: Statement) -> Resolution | None:
    return statement.speaker.how if statement.speaker else None


def test_a_named_speaker_stands_where_the_name_stands() -> None:
    text = "Norland’s harbour minister Ada Weir said the port was shut."
    report = Report(text).names(LOC="Norland", PER="Ada Weir")
    (found,) = report.said("Norland’s harbour minister Ada Weir", "said", "the port was shut").statements()
    assert found.speaker is not None
    assert (found.speaker.name, found.speaker.how) == ("Ada Weir", Resolution.NAMED)
    assert found.speaker.span.start == text.index("Ada Weir")
    assert found.source is not None
    assert found.source.text == "Norland’s harbour minister Ada Weir"


# -- he and she ------------------------------------------------------------------------------------


def weir_speaks(then: str) -> Report:
    return Report(f"Ada Weir said the port was shut. {then}").names(
        PER=["Ada Weir", "Weir", "Jon Bell", "Vera Moss", "Erik Lund"], LOC=["Norland", "Oslo"], ORG=["NATO"]
    )


def test_a_pronoun_takes_up_the_speaker_before() -> None:
    report = weir_speaks("She added that it would stay so.").said("Ada Weir", "said", "the port was shut")
    found = report.said("She", "added", "that it would stay so").by_content("that it")
    assert found.speaker is not None
    assert (found.speaker.name, found.speaker.how) == ("Ada Weir", Resolution.PRONOUN)
    assert found.speaker.span.start == 0
    assert "Ada Weir" in found.why


def test_a_chain_of_pronouns_leads_to_the_name() -> None:
    report = weir_speaks("She feared a long winter. She hoped for rain.").said(
        "Ada Weir", "said", "the port was shut"
    )
    report = report.said("She", "feared", "a long winter").said("She", "hoped for", "rain")
    assert report.speakers() == ["Ada Weir"] * 3


def test_whom_a_speaker_talks_about_is_no_rival() -> None:
    text = "Erik Lund said Jon Bell had left Oslo. He called it a pity."
    report = Report(text).names(PER=["Erik Lund", "Jon Bell"], LOC="Oslo")
    report = report.said("Erik Lund", "said", "Jon Bell had left Oslo").said("He", "called", "it a pity")
    assert report.speakers() == ["Erik Lund"] * 2


def test_whom_a_speaker_talks_to_is_no_rival() -> None:
    text = (
        "Erik Lund said no after talks with the harbour minister, Jon Bell. The port would close, he added."
    )
    report = Report(text).names(PER=["Erik Lund", "Jon Bell"])
    report = report.said("Erik Lund", "said", "no").said("he", "added", "The port would close")
    assert report.speakers() == ["Erik Lund"] * 2


def test_somebody_who_came_up_since_makes_it_uncertain() -> None:
    text = "Erik Lund said the port was shut. Jon Bell flew to Oslo. He called it a pity."
    report = Report(text).names(PER=["Erik Lund", "Jon Bell"], LOC="Oslo")
    report = report.said("Erik Lund", "said", "the port was shut").said("He", "called", "it a pity")
    found = report.by_content("it a pity")
    assert found.speaker is None
    assert "Erik Lund" in found.why
    assert "Jon Bell" in found.why


def test_gender_decides_between_two() -> None:
    text = "Erik Lund said the port was shut. Vera Moss flew to Oslo. She called it a pity."
    report = Report(text).names(PER=["Erik Lund", "Vera Moss"], LOC="Oslo")
    report = report.said("Erik Lund", "said", "the port was shut").said("She", "called", "it a pity")
    assert report.speakers() == ["Erik Lund", "Vera Moss"]


def test_a_described_newcomer_makes_it_uncertain() -> None:
    text = "Erik Lund said the port was shut. The mayor wept. He called it a pity."
    report = Report(text).names(PER=["Erik Lund"])
    report = report.said("Erik Lund", "said", "the port was shut").said("He", "called", "it a pity")
    assert report.speakers() == ["Erik Lund", None]


def test_he_is_no_ministry_and_it_is_no_person() -> None:
    text = "NATO said the port was shut. He called it a pity. It was glad."
    report = Report(text).names(ORG="NATO").said("NATO", "said", "the port was shut")
    report = report.said("He", "called", "it a pity").said("It", "was", "glad")
    assert report.speakers() == ["NATO", None, "NATO"]


def test_the_only_person_named_before_is_meant_though_he_has_not_spoken() -> None:
    text = "Erik Lund flew to Oslo on Monday. He called it a pity."
    report = Report(text).names(PER="Erik Lund", LOC="Oslo").said("He", "called", "it a pity")
    assert report.speakers() == ["Erik Lund"]


def test_far_away_is_nobody() -> None:
    text = "Erik Lund said no. It rained. It snowed. It froze. He called it a pity."
    report = (
        Report(text).names(PER="Erik Lund").said("Erik Lund", "said", "no").said("He", "called", "it a pity")
    )
    assert report.speakers() == ["Erik Lund", None]


def test_an_unknown_he_is_not_passed_over() -> None:
    text = "Erik Lund said no. Jon Bell left. He wept: a pity. He called it a shame."
    report = Report(text).names(PER=["Erik Lund", "Jon Bell"]).said("Erik Lund", "said", "no")
    report = report.said("He", "wept", "a pity").said("He", "called", "it a shame")
    assert report.speakers() == ["Erik Lund", None, None]


def test_a_pronoun_teaches_the_gender_of_its_speaker() -> None:
    text = "Quill Weir said no. She hoped for rain. He left it at that."
    report = (
        Report(text).names(PER="Quill Weir").said("Quill Weir", "said", "no").said("She", "hoped for", "rain")
    )
    assert report.said("He", "left", "it at that").speakers() == ["Quill Weir", "Quill Weir", None]


def test_teasers_between_are_no_distance_and_no_rivals() -> None:
    text = "Erik Lund said no.\nRead also: Jon Bell’s life. A story. A long one.\nHe called it a pity."
    report = Report(text, kinds={"Read also": BlockKind.READ_ALSO}).names(PER=["Erik Lund", "Jon Bell"])
    report = report.said("Erik Lund", "said", "no").said("He", "called", "it a pity")
    assert report.speakers() == ["Erik Lund"] * 2


def test_a_title_lends_the_body_no_speaker() -> None:
    text = "Lund says no\nHe called it a pity."
    report = Report(text, kinds={"Lund says": BlockKind.TITLE}).names(PER="Lund")
    report = report.said("Lund", "says", "no").said("He", "called", "it a pity")
    assert report.speakers() == ["Lund", None]


# -- they and it -----------------------------------------------------------------------------------


def test_they_take_up_a_plural_speaker() -> None:
    text = (
        "The foreign ministers of the G7 called on Norland to open the port. They stressed that it was late."
    )
    report = Report(text).names(ORG="G7", LOC="Norland")
    report = report.said("The foreign ministers of the G7", "called on", "Norland to open the port")
    assert (
        report.said("They", "stressed", "that it was late").speakers()
        == ["The foreign ministers of the G7"] * 2
    )


def test_they_are_nobody_where_others_have_come_up() -> None:
    text = (
        "The authorities accuse Norland of lying. International monitors take no side. They reported shots."
    )
    report = Report(text).names(LOC="Norland").said("The authorities", "accuse", "Norland of lying")
    found = report.said("They", "reported", "shots").by_content("shots")
    assert found.speaker is None
    assert "International monitors" in found.why


def test_it_takes_up_a_body_or_the_subject_of_the_sentence_before() -> None:
    text = "The Harbour Board met on Monday in Oslo. It denies that the port is shut. It hopes for rain."
    report = Report(text).names(ORG="Harbour Board", LOC="Oslo")
    report = report.said("It", "denies", "that the port is shut").said("It", "hopes for", "rain")
    assert report.speakers() == ["Harbour Board"] * 2


# -- I, we, you ------------------------------------------------------------------------------------


def test_i_is_whoever_speaks_around_it() -> None:
    text = "“I believe the port will open,” said Ada Weir."
    report = Report(text).names(PER="Ada Weir").said("Ada Weir", "said", "“I believe the port will open,”")
    found = report.said("I", "believe", "the port will open").by_content("the port")
    assert found.speaker is not None
    assert (found.speaker.name, found.speaker.how) == ("Ada Weir", Resolution.PRONOUN)


@pytest.mark.parametrize(("word", "reason"), [("We", "the outlet itself"), ("You", "names nobody")])
def test_we_outside_anothers_words_is_never_a_speaker(word: str, reason: str) -> None:
    report = Report(f"{word} believe the port will open.").said(word, "believe", "the port will open")
    (found,) = report.statements()
    assert found.speaker is None
    assert reason in found.why


# -- who and which ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "speaker"),
    [
        ("Norland, which fears a blockade, waits.", "which", "fears", "a blockade", "Norland"),
        ("Erik Lund, who fears a blockade, waits.", "who", "fears", "a blockade", "Erik Lund"),
        ("Erik Lund, the mayor, who fears a blockade, waits.", "who", "fears", "a blockade", "Erik Lund"),
        ("An aide to Erik Lund, who fears a blockade, waits.", "who", "fears", "a blockade", None),
        (
            "A French diplomat, who fears a blockade, waits.",
            "who",
            "fears",
            "a blockade",
            "A French diplomat",
        ),
        (
            "An officer in Norland, who fears a blockade, waits.",
            "who",
            "fears",
            "a blockade",
            "An officer in Norland",
        ),
        (
            "It is so, sighed an aide to the mayor, who fears war.",
            "who",
            "fears",
            "war",
            "an aide to the mayor",
        ),
        ("The ministry, which fears a blockade, waits.", "which", "fears", "a blockade", "The ministry"),
        ("Those who fear a blockade wait.", "who", "fear", "a blockade", None),
        ("Norland waits. People who fear a blockade wait.", "who", "fear", "a blockade", None),
        ("In Norland, who fears a blockade waits.", "who", "fears", "a blockade", None),
    ],
)
def test_a_relative_takes_up_the_name_before_it(
    text: str, source: str, cue: str, content: str, speaker: str | None
) -> None:
    report = Report(text).names(PER="Erik Lund", LOC="Norland").said(source, cue, content)
    assert report.speakers() == [speaker]


# -- the statement, the ministry -------------------------------------------------------------------


def test_the_statement_is_the_speakers_before() -> None:
    text = """“It is late,” said the G7 foreign ministers in a statement.
“We reaffirm our support,” the statement added."""
    report = Report(text).names(ORG="G7").said("the G7 foreign ministers", "said", "“It is late,”")
    found = report.said("the statement", "added", "“We reaffirm our support,”").by_content("“We")
    assert found.speaker is not None
    assert (found.speaker.name, found.speaker.how) == ("the G7 foreign ministers", Resolution.STATEMENT)


def test_a_statement_that_nobody_has_issued_is_nobodys() -> None:
    report = Report("The statement said the port was shut.").said(
        "The statement", "said", "the port was shut"
    )
    (found,) = report.statements()
    assert found.speaker is None
    assert "The statement" in found.why


def test_its_statement_is_a_bodys() -> None:
    text = "The Harbour Board said no. Erik Lund said yes. It was late, according to its statement."
    report = Report(text).names(ORG="Harbour Board", PER="Erik Lund")
    report = report.said("The Harbour Board", "said", "no").said("Erik Lund", "said", "yes")
    assert report.said("its statement", "according to", "It was late").speakers()[-1] == "Harbour Board"


def test_the_ministry_takes_up_the_ministry_before() -> None:
    text = "Norland’s foreign ministry said no. The port was shut, the ministry added."
    report = Report(text).names(LOC="Norland").said("Norland’s foreign ministry", "said", "no")
    found = report.said("the ministry", "added", "The port was shut").by_content("The port")
    assert found.speaker is not None
    assert (found.speaker.name, found.speaker.how) == ("Norland’s foreign ministry", Resolution.STATEMENT)


def test_the_diplomat_of_whom_no_name_is_given_stays_unnamed() -> None:
    text = "A Western diplomat in Oslo said no. “It is late,” the diplomat said."
    report = Report(text).names(LOC="Oslo", MISC="Western").said("A Western diplomat in Oslo", "said", "no")
    found = report.said("the diplomat", "said", "“It is late,”").by_content("“It")
    assert found.speaker is not None
    assert (found.speaker.name, found.speaker.how) == ("A Western diplomat in Oslo", Resolution.UNNAMED)


def test_the_minister_is_described_where_two_were_heard() -> None:
    text = (
        "Defence minister Erik Lund said no. Trade minister Jon Bell said yes. It is so, the minister said."
    )
    report = Report(text).names(PER=["Erik Lund", "Jon Bell"])
    report = report.said("Defence minister Erik Lund", "said", "no")
    report = report.said("Trade minister Jon Bell", "said", "yes").said("the minister", "said", "It is so")
    found = report.by_content("It is so")
    assert found.speaker is not None
    assert (found.speaker.name, found.speaker.how) == ("the minister", Resolution.DESCRIBED)
    assert "Erik Lund or Jon Bell" in found.why


def test_the_ministry_without_any_before_is_described() -> None:
    report = Report("The ministry said no.").said("The ministry", "said", "no")
    (found,) = report.statements()
    assert how(found) is Resolution.DESCRIBED


# -- unnamed ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (
            "A pilot, who asked not to be named, said no.",
            "A pilot, who asked not to be named,",
        ),
        ("Harbour officials said no on condition of anonymity.", "Harbour officials"),
        ("Dockers, speaking anonymously, said no.", "Dockers"),
        ("The engineer, who was not authorised to speak in public, said no.", "The engineer"),
        ("Captains who declined to be identified said no.", "Captains who declined to be identified"),
        ("A pilot who gave only his first name said no.", "A pilot who gave only his first name"),
        ("People familiar with the matter said no.", "People familiar with the matter"),
    ],
)
def test_anonymity_is_granted_in_the_source_or_beside_it(text: str, source: str) -> None:
    (found,) = Report(text).said(source, "said", "no").statements()
    assert how(found) is Resolution.UNNAMED


def test_a_person_who_is_named_is_not_anonymous() -> None:
    text = "Oda, 63, who did not want her surname printed, said no."
    report = (
        Report(text).names(PER="Oda").said("Oda, 63, who did not want her surname printed,", "said", "no")
    )
    assert how(report.statements()[0]) is Resolution.NAMED


# -- no source -------------------------------------------------------------------------------------


def test_a_passive_has_no_speaker() -> None:
    report = Report("It was announced that the port was shut.").said(
        None, "was announced", "that the port was shut"
    )
    (found,) = report.statements()
    assert found.speaker is None
    assert found.why == "no source in the sentence"


@pytest.mark.parametrize(
    ("sentence", "cue", "content"),
    [
        ("Erik Lund said no, adding that it was late.", "adding", "that it was late"),
        ("Erik Lund said no and urged Norland to wait.", "urged", "Norland to wait"),
        ("Erik Lund said no but also praised Norland.", "praised", "Norland"),
    ],
)
def test_a_subject_left_out_is_that_of_the_clause_before(sentence: str, cue: str, content: str) -> None:
    report = Report(sentence).names(PER="Erik Lund", LOC="Norland").said("Erik Lund", "said", "no")
    assert report.said(None, cue, content).speakers() == ["Erik Lund"] * 2


@pytest.mark.parametrize(
    ("sentence", "cue", "content"),
    [
        ("Erik Lund said no and was told to wait.", "was told", "to wait"),
        ("Erik Lund said no amid growing fears of war.", "growing fears", "of war"),
        ("Erik Lund said no when pressed on war.", "pressed on", "war"),
        ("Erik Lund said no. And urged Norland on.", "urged", "Norland on"),
    ],
)
def test_other_cues_without_a_source_have_no_speaker(sentence: str, cue: str, content: str) -> None:
    report = Report(sentence).names(PER="Erik Lund", LOC="Norland").said("Erik Lund", "said", "no")
    assert report.said(None, cue, content).speakers() == ["Erik Lund", None]
