"""``tocsin read``: what it takes, what it says, and its exit codes."""

import json
from pathlib import Path
from unittest.mock import Mock

import pytest

from tests.cli.conftest import Tocsin
from tests.reports import HARBOUR, TALKS, put_reports
from tocsin import Summary
from tocsin.case import Case
from tocsin.cli import watching


def test_a_folder_is_read_and_the_summary_goes_to_stderr(
    tocsin: Tocsin, reports: Path, tmp_path: Path
) -> None:
    result = tocsin("read", reports, "--case", tmp_path / "lake.tocsin")
    assert result.exit_code == 0
    assert result.stdout == ""
    assert "3 reports, 3 new" in result.stderr
    assert "lake.tocsin" in result.stderr


def test_a_second_time_says_unchanged(tocsin: Tocsin, reports: Path, case: Path) -> None:
    result = tocsin("read", reports, "--case", case)
    assert result.exit_code == 0
    assert "3 reports, 0 new, 3 unchanged" in result.stderr


def test_the_case_may_be_named_in_the_environment(
    tocsin: Tocsin, reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TOCSIN_CASE", str(tmp_path / "env.tocsin"))
    assert tocsin("read", reports).exit_code == 0
    assert (tmp_path / "env.tocsin").exists()


def test_failures_are_told_and_the_exit_code_is_3(tocsin: Tocsin, reports: Path, tmp_path: Path) -> None:
    (reports / "empty.txt").write_bytes(b"")
    result = tocsin("read", reports, tmp_path / "none.md", "--case", tmp_path / "lake.tocsin")
    assert result.exit_code == 3
    assert "3 new, 2 failed" in result.stderr
    assert "empty.txt: the file is empty (gather)" in result.stderr
    assert "none.md" in result.stderr
    assert result.stderr.count("→") == 2


def test_standard_input_with_options(tocsin: Tocsin, tmp_path: Path) -> None:
    path = tmp_path / "lake.tocsin"
    result = tocsin(
        "read", "-", "--case", path, "--published", "2021-04-14", "--outlet", "The Buoy", "--language", "en",
        stdin=HARBOUR,
    )  # fmt: skip
    assert result.exit_code == 0
    (document,) = json.loads(tocsin("documents", "--case", path, "-o", "json").stdout)
    assert (document["published"], document["outlet"], document["language"]) == (
        "2021-04-14",
        "The Buoy",
        "en",
    )


def test_json_lines_are_reports(tocsin: Tocsin, tmp_path: Path) -> None:
    lines = tmp_path / "wire.jsonl"
    lines.write_text(f"{json.dumps({'text': TALKS, 'outlet': 'Wire'})}\n{{broken\n", encoding="utf-8")
    result = tocsin("read", lines, "--case", tmp_path / "lake.tocsin")
    assert result.exit_code == 3
    assert "wire.jsonl:2" in result.stderr


def test_a_wrong_date_is_an_error_with_advice(tocsin: Tocsin, reports: Path, tmp_path: Path) -> None:
    result = tocsin("read", reports, "--case", tmp_path / "lake.tocsin", "--published", "soon")
    assert result.exit_code == 1
    assert result.stderr.startswith("error: 'soon' is no date")
    assert "\n→ " in result.stderr


def test_a_file_that_is_no_case_is_an_error(tocsin: Tocsin, reports: Path) -> None:
    result = tocsin("read", reports, "--case", reports / "harbour.md")
    assert result.exit_code == 1
    assert "harbour.md" in result.stderr
    assert "→" in result.stderr
    assert HARBOUR in (reports / "harbour.md").read_text(encoding="utf-8")


def test_settings_are_taken_from_a_file(tocsin: Tocsin, reports: Path, tmp_path: Path) -> None:
    settings = tmp_path / "my.toml"
    settings.write_text("[read]\nreport_characters = 20\n")
    result = tocsin("read", reports, "--case", tmp_path / "lake.tocsin", "--settings", settings)
    assert result.exit_code == 3
    assert "more than the 20" in result.stderr


def test_no_source_is_wrong_usage(tocsin: Tocsin, tmp_path: Path) -> None:
    assert tocsin("read", "--case", tmp_path / "x").exit_code == 2


def test_progress_is_a_line_a_batch_where_it_is_asked_for(
    tocsin: Tocsin, reports: Path, tmp_path: Path
) -> None:
    result = tocsin("read", reports, "--case", tmp_path / "lake.tocsin", "--progress")
    assert "… 3 reports, " in result.stderr


def test_nobody_watching_is_not_told_of_a_short_run(tocsin: Tocsin, reports: Path, tmp_path: Path) -> None:
    for flag in ((), ("--no-progress",)):
        result = tocsin("read", reports, "--case", tmp_path / "lake.tocsin", *flag)
        assert "…" not in result.stderr


def test_an_interrupt_says_what_is_kept_and_how_to_go_on(
    tocsin: Tocsin, reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Case, "read", Mock(side_effect=KeyboardInterrupt))
    result = tocsin("read", reports, "--case", tmp_path / "lake.tocsin")
    assert result.exit_code == 130
    assert "what was read is kept" in result.stderr
    assert "→" in result.stderr


def test_a_failure_cannot_steer_the_terminal(tocsin: Tocsin, tmp_path: Path) -> None:
    folder = put_reports(tmp_path / "in", 1)
    (folder / "evil\x1b[31m.txt").write_bytes(b"")
    result = tocsin("read", folder, "--case", tmp_path / "lake.tocsin")
    assert result.exit_code == 3
    assert "\x1b" not in result.stderr


def test_on_a_terminal_a_line_moves(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    with watching.watching(on=None) as watch:
        watch.read(Summary(added=3, seconds=1.0))
        watch.link(1, 3)
    with watching.watching(on=False) as watch:
        assert watch.read is watching._quiet
