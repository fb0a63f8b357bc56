"""Findings that rest on what is not there: told, mended from the records, and the same as before."""

import shutil
import sqlite3
from pathlib import Path

import pytest

from tests.cli.conftest import Tocsin


@pytest.fixture
def adrift(crisis: Path, tmp_path: Path) -> Path:
    """Return a case in which a finding was made to rest on a record that is not there."""
    path = tmp_path / "adrift.tocsin"
    shutil.copy(crisis, path)
    connection = sqlite3.connect(path)
    with connection:
        one = "(SELECT min(record) FROM finding_members)"
        connection.execute(f"UPDATE finding_members SET record = 'st-none' WHERE record = {one}")  # noqa: S608
    connection.close()
    return path


def test_what_is_adrift_is_told_with_what_mends_it(adrift: Path, tocsin: Tocsin) -> None:
    result = tocsin("verify", "--case", adrift)
    assert result.exit_code == 4
    assert "rests on words or records that are not there" in result.stderr
    assert f"tocsin verify --mend --case {adrift}" in result.stderr


def test_mending_makes_all_as_it_was_from_the_records(adrift: Path, crisis: Path, tocsin: Tocsin) -> None:
    result = tocsin("verify", "--mend", "--case", adrift)
    assert result.exit_code == 0
    assert "8 reports: linked again from the records" in result.stderr
    assert "all rest on records and words that are there" in result.stderr
    for name in ("findings", "stories", "copies", "entities", "statements"):
        assert tocsin(name, "--case", adrift).stdout == tocsin(name, "--case", crisis).stdout


def test_quotes_that_differ_cannot_be_mended(adrift: Path, tocsin: Tocsin) -> None:
    connection = sqlite3.connect(adrift)
    with connection:
        triggers = connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for (name,) in triggers:
            connection.execute(f'DROP TRIGGER "{name}"')
        connection.execute("UPDATE documents SET text = replace(text, 'troops', 'swords')")
    connection.close()
    result = tocsin("verify", "--case", adrift, "-o", "table")
    assert result.exit_code == 4
    assert "rests on words or records that are not there" in result.stderr
    assert "quotes differ from their reports" in result.stderr
    assert "troops" in result.stdout, "both are told"
    assert "--mend" not in result.stderr
