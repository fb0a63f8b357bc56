"""The tasks across reports: each is listed, refuses a folder without its sets, and brings digests."""

import gzip
import json
from dataclasses import replace
from pathlib import Path

import pytest
from eval.copies import LOAD
from eval.rows import Place
from eval.task import Asked
from eval.tasks import TASKS

from eval import across, copies, gate, stories
from tests.eval.test_copies import text
from tests.eval.test_stories import TEXTS, made
from tests.fakes import FakeModel, NoResolver
from tocsin.errors import SourceError


@pytest.fixture(autouse=True)
def resolver(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tocsin.pipeline.open_resolver", NoResolver)


@pytest.mark.parametrize("task", ["copies", "stories", "ecbplus-events"])
def test_a_folder_without_the_sets_is_refused(task: str, tmp_path: Path) -> None:
    assert task in across.TASKS
    with pytest.raises(SourceError, match="holds no"):
        TASKS[task](FakeModel(), Asked(data=tmp_path))


def test_copies_come_with_the_table_by_share(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / LOAD
    path.parent.mkdir()
    with gzip.open(path, "wt") as lines:
        lines.writelines(json.dumps({"outlet": f"o{n}", "text": text(n)}) + "\n" for n in range(12))
    whole = copies.measured
    monkeypatch.setattr(copies, "measured", lambda data, split: whole(data, split, count=1))
    found = across.measure_copies(FakeModel(), Asked(data=tmp_path, errors=0))
    assert set(found.corpora) == {"planted/dev"}
    assert {"verbatim", "candidates, lightly edited"} <= {row.measure for row in found.rows}
    assert "shared quotations" in found.errors


def basil(data: Path) -> None:
    for number, words in enumerate(TEXTS.values()):
        path = data / "basil" / "articles" / "2021" / f"{number}.json"
        path.parent.mkdir(parents=True, exist_ok=True)
        article = {"title": words, "date": "2021-04-13", "source": f"crier {number}",
                   "triplet-uuid": str(number // 2), "body-paragraphs": [[f"{words}."]]}  # fmt: skip
        path.write_text(json.dumps(article), "utf-8")


@pytest.mark.parametrize("floors_only", [False, True])
def test_stories_without_peers_where_floors_are_held(tmp_path: Path, floors_only: bool) -> None:  # noqa: FBT001
    basil(tmp_path)
    asked = Asked(data=tmp_path, errors=3)
    found = across.measure_stories(FakeModel(), replace(asked, floors_only=floors_only))
    assert set(found.corpora) == {"basil articles/all"}
    measures = {row.measure for row in found.rows if row.system == "tocsin"}
    assert {"B-cubed", "B-cubed, outlets not told", "same in every order"} <= measures
    assert ("B-cubed, nor days" in measures) is not floors_only
    assert any(row.system != "tocsin" for row in found.rows) is not floors_only


def test_every_floor_of_these_tasks_is_measured_where_only_floors_are() -> None:
    rows = [*stories.whole(across_place(), made()), stories.order_row(across_place(), made())]
    wanted = {floor.measure for floor in gate.load().floors if floor.task == stories.TASK}
    assert wanted <= {row.measure for row in rows}


def across_place() -> Place:
    return Place(task=stories.TASK, set="made", split="all")


def test_their_corpora_are_pinned() -> None:
    floors = gate.load()
    own = [floor for floor in floors.floors if floor.task in across.TASKS]
    assert {floor.task for floor in own} == set(across.TASKS)
    sets = {f"{floor.set}/{floor.split}" for floor in own} - {"basil articles+ecbplus/all"}
    assert sets <= set(floors.corpora)
