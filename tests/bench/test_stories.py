"""Reports made for the bench have known stories, and the bench finds them."""

import gzip
import json
from pathlib import Path

import pytest

from bench import stories

BODIES = [
    [f"The {thing}{number} of {place} was seen near Vale{number} again." for number in range(12)]
    for thing, place in (
        ("howitzer", "Korin"), ("festival", "Marrow"), ("bank", "Telby"), ("flood", "Ashgrove"),
    )
]  # fmt: skip


def test_as_many_reports_are_made_as_asked_for() -> None:
    found = list(stories.made(BODIES, 30, 5, dense=False))
    assert len(found) == len({each.id for each in found}) == 30
    assert [each.id for each in stories.made(BODIES, 30, 5, dense=False)] == [each.id for each in found]
    assert len({each.story for each in found}) > 1
    assert all(stories.START <= each.day < stories.START + 5 + 4 for each in found)


@pytest.mark.parametrize("options", [[], ["--dense"], ["--order", "shuffled", "--batch", "7"]])
def test_it_prints_what_each_tenth_costs(
    options: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in (stories.LOAD, stories.WIRE):
        path = tmp_path / name
        path.parent.mkdir()
        with gzip.open(path, "wt", encoding="utf-8") as file:
            file.writelines(json.dumps({"text": " ".join(body)}) + "\n" for body in BODIES)
    assert stories.main(["40", "--data", str(tmp_path), "--days", "9", *options]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert "40 reports made" in lines[0]
    assert "40 reports: profile" in lines[-2]
    assert "B-cubed" in lines[-1]
