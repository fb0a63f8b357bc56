"""The tables of the wire hold counts and no word of a page."""

import gzip
import json
from pathlib import Path

import pytest

from eval import wire
from tests.copies.reports import EDITED, OTHER, STORY

PAGES = (
    ("one.com", f"RIVERTOWN (AP) — {STORY}"),
    ("two.com", f"{STORY} ### Nothing more is known."),
    ("three.com", f"{OTHER} ### {EDITED}"),
    ("four.com", OTHER),
)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    path = tmp_path / wire.WIRE
    path.parent.mkdir()
    with gzip.open(path, "wt") as lines:
        for n, (outlet, text) in enumerate(PAGES):
            page = {"outlet": outlet, "text": text, "published": f"2021-04-1{n}"}
            lines.write(json.dumps(page) + "\n")
    return tmp_path


def test_tables_count(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert wire.main(["--data", str(data)]) == 0
    told = capsys.readouterr().out
    assert "4 pages, 2 pairs, 2 without furniture: 1 wire, 1 text" in told
    row = next(line.split() for line in told.splitlines() if "Associated" in line)
    assert row == ["Associated", "Press", "1", "1", "1", "1", "1"]
    assert not any(word in told for word in ("bridge", "court", "Marsh"))


def test_pairs_are_shown_when_asked_for(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert wire.main(["--data", str(data), "--pairs", "1"]) == 0
    told = capsys.readouterr().out
    assert "## 60 % or more: " in told
    assert "doc-000 one.com | doc-001 two.com" in told


def test_without_the_pages_nothing_is_measured(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert wire.main(["--data", str(tmp_path)]) == 1
    assert "--data" in capsys.readouterr().err
