"""Quotation marks of all kinds, and the mode that follows from them."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.extract.quotes import Quotes, find_quotes, mode_of
from tocsin.record import Mode


def quotes(text: str) -> Quotes:
    lines = text.splitlines(keepends=True)
    starts = [sum(map(len, lines[:n])) for n in range(len(lines))]
    return find_quotes(text, [(s, s + len(line.rstrip("\n"))) for s, line in zip(starts, lines, strict=True)])


def quoted(text: str) -> list[str]:
    return [text[quote.start : quote.end] for quote in quotes(text).found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("“No,” he said.", ["“No,”"]),
        ('"No," he said.', ['"No,"']),
        ("He said „nein“ and left.", ["„nein“"]),
        ("He said «non» and left.", ["«non»"]),
        ("She called it ‘a trap’ twice.", ["‘a trap’"]),
        ("She called it 'a trap' twice.", ["'a trap'"]),
        ("``No,'' he said.", ["``No,''"]),
        ("''No,'' he said.", ["''No,''"]),
        ('He said "yes" and "no".', ['"yes"', '"no"']),
        ("He said “yes“ and left.", ["“yes“"]),  # the closing mark set wrong
        ('They said “yes" at once.', ['“yes"']),  # two kinds mixed
        ("Nothing here is quoted.", []),
    ],
)
def test_kinds_of_marks(text: str, found: list[str]) -> None:
    assert quoted(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Norland’s soldiers’ mothers don’t wait.",
        "In the '90s it was the workers' turn, and rock 'n roll.",
        "Give ‘em time, she’s late.",
        "It cost 5' 3\" of rope.",
    ],
)
def test_apostrophes_are_no_quotations(text: str) -> None:
    assert quoted(text) == []


def test_an_apostrophe_inside_single_marks_does_not_close_them() -> None:
    assert quoted("‘It’s the ministers’ fault,’ he said.") == ["‘It’s the ministers’ fault,’"]


def test_a_quotation_that_ends_in_s_is_closed_all_the_same() -> None:
    assert quoted("It was ‘for their losses’ that he paid.") == ["‘for their losses’"]


def test_marks_inside_a_quotation_belong_to_it() -> None:
    assert quoted("“He said ‘no’ to me,” she said.") == ["“He said ‘no’ to me,”"]
    assert quoted("‘He said “no” to me,’ she said.") == ["‘He said “no” to me,’"]


def test_a_quotation_left_open_ends_with_its_paragraph() -> None:
    found = quotes("“One.\n“Two.”").found
    assert [(q.start, q.end, q.closed) for q in found] == [(0, 5, False), (6, 12, True)]


def test_a_quotation_holds_what_stands_between_its_marks() -> None:
    found = quotes("He said “no” twice.")
    assert [found.at(i) is not None for i in (7, 8, 11, 12)] == [False, True, True, False]
    assert list(found.over(0, 19)) == [0]
    assert list(found.over(12, 19)) == []
    assert list(found.over(0, 8)) == []


@pytest.mark.parametrize(
    ("content", "mode"),
    [
        ("“We will not move,”", Mode.DIRECT),
        ("We will not move", Mode.DIRECT),
        ("the border was “quiet”", Mode.MIXED),
        ("“quiet”", Mode.DIRECT),
        ("the border was", Mode.INDIRECT),
    ],
)
def test_mode_of_a_content(content: str, mode: Mode) -> None:
    text = "“We will not move,” said Weir, adding the border was “quiet”."
    start = text.index(content)
    assert mode_of(text, quotes(text), [(start, start + len(content))]) is mode


def test_mode_of_several_contents_is_direct_only_if_all_are() -> None:
    text = "“No,” she said, “never.” It was late."
    first, second = (0, 5), (16, 24)
    assert mode_of(text, quotes(text), [first, second]) is Mode.DIRECT
    assert mode_of(text, quotes(text), [first, (25, 36)]) is Mode.MIXED
    assert mode_of(text, quotes(text), []) is Mode.INDIRECT


@given(st.text(alphabet="ab s.,\n“”\"'‘’«»„`", max_size=80))
def test_quotations_lie_apart_within_their_paragraphs(text: str) -> None:
    found = quotes(text).found
    for quote in found:
        assert 0 <= quote.start < quote.inner_start <= quote.inner_end <= quote.end <= len(text)
        assert "\n" not in text[quote.start : quote.end]
    assert all(one.end <= two.start for one, two in pairwise(found))
