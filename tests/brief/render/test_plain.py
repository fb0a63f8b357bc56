from hypothesis import given
from hypothesis import strategies as st

from tests.brief.render.making import empty, hostile, small
from tocsin.brief.render import text

EXPECTED = """\
The strait
==========
13 April 2021 to 14 April 2021: 7 reports, 2 outlets, 1 report of unknown outlet, 1 report of unknown date

Who said what, by day of the first report
-----------------------------------------
Tuesday 13 April 2021
• Marta Lind said: “The strait stays open to every ship.” [1]; also in Daily Meridian [2]
• Marta Lind told Radio Aster that no ship had left [3]
• Marta Lind promised (“pledged”): “We shall count again at noon.” [4]

Day of publication unknown
• Marta Lind said: “Further word will follow.” [5] (date of publication unknown)

Speaker unknown: the reading could not tell whose words these are
• Unknown speaker (“Also seen” in the report) said: “Lights everywhere.” [6] (13 April 2021)
  … and 1 more in the case: tocsin statements

Reports cited
-------------
The Harbour Post, "Ships in the strait", 13 April 2021, https://harbour.example/world/strait
  [1] characters 17-55
Daily Meridian, "Ships in the strait", 14 April 2021, 08:30 UTC, https://harbour.example/world/strait
  [2] characters 17-55
The Harbour Post, "Ships in the strait", 13 April 2021, https://harbour.example/world/strait
  [3] characters 48-64, via Radio Aster, speaker taken from a pronoun; [6] characters 77-97
The Harbour Post, "Ships in the strait", 13 April 2021, https://harbour.example/world/strait
  [4] characters 20-51
Unknown outlet, "Ships in the strait", undated, https://harbour.example/world/strait
  [5] characters 17-44

What this does not tell
-----------------------
• Nothing here has been verified by anybody: a line tells that something was said, never that it is so. Several origins that say the same may still be wrong.
• Made of 7 reports of 2 outlets (1 report of unknown outlet), as known at 2021-04-15, by extract@1, model@0123abcd, brief@4.
• 1 report is not dated: the day of its words is unknown.
• Left out of the records: 1 in titles, captions, teasers, credits or corrections.
• Words stand as in the report that is cited first: the speaker's own in its quotation marks, the report's wording otherwise.
• Documents and outlets are counted as they come. How many origins are behind them was not worked out: several outlets may repeat one source.
"""  # noqa: E501


def test_the_whole_page() -> None:
    assert text(small(), width=0) == EXPECTED


def test_wrapping_changes_line_breaks_only() -> None:
    wrapped = text(small(), width=72)
    assert wrapped.split() == text(small(), width=0).split()
    assert all(len(line) <= 72 for line in wrapped.splitlines() if "https://" not in line)
    assert "\n  https://harbour.example" in wrapped


def test_verified_is_said_of_nothing() -> None:
    page = text(small(), width=0).casefold()
    assert page.count("verified") == page.count("nothing here has been verified by anybody") == 1
    for word in ("independent", "corroborated", "confirmed"):
        assert word not in page


def test_a_hostile_report_cannot_write_escape_codes() -> None:
    page = text(hostile())
    assert not {c for c in page if c != "\n" and not c.isprintable()}


@given(st.text(st.characters(exclude_categories=[]), min_size=1).filter(str.strip))
def test_no_report_text_reaches_the_terminal_raw(words: str) -> None:
    page = text(hostile(words))
    assert not any(c in page for c in "\x1b\x07\x9b\r\u202e")
    page.encode("utf-8")


def test_an_empty_brief_says_so() -> None:
    page = text(empty())
    assert "No statement to show." in page
    assert "No date known: 0 reports" in page
    assert "Reports cited" not in page
