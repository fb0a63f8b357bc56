"""The body that an unnamed source is said to be of."""

import pytest

from tests.extract.build import Report
from tocsin.record import Resolution


def report_of(source: str) -> Report:
    report = Report(f"“It is late,” said {source} on Monday.")
    report = report.names(ORG=["NATO", "Harbour Board"], LOC=["Norland", "Oslo", "U.S."], MISC="Polish")
    return report.said(source, "said", "“It is late,”")


@pytest.mark.parametrize(
    ("source", "body"),
    [
        ("a senior NATO official who asked not to be named", "NATO"),
        ("an official at NATO who declined to be identified", "NATO"),
        ("a U.S. official in Oslo", "U.S."),
        ("two Polish officials", "Polish"),
        ("a source in the Harbour Board", "Harbour Board"),
        ("a senior defence ministry official", "defence ministry"),
        ("an official at the defence ministry", "defence ministry"),
    ],
)
def test_a_body_is_kept_and_is_no_name(source: str, body: str) -> None:
    (found,) = report_of(source).statements()
    assert found.speaker is not None
    assert found.speaker.how is Resolution.UNNAMED
    assert found.speaker.affiliation is not None
    assert found.speaker.affiliation.text == body
    assert found.speaker.name != body


@pytest.mark.parametrize(
    "source",
    [
        "officials who declined to be named",
        "an officer in Norland",
        "people familiar with NATO planning",
        "some",
    ],
)
def test_where_none_is_told_none_is_given(source: str) -> None:
    (found,) = report_of(source).statements()
    assert found.speaker is not None
    assert found.speaker.how is Resolution.UNNAMED
    assert found.speaker.affiliation is None


@pytest.mark.parametrize(
    ("source", "plural"), [("two Polish officials", True), ("a U.S. official in Oslo", False)]
)
def test_many_stay_many(source: str, plural: bool) -> None:  # noqa: FBT001 - a row of the table
    (found,) = report_of(source).statements()
    assert found.speaker is not None
    assert found.speaker.plural is plural


def test_who_takes_the_unnamed_up_has_the_same_body() -> None:
    text = "A NATO official said no. “It is late,” the official said."
    report = Report(text).names(ORG="NATO").said("A NATO official", "said", "no")
    found = report.said("the official", "said", "“It is late,”").by_content("“It").speaker
    assert found is not None
    assert (found.name, found.how) == ("A NATO official", Resolution.UNNAMED)
    assert found.affiliation is not None
    assert [span.text for span in found.chain] == ["the official", "A NATO official"]
