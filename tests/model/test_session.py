"""The runtime keeps to itself: reading looks up no server and leaves nothing in the home folder."""

import subprocess
import sys
from pathlib import Path

SCRIPT = """
import socket, sys

def refuse(*_, **__):
    print("network", file=sys.stderr)
    raise OSError("no network in this test")

socket.getaddrinfo = socket.socket.connect = refuse
import tocsin
found = tocsin.extract("The mayor said on Friday that the bridge would open again in May.")
print(len(found.statements))
"""


def test_reading_neither_calls_out_nor_writes_at_home(tmp_path: Path) -> None:
    home = {"HOME": str(tmp_path), "PATH": "", "CI": "false"}
    command = [sys.executable, "-c", SCRIPT]
    done = subprocess.run(command, env=home, capture_output=True, text=True, check=True)  # noqa: S603 - ours
    assert done.stdout.strip() == "1"
    assert "network" not in done.stderr
    assert list(tmp_path.iterdir()) == []
