import pytest

from tocsin.copies import Report
from tocsin.copies.credits import credits_of, is_release
from tocsin.copies.publishers import publishers


def told(text: str) -> list[tuple[str, str]]:
    return [(one.name, one.how) for one in credits_of(Report(id="r", known="2021", text=text), publishers())]


@pytest.mark.parametrize(
    ("text", "name", "how"),
    [
        ("The title\nRIVERTOWN (AP) — Three bridges were closed.", "Associated Press", "dateline"),
        ("RIVERTOWN, July 3 (Reuters) - Three bridges were closed.", "Reuters", "dateline"),
        ("The title\nBy Reuters\nThree bridges were closed.", "Reuters", "byline"),
        ("By JO DOE and ANN ROE / Associated Press\nThree bridges.", "Associated Press", "byline"),
        ("JO DOE, ANN ROE and MAX MOE / AP\nThree bridges.", "Associated Press", "byline"),
        (
            "Three bridges.\nCopyright 2018 The Associated Press. All rights reserved.",
            "Associated Press",
            "notice",
        ),
        (
            "Three bridges.\nAssociated Press writer Jo Doe in Rivertown contributed to this.",
            "Associated Press",
            "notice",
        ),
        ("Three bridges.\n(Reporting by Jo Doe; Editing by Ann Roe)", "Reuters", "reporting line"),
        ("By Jo Doe\nLos Angeles Times\nThree bridges.", "Los Angeles Times", "byline"),
    ],
)
def test_credits_are_found(text: str, name: str, how: str) -> None:
    assert (name, how) in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Three bridges were closed. (Photo by Jo Doe/AP)",
        "A boat on the river. Jo Doe / AP",
        "FILE - The bridge in May. (AP Photo/Jo Doe, File)",
        "Officials told Reuters that three bridges were closed.",
        "Copyright law was changed, the AP said.",
    ],
)
def test_photos_and_attributions_are_no_credits(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "outlet", "release"),
    [
        ("FOR IMMEDIATE RELEASE\nThe office said so.", None, True),
        ("Joint statement of the ministers\nWe are concerned.", None, True),
        ("Three bridges were closed.", "www.state.gov", True),
        ("The minister gave a joint statement.", "example.com", False),
    ],
)
def test_what_issuers_put_out(text: str, outlet: str | None, release: bool) -> None:  # noqa: FBT001
    assert is_release(Report(id="r", known="2021", text=text, outlet=outlet), publishers()) is release
