"""Jobs run in a process of their own and print what the bench needs."""

import json
import sys
from argparse import Namespace
from pathlib import Path

import pytest

from bench import jobs, texts


def printed(capsys: pytest.CaptureFixture[str]) -> dict[str, float]:
    found = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert isinstance(found, dict)
    return found


def test_every_job_prints_memory_and_processor_time(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(jobs.JOBS, "encoder", lambda _: {"seconds": 1.5})
    jobs.main(["encoder"])
    found = printed(capsys)
    assert found["seconds"] == 1.5
    assert found["processor"] > 0
    assert (found["memory"] > 0) == Path("/proc/self/status").exists()


def test_options_reach_the_job(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def echo(options: Namespace) -> jobs.Figures:
        return {"threads": options.threads, "processes": options.processes, "texts": str(options.texts)}

    monkeypatch.setitem(jobs.JOBS, "spacy", echo)
    jobs.main(["spacy", "--texts", "a.jsonl", "--processes", "2", "--threads", "1"])
    found = printed(capsys)
    assert {name: str(found[name]) for name in ("threads", "processes", "texts")} == {
        "threads": "1",
        "processes": "2",
        "texts": "a.jsonl",
    }


def test_reading_is_the_command_that_a_user_types(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    seen: list[list[str]] = []

    def command() -> None:
        seen.append(sys.argv[1:])
        raise SystemExit(0)

    monkeypatch.setattr(sys, "argv", ["bench"])
    monkeypatch.setattr("tocsin.cli.main.main", command)
    jobs.main(["tocsin", "--texts", "some.jsonl", "--case", "some.tocsin"])
    assert seen == [["read", "some.jsonl", "--case", "some.tocsin"]]
    assert printed(capsys)["seconds"] >= 0


def test_a_run_with_failures_is_no_figure(monkeypatch: pytest.MonkeyPatch) -> None:
    def command() -> None:
        raise SystemExit(3)

    monkeypatch.setattr(sys, "argv", ["bench"])
    monkeypatch.setattr("tocsin.cli.main.main", command)
    with pytest.raises(SystemExit) as leaving:
        jobs.main(["tocsin", "--texts", "some.jsonl", "--case", "some.tocsin"])
    assert leaving.value.code == 3


def test_the_encoder_reads_the_batches_that_reading_makes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "two.jsonl"
    texts.write(["The ferry sailed on time.", "Nobody said why " * 60 + "."], path)
    jobs.main(["encoder", "--texts", str(path), "--threads", "1"])
    found = printed(capsys)
    assert found["pieces"] >= 180
    assert found["computed"] >= found["pieces"]
    assert found["seconds"] > 0


def test_the_ceiling_is_measured_at_the_sizes_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    jobs.main(["ceiling", "--rows", "8", "--rows", "16", "--seconds", "0.01", "--threads", "1"])
    found = printed(capsys)
    assert found["multiply_adds"] > 0
    assert found["pieces"] == pytest.approx(found["multiply_adds"] / 10_616_832)
