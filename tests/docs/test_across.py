"""The reference has every key, column and value of what is found across reports."""

import pytest

from tests.codec.test_across import COPY, DIFF, FIGURES, FINDING, MEMBERSHIP, STORY
from tests.docs.test_reference import _page, _section
from tocsin.codec import copy_json, diff_json, finding_json, membership_json, story_json
from tocsin.export.across import CHANGES, COPIES, FINDINGS, STORIES
from tocsin.record.copy import Closeness, CopyKind, Direction, Shared
from tocsin.record.diff import ChangeKind
from tocsin.record.finding import (
    AnswerKind,
    OriginKind,
    QuestionKind,
    Stance,
    Status,
    StepKind,
)
from tocsin.record.story import TermKind

SHAPES = {
    "finding": finding_json(FINDING, FIGURES),
    "story": story_json(STORY, [MEMBERSHIP]),
    "copy": copy_json(COPY),
}


def keys(shape: object) -> set[str]:
    """Return the keys of a JSON object and of the objects in it, spans left out."""
    if isinstance(shape, dict):
        if {"start", "end"} <= shape.keys():
            return set()
        return set(shape).union(*(keys(value) for value in shape.values()))
    if isinstance(shape, list):
        return set().union(*(keys(value) for value in shape))
    return set()


@pytest.mark.parametrize("name", SHAPES)
def test_every_key_is_in_the_reference(name: str) -> None:
    section = _page("reference/json.md").split(f"### {name}\n")[1].split("\n##")[0]
    missing = [key for key in keys(SHAPES[name]) if f'"{key}"' not in section and f"`{key}`" not in section]
    assert not missing


def test_every_key_of_a_change_is_in_the_reference() -> None:
    section = _section("reference/json.md", "Changes")
    assert not [key for key in keys(diff_json(DIFF)) if f"`{key}`" not in section]
    assert membership_json(MEMBERSHIP).keys() <= keys(SHAPES["story"])


@pytest.mark.parametrize(
    ("heading", "columns"),
    [("findings", FINDINGS), ("stories", STORIES), ("copies", COPIES), ("changes", CHANGES)],
)
def test_every_column_is_in_the_reference(heading: str, columns: tuple[str, ...]) -> None:
    section = _section("reference/csv.md", heading)
    for column in columns:
        assert f"`{column}`" in section or column.startswith("document_"), column


@pytest.mark.parametrize(
    "values",
    [
        AnswerKind,
        ChangeKind,
        Closeness,
        CopyKind,
        Direction,
        OriginKind,
        QuestionKind,
        Shared,
        Stance,
        Status,
        StepKind,
        TermKind,
    ],
    ids=lambda each: each.__name__,
)
def test_every_value_is_in_the_reference(values: type[Status]) -> None:
    for value in values:
        assert f"`{value}`" in _page("reference/json.md"), value
