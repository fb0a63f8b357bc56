"""``python -m bench`` puts jobs together; the jobs are played by figures made up here."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from bench.__main__ import Plan, beside, encoding, growing, reading
from bench.measure import Figure, JobError, Outcome

from bench import __main__ as command

Run = Callable[..., Outcome]


def plan(folder: Path, spacy: Path | None = None) -> Plan:
    return Plan(
        data=folder, folder=folder, reports=10, rounds=2, cores=2, small=5, large=20, spacy=spacy, package="p"
    )


def played(job: str, *options: object, python: object = None) -> Outcome:
    """Answer for a job: tocsin reads ten reports a second after one second of start-up."""
    del python
    if job == "tocsin":
        path = options[options.index("--texts") + 1]
        reports = int(Path(str(path)).stem)
        figures = {"seconds": reports / 10, "processor": reports * 0.2, "memory": 400.0}
        return Outcome(wall=1 + (reports - 1) / 10, figures=figures)
    answers: dict[str, dict[str, float | str]] = {
        "encoder": {"pieces": 10_000.0, "computed": 12_000.0, "seconds": 0.5},
        "ceiling": {"pieces": 30_000.0, "precision": "i8"},
        "spacy": {"seconds": 4.0},
    }
    return Outcome(wall=5.0, figures=answers[job])


@pytest.fixture
def jobs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(command, "run", played)
    monkeypatch.setattr(command, "hold_to", lambda _: None)


def by_name(figures: list[Figure]) -> dict[tuple[str, str], float]:
    return {(f.what, f.unit): f.value for f in figures}


@pytest.mark.usefixtures("jobs")
def test_reading_is_timed_from_start_to_finish(tmp_path: Path) -> None:
    found = by_name(reading(plan(tmp_path)))
    assert found["tocsin, start to finish", "reports/s"] == pytest.approx(10 / 1.9)
    assert found["tocsin, start to finish", "pieces/s"] == pytest.approx(10_000 / 1.9)
    assert found["tocsin, processor time", "ms/report"] == pytest.approx(200)
    assert found["tocsin, peak memory", "MB"] == 400
    assert not any("spaCy" in what for what, _ in found)


@pytest.mark.usefixtures("jobs")
def test_spacy_takes_turns_where_there_is_one(tmp_path: Path) -> None:
    found = by_name(reading(plan(tmp_path, spacy=Path("python"))))
    assert found["spaCy small, 1 process", "reports/s"] == 2
    assert found["tocsin / spaCy small, 2 processes", "times"] == pytest.approx(5 / 1.9)
    assert found["tocsin / spaCy small, 2 processes, loaded", "times"] == pytest.approx(4 / 1.9)


def test_the_bars_are_those_of_the_issue() -> None:
    one = [Outcome(wall=1.0, figures={})]
    other = [Outcome(wall=2.4, figures={"seconds": 2.0})]
    assert [f.holds for f in beside(1, one, other, 10)] == [None, True, False]
    assert [f.at_least for f in beside(2, one, other, 10)] == [None, 1.25, 1.25]


@pytest.mark.usefixtures("jobs")
def test_the_encoder_is_set_beside_its_products(tmp_path: Path) -> None:
    found = by_name(encoding(plan(tmp_path)))
    assert found["encoder alone", "pieces/s"] == 20_000
    assert found["encoder / ceiling", "share"] == pytest.approx(0.8)
    assert found["encoder / ceiling, overlap and padding not counted", "share"] == pytest.approx(2 / 3)


@pytest.mark.usefixtures("jobs")
def test_growth_leaves_start_up_out(tmp_path: Path) -> None:
    found = by_name(growing(plan(tmp_path)))
    assert found["of 20 / of 5, start-up left out", "times"] == pytest.approx(1.0)


@pytest.mark.usefixtures("jobs")
def test_one_table_is_printed(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    options = ["encoder", "--reports", "2", "--rounds", "1", "--data", str(tmp_path)]
    assert command.main(options) == 0
    out = capsys.readouterr().out.splitlines()
    assert out[0].split() == ["what", "value", "unit", "range", "bar"]
    assert any(line.startswith("encoder / ceiling ") and line.endswith("holds") for line in out)


@pytest.mark.usefixtures("jobs")
def test_json_holds_the_same_figures(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    command.main(["encoder", "--reports", "2", "--rounds", "1", "--data", str(tmp_path), "-o", "json"])
    found = json.loads(capsys.readouterr().out)["figures"]
    assert {f["what"]: f["holds"] for f in found}["encoder / ceiling"] is True


def test_a_job_that_fails_ends_the_bench_with_advice(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    def broken(job: str, *_: object, **__: object) -> Outcome:
        raise JobError(f"{job} ended with 1: no model")

    monkeypatch.setattr(command, "run", broken)
    monkeypatch.setattr(command, "hold_to", lambda _: None)
    assert command.main(["encoder", "--reports", "1", "--data", str(tmp_path)]) == 1
    assert "no model" in capsys.readouterr().err


def test_an_unknown_part_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as leaving:
        command.arguments(["speed"])
    assert leaving.value.code == 2
    assert "no such part: speed" in capsys.readouterr().err


def test_everything_is_held_to_as_many_cores_as_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    held: list[set[int]] = []
    monkeypatch.setattr("os.sched_getaffinity", lambda _: {7, 3, 5}, raising=False)
    monkeypatch.setattr("os.sched_setaffinity", lambda _, cores: held.append(cores), raising=False)
    command.hold_to(2)
    assert held == [{3, 5}]
