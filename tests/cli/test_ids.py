"""Ids as people type them: what is no id gets advice, and so does one that a time does not have."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Tocsin


@pytest.mark.parametrize("name", ["show", "explain"])
@pytest.mark.parametrize(
    ("typed", "advice"),
    [
        ("fin", "write fin- and some digits; tocsin findings lists the ids"),
        ("finding", "write fin- and some digits; tocsin findings lists the ids"),
        ("sto", "write sto- and some digits; tocsin stories lists the ids"),
        ("copy", "write copy- and some digits; tocsin copies lists the ids"),
        ("FIN6edd", "write fin-6edd; tocsin findings lists the ids"),
    ],
)
def test_what_is_no_id_gets_advice_that_fits(
    name: str, typed: str, advice: str, tocsin: Tocsin, crisis: Path
) -> None:
    result = tocsin(name, typed, "--case", crisis)
    assert result.exit_code == 1
    assert f"'{typed}' is no id" in result.stderr
    assert f"→ {advice}" in result.stderr


@pytest.mark.parametrize("name", ["show", "explain"])
def test_a_finding_of_another_time_is_told_as_such(name: str, tocsin: Tocsin, crisis: Path) -> None:
    listed = tocsin("findings", "--case", crisis, "--since", "2021-05-01").stdout
    id_ = json.loads(listed.splitlines()[0])["id"]
    result = tocsin(name, id_, "--case", crisis, "--as-of", "2021-04-12")
    assert result.exit_code == 1
    assert f"the case holds no finding '{id_}' as of 2021-04-12" in result.stderr
    assert (
        "it may have had another id, or not been there: tocsin findings --as-of 2021-04-12" in result.stderr
    )
