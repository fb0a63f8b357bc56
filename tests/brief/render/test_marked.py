import re

from hypothesis import given
from hypothesis import strategies as st

from tests.brief.render.making import empty, hostile, small
from tocsin.brief.render import markdown
from tocsin.brief.render.marked import escaped


def test_every_reference_has_its_footnote_with_the_words() -> None:
    page = markdown(small())
    used = re.findall(r"\[\^(\d+)\](?!:)", page)
    assert used == re.findall(r"^\[\^(\d+)\]:", page, re.MULTILINE) == ["1", "2", "3", "4", "5", "6"]
    assert (
        "- **Marta Lind** said: “The strait stays open to every ship.” [^1]; also in Daily Meridian [^2]\n"
        in page
    )
    assert (
        '[^1]: The Harbour Post, "Ships in the strait", 13 April 2021, '
        "<https://harbour.example/world/strait#:~:text=The%20strait%20stays%20open%20to%20every%20ship>, "
        "characters 17-55\n\n    > Marta Lind said: “The strait stays open to every ship.”\n"
    ) in page


def test_headings_and_what_is_left_out() -> None:
    page = markdown(small())
    assert re.findall(r"^#+ .*", page, re.MULTILINE) == [
        "# The strait",
        "## Who said what, by day of the first report",
        "### Tuesday 13 April 2021",
        "### Day of publication unknown",
        "### Speaker unknown: the reading could not tell whose words these are",
        "## Reports cited",
        "## What this does not tell",
    ]
    assert "… and 1 more in the case: tocsin statements" in page


def test_a_hostile_report_writes_no_links_pictures_or_html() -> None:
    page = markdown(hostile())
    assert "<script" not in page.replace("\\<script", "")
    assert "](" not in page.replace("\\](", "")
    assert "\x1b" not in page


def test_words_that_would_open_a_list_or_a_rule_stay_words() -> None:
    assert escaped("- no") == "\\- no"
    assert escaped("=== x") == "\\=== x"
    assert escaped("26. April") == "26\\. April"
    assert escaped("26 ships") == "26 ships"


@given(st.text())
def test_escaping_adds_backslashes_only(words: str) -> None:
    shown = escaped(words)
    assert re.sub(r"\\(.)", r"\1", shown) == re.sub(r"\\(.)", r"\1", escaped(words))
    assert not re.search(r"(?<!\\)(?:\\\\)*[<>\[\]`*_]", shown)


def test_an_empty_brief_says_so() -> None:
    assert "No statement to show." in markdown(empty())
