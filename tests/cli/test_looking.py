"""Looking closer: show, explain, search, verify."""

import hashlib
import json
import sqlite3
from pathlib import Path

import pytest

from tests.cli.conftest import Tocsin
from tests.reports import TALKS


@pytest.fixture
def statement(tocsin: Tocsin, case: Path) -> str:
    (line,) = tocsin("statements", "--case", case, "--by", "Lindqvist").stdout.splitlines()
    return str(json.loads(line)["id"])


def test_show_marks_the_words_in_their_passage(tocsin: Tocsin, case: Path, statement: str) -> None:
    result = tocsin("show", statement, "--case", case)
    assert result.exit_code == 0
    assert statement in result.stdout
    assert "⟦“We came to listen,”⟧ [said] [Mara Lindqvist]." in result.stdout
    assert "Mara Lindqvist · say" in result.stdout
    assert "talks-2021-04-13.txt" in result.stdout
    assert "Envoys meet at the lake" in result.stdout


def test_show_takes_the_beginning_of_an_id(tocsin: Tocsin, case: Path, statement: str) -> None:
    assert statement in tocsin("show", statement[:12], "--case", case).stdout


def test_show_of_a_name(tocsin: Tocsin, case: Path) -> None:
    first = json.loads(tocsin("names", "--case", case, "--limit", "1").stdout)
    result = tocsin("show", first["id"], "--case", case)
    assert result.exit_code == 0
    assert f"⟦{first['text']}⟧" in result.stdout


def test_show_of_a_document_is_its_text(tocsin: Tocsin, case: Path) -> None:
    documents = json.loads(tocsin("documents", "--case", case, "-o", "json").stdout)
    (talks,) = [each for each in documents if each["text"] == TALKS]
    assert TALKS in tocsin("show", talks["id"], "--case", case).stdout


def test_show_as_json_is_the_record(tocsin: Tocsin, case: Path, statement: str) -> None:
    whole = json.loads(tocsin("show", statement, "--case", case, "-o", "json").stdout)
    assert whole["id"] == statement
    assert whole["speaker"]["name"] == "Mara Lindqvist"


@pytest.mark.parametrize("name", ["show", "explain"])
def test_a_misspelt_id_is_told_the_nearest(name: str, tocsin: Tocsin, case: Path, statement: str) -> None:
    result = tocsin(name, f"{statement[:-2]}xx", "--case", case)
    assert result.exit_code == 1
    assert f"→ did you mean {statement}?" in result.stderr


def test_explain_says_why_and_whence(tocsin: Tocsin, case: Path, statement: str) -> None:
    result = tocsin("explain", statement, "--case", case)
    assert result.exit_code == 0
    told = {line[:12].strip(): line[13:] for line in result.stdout.splitlines()}
    assert told["id"] == statement
    assert told["kind"] == "statement"
    assert told["speaker"].startswith("Mara Lindqvist (")
    assert told["why"]
    assert 0 <= float(told["score"]) <= 1
    assert told["block"] == "body"
    assert "model@ffffffffffff" in told["made by"]
    assert told["run"].startswith("1, recorded 20")
    origin, _, digest = told["origin"].partition(", sha256 ")
    assert origin.endswith("talks-2021-04-13.txt")
    assert digest == hashlib.sha256(TALKS.encode()).hexdigest()
    assert told["published"] == "2021-04-13 (found in: file name)"
    start = TALKS.index("“")
    assert told["content"] == f"{start}-{start + 20} ““We came to listen,””"


@pytest.mark.parametrize("name", ["names", "documents"])
def test_explain_takes_every_kind(name: str, tocsin: Tocsin, case: Path) -> None:
    first = json.loads(tocsin(name, "--case", case, "--limit", "1").stdout)
    result = tocsin("explain", first["id"], "--case", case)
    assert result.exit_code == 0
    assert "made by" in result.stdout
    assert "origin" in result.stdout


def test_search_finds_words_in_reports_and_statements(tocsin: Tocsin, case: Path) -> None:
    result = tocsin("search", "mines", "ship", "--case", case)
    hits = [json.loads(line) for line in result.stdout.splitlines()]
    assert {hit["kind"] for hit in hits} == {"document", "statement"}
    assert all("[mines]" in hit["snippet"] for hit in hits)
    table = tocsin("search", "mines", "--case", case, "-o", "table").stdout
    assert "statement" in table


def test_search_finds_nothing_quietly(tocsin: Tocsin, case: Path) -> None:
    result = tocsin("search", "submarine", "--case", case)
    assert (result.exit_code, result.stdout) == (0, "")


@pytest.mark.parametrize("words", ['"unclosed', "AND OR", "a*b(c", "'", "--", "ü%"])
def test_any_words_are_safe_to_search(words: str, tocsin: Tocsin, case: Path) -> None:
    assert tocsin("search", "--case", case, "--", words).exit_code == 0


def test_verify_finds_every_quote_in_its_place(tocsin: Tocsin, case: Path) -> None:
    result = tocsin("verify", "--case", case)
    assert (result.exit_code, result.stdout) == (0, "")
    assert "all stand" in result.stderr


@pytest.mark.parametrize("form", ["table", "json", "jsonl"])
def test_verify_tells_what_differs_and_exits_with_4(
    form: str, tocsin: Tocsin, case: Path, statement: str
) -> None:
    with sqlite3.connect(case) as connection:
        triggers = connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for (name,) in triggers:
            connection.execute(f'DROP TRIGGER "{name}"')
        connection.execute("UPDATE documents SET text = replace(text, 'came to', 'went to')")
    result = tocsin("verify", "--case", case, "-o", form)
    assert result.exit_code == 4
    assert "1 of " in result.stderr
    assert "→" in result.stderr
    assert statement[:13] in result.stdout
    assert "We came to listen" in result.stdout
