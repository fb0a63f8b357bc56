import hashlib
import io
from pathlib import Path

import pytest

from tests.gather.making import FETCHED, REPORT, captures, gathered, only_failure, write
from tocsin.gather import MAX_BYTES, SUFFIXES, kinds
from tocsin.record import Hints


def test_a_file_is_captured_as_it_is(tmp_path: Path) -> None:
    body = "“No,” he said.\r\n".encode("cp1252")
    path = write(tmp_path, "a.txt", body)
    (capture,) = captures(gathered(path))
    assert capture.body == body
    assert capture.origin == str(path)
    assert capture.media_type == "text/plain"
    assert capture.sha256 == hashlib.sha256(body).hexdigest()
    assert capture.fetched == FETCHED
    assert capture.hints == Hints()


@pytest.mark.parametrize(
    ("name", "media_type"),
    [
        ("a.txt", "text/plain"),
        ("a.md", "text/markdown"),
        ("a.html", "text/html"),
        ("A.HTM", "text/html"),
        ("a.json", "application/json"),
        ("a.b.TXT", "text/plain"),
    ],
)
def test_the_suffix_decides(tmp_path: Path, name: str, media_type: str) -> None:
    (capture,) = captures(gathered(write(tmp_path, name)))
    assert capture.media_type == media_type


def test_a_file_of_an_unknown_suffix_is_a_failure_that_says_what_is_read(tmp_path: Path) -> None:
    failure = only_failure(gathered(write(tmp_path, "a.docx")))
    assert failure.origin.endswith("a.docx")
    assert ".docx" in failure.cause
    assert all(suffix in failure.advice for suffix in SUFFIXES)


def test_a_file_without_a_suffix_is_a_failure(tmp_path: Path) -> None:
    assert "without a suffix" in only_failure(gathered(write(tmp_path, "report"))).cause


def test_a_missing_file_is_a_failure(tmp_path: Path) -> None:
    failure = only_failure(gathered(tmp_path / "none.txt"))
    assert "no such file" in failure.cause
    assert "check the path" in failure.advice


def test_an_empty_file_is_a_failure(tmp_path: Path) -> None:
    assert "empty" in only_failure(gathered(write(tmp_path, "a.txt", b""))).cause


def test_a_file_over_the_limit_is_refused_before_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as stream:
        stream.truncate(50 * 1024 * 1024)  # a sparse file: no disk is used

    def opened(*_: object, **__: object) -> io.BytesIO:
        raise AssertionError("opened")

    monkeypatch.setattr(Path, "open", opened)
    failure = only_failure(gathered(path))
    assert "50 MB" in failure.cause
    assert f"{MAX_BYTES // 1024 // 1024} MB" in failure.cause
    assert ".jsonl" in failure.advice


def test_a_file_of_the_limit_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kinds, "MAX_BYTES", len(REPORT))
    assert captures(gathered(write(tmp_path, "a.txt")))
    assert only_failure(gathered(write(tmp_path, "b.txt", REPORT + "!")))


def test_a_file_that_grows_while_it_is_read_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kinds, "MAX_BYTES", 10)
    path = write(tmp_path, "a.txt", b"short")

    def grown(self: Path, mode: str) -> io.BytesIO:
        assert (self, mode) == (path, "rb")
        return io.BytesIO(b"longer than that")

    monkeypatch.setattr(Path, "open", grown)
    assert "over the limit" in only_failure(gathered(path)).cause


def test_a_file_that_must_not_be_read_is_a_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path, "a.txt")

    def refused(*_: object, **__: object) -> io.BytesIO:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refused)
    failure = only_failure(gathered(path))
    assert failure.cause == "permission denied"
    assert "chmod" in failure.advice


def test_one_bad_file_does_not_keep_the_others_out(tmp_path: Path) -> None:
    good = write(tmp_path, "good.txt")
    found = gathered(tmp_path / "none.txt", good, write(tmp_path, "bad.txt", b""))
    assert [type(item).__name__ for item in found] == ["Failure", "Capture", "Failure"]


def test_a_web_address_is_refused_with_advice() -> None:
    assert "save the page" in only_failure(gathered("https://daily.example/2021/04/13/talks")).advice


@pytest.mark.parametrize("name", ["a\x00b.txt", "x" * 5000 + ".txt"])
def test_names_that_no_system_takes_are_failures(name: str) -> None:
    assert only_failure(gathered(name))


def test_bytes_in_a_name_that_are_no_text_are_written_out(tmp_path: Path) -> None:
    raw = bytes(tmp_path) + b"/caf\xe9.txt"
    try:
        Path(raw.decode("utf-8", "surrogateescape")).write_text(REPORT)
    except OSError:
        pytest.skip("this file system takes UTF-8 names only")
    (capture,) = captures(gathered(tmp_path))
    assert capture.origin.endswith("caf\\xe9.txt")
    capture.origin.encode()
