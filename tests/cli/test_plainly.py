"""What is shown of several reports, in plain words and in an order that a reader can use."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Tocsin
from tests.store.across.making import copy as copied
from tests.store.samples import dam, harbour
from tocsin import ChangeKind, Diff, DiffChange, Direction, Document, Origin, OriginKind
from tocsin.cli.answers import origin_words
from tocsin.cli.copies import between, copy_blocks, source_of
from tocsin.cli.diff import diff_lines
from tocsin.record import Weight

LEFT, RIGHT = harbour()[1].document, dam()[1].document
REPORTS = {each.id: each for each in (LEFT, RIGHT)}


def records(tocsin: Tocsin, *arguments: object) -> list[dict[str, Any]]:
    result = tocsin(*arguments)
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_by_finds_speakers_as_well_as_origins(tocsin: Tocsin, crisis: Path) -> None:
    by_name = records(tocsin, "findings", "--case", crisis, "--by", "Taran")
    said = {each["id"] for each in records(tocsin, "statements", "--case", crisis, "--by", "Taran")}
    figures = {each["id"] for each in records(tocsin, "figures", "--case", crisis, "--by", "Taran")}
    assert by_name
    for finding in by_name:
        assert {member["record"] for member in finding["members"]} & (said | figures)
    assert any(finding["kind"] == "figure" for finding in by_name)


@pytest.mark.parametrize(
    ("kind", "told", "words"),
    [
        (OriginKind.SPEAKER, True, "Norland"),
        (OriginKind.AGENCY, True, "Norland (news agency)"),
        (OriginKind.OUTLET, False, "Norland (does not say whence)"),
        (OriginKind.UNNAMED, False, "Norland (not named, so it is not told who that is)"),
    ],
)
def test_an_origin_is_told_in_plain_words(kind: OriginKind, told: bool, words: str) -> None:  # noqa: FBT001
    name = "Norland" if told else "Norland, not told whence"
    assert origin_words(Origin(key="x", name=name, kind=kind, told=told, members=(), why=())) == words


def way(*parts: str, direction: Direction = Direction.LEFT) -> Any:
    reasons = tuple(Weight(part=part, value=0.3, why=part) for part in parts)
    made = copied(LEFT, RIGHT, ["Velmar"])
    return replace(made, direction=direction, source="Example Wire", reasons=reasons)


def test_a_source_is_told_only_where_more_than_the_times_tells_it() -> None:
    assert source_of(way("time")) is None
    assert source_of(way("time", "containment")) is None
    assert source_of(way("time", "credit")) == "Example Wire"
    assert source_of(way(direction=Direction.COMMON)) == "Example Wire"


def test_reports_stand_together_where_no_way_is_known() -> None:
    made = way(direction=Direction.UNKNOWN)
    assert between(made, LEFT, RIGHT).endswith("which way is not known")
    (block,) = copy_blocks([made], lambda id_: replace(REPORTS[id_], outlet="Post", title=f"T {id_[:5]}"))
    assert [line[:11] for line in block.lines[:2]] == ["the first: ", "the other: "]


def change(number: int, documents: int) -> DiffChange:
    return DiffChange(
        kind=ChangeKind.NEW,
        at="2021-04-14",
        finding=f"fin-{number}",
        words=f"How many {number}?",
        documents=tuple(f"doc-{each}" for each in range(documents)),
        why="first said",
    )


def told(*changes: DiffChange, limit: int | None = None) -> str:
    diff = Diff(since="2021-04-13", as_of=None, documents=(), changes=changes)
    return "\n".join(diff_lines(diff, _report, limit))


def _report(id_: str) -> Document:
    return replace(LEFT, id=id_)


def test_what_one_report_alone_says_first_does_not_flood() -> None:
    changes = [change(1, 3), change(2, 2), *(change(each, 1) for each in range(3, 9))]
    table = told(*changes)
    assert "How many 2?" in table
    assert "How many 3?" not in table
    assert "… and 6 that one report each answers: --limit 8" in table
    assert "How many 8?" in told(*changes, limit=8)


def test_where_no_several_reports_say_it_the_first_few_are_shown() -> None:
    table = told(*(change(each, 1) for each in range(5)))
    assert "How many 2?" in table
    assert "… and 2 that one report each answers: --limit 5" in table
