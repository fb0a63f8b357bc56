"""The lists: statements, names, documents; one set of filters, four forms, nothing but data on stdout."""

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import Result

from tests.cli.conftest import Tocsin
from tests.reports import TALKS

LISTS = ("statements", "names", "documents", "figures", "events", "moments", "roles")


def lines(result: Result) -> list[dict[str, object]]:
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.stdout.splitlines()]


@pytest.mark.parametrize("name", LISTS)
def test_in_a_pipe_a_list_is_json_lines(name: str, tocsin: Tocsin, case: Path) -> None:
    found = lines(tocsin(name, "--case", case))
    assert len(found) >= 3 or name not in LISTS[:3]
    assert all(str(each["id"]).partition("-")[1] for each in found)


@pytest.mark.parametrize("name", LISTS)
def test_every_form_has_every_record(name: str, tocsin: Tocsin, case: Path) -> None:
    count = len(lines(tocsin(name, "--case", case)))
    assert len(json.loads(tocsin(name, "--case", case, "-o", "json").stdout)) == count
    rows = list(csv.DictReader(io.StringIO(tocsin(name, "--case", case, "-o", "csv").stdout, newline="")))
    assert len(rows) == count
    assert len(tocsin(name, "--case", case, "-o", "table").stdout.splitlines()) == count + 1


@pytest.mark.parametrize("name", LISTS)
def test_an_empty_list_is_empty_in_every_form(name: str, tocsin: Tocsin, case: Path) -> None:
    asked = (name, "--case", case, "--about", "submarine")
    assert lines(tocsin(*asked)) == []
    assert json.loads(tocsin(*asked, "-o", "json").stdout) == []
    assert len(tocsin(*asked, "-o", "csv").stdout.splitlines()) == 1
    assert len(tocsin(*asked, "-o", "table").stdout.splitlines()) == 1


def test_statements_have_the_keys_of_the_contract(tocsin: Tocsin, case: Path) -> None:
    keys = "id document source speaker cue contents mode act via block why score"
    for statement in lines(tocsin("statements", "--case", case)):
        assert set(statement) == set(keys.split())


def test_by_and_about_choose(tocsin: Tocsin, case: Path) -> None:
    (found,) = lines(tocsin("statements", "--case", case, "--by", "Lindqvist"))
    assert found["contents"] == [
        {"start": TALKS.index("“"), "end": TALKS.index("”") + 1, "text": "“We came to listen,”"}
    ]
    assert len(lines(tocsin("statements", "--case", case, "--about", "harbour"))) == 1


def test_times_choose(tocsin: Tocsin, case: Path) -> None:
    dates = [each["published"] for each in lines(tocsin("documents", "--case", case))]
    assert len(dates) == 3
    assert len(lines(tocsin("documents", "--case", case, "--since", "2021-04-13"))) == 2
    assert len(lines(tocsin("documents", "--case", case, "--as-of", "2021-04-13"))) == 2
    assert (
        len(lines(tocsin("documents", "--case", case, "--since", "2021-04-13", "--as-of", "2021-04-13"))) == 1
    )


def test_document_and_limit_choose(tocsin: Tocsin, case: Path) -> None:
    first = lines(tocsin("documents", "--case", case, "--limit", "1"))
    assert len(first) == 1
    of = first[0]["id"]
    assert {each["document"] for each in lines(tocsin("statements", "--case", case, "--document", of))} == {
        of
    }


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize("option", ["--since", "--as-of"])
def test_a_wrong_date_is_an_error_and_prints_no_data(
    name: str, option: str, tocsin: Tocsin, case: Path
) -> None:
    for form in ("table", "json", "jsonl", "csv"):
        result = tocsin(name, "--case", case, option, "13.04.", "-o", form)
        assert result.exit_code == 1
        assert result.stdout == ""
        assert f"error: {option[2:]} '13.04.' is no date" in result.stderr


@pytest.mark.parametrize("name", LISTS)
def test_a_case_that_is_not_there_is_an_error(name: str, tocsin: Tocsin, tmp_path: Path) -> None:
    result = tocsin(name, "--case", tmp_path / "none.tocsin")
    assert result.exit_code == 1
    assert "none.tocsin" in result.stderr
    assert "→ " in result.stderr


def test_a_wrong_form_or_limit_is_wrong_usage(tocsin: Tocsin, case: Path) -> None:
    assert tocsin("names", "--case", case, "-o", "xml").exit_code == 2
    assert tocsin("names", "--case", case, "--limit", "0").exit_code == 2


def test_a_table_says_who_and_when(tocsin: Tocsin, case: Path) -> None:
    table = tocsin("statements", "--case", case, "-o", "table").stdout
    assert "2021-04-14" in table
    assert "Ilse Okafor" in table
    assert table.startswith("id ")


def test_the_csv_of_statements_says_of_which_report(tocsin: Tocsin, case: Path) -> None:
    text = tocsin("statements", "--case", case, "--by", "Okafor", "-o", "csv").stdout
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert {row["document_outlet"] for row in rows} == {"The Buoy"}


def test_a_table_cannot_steer_the_terminal(tocsin: Tocsin, tmp_path: Path) -> None:
    evil = "“We \x1b[2Jcame\u202e,” said Mara Lindqvist. They came on foot and went home again.\n"
    path = tmp_path / "evil.tocsin"
    tocsin("read", "-", "--case", path, "--published", "2021-04-13", stdin=json.dumps({"text": evil}))
    table = tocsin("statements", "--case", path, "-o", "table")
    assert "Mara Lindqvist" in table.stdout
    assert "\x1b" not in table.stdout
    assert "\u202e" not in table.stdout
