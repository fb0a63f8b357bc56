"""``tocsin`` as a process of its own: pipes that close, signals, exit codes."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Tocsin
from tests.reports import put_reports

ROOT = Path(__file__).parents[2]
SLOW = """
import signal, sys, time
signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's background jobs ignore it
from tests.fakes import FakeModel, NoResolver
import tocsin.model
import tocsin.pipeline
from tocsin.cli.main import main

class Slow(FakeModel):
    def read(self, texts):
        if len(self.calls) == 2:
            print("third batch", flush=True)
            time.sleep(3)  # long enough for the signal on a busy machine
        return super().read(texts)

tocsin.model.open_model = lambda threads=None: Slow()
tocsin.model.DeferredModel = lambda opened: opened()
tocsin.pipeline.open_resolver = lambda **_: NoResolver()
main(sys.argv[1:])
"""


def start(
    *arguments: object, program: str = "from tocsin.cli.main import main; main()"
) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-c", program, *map(str, arguments)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE)  # noqa: S603


def test_a_pipe_that_closes_early_is_no_noise(tocsin: Tocsin, tmp_path: Path) -> None:
    case = tmp_path / "many.tocsin"
    assert tocsin("read", put_reports(tmp_path / "in", 150), "--case", case).exit_code == 0
    process = start("export", "--case", case)
    assert process.stdout
    assert process.stderr
    assert process.stdout.readline()
    process.stdout.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    process.wait(timeout=600)


def test_an_error_is_two_lines_and_exit_code_1(tmp_path: Path) -> None:
    process = start("statements", "--case", tmp_path / "none.tocsin")
    out, err = process.communicate(timeout=600)
    assert (process.returncode, out) == (1, b"")
    first, second = err.decode().splitlines()
    assert first.startswith("error: there is no case")
    assert second.startswith("→ ")


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_an_interrupted_run_keeps_what_is_done_and_goes_on(tocsin: Tocsin, tmp_path: Path) -> None:
    case, settings = tmp_path / "many.tocsin", tmp_path / "my.toml"
    settings.write_text("[read]\nbatch_reports = 4\n")
    folder = put_reports(tmp_path / "in", 20)
    process = start("read", folder, "--case", case, "--settings", settings, program=SLOW)
    assert process.stdout
    assert process.stdout.readline() == b"third batch\n"
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=600)
    assert process.returncode == 130
    assert b"what was read is kept" in err
    assert b"Traceback" not in err
    kept = len(tocsin("documents", "--case", case).stdout.splitlines())
    assert 4 <= kept < 20
    again = tocsin("read", folder, "--case", case, "--settings", settings)
    assert f"{20 - kept} new, {kept} unchanged" in again.stderr
