"""Giving out: brief, export, extract."""

import csv
import io
import json
from pathlib import Path

import pytest

from tests.cli.conftest import Tocsin
from tests.reports import TALKS

NEWER = ("figures", "events", "moments", "roles", "entities", "places")


def test_a_brief_has_a_title_and_citations(tocsin: Tocsin, case: Path) -> None:
    result = tocsin("brief", "--case", case, "--title", "At the lake")
    assert result.exit_code == 0
    assert "At the lake" in result.stdout
    assert "[1]" in result.stdout
    assert "Mara Lindqvist" in result.stdout


@pytest.mark.parametrize(("form", "sign"), [("text", "[1]"), ("markdown", "#"), ("html", "<!doctype html>")])
def test_a_brief_has_its_forms(form: str, sign: str, tocsin: Tocsin, case: Path) -> None:
    assert sign in tocsin("brief", "--case", case, "-o", form).stdout


def test_a_brief_as_json_is_json(tocsin: Tocsin, case: Path) -> None:
    brief = json.loads(tocsin("brief", "--case", case, "-o", "json", "--as-of", "2021-04-13").stdout)
    assert brief["as_of"] == "2021-04-13"
    assert brief["counts"]["documents"] == 2


def test_a_brief_goes_to_a_file(tocsin: Tocsin, case: Path, tmp_path: Path) -> None:
    out = tmp_path / "brief.html"
    result = tocsin("brief", "--case", case, "-o", "html", "--out", out)
    assert (result.exit_code, result.stdout) == (0, "")
    assert out.read_text(encoding="utf-8").startswith("<!doctype html>")


def test_a_brief_since_a_day(tocsin: Tocsin, case: Path) -> None:
    text = tocsin("brief", "--case", case, "--since", "2021-04-14").stdout
    assert "Okafor" in text
    assert "Lindqvist" not in text


def test_export_is_json_lines_of_all_kinds(tocsin: Tocsin, case: Path) -> None:
    result = tocsin("export", "--case", case)
    kinds = [json.loads(line)["kind"] for line in result.stdout.splitlines()]
    assert set(kinds) >= {"document", "name", "statement"}
    assert kinds[0] == "document"
    assert kinds.count("document") == 3


@pytest.mark.parametrize("table", ["documents", "names", "statements", "evidence", *NEWER])
def test_export_is_a_table_of_csv(table: str, tocsin: Tocsin, case: Path) -> None:
    result = tocsin("export", "--case", case, "--format", "csv", "--table", table)
    rows = list(csv.reader(io.StringIO(result.stdout, newline="")))
    assert len(rows) >= (1 if table in NEWER else 4)
    assert len({len(row) for row in rows}) == 1


def test_export_to_a_file_is_the_same_as_to_the_pipe(tocsin: Tocsin, case: Path, tmp_path: Path) -> None:
    for form in ("jsonl", "csv"):
        out = tmp_path / form
        assert tocsin("export", "--case", case, "--format", form, "--out", out).stdout == ""
        assert out.read_bytes() == tocsin("export", "--case", case, "--format", form).stdout_bytes


def test_a_table_goes_with_csv_only(tocsin: Tocsin, case: Path) -> None:
    result = tocsin("export", "--case", case, "--table", "names")
    assert result.exit_code == 2
    assert "--format csv" in result.stderr


def test_an_out_file_that_cannot_be_written_is_an_error(tocsin: Tocsin, case: Path, tmp_path: Path) -> None:
    result = tocsin("export", "--case", case, "--out", tmp_path / "none" / "x.csv")
    assert result.exit_code == 1
    assert "x.csv" in result.stderr
    assert "→" in result.stderr


@pytest.mark.parametrize("where", ["-", "file"])
def test_extract_is_one_object_with_offsets_of_the_input(where: str, tocsin: Tocsin, tmp_path: Path) -> None:
    path = tmp_path / "talks.txt"
    path.write_text(TALKS, encoding="utf-8")
    asked = ("extract", "-" if where == "-" else path, "--published", "2021-04-13", "-o", "json")
    result = tocsin(*asked, stdin=TALKS if where == "-" else None)
    assert result.exit_code == 0
    whole = json.loads(result.stdout)
    assert list(whole) == ["document", "names", "statements", *NEWER]
    assert whole["document"]["text"] == TALKS
    assert whole["document"]["published"] == "2021-04-13"
    assert whole["statements"]
    for statement in whole["statements"]:
        for span in (statement["source"], statement["cue"], *statement["contents"]):
            assert TALKS[span["start"] : span["end"]] == span["text"]
    assert whole["places"] == whole["entities"] == []
    assert all(isinstance(whole[newer], list) for newer in NEWER)


def test_extract_reads_standard_input_unless_told_otherwise(tocsin: Tocsin) -> None:
    assert json.loads(tocsin("extract", stdin=TALKS).stdout)["document"]["published"] is None


def test_extract_keeps_carriage_returns_and_counts_them(tocsin: Tocsin) -> None:
    text = TALKS.replace("\n", "\r\n")
    whole = json.loads(tocsin("extract", "-o", "json", stdin=text.encode()).stdout)
    assert whole["document"]["text"] == text


def test_extract_as_a_table(tocsin: Tocsin) -> None:
    result = tocsin(
        "extract", "-o", "table", "--title", "Talks", "--outlet", "Buoy", "--language", "en", stdin=TALKS
    )
    assert result.exit_code == 0
    assert "Talks" in result.stdout
    assert "Mara Lindqvist" in result.stdout


@pytest.mark.parametrize(
    ("arguments", "text", "told"),
    [
        (("-",), b"", "empty"),
        (("-",), b"\x00\x01\x02\x03" * 50, "→"),
        (("none.txt",), b"", "none.txt"),
        (("-", "--published", "soon"), TALKS.encode(), "'soon' is no date"),
    ],
)
def test_extract_tells_what_is_wrong(
    arguments: tuple[str, ...], text: bytes, told: str, tocsin: Tocsin
) -> None:
    result = tocsin("extract", *arguments, stdin=text)
    assert result.exit_code == 1
    assert result.stdout == ""
    assert result.stderr.startswith("error: ")
    assert told in result.stderr
