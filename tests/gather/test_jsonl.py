import codecs
import io
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.gather.making import FETCHED, captures, gathered, only_failure, write
from tocsin.gather import kinds
from tocsin.gather.jsonl import read_lines
from tocsin.record import Capture, Failure

LINE = '{"text": "Kyiv denies it.", "outlet": "Example Wire"}'


def test_a_line_is_a_capture_with_its_number(tmp_path: Path) -> None:
    path = write(tmp_path, "wire.jsonl", f"{LINE}\n\n  \n{LINE}\r\n{LINE}")
    found = captures(gathered(path))
    assert [capture.origin for capture in found] == [f"{path}:1", f"{path}:4", f"{path}:5"]
    assert {capture.body for capture in found} == {LINE.encode()}
    assert {capture.media_type for capture in found} == {"application/json"}


def test_a_byte_order_mark_is_no_part_of_the_first_line(tmp_path: Path) -> None:
    (capture,) = captures(gathered(write(tmp_path, "a.jsonl", codecs.BOM_UTF8 + LINE.encode())))
    assert capture.body == LINE.encode()


def test_lines_are_not_judged_here(tmp_path: Path) -> None:
    assert len(captures(gathered(write(tmp_path, "a.jsonl", '{"text": \nnonsense\n')))) == 2


@pytest.mark.parametrize("content", [b"", b"\n\n  \n"])
def test_a_file_without_lines_is_a_failure(tmp_path: Path, content: bytes) -> None:
    assert "empty" in only_failure(gathered(write(tmp_path, "a.jsonl", content))).cause


def test_utf16_is_a_failure_that_says_how_to_convert(tmp_path: Path) -> None:
    path = write(tmp_path, "a.jsonl", LINE.encode("utf-16"))
    assert "iconv" in only_failure(gathered(path)).advice


def test_a_line_over_the_limit_is_a_failure_of_that_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kinds, "MAX_BYTES", 100)
    long = json.dumps({"text": "word " * 60})
    path = write(tmp_path, "a.jsonl", f"{LINE}\n{long}\n{LINE}\n{long}")
    found = gathered(path)
    assert [type(item).__name__ for item in found] == ["Capture", "Failure", "Capture", "Failure"]
    assert [item.origin for item in found] == [f"{path}:{number}" for number in range(1, 5)]
    assert isinstance(found[1], Failure)
    assert "the line" in found[1].cause


class Endless(io.RawIOBase):
    """A file of one line of 300 MB that counts what is asked of it."""

    def __init__(self) -> None:
        self.left = 300 * 1024 * 1024
        self.largest = 0

    def readline(self, size: int | None = -1, /) -> bytes:
        wanted = -1 if size is None else size
        assert wanted > 0, "a line of any length was asked for"
        self.largest = max(self.largest, wanted)
        given = min(self.left, wanted)
        self.left -= given
        return b"x" * min(given, 1 << 16) if given else b""


def test_no_more_than_the_limit_is_asked_for_at_once() -> None:
    stream = Endless()
    list(read_lines(stream, origin="a.jsonl", fetched=FETCHED))  # type: ignore[arg-type]
    assert stream.largest <= kinds.MAX_BYTES + 1


def test_a_disk_that_fails_midway_is_a_failure_after_what_was_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(tmp_path, "a.jsonl", LINE)

    class Failing(io.BytesIO):
        def readline(self, size: int | None = -1, /) -> bytes:
            if self.tell() > 0:
                raise OSError(5, "Input/output error")
            return super().readline(size)

    def opened(*_: object, **__: object) -> Failing:
        return Failing(f"{LINE}\n{LINE}\n".encode())

    monkeypatch.setattr(Path, "open", opened)
    capture, failure = gathered(path)
    assert isinstance(capture, Capture)
    assert isinstance(failure, Failure)
    assert "input/output" in failure.cause.lower()


@settings(deadline=None)
@given(st.lists(st.binary(min_size=1, max_size=40).filter(lambda line: b"\n" not in line and line.strip())))
def test_every_line_that_is_not_blank_is_captured_once(lines: list[bytes]) -> None:
    # The first line must not begin with a mark that says something of the whole file.
    stream = io.BytesIO(b"\n".join([b"{}", *lines]))
    found = list(read_lines(stream, origin="f", fetched=FETCHED))
    assert [item.body.strip() for item in found if isinstance(item, Capture)][1:] == [
        line.rstrip(b"\r\n").strip() for line in lines
    ]
