"""Cues whose source the model has missed: their subject speaks."""

from tests.extract.build import Report
from tests.extract.trees import words


def report_of(*rows: str) -> Report:
    text, parsed = words(*rows)
    return Report(text).names(LOC="Norland", PER="Ada Weir").parsed(parsed)


_FAR = (
    "Norland/NNP/7/nsubj ,/,/5/punct in/IN/5/case rare/JJ/5/amod moves/NNS/1/nmod ,/,/5/punct"
    " denies/VBZ/0/root lies/NNS/7/obj"
)


def test_the_subject_of_the_cue_speaks() -> None:
    (found,) = report_of(_FAR).said(None, "denies", "lies").statements()
    assert found.speaker is not None
    assert found.speaker.name == "Norland"
    assert "subject of “denies”" in found.why


def test_without_syntax_nobody_does() -> None:
    (found,) = report_of(_FAR).parsed(()).said(None, "denies", "lies").statements()
    assert found.speaker is None


def test_the_subject_of_a_passive_does_not() -> None:
    report = report_of(
        "Norland/NNP/5/nsubj:pass ,/,/3/punct sadly/RB/5/advmod was/VBD/5/aux:pass"
        " told/VBN/0/root lies/NNS/5/obj"
    )
    (found,) = report.said(None, "was told", "lies").statements()
    assert found.speaker is None


def test_a_subject_among_what_is_said_does_not() -> None:
    report = report_of(_FAR)
    (found,) = report.said(None, "denies", "Norland, in rare moves").statements()
    assert found.speaker is None
