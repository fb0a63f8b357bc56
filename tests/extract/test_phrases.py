"""Source phrases: what they say of the speaker."""

import pytest

from tests.extract.build import Report
from tocsin.extract.names import NameIndex
from tocsin.extract.phrases import Phrase, Reader, Shape
from tocsin.extract.vocabulary import Traits, vocabulary
from tocsin.extract.words import segments, words_of

PERSONS = ("Ada Weir", "Jon Bell", "Vera Moss", "Weir", "Bell", "Moss")
BODIES = ("NATO", "State Department", "Harbour Board", "G7", "Example Wire", "European Union")
PLACES = ("Norland", "Ukraine", "Kyiv", "Vienna", "Estonia", "Latvia", "Lithuania", "Paris", "US")


def read(phrase: str, *, opens: bool = False) -> tuple[Phrase, str]:
    report = Report(phrase).names(PER=PERSONS, ORG=BODIES, LOC=PLACES, MISC=["Ukrainian", "Russian"])
    reader = Reader(phrase, NameIndex.of(report.extract().names), vocabulary("en"))
    found = reader.read(0, len(phrase), opens=opens)
    return found, phrase[found.start : found.end]


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("Weir", "Weir"),
        ("Mr Weir", "Weir"),
        ("US Secretary of State Ada Weir", "Ada Weir"),
        ("Ukraine’s defence minister Ada Weir", "Ada Weir"),
        ("Ada Weir, who is expected in Vienna on Tuesday,", "Ada Weir"),
        ("Ada Weir, Jon Bell’s spokeswoman,", "Ada Weir"),
        ("Ada Weir of the Harbour Board", "Ada Weir"),
        ("Jon Bell's spokeswoman, Ada Weir,", "Ada Weir"),
        ("Its spokeswoman, Ada Weir,", "Ada Weir"),
        ("the head of Ukrainian diplomacy, Ada Weir", "Ada Weir"),
        ("minister of defence Ada Weir", "Ada Weir"),
        ("Weir's", "Weir"),
        ("the State Department", "State Department"),
        ("The US", "US"),
        ("Kyiv", "Kyiv"),
        ("the opposition Harbour Board", "Harbour Board"),
        ("Paris, where Mr Bell is expected on Friday,", "Paris"),
        ("Estonia, Latvia and Lithuania", "Estonia, Latvia and Lithuania"),
        ("Ada Weir and Jon Bell", "Ada Weir and Jon Bell"),
        ("Both NATO and the European Union", "NATO and the European Union"),
        ("a NATO statement", "NATO"),
        ("a statement by the State Department", "State Department"),
    ],
)
def test_a_source_that_names_its_speaker(phrase: str, name: str) -> None:
    found, text = read(phrase)
    assert found.shape is Shape.NAMED
    assert text == name


@pytest.mark.parametrize(
    ("phrase", "described"),
    [
        ("the alliance’s chief", "the alliance’s chief"),
        ("the G7 foreign ministers", "the G7 foreign ministers"),
        ("The foreign ministers of the G7 – Estonia, Latvia and others –", "The foreign ministers of the G7"),
        ("Ukraine’s military", "Ukraine’s military"),
        ("the Ukrainian foreign ministry of old", "the Ukrainian foreign ministry of old"),
        ("a spokesman for Jon Bell", "a spokesman for Jon Bell"),
        ("Weir’s office", "Weir’s office"),
        ("a spokesman for US President Jon Bell", "a spokesman for US President Jon Bell"),
        ("Russian officials", "Russian officials"),
        ("officials in Kyiv", "officials in Kyiv"),
        ("Its government", "Its government"),
        ("residents, most of them old,", "residents"),
    ],
)
def test_a_source_that_describes_its_speaker(phrase: str, described: str) -> None:
    found, text = read(phrase)
    assert found.shape is Shape.DESCRIBED
    assert text == described


@pytest.mark.parametrize(
    "phrase",
    [
        "a source",
        "sources",
        "Turkish diplomatic sources",
        "a NATO diplomat in Vienna",
        "An adviser to Mr Bell",
        "two officials",
        "some diplomats",
        "one of them",
        "others",
        "a senior European official",
    ],
)
def test_a_source_without_a_name(phrase: str) -> None:
    assert read(phrase)[0].shape is Shape.UNNAMED


