"""Linking is measured on known copies and stories, and both are found."""

import gzip
import json
from pathlib import Path

import pytest
from bench.across import PARTS, Row, figures, known, linking, rows
from bench.measure import JobError
from bench.stories import LOAD

from bench import across
from tests.bench.test_known import BODIES


@pytest.fixture
def data(tmp_path: Path) -> Path:
    path = tmp_path / LOAD
    path.parent.mkdir()
    with gzip.open(path, "wt", encoding="utf-8") as file:
        file.writelines(json.dumps({"text": " ".join(body)}) + "\n" for body in BODIES)
    return tmp_path


@pytest.mark.parametrize("part", PARTS)
def test_a_row_tells_what_was_found_of_what_is_known(part: str, data: Path) -> None:
    (row,) = rows(PARTS[part](known(data, 120)), 120)
    assert row["reports"] == 120
    assert row["ms"] > 0
    assert row["seconds"] > 0
    assert 0.5 < row["recall"] <= 1
    assert 0 <= row["precision"] <= 1


def test_a_row_at_each_mark(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(across, "MARKS", (50, 100))
    found = list(rows(PARTS["stories"](known(data, 130)), 130))
    assert [row["reports"] for row in found] == [50, 100, 130]
    assert found[-1]["seconds"] >= found[0]["seconds"]


def test_a_report_that_is_kept_no_more_is_made_ready_again(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = known(data, 120)
    (whole,) = rows(PARTS["copies"](case), 120)
    monkeypatch.setattr(across, "_KEPT", 2)
    (few,) = rows(PARTS["copies"](case), 120)
    assert (few["recall"], few["precision"]) == (whole["recall"], whole["precision"])


def row(reports: int, ms: float, seconds: float, memory: float = 500) -> Row:
    return {
        "reports": reports, "ms": ms, "seconds": seconds, "memory": memory, "recall": 0.9, "precision": 1.0
    }  # fmt: skip


def test_speed_is_that_of_the_slower_part_and_the_bars_are_those_of_the_issue() -> None:
    made = figures(
        {
            "copies": [row(10_000, 2.0, 20), row(100_000, 4.0, 250)],
            "stories": [row(10_000, 2.0, 20), row(100_000, 2.2, 210, memory=2500)],
        }
    )
    by_name = {each.what: each for each in made}
    assert (by_name["100,000 reports linked"].value, by_name["100,000 reports linked"].at_least) == (400, 200)
    assert by_name["copies: at 100,000 / at 10,000"].holds is False
    assert by_name["stories: at 100,000 / at 10,000"].holds is True
    assert by_name["stories: peak memory"].holds is False


def test_both_parts_run_side_by_side(data: Path) -> None:
    found = {each.what for each in linking(data, 60)}
    assert {"60 reports linked", "copies: recall", "stories: precision"} <= found


def test_a_part_that_fails_is_told(tmp_path: Path) -> None:
    with pytest.raises(JobError, match="linking, copies"):
        linking(tmp_path, 60)


def test_rows_are_printed_as_they_come(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert across.main(["--data", str(data), "--linked", "60", "--part", "stories"]) == 0
    printed = capsys.readouterr()
    assert json.loads(printed.out)["reports"] == 60
    assert printed.err.startswith("stories 60: ms ")
