"""A list of nothing says so, with the filters that were given and what to try."""

from pathlib import Path

import pytest

from tests.cli.conftest import Tocsin


@pytest.mark.parametrize(
    "name",
    [
        *("documents", "names", "statements", "figures", "events", "moments", "roles", "places"),
        *("entities", "findings", "stories", "copies"),
    ],
)
@pytest.mark.parametrize("form", ["table", "json", "jsonl", "csv"])
def test_every_list_says_that_it_found_nothing(name: str, form: str, tocsin: Tocsin, crisis: Path) -> None:
    result = tocsin(name, "--case", crisis, "--about", "zyx wvu", "-o", form)
    assert result.exit_code == 0
    assert 'nothing found with --about "zyx wvu"' in result.stderr
    assert "→ " in result.stderr
    assert "nothing" not in result.stdout


def test_it_names_all_filters_that_were_given(tocsin: Tocsin, crisis: Path) -> None:
    result = tocsin(
        "findings", "--case", crisis, "--by", "Nobody", "--kind", "demand", "--open", "--limit", "3"
    )
    said = result.stderr.splitlines()[0]
    assert said.startswith("nothing found with ")
    assert all(each in said for each in ("--by Nobody", "--kind demand", "--open"))
    assert "--limit" not in said
    assert "tocsin entities --about WORDS" in result.stderr


def test_a_search_of_nothing_says_so(tocsin: Tocsin, crisis: Path) -> None:
    result = tocsin("search", "zyx", "wvu", "--case", crisis)
    assert 'nothing found with "zyx wvu"' in result.stderr
    assert result.stdout == ""


def test_what_is_found_is_told_without_it(tocsin: Tocsin, crisis: Path) -> None:
    assert tocsin("findings", "--case", crisis).stderr == ""


def test_hostile_filters_do_not_steer_the_terminal(tocsin: Tocsin, crisis: Path) -> None:
    result = tocsin("findings", "--case", crisis, "--about", "a\x1b[2Jb")
    assert "nothing found" in result.stderr
    assert "\x1b" not in result.stderr
