"""Tables whose rows have lines beneath them, and lines that keep their colours when they are broken."""

import click
from hypothesis import given
from hypothesis import strategies as st

from tocsin.cli.blocks import Block, block_lines
from tocsin.cli.wrapping import styled_lines, wrapped

WIDTHS = (7, 30, 10)
WIDTH = 51
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=400)


def test_the_widest_column_goes_on_over_two_lines_and_no_further() -> None:
    question = "How many lorries of the northern company stood at the old bridge on the evening of the flood?"
    first, second = block_lines(Block(cells=("differ", question, "2021-04-12")), WIDTHS, WIDTH)
    assert first == "differ   How many lorries of the         2021-04-12"
    assert second == "         northern company stood at…"


def test_lines_beneath_are_indented_to_the_second_column() -> None:
    block = Block(cells=("agree", "What?", ""), lines=("80 lorries · two mayors", "open since 2021-04-12"))
    _, first, second = block_lines(block, WIDTHS, WIDTH)
    assert first == "         80 lorries · two mayors"
    assert second == "         open since 2021-04-12"


def test_a_colour_is_on_the_first_cell_alone() -> None:
    plain, _ = block_lines(Block(cells=("denied", "What?", "x"), lines=("y",)), WIDTHS, WIDTH)
    coloured, beneath = block_lines(
        Block(cells=("denied", "What?", "x"), colour="red", lines=("y",)), WIDTHS, WIDTH
    )
    assert click.unstyle(coloured) == plain
    assert coloured.startswith("\x1b[31m\x1b[1mdenied \x1b[0m")
    assert "\x1b" not in beneath


@given(st.lists(TEXT, min_size=3, max_size=3), st.lists(TEXT, max_size=3))
def test_no_words_leave_the_width_or_steer_the_terminal(cells: list[str], beneath: list[str]) -> None:
    for line in block_lines(Block(cells=tuple(cells), lines=tuple(beneath)), WIDTHS, WIDTH):
        assert len(line) <= WIDTH
        assert line.isprintable() or not set(line) & set("\x1b\x9b\r\n\u202e\u2028")


@given(TEXT, st.integers(min_value=2, max_value=60), st.integers(min_value=1, max_value=4))
def test_wrapped_lines_fit(text: str, width: int, most: int) -> None:
    lines = wrapped(text, width, most=most)
    assert 1 <= len(lines) <= most
    assert all(len(line) <= width for line in lines)


def test_a_colour_that_goes_over_two_lines_is_closed_and_opened_again() -> None:
    text = f"before {click.style('these words are marked', bold=True, reverse=True)} and after"
    lines = list(styled_lines(text, 16))
    assert [click.unstyle(line) for line in lines] == ["before these", "words are marked", "and after"]
    assert all(line.count("\x1b[0m") <= 1 for line in lines)
    assert lines[1].startswith("\x1b[1m\x1b[7m")
    assert "\x1b" not in lines[2]
