from hypothesis import given
from hypothesis import strategies as st

from tests.brief.render.making import empty, hostile, small
from tocsin.brief.render import text

EXPECTED = """\
The strait
==========
13 April 2021 to 14 April 2021: 7 documents, 2 outlets, 7 statements, 1 document of unknown outlet, 1 document of unknown date

Tuesday 13 April 2021
---------------------
• Marta Lind said: “The strait stays open to every ship.” [1][2]
  (first published 13 April 2021; 2 documents, 2 outlets)
• Marta Lind denied, saying, as reported: no ship had left [3]
  (published 13 April 2021; 1 document, 1 outlet)
• Marta Lind promised (“pledged”): “We shall count again at noon.” [4]
  (published 13 April 2021; 1 document, 1 outlet)
  … and 1 more line under this heading in the case

Day of publication unknown
--------------------------
• Marta Lind said: “Further word will follow.” [5]
  (date of publication unknown; 1 document, outlet unknown)

Speaker unknown: the reading could not tell whose words these are
-----------------------------------------------------------------
• Unknown speaker (“Also seen” in the report) said: “Lights everywhere.” [6]
  (published 13 April 2021; 1 document, 1 outlet)

Citations
---------
[1] The Harbour Post, "Ships in the strait", 13 April 2021, https://harbour.example/world/strait, characters 17-55
[2] Daily Meridian, "Ships in the strait", 14 April 2021, 08:30 UTC, https://harbour.example/world/strait, characters 17-55
[3] The Harbour Post, "Ships in the strait", 13 April 2021, https://harbour.example/world/strait, characters 48-64, via Radio Aster, speaker taken from a pronoun
[4] The Harbour Post, "Ships in the strait", 13 April 2021, https://harbour.example/world/strait, characters 20-51
[5] Unknown outlet, "Ships in the strait", undated, https://harbour.example/world/strait, characters 17-44
[6] The Harbour Post, "Ships in the strait", 13 April 2021, https://harbour.example/world/strait, characters 77-97

Made of 7 statements of 7 documents, as known at 2021-04-15, by extract@1, model@0123abcd, brief@3.
Left out: 1 in titles, captions, teasers, credits or corrections.
Words stand as in the report that is cited first: the speaker's own in its quotation marks, the report's wording after “as reported:”.
Documents and outlets are counted as they come. How many origins are behind them is not computed yet: several outlets may repeat one source. That something was said is not that it is so.
"""  # noqa: E501


def test_the_whole_page() -> None:
    assert text(small(), width=0) == EXPECTED


def test_wrapping_changes_line_breaks_only() -> None:
    wrapped = text(small(), width=72)
    assert wrapped.split() == text(small(), width=0).split()
    assert all(len(line) <= 72 for line in wrapped.splitlines() if "https://" not in line)
    assert "\n    https://harbour.example" in wrapped


def test_neither_verified_nor_independent_is_ever_said() -> None:
    for word in ("verified", "independent", "corroborated"):
        assert word not in text(small()).casefold()


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
    assert "No date known: 0 documents" in page
    assert "Citations" not in page
