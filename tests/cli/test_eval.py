"""``tocsin eval``: the repository's measurements from a checkout, a plain word elsewhere."""

import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Tocsin
from tocsin.cli import eval as command

PROGRAM = "import sys\nprint('measured', *sys.argv[1:])\nsys.exit(3 if 'fail' in sys.argv else 0)\n"


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder that looks like a checkout, whose ``eval`` prints its arguments."""
    (tmp_path / "eval").mkdir()
    (tmp_path / "eval" / "__init__.py").touch()
    (tmp_path / "eval" / "__main__.py").write_text(PROGRAM)
    monkeypatch.setattr(command, "ROOT", tmp_path)
    for name in [name for name in sys.modules if name.partition(".")[0] == "eval"]:
        monkeypatch.delitem(sys.modules, name)
    return tmp_path


@pytest.mark.usefixtures("checkout")
def test_task_data_and_every_other_option_are_passed_on(tocsin: Tocsin) -> None:
    result = tocsin("eval", "names", "--data", "sets", "--split", "dev")
    assert result.exit_code == 0
    assert result.stdout == "measured names --data sets --split dev\n"


@pytest.mark.usefixtures("checkout")
def test_its_exit_code_is_ours(tocsin: Tocsin) -> None:
    assert tocsin("eval", "fail").exit_code == 3


def test_outside_a_checkout_it_says_how_to_get_one(
    tocsin: Tocsin, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(command, "ROOT", tmp_path)
    result = tocsin("eval")
    assert result.exit_code == 1
    assert "→ clone the repository" in result.stderr


def test_the_root_is_that_of_this_checkout() -> None:
    assert (command.ROOT / "pyproject.toml").is_file()
