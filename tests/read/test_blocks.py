"""What each line of a report is; the reports are made up."""

import pytest

from tests.read.making import FIRST, LAST, SECOND, document, kind_of, kinds, shown, words_of
from tocsin.read.blocks import find_blocks, title_of
from tocsin.record import BlockKind


def test_a_whole_report() -> None:
    text = "\n".join(
        [
            "Ministry denies crossing the river",
            "By Nora Example",
            "Tuesday 13 April 2021",
            "A bridge over the river, seen from the town – Copyright Example Pictures",
            f"RIVERTOWN, April 13 (Example Wire) — {FIRST}",
            "• Read also: How deep is the river?",
            "‘Nobody will’",
            f"{SECOND} (Example Wire)",
            LAST,
            "Listen to our interview with an engineer by clicking on the player above.",
            "Correction: an earlier version of this report gave the river a wrong name.",
            "(Reporting by D. Sample; editing by E. Muster)",
        ]
    )
    assert kinds(text) == [
        "title",
        "credit",
        "dateline",
        "caption",
        "dateline",
        "body",
        "read-also",
        "subhead",
        "body",
        "credit",
        "body",
        "read-also",
        "correction",
        "credit",
    ]
    report = document(text)
    assert report.title == "Ministry denies crossing the river"
    assert report.byline == "Nora Example"
    assert report.dateline == "RIVERTOWN, April 13 (Example Wire)"
    assert words_of(report, BlockKind.CREDIT)[1] == "(Example Wire)"


def test_the_same_report_with_other_line_endings_has_the_same_blocks() -> None:
    text = f"Ministry denies crossing the river\n\nRIVERTOWN – {FIRST}\n\n{SECOND}"
    plain = [(kind, words) for kind, words in shown(text, find_blocks(text))]
    for ending in ("\r\n", "\r"):
        other = text.replace("\n", ending)
        assert shown(other, find_blocks(other)) == plain


@pytest.mark.parametrize(
    "headline",
    [
        "Ministry denies crossing the river",
        "‘Nobody crossed anything’: a ministry and its river",
        "Did anybody cross the river?",
        "No, says the ministry, and says it twice!",
        "80,000 men at the river, says the other side",
        "MINISTRY DENIES CROSSING",
    ],
)
def test_headlines(headline: str) -> None:
    text = f"{headline}\n{FIRST}\n{SECOND}"
    assert kinds(text) == ["title", "body", "body"]
    assert title_of(text, find_blocks(text)) == headline


@pytest.mark.parametrize(
    "line",
    [
        "The ministry denied it.",
        "“Nobody crossed it,” he said.",
        "Then he added:",
        "river",
        "on the other side of the river",
    ],
)
def test_first_lines_that_are_no_headline(line: str) -> None:
    assert "title" not in kinds(f"{line}\n{FIRST}\n{SECOND}")


def test_a_headline_needs_a_report_after_it() -> None:
    assert kinds("Ministry denies crossing the river") == ["body"]


def test_a_headline_may_be_wrapped() -> None:
    text = (
        "Ministry denies crossing the river, and denies that anybody asked\n"
        "whether it had done so or ever would\n\n"
        "The ministry denied on Tuesday that its soldiers had crossed the\n"
        "river, and said that nobody had asked it whether they had. It\n"
        "would answer, it said, if anybody did.\n"
    )
    assert kinds(text)[0] == "title"
    assert "\n" not in str(title_of(text, find_blocks(text)))


def test_a_given_title_is_found_in_the_text_wherever_the_head_has_it() -> None:
    text = f"World\nMinistry denies “crossing” the river\n{FIRST}\n{SECOND}"
    assert kinds(text, title='MINISTRY denies "crossing" the river')[:2] == ["body", "title"]


def test_a_first_line_that_has_nothing_of_the_given_title_is_no_title() -> None:
    text = f"Room of the Seven Clocks\n{FIRST}\n{SECOND}"
    assert kinds(text, title="Ministry denies crossing") == ["subhead", "body", "body"]


def test_a_text_that_does_not_hold_its_given_title_has_no_title_block() -> None:
    assert kinds(f"{FIRST}\n\n{SECOND}", title="A river, uncrossed") == ["body", "body"]


@pytest.mark.parametrize(
    "line",
    [
        "MINISTER SEES PRETEXT",
        "‘Deeply concerned’",
        "At odds over a phone call",
        "2014 and after",
        "The battle of numbers",
    ],
)
def test_subheads(line: str) -> None:
    assert kind_of(line) == "subhead"


