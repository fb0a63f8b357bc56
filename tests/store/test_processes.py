"""Several processes at one case, and processes that are killed: real ones, with real signals."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.store.samples import MAKER, THEN
from tests.store.writer import report, write
from tocsin.errors import CaseError
from tocsin.store import Query, Store

ROOT = Path(__file__).parents[2]


def start(path: Path, *words: object) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.store.writer", os.fspath(path), *(str(word) for word in words)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT)  # noqa: S603 - our own code


def content(path: Path) -> dict[str, list[str]]:
    """Return all that a case holds, in an order that does not depend on who wrote first."""
    with Store.open(path, create=False) as store:
        return {
            "documents": sorted(map(repr, store.documents(Query()))),
            "names": sorted(map(repr, store.names(Query()))),
            "statements": sorted(map(repr, store.statements(Query()))),
            "evidence": sorted(map(repr, store.evidence())),
            "found": sorted(hit.id for hit in store.search("lorries Velmar", 1000)),
        }


def expected(tmp_path: Path, count: int) -> dict[str, list[str]]:
    """Return what a case holds that one process wrote without a break."""
    alone = tmp_path / "alone.tocsin"
    write(alone, 0, count, 16)
    return content(alone)


def test_two_processes_write_into_one_case(path: Path, tmp_path: Path) -> None:
    """Each its own reports, and some that both have: all are there, each once."""
    writers = [start(path, 0, 40, 3), start(path, 20, 60, 3)]
    added = [sum(int(line) for line in writer.communicate()[0].split()) for writer in writers]
    assert [writer.returncode for writer in writers] == [0, 0]
    assert sum(added) == 60
    assert content(path) == expected(tmp_path, 60)
    with Store.open(path, create=False) as store:
        assert store.counts().runs == 2
        assert store.counts().captures == 60


def test_who_is_killed_amid_a_batch_loses_that_batch_alone(path: Path, tmp_path: Path) -> None:
    killed = start(path, 0, 30, 10, "die")
    said, _ = killed.communicate()
    assert killed.returncode == -signal.SIGKILL
    assert said.split() == ["10"]
    with Store.open(path, create=False) as store:
        assert store.counts().documents == 10
        taken = [report(number)[0] for number in range(30)]
        assert len(store.known(taken, MAKER)) == 10
        with store._engine.connect() as connection:
            ended = connection.exec_driver_sql("SELECT ended FROM runs").scalars().all()
    assert ended == [None]  # a run that was killed has no end
    resumed = start(path, 0, 30, 10)
    said, _ = resumed.communicate()
    assert said.split() == ["0", "10", "10"]
    assert content(path) == expected(tmp_path, 30)


def test_who_is_killed_at_any_moment_and_goes_on_gets_there(path: Path, tmp_path: Path) -> None:
    """Killed again and again after some batch was told to be written; what was told is there."""
    told = 0
    for batches in (1, 3):
        writer = start(path, 0, 48, 4)
        assert writer.stdout
        for _ in range(batches + told // 4):  # the first ones are known, and quickly told
            told += int(writer.stdout.readline())
        os.kill(writer.pid, signal.SIGKILL)
        rest, _ = writer.communicate()
        told += sum(int(line) for line in rest.split())
        with Store.open(path, create=False) as store:
            assert store.counts().documents >= told
            told = store.counts().documents
            assert told % 4 == 0  # whole batches
    last = start(path, 0, 48, 4)
    last.communicate()
    assert content(path) == expected(tmp_path, 48)


def test_who_cannot_write_for_too_long_is_told_why(
    store: Store, run: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tocsin.store.connect.BUSY_SECONDS", 0.05)
    with Store.open(store.path, create=False) as other, store._engine.connect() as holding:
        holding.exec_driver_sql("ROLLBACK")
        holding.exec_driver_sql("BEGIN IMMEDIATE")
        with pytest.raises(CaseError, match="is being written by another process") as refused:
            other.write(run, [report(1)], THEN)
        assert "again" in refused.value.advice
        assert not list(other.documents(Query()))  # reading goes on
        holding.exec_driver_sql("ROLLBACK")
        assert other.write(run, [report(1)], THEN).added == 1
        holding.exec_driver_sql("BEGIN")
