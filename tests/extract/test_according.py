"""Who is named by "according to", where the model has left it out."""

import pytest

from tests.extract.build import Report
from tests.extract.trees import words
from tocsin.record import Statement

OPENS = (
    "According/VBG/3/case to/IN/1/fixed {}/NNP/6/obl ,/,/3/punct talks/NNS/6/nsubj ended/VBD/0/root "
    "in/IN/8/case Vesk/NNP/6/obl ././6/punct"
)


def read(*rows: str, **names: str | list[str]) -> tuple[Statement, ...]:
    text, found = words(*rows)
    return Report(text).names(**names).parsed(found).statements()


def told(found: tuple[Statement, ...]) -> list[tuple[str, list[str]]]:
    return [(s.source.text if s.source else "", [c.text for c in s.contents]) for s in found]


def test_what_follows_an_opening_is_said_by_whom_it_names() -> None:
    found = read(OPENS.format("Norland"), LOC=["Norland", "Vesk"])
    assert told(found) == [("Norland", ["talks ended in Vesk"])]
    assert found[0].speaker is not None
    assert (found[0].speaker.name, found[0].act.value) == ("Norland", "say")


def test_a_clause_before_it_is_the_content() -> None:
    found = read(
        "The/DT/2/det army/NN/3/nsubj left/VBD/0/root Vesk/NNP/3/obj ,/,/8/punct according/VBG/8/case "
        "to/IN/6/fixed Norland/NNP/3/obl ,/,/12/punct an/DT/12/det old/JJ/12/amod ally/NN/8/appos",
        LOC=["Norland", "Vesk"],
    )
    assert [contents for _, contents in told(found)] == [["The army left Vesk"]]


def test_a_clause_that_it_parts_is_said_on_both_sides() -> None:
    found = read(
        "The/DT/2/det army/NN/8/nsubj ,/,/6/punct according/VBG/6/case to/IN/4/fixed Norland/NNP/8/obl "
        ",/,/6/punct left/VBD/0/root Vesk/NNP/8/obj ././8/punct",
        LOC=["Norland", "Vesk"],
    )
    assert told(found) == [("Norland", ["The army", "left Vesk"])]


def test_what_tells_more_of_the_speaker_is_no_content() -> None:
    found = read(
        "According/VBG/3/case to/IN/1/fixed Ada/NNP/13/obl Weir/NNP/3/flat ,/,/7/punct the/DT/7/det "
        "mayor/NN/3/appos of/IN/9/case Vesk/NNP/7/nmod ,/,/7/punct talks/NNS/13/nsubj have/VBP/13/aux "
        "ended/VBN/0/root ././13/punct",
        PER="Ada Weir", LOC="Vesk",
    )  # fmt: skip
    assert told(found) == [("Ada Weir, the mayor of Vesk", ["talks have ended"])]
    assert found[0].speaker is not None
    assert found[0].speaker.name == "Ada Weir"


@pytest.mark.parametrize("source", ["plan", "rumour", "weight"])
def test_who_cannot_speak_is_no_speaker(source: str) -> None:
    assert read(OPENS.format(source)) == ()


def test_an_attribution_of_the_models_is_left_as_it_is() -> None:
    text, found = words(OPENS.format("Norland"))
    report = Report(text).names(LOC=["Norland", "Vesk"]).parsed(found)
    (only,) = report.said("Norland", "According to", "talks ended in Vesk").statements()
    assert only.score == pytest.approx(0.9)


def test_without_syntax_the_words_alone_tell() -> None:
    report = Report("According to Norland, talks ended. Nobody left.").names(LOC="Norland")
    assert told(report.statements()) == [("Norland", ["talks ended"])]


def test_a_quoted_one_belongs_to_whom_is_quoted() -> None:
    assert Report("“According to Norland, talks ended.”").names(LOC="Norland").statements() == ()
