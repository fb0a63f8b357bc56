"""``python -m eval`` measures what it is asked to, prints one table, and holds the floors."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from eval.gate import Floor, Floors
from eval.gold import load
from eval.relations import of_gold
from training.data import Example

from eval import __main__ as command
from eval import gate, peers
from tests.eval.making import data_folder, layers
from tocsin.model.layers import Layers


@dataclass
class Oracle:
    """A model that finds just what is marked."""

    known: dict[str, Example]
    digest: str = "oracle"

    def read(self, texts: Sequence[str]) -> list[Layers]:
        return [self._layers(text) for text in texts]

    def _layers(self, text: str) -> Layers:
        example = self.known.get(text, Example(id="unmarked", text=text))
        starts = example.sentences or ()
        return layers(
            of_gold(text, example.attributions or ()),
            example.names or (),
            tuple(zip(starts, (*starts[1:], len(text)), strict=False)),
        )


class Mute(Oracle):
    """A model that finds nothing."""

    def _layers(self, _: str) -> Layers:
        return layers()


def known(folder: Path) -> dict[str, Example]:
    sets = [gold for task in ("attribution", "names", "sentences") for gold in load(task, folder, "dev")]
    return {example.text: example for gold in sets for example in gold.examples}


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return data_folder(tmp_path)


@pytest.fixture
def oracle(data: Path, monkeypatch: pytest.MonkeyPatch) -> Oracle:
    model = Oracle(known(data))
    monkeypatch.setattr("tocsin.model.open_model", lambda *_, **__: model)
    monkeypatch.setattr(peers, "package", lambda: None)
    return model


@pytest.mark.usefixtures("oracle")
@pytest.mark.parametrize("task", ["attribution", "names", "sentences"])
def test_a_model_that_finds_what_is_marked_scores_one(
    task: str, data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command.main([task, "--data", str(data), "-o", "json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert report["model"] == "oracle"
    assert report["rows"]
    assert {row["f1"] for row in report["rows"] if row["gold"]} == {1.0}
    assert set(report["corpora"]) == {f"{row['set']}/dev" for row in report["rows"]}


def test_a_model_that_finds_nothing_scores_nought(
    data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("tocsin.model.open_model", lambda *_, **__: Mute(known(data)))
    assert command.main(["attribution", "--data", str(data), "-o", "json"]) == 0
    assert {row["f1"] for row in json.loads(capsys.readouterr().out)["rows"]} == {0.0}


@pytest.mark.usefixtures("oracle")
def test_one_table_is_printed(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main(["sentences", "--data", str(data)]) == 0
    out = capsys.readouterr().out
    assert out.startswith("task")
    assert len(out.splitlines()) == 3


@pytest.mark.usefixtures("oracle")
def test_errors_are_told_below_the_table(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main(["attribution", "--data", str(data), "--errors", "3"]) == 0
    out = capsys.readouterr().out
    assert "gazette: span micro" in out
    assert "of 1 found, 0 match nothing" in out


@pytest.mark.usefixtures("oracle")
def test_json_stays_json_when_errors_are_told(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    command.main(["attribution", "--data", str(data), "--errors", "3", "-o", "json"])
    captured = capsys.readouterr()
    assert json.loads(captured.out)["rows"]
    assert "gazette: span micro" in captured.err


@pytest.mark.usefixtures("oracle")
def test_a_folder_without_the_split_is_refused_with_advice(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command.main(["names", "--data", str(data), "--split", "test"]) == 1
    err = capsys.readouterr().err
    assert "no set for names with a split named 'test'" in err
    assert "--split" in err


def test_all_tasks_go_on_past_one_whose_sets_are_missing(
    data: Path, oracle: Oracle, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (data / "conll2003" / "dev.txt").unlink()
    for folder in ("crossner_politics", "uner_ewt"):
        for path in (data / folder).iterdir():
            path.unlink()
    monkeypatch.setattr("eval.tasks.example_reports", lambda *_: [])
    assert command.main(["--data", str(data), "-o", "json"]) == 0
    captured = capsys.readouterr()
    assert {row["task"] for row in json.loads(captured.out)["rows"]} >= {"attribution", "sentences"}
    assert "names: not measured" in captured.err
    assert oracle.known


@pytest.mark.usefixtures("oracle")
def test_the_change_from_another_run_is_shown(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    command.main(["sentences", "--data", str(data), "-o", "json"])
    before = tmp_path / "before.json"
    before.write_text(capsys.readouterr().out)
    assert command.main(["sentences", "--data", str(data), "--against", str(before)]) == 0
    assert capsys.readouterr().out.count("+0.00") == 2


def floors(data: Path, f1: float, digest: str | None = None) -> Floors:
    (gold,) = load("sentences", data, "dev")
    floor = Floor(task="sentences", set="made", split="dev", measure="whole", f1=f1)
    return Floors(floors=(floor,), corpora={"made/dev": digest or gold.digest})


@pytest.mark.usefixtures("oracle")
@pytest.mark.parametrize(
    ("f1", "digest", "code"), [(0.9, None, 0), (1.0, None, 0), (0.9, "other", 1), (1.1, None, 1)]
)
def test_the_gate_decides_the_exit_code(
    f1: float, digest: str | None, code: int, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gate, "load", lambda: floors(data, f1, digest))
    assert command.main(["sentences", "--data", str(data), "--gate"]) == code


@pytest.mark.usefixtures("oracle")
def test_without_the_gate_a_drop_is_no_error(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gate, "load", lambda: floors(data, 1.1))
    assert command.main(["sentences", "--data", str(data)]) == 0


@pytest.mark.usefixtures("oracle")
def test_pinning_raises_the_floor_to_just_below_what_is_measured(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved: list[Floors] = []
    monkeypatch.setattr(gate, "load", lambda: floors(data, 0.5))
    monkeypatch.setattr(gate, "save", saved.append)
    assert command.main(["sentences", "--data", str(data), "--pin"]) == 0
    assert saved[0].floors[0].f1 == pytest.approx(1 - gate.SLACK)


def test_without_the_sets_the_gate_holds_the_examples_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    options = command.arguments(["--gate", "--data", str(tmp_path / "nowhere")])
    assert command.chosen(options) == ("statements", "records", "roles", "entities")
    assert "only those of the examples" in capsys.readouterr().err


@pytest.mark.usefixtures("oracle")
def test_attribution_can_be_measured_as_users_see_it(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    options = ["attribution", "--data", str(data), "--through", "extract", "-o", "json"]
    assert command.main(options) == 0
    rows = {row["measure"]: row for row in json.loads(capsys.readouterr().out)["rows"]}
    assert {row["system"] for row in rows.values()} == {"tocsin extract"}
    assert rows["whole, half right"]["f1"] == 1.0


class Silent:
    """A model that finds nothing in any text."""

    digest = "silent"

    def read(self, texts: Sequence[str]) -> list[Layers]:
        return [layers() for _ in texts]


def test_statements_of_the_examples_are_measured(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("tocsin.model.open_model", lambda *_, **__: Silent())
    assert command.main(["statements", "-o", "json", "--errors", "0"]) == 0
    captured = capsys.readouterr()
    report = json.loads(captured.out)
    (found,) = [row for row in report["rows"] if row["measure"] == "found"]
    assert found["recall"] < 0.05  # "according to …" is found by rule alone
    assert 0 < captured.err.count(": missed") <= found["gold"]
    assert list(report["corpora"]) == ["examples/gold"]
