"""The README does not promise what is not there: its commands parse, its Python runs."""

import re
import shlex
from importlib import import_module
from pathlib import Path

import pytest

from tests.fakes import FakeModel, reader
from tests.reports import put_reports
from tocsin.cli.commands import COMMANDS

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
IN_README = re.findall(r"^tocsin .*$", README, re.MULTILINE)
IN_MAKEFILE = re.findall(
    r"^\t@\$\(BIN\)/(tocsin .*)$|echo \".*?\$\(BIN\)/(tocsin .*)\"$", MAKEFILE, re.MULTILINE
)
PYTHON = re.findall(r"```python\n(.*?)```", README, re.DOTALL)


def test_there_is_something_to_check() -> None:
    assert len(IN_README) >= 5
    assert len(IN_MAKEFILE) >= 4
    assert PYTHON


@pytest.mark.parametrize("line", [*IN_README, *("".join(each) for each in IN_MAKEFILE)])
def test_every_command_line_is_understood(line: str) -> None:
    name, *arguments = shlex.split(line.replace("$(CASE)", "x.tocsin"), comments=True)[1:]
    command = import_module(COMMANDS[name].module).command
    with command.make_context(name, arguments) as context:
        assert context.params


def test_every_target_that_is_named_is_in_the_makefile() -> None:
    named = set(re.findall(r"(?:^|`)make (\w+)", README, re.MULTILINE))
    assert {"demo", "test"} <= named
    for target in named:
        assert re.search(rf"^{target}:", MAKEFILE, re.MULTILINE), target


def test_every_file_that_is_linked_is_there() -> None:
    for target in re.findall(r"\]\(([^)#]+)\)", README):
        assert (ROOT / target).exists(), target


@pytest.mark.parametrize("program", PYTHON)
def test_the_python_runs(
    program: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    put_reports(tmp_path / "my-reports")
    (tmp_path / "my-reports" / "order.txt").write_text(
        "“Every ship stays in port,” said Prime Minister Ana Sol.\n", encoding="utf-8"
    )
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("tocsin.model.open_model", lambda threads=None: FakeModel())  # noqa: ARG005
    monkeypatch.setattr("tocsin.single._packaged", reader)
    space: dict[str, object] = {}
    exec(program, space)  # noqa: S102 - our own page
    capsys.readouterr()
    assert "extraction" in space
