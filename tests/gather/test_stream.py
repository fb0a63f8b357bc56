import io
import json

import pytest

from tests.gather.making import captures, gathered, only_failure
from tocsin.gather import kinds

PAGE = b"<!DOCTYPE html>\n<html><body><p>Kyiv denies it.</p></body></html>"
FRONT = b"---\noutlet: Harbour Post\n---\nKyiv denies it.\n"
REPORT = {"text": "Kyiv denies it.", "title": "No"}


@pytest.mark.parametrize(
    ("body", "media_type"),
    [
        (b"Kyiv denies it.\nMoscow does not.\n", "text/plain"),
        (PAGE, "text/html"),
        (b"\xef\xbb\xbf  \n<!-- saved -->" + PAGE, "text/html"),
        (FRONT, "text/markdown"),
        (b"---\nA ruler, then text.\n", "text/plain"),
        (b"{curly} brackets begin this report.", "text/plain"),
        (json.dumps(REPORT, indent=1).encode(), "application/json"),
    ],
)
def test_one_report_is_told_by_how_it_begins(body: bytes, media_type: str) -> None:
    (capture,) = captures(gathered("-", stdin=io.BytesIO(body)))
    assert capture.origin == "-"
    assert capture.body == body
    assert capture.media_type == media_type


def test_objects_a_line_each_are_captures_a_line_each() -> None:
    body = f"{json.dumps(REPORT)}\n{json.dumps(REPORT)}\n".encode()
    assert [capture.origin for capture in captures(gathered("-", stdin=io.BytesIO(body)))] == ["-:1", "-:2"]


def test_a_broken_first_line_does_not_hide_the_second() -> None:
    body = b'{"text": "Kyiv den\n' + json.dumps(REPORT).encode() + b"\n"
    assert len(captures(gathered("-", stdin=io.BytesIO(body)))) == 2


def test_broken_json_alone_goes_on_as_json_so_that_reading_can_say_where() -> None:
    (capture,) = captures(gathered("-", stdin=io.BytesIO(b'{"text": nonsense}')))
    assert capture.media_type == "application/json"


def test_standard_input_is_read_once() -> None:
    assert len(captures(gathered("-", "-", stdin=io.BytesIO(PAGE)))) == 1


def test_no_standard_input_is_a_failure() -> None:
    assert "no standard input" in only_failure(gathered("-")).cause


def test_empty_standard_input_is_a_failure() -> None:
    failure = only_failure(gathered("-", stdin=io.BytesIO(b"")))
    assert failure.origin == "-"
    assert "empty" in failure.cause


def test_too_much_for_one_report_is_a_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kinds, "MAX_BYTES", 50)
    body = b"Kyiv denies it.\n" * 10
    assert "over the limit" in only_failure(gathered("-", stdin=io.BytesIO(body))).cause


def test_many_lines_may_be_more_than_the_limit_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kinds, "MAX_BYTES", 50)
    body = f"{json.dumps(REPORT)}\n".encode() * 10
    assert len(captures(gathered("-", stdin=io.BytesIO(body)))) == 10


def test_a_stream_that_fails_is_a_failure() -> None:
    class Failing(io.BytesIO):
        def readline(self, size: int | None = -1, /) -> bytes:
            raise OSError(5, f"Input/output error after {size} bytes")

    assert "input/output" in only_failure(gathered("-", stdin=Failing())).cause.lower()
