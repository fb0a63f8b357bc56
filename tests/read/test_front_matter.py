import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tocsin.errors import FormatError
from tocsin.read.front_matter import split_front_matter
from tocsin.record import Hints

REPORT = """\
---
title: "Talks go on: ‘no date’, says Vienna"
outlet: Harbour Post   # an example
published: 2021-04-13T19:05:00+01:00
url: 'https://post.example/2021/apr/13/it''s-late'
tags:
  - talks
  - Vienna
layout: { wide: yes }
byline: Nora Example
# a remark
---

Talks went on.
"""


def test_values_are_taken_quoted_or_plain() -> None:
    hints, text = split_front_matter(REPORT, name="a.md")
    assert hints == Hints(
        title="Talks go on: ‘no date’, says Vienna",
        outlet="Harbour Post",
        published="2021-04-13T19:05:00+01:00",
        url="https://post.example/2021/apr/13/it's-late",
        byline="Nora Example",
    )
    assert text == "\nTalks went on.\n"


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_line_endings_do_not_matter_and_are_kept(ending: str) -> None:
    text = REPORT.replace("\n", ending)
    hints, rest = split_front_matter(text, name="a.md")
    assert hints.outlet == "Harbour Post"
    assert rest == f"{ending}Talks went on.{ending}"


@settings(deadline=None)
@given(st.text(max_size=60))
def test_a_text_without_front_matter_is_left_alone(text: str) -> None:
    whole = f"Talks {text}"
    assert split_front_matter(whole, name="a.md") == (Hints(), whole)


def test_a_ruler_at_the_top_is_no_front_matter() -> None:
    text = "---\nTalks went on.\n---\nAnd on.\n"
    assert split_front_matter(text, name="a.md") == (Hints(), text)


@pytest.mark.parametrize("value", ["", "~", "null", '""', "# nothing"])
def test_nothing_is_nothing(value: str) -> None:
    hints, _ = split_front_matter(f"---\noutlet: {value}\n---\nText", name="a.md")
    assert hints.outlet is None


def test_escapes_in_double_quotes() -> None:
    hints, _ = split_front_matter('---\ntitle: "He said \\"no\\""\n---\nText', name="a.md")
    assert hints.title == 'He said "no"'


def test_a_hash_inside_a_word_is_no_remark() -> None:
    hints, _ = split_front_matter("---\nurl: https://a.example/#top\n---\nText", name="a.md")
    assert hints.url == "https://a.example/#top"


@pytest.mark.parametrize(
    ("lines", "where", "what"),
    [
        ("title: A\nText without an end", "a.md:3", "not of the form"),
        ("title: A", "a.md:1", "never closed"),
        ('title: "A', "a.md:2", "does not end"),
        ("outlet: B\ntitle: |\n  A", "a.md:3", "no plain text"),
        ("byline: [A, B]", "a.md:2", "no plain text"),
        ("title: A\ntitle: B", "a.md:3", "said twice"),
        ("title: A\n  and more", "a.md:3", "not of the form"),
    ],
)
def test_what_is_broken_is_named_with_its_line(lines: str, where: str, what: str) -> None:
    with pytest.raises(FormatError) as raised:
        split_front_matter(f"---\n{lines}\n", name="a.md")
    assert raised.value.message.startswith(f"{where}: ")
    assert what in raised.value.message


@settings(deadline=None)
@given(
    st.dictionaries(
        st.sampled_from(["title", "url", "outlet", "byline", "language"]),
        st.text(alphabet=st.characters(exclude_categories=["C", "Zl", "Zp"]), min_size=1).map(str.strip),
        max_size=4,
    )
)
def test_what_is_written_in_single_quotes_comes_back(said: dict[str, str]) -> None:
    lines = [f"{key}: '{value.replace(chr(39), chr(39) * 2)}'" for key, value in said.items()]
    hints, text = split_front_matter("\n".join(["---", *lines, "---", "Text"]), name="a.md")
    nothing = {"", "~", "null"}
    assert hints == Hints(**{key: value for key, value in said.items() if value not in nothing})
    assert text == "Text"
