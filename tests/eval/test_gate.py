"""The gate refuses a drop, a missing figure and another corpus; floors only rise."""

from dataclasses import replace
from pathlib import Path

from eval.gate import Floor, Floors, breaches, pinned
from eval.rows import Report, Row
from eval.tasks import TASKS
from hypothesis import given
from hypothesis import strategies as st

from eval import gate

FLOOR = Floor(task="names", set="conll2003", split="dev", measure="4 types", f1=0.9)
FLOORS = Floors(floors=(FLOOR,), corpora={"conll2003/dev": "aa" * 32})
scores = st.floats(0, 1)


def report(f1: float, digest: str = "aa" * 32, measure: str = "4 types") -> Report:
    row = Row(
        task="names", set="conll2003", split="dev", system="tocsin", measure=measure,
        precision=f1, recall=f1, f1=f1, low=f1, high=f1, gold=10, found=10,
    )  # fmt: skip
    return Report(model="m", corpora={"conll2003/dev": digest}, rows=(row,))


@given(scores)
def test_a_figure_passes_just_where_it_is_not_below_its_floor(f1: float) -> None:
    assert (breaches(report(f1), FLOORS, ["names"]) == []) == (f1 >= 0.9)


def test_a_drop_is_named_with_both_figures() -> None:
    (said,) = breaches(report(0.85), FLOORS, ["names"])
    assert said == "names conll2003 dev tocsin 4 types fell to 0.8500, below its floor 0.9000"


def test_a_figure_that_was_not_measured_is_refused() -> None:
    (said,) = breaches(report(0.95, measure="PER"), FLOORS, ["names"])
    assert "was not measured" in said


def test_another_corpus_is_refused_whatever_the_figure() -> None:
    (said,) = breaches(report(0.95, digest="bb" * 32), FLOORS, ["names"])
    assert "not the corpus that the floors were pinned on" in said


def test_floors_of_tasks_that_were_not_asked_for_are_left_alone() -> None:
    assert breaches(report(0.1), FLOORS, ["attribution"]) == []


@given(scores)
def test_pinning_never_lowers_a_floor(f1: float) -> None:
    (floor,) = pinned(report(f1), FLOORS).floors
    assert floor.f1 >= FLOOR.f1
    assert replace(floor, f1=FLOOR.f1) == FLOOR


@given(scores)
def test_what_was_just_pinned_passes(f1: float) -> None:
    low = replace(FLOORS, floors=(replace(FLOOR, f1=0.0),))
    measured = report(f1)
    assert breaches(measured, pinned(measured, low), ["names"]) == []


def test_pinning_takes_the_digest_and_keeps_what_was_not_measured() -> None:
    other = Floor(task="sentences", set="ewt", split="dev", measure="whole", f1=0.5)
    old = Floors(floors=(FLOOR, other), corpora={"ewt/dev": "cc"})
    new = pinned(report(0.95, digest="dd"), old)
    assert new.floors[1] == other
    assert new.corpora == {"conll2003/dev": "dd", "ewt/dev": "cc"}


def test_floors_survive_being_written(tmp_path: Path) -> None:
    gate.save(FLOORS, tmp_path / "floors.json")
    assert gate.load(tmp_path / "floors.json") == FLOORS


def test_the_projects_own_floors_are_whole() -> None:
    floors = gate.load()
    keys = [floor.key for floor in floors.floors]
    assert len(set(keys)) == len(keys)
    assert {floor.task for floor in floors.floors} <= set(TASKS)
    assert all(0 <= floor.f1 <= 1 for floor in floors.floors)
    assert all(len(digest) == 64 for digest in floors.corpora.values())