@pytest.mark.parametrize(
    "line",
    [
        "He did not.",
        "“We wait,” she said.",
        "Then he added:",
        "and then there were none",
        "Q  Did they cross —",
        "There will be consequences,",
    ],
)
def test_short_lines_that_are_no_subheads(line: str) -> None:
    assert kind_of(line) == "body"


def test_the_last_line_is_no_subhead() -> None:
    assert kinds(f"{FIRST}\n\n{SECOND}\n\nAn unfinished line")[-1] == "body"


@pytest.mark.parametrize(
    ("line", "kind"), [("## What next", "subhead"), ("![A river](river.jpg)", "caption")]
)
def test_markdown_says_what_it_is(line: str, kind: str) -> None:
    assert kind_of(line, markdown=True) == kind


@pytest.mark.parametrize(
    "line",
    [
        "A bridge over the river near the town – Copyright STR/AFP or licensors",
        "Photo: Example Pictures / Archive",
        "Photograph by Nora Example",
        "A soldier at the river on Monday. Photograph: Example Pictures/N. Example",
        "*A soldier at the river on Monday. Photograph: Example Pictures/Pool*",
        "FILE PHOTO: A soldier at the river on Monday",
        "FILE - In this April 10, 2021 photo, a soldier stands at the river.",
        "The bridge in March. © Example Pictures/Archive",
        "The bridge in March (Reuters/Nora Example)",
        "The bridge in March (AP Photo/Nora Example)",
        "The bridge in March, seen from the town. | Getty Images",
        "The bridge in March. (Nora Example/Reuters)",
        "[Image: Example Pictures]",
        "Image copyright Reuters Image caption The bridge in March",
        "Nora Example/AFP via Getty Images",
    ],
)
def test_captions(line: str) -> None:
    assert kind_of(line) == "caption"


@pytest.mark.parametrize(
    "line",
    [
        "The minister held up a photo: it showed the bridge at ten on Monday, he said, and nobody on it.",
        "Copyright law, the judge wrote, protects the photograph, and it had to be taken down.",
        "He gave credit to the engineers.",
        "Image is everything, said the spokesman.",
        "The figures could not be checked. (AFP/Reuters)",
    ],
)
def test_sentences_about_pictures_are_no_captions(line: str) -> None:
    assert kind_of(line) != "caption"


@pytest.mark.parametrize(
    "line",
    [
        "• Read also: The river that nobody crossed",
        "Read also: The river that nobody crossed",
        "**Read also:** [The river](https://a.example)",
        "Also read: The river that nobody crossed",
        "READ MORE: The river that nobody crossed",
        "Read more",
        "Read more about the river here",
        "See also The river that nobody crossed",
        "Watch: the river from above",
        "WATCH LIVE: the river from above",
        "RELATED: The river that nobody crossed",
        "More: The river that nobody crossed",
        "Listen to our interview with an engineer by clicking on the player above.",
        "Listen to River Briefing, our daily podcast: who crossed it?",
        "*Listen to our podcast “The River” with an engineer.*",
        "Sign up for our newsletter",
        "Follow us on Twitter and Facebook",
        "Click here to get the app",
        "[Related: The river that nobody crossed]",
        "Advertisement",
        "Story continues below advertisement",
    ],
)
def test_teasers(line: str) -> None:
    assert kind_of(line) == "read-also"


@pytest.mark.parametrize(
    "line",
    [
        "Read the treaty, the minister told them, and you will find no river in it.",
        "Watch how they retreat, he said.",
        "Listen to the people of the town, she said, and you will hear what they fear.",
        "More than eighty soldiers were seen at the river on Monday.",
        "Related charges were dropped on Tuesday.",
        "Follow the money, said the prosecutor, and went home.",
        "Live fire was heard at the river on Monday.",
        "Video taken by a drone shows nobody on the bridge, the ministry said.",
    ],
)
def test_sentences_that_begin_like_teasers_are_body(line: str) -> None:
    assert kind_of(line) == "body"


def test_lines_under_a_label_are_teasers_until_the_report_goes_on() -> None:
    teasers = "• The river that nobody crossed\n\nWho crossed the river?\n\nA bridge, a town"
    text = f"{FIRST}\n\nRead also:\n\n{teasers}\n\n{SECOND}"
    assert kinds(text) == ["body", *["read-also"] * 4, "body"]


def test_a_teaser_with_its_own_headline_opens_nothing() -> None:
    text = f"{FIRST}\n\nRead also: The river\n\nAt odds over a bridge\n\n{SECOND}"
    assert kinds(text) == ["body", "read-also", "subhead", "body"]
