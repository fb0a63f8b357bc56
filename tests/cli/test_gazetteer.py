"""``tocsin gazetteer``: a list of places made, and looked at."""

import re
from pathlib import Path

from tests.cli.conftest import Tocsin
from tests.gazetteer.rows import line


def test_a_gazetteer_is_made_of_a_dump_and_told_of(tocsin: Tocsin, tmp_path: Path) -> None:
    dump, made = tmp_path / "AR.txt", tmp_path / "ar.gazetteer"
    dump.write_text(f"{line(1, 'Ardelia', 'A.PCLI')}\n{line(2, 'Ardel')}\n", encoding="utf-8")
    result = tocsin("gazetteer", "build", str(dump), "--output", str(made))
    assert result.exit_code == 0, result.stderr
    assert "places of 2 lines" in result.stdout
    told = tocsin("gazetteer", "info", str(made)).stdout
    assert "AR.txt" in told
    assert re.search(r"^city +1$", told, re.MULTILINE)


def test_what_ships_tells_its_sources(tocsin: Tocsin) -> None:
    told = tocsin("gazetteer", "info").stdout
    assert "GeoNames" in told
    assert "CC BY 4.0" in told


def test_a_broken_dump_says_where_and_what_to_do(tocsin: Tocsin, tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text("not\ta\tdump\n", encoding="utf-8")
    result = tocsin("gazetteer", "build", str(tmp_path / "x.txt"), "--output", str(tmp_path / "g"))
    assert result.exit_code == 1
    assert "line 1: 3 columns" in result.stderr
    assert "→" in result.stderr
    assert not (tmp_path / "g").exists()