@pytest.mark.parametrize(
    ("phrase", "shape"),
    [
        ("he", Shape.PRONOUN),
        ("She herself", Shape.PRONOUN),
        ("They both", Shape.PRONOUN),
        ("his", Shape.PRONOUN),
        ("we", Shape.FIRST_PERSON),
        ("I", Shape.FIRST_PERSON),
        ("you", Shape.SECOND_PERSON),
        ("who", Shape.RELATIVE),
        ("which", Shape.RELATIVE),
        ("the statement", Shape.STATEMENT),
        ("their joint statement", Shape.STATEMENT),
        ("the communiqué", Shape.STATEMENT),
        ("the ministry", Shape.AGAIN),
        ("The ministers", Shape.AGAIN),
        ("the foreign ministry", Shape.AGAIN),
    ],
)
def test_a_source_that_takes_up_another(phrase: str, shape: Shape) -> None:
    assert read(phrase)[0].shape is shape


@pytest.mark.parametrize(
    ("phrase", "traits"),
    [
        ("Vera Moss", Traits(plural=False, human=True, gender="f")),
        ("spokesman Weir", Traits(plural=False, human=True, gender="m")),
        ("Mrs Bell", Traits(plural=False, human=True, gender="f")),
        ("Ada Weir and Jon Bell", Traits(plural=True, human=True)),
        ("NATO", Traits(plural=False, human=False)),
        ("the ministry’s spokeswoman", Traits(plural=False, human=True, gender="f")),
        ("foreign ministers", Traits(plural=True, human=True)),
        ("the minister and her deputy", Traits(plural=True, human=True)),
        ("the ministry", Traits(plural=False, human=False)),
        ("a new poll", Traits(plural=False, human=False)),
    ],
)
def test_what_is_known_of_a_speaker(phrase: str, traits: Traits) -> None:
    assert read(phrase)[0].traits == traits


def test_a_surname_has_the_gender_of_the_full_name_elsewhere() -> None:
    text = "Vera Moss came. Moss left."
    report = Report(text).names(PER=["Vera Moss", "Moss"])
    reader = Reader(text, NameIndex.of(report.extract().names), vocabulary("en"))
    assert reader.read(16, 20, opens=True).traits.gender == "f"


def test_a_name_that_the_model_missed_is_a_name_where_its_capital_tells() -> None:
    assert read("Quill")[0].shape is Shape.NAMED
    assert read("Quill", opens=True)[0].shape is Shape.DESCRIBED
    assert read("Harold Quill", opens=True)[0].shape is Shape.NAMED
    assert read("Residents", opens=True)[0].shape is Shape.DESCRIBED


def test_the_roles_of_a_speaker_are_not_those_of_the_possessor() -> None:
    assert read("President Jon Bell’s spokeswoman, Ada Weir")[0].roles == {"spokeswoman"}
    roles = read("the bloc’s foreign ministers and the union’s top diplomat")[0].roles
    assert {"ministers", "diplomat"} <= roles
    assert "bloc" not in roles
    assert "ministry" not in read("the head of the ministry")[0].roles


def test_segments_and_words() -> None:
    text = "the minister (Weir) – late – who left, angry"
    assert [text[s:e] for s, e in segments(text, 0, len(text))] == [
        "the minister",
        "Weir",
        "late",
        "who left",
        "angry",
    ]
    assert [w.text for w in words_of("The U.S. envoy’s aide", 0, 21)] == ["the", "u.s", "envoy", "aide"]


@pytest.mark.parametrize("when", ["on Monday", "late on Tuesday", "yesterday", "last week"])
def test_when_somebody_spoke_is_no_part_of_who(when: str) -> None:
    text = f"The harbour ministers of the G7 {when} said no."
    report = Report(text).names(ORG="G7").said(f"The harbour ministers of the G7 {when}", "said", "no")
    assert report.speakers() == ["The harbour ministers of the G7"]
