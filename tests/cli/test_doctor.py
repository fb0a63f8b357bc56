"""``tocsin doctor``: every check says what it found, and what to do where it is wrong."""

from pathlib import Path

import pytest

from tests.cli.conftest import Tocsin
from tests.fakes import FakeModel
from tocsin import ModelError
from tocsin.cli import checks
from tocsin.cli.checks import Check

NAMES = ("python", "sqlite", "runtime", "model", "disk")


@pytest.fixture(autouse=True)
def _light(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checks, "open_model", FakeModel)
    light = Check(name="runtime", ok=True, found="a runtime")
    monkeypatch.setattr(checks, "CHECKS", (checks.python, checks.sqlite, lambda: light, checks.model))


def test_a_sound_installation_is_all_ok(tocsin: Tocsin) -> None:
    result = tocsin("doctor")
    assert result.exit_code == 0
    assert [line.split()[:2] for line in result.stdout.splitlines()] == [["ok", name] for name in NAMES]
    assert "f" * 64 in result.stdout


def test_a_case_is_looked_at_as_well(tocsin: Tocsin, case: Path) -> None:
    result = tocsin("doctor", "--case", case)
    assert result.exit_code == 0
    assert "3 documents" in result.stdout.splitlines()[-1]
    assert "quotes stand" in result.stdout


def test_a_case_that_is_not_there_is_wrong(tocsin: Tocsin, tmp_path: Path) -> None:
    result = tocsin("doctor", "--case", tmp_path / "none" / "none.tocsin")
    assert result.exit_code == 1
    assert "WRONG  case" in result.stdout
    assert "→" in result.stdout


def test_a_missing_model_is_wrong_and_says_what_to_do(
    tocsin: Tocsin, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone() -> FakeModel:
        raise ModelError("the weights are gone", advice="install tocsin again")

    monkeypatch.setattr(checks, "open_model", gone)
    result = tocsin("doctor")
    assert result.exit_code == 1
    assert "WRONG  model    the weights are gone" in result.stdout
    assert "→ install tocsin again" in result.stdout


def test_a_full_disk_is_wrong(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checks, "FREE", 10**18)
    found = checks.disk(tmp_path / "no" / "such" / "case.tocsin")
    assert not found.ok
    assert str(tmp_path) in found.found


def test_the_runtime_tells_its_version_or_what_is_missing() -> None:
    found = checks.runtime()
    assert found.found
    assert found.ok or found.advice
