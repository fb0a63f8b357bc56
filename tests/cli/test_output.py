"""Tables, JSON and files: what reaches standard output, on a terminal and in a pipe."""

import json
import sys
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.cli import output
from tocsin.cli.output import Column, chosen, put_json, put_object, put_table, put_to


class Terminal(StringIO):
    """Standard output that says it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Callable[[], Terminal]:
    """Give what makes standard output a terminal; pytest takes it back between fixture and test."""

    def become() -> Terminal:
        found = Terminal()
        monkeypatch.setattr(sys, "stdout", found)
        monkeypatch.setenv("COLUMNS", "60")
        return found

    return become


def test_a_terminal_gets_a_table_and_a_pipe_gets_json_lines(terminal: Callable[[], Terminal]) -> None:
    assert terminal().isatty()
    assert chosen(None) == "table"
    assert chosen("csv") == "csv"


def test_a_pipe_gets_json_lines() -> None:
    assert chosen(None) == "jsonl"
    assert chosen(None, piped="json") == "json"


def test_a_table_keeps_to_the_width_of_the_terminal(terminal: Callable[[], Terminal]) -> None:
    screen = terminal()
    columns = (Column("id", 10), Column("words"))
    put_table(columns, [("st-1", "the talks went on " * 20), ("st-2", "short")])
    lines = screen.getvalue().splitlines()
    assert len(lines) == 3
    assert all(len(line) <= 60 for line in lines)
    assert lines[1].endswith("…")
    assert lines[2] == "st-2        short"


def test_json_on_a_terminal_is_the_same_json_without_control_characters(
    terminal: Callable[[], Terminal],
) -> None:
    screen = terminal()
    put_object({"text": "a\x9b31mb\u202e"})
    assert "\x9b" not in screen.getvalue()
    assert json.loads(screen.getvalue()) == {"text": "a\x9b31mb\u202e"}


def test_json_in_a_pipe_is_not_touched(capsys: pytest.CaptureFixture[str]) -> None:
    put_object({"text": "a\u202e"})
    assert "\u202e" in capsys.readouterr().out


@given(st.lists(st.dictionaries(st.text(), st.text() | st.integers(-9, 9)), max_size=5))
def test_json_and_json_lines_say_the_same(objects: list[dict[str, object]]) -> None:
    texts = {}
    before = sys.stdout
    for form in ("json", "jsonl"):
        sys.stdout = StringIO()
        try:
            put_json(objects, form)
            texts[form] = sys.stdout.getvalue()
        finally:
            sys.stdout = before
    assert json.loads(texts["json"]) == objects
    assert [json.loads(line) for line in texts["jsonl"].split("\n") if line] == objects


def test_json_lines_are_written_as_they_come(capsys: pytest.CaptureFixture[str]) -> None:
    def objects() -> object:
        yield {"n": 1}
        assert capsys.readouterr().out == '{"n":1}\n'
        yield {"n": 2}

    put_json(objects(), "jsonl")  # type: ignore[arg-type]
    assert capsys.readouterr().out == '{"n":2}\n'


def test_output_goes_to_a_file_and_comes_back(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with put_to(tmp_path / "out.txt"):
        output.put("in the file")
    output.put("on standard output")
    assert (tmp_path / "out.txt").read_text() == "in the file\n"
    assert capsys.readouterr().out == "on standard output\n"


def test_no_file_or_a_dash_is_standard_output(capsys: pytest.CaptureFixture[str]) -> None:
    for path in (None, Path("-")):
        with put_to(path):
            output.put("here")
    assert capsys.readouterr().out == "here\nhere\n"
