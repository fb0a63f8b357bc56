import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.gather.making import captures, gathered, only_failure, write
from tocsin.record import Capture, Failure


def names(found: list[Capture | Failure], folder: Path) -> list[str]:
    return [str(Path(capture.origin).relative_to(folder)) for capture in captures(found)]


def test_a_folder_is_read_with_its_folders_sorted_by_name(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.md", "a/c.html", "c.json", "a.txt"):
        write(tmp_path, name)
    assert names(gathered(tmp_path), tmp_path) == ["a/c.html", "a/z.md", "a.txt", "b.txt", "c.json"]


def test_a_folder_is_read_in_the_same_order_whatever_the_system_lists_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("b.txt", "a.txt", "c/d.txt"):
        write(tmp_path, name)
    before = names(gathered(tmp_path), tmp_path)
    listed = os.scandir

    class Reversed:
        def __init__(self, path: Path) -> None:
            with listed(path) as entries:
                self.entries = sorted(entries, key=lambda entry: entry.name, reverse=True)

        def __enter__(self) -> Iterator[os.DirEntry[str]]:
            return iter(self.entries)

        def __exit__(self, *_: object) -> None:
            return None

    monkeypatch.setattr(os, "scandir", Reversed)
    assert names(gathered(tmp_path), tmp_path) == before


def test_hidden_files_and_folders_and_other_kinds_are_passed_over(tmp_path: Path) -> None:
    for name in (".a.txt", ".git/b.txt", "c.docx", "d", "e.txt"):
        write(tmp_path, name)
    assert names(gathered(tmp_path), tmp_path) == ["e.txt"]


def test_a_hidden_file_that_is_named_is_read(tmp_path: Path) -> None:
    assert names(gathered(write(tmp_path, ".a.txt")), tmp_path) == [".a.txt"]


def test_a_folder_with_nothing_to_read_is_a_failure_that_says_what_is_read(tmp_path: Path) -> None:
    write(tmp_path, "a.docx")
    failure = only_failure(gathered(tmp_path))
    assert failure.origin == str(tmp_path)
    assert ".jsonl" in failure.advice


def test_links_in_a_circle_end(tmp_path: Path) -> None:
    write(tmp_path, "a/b/c.txt")
    (tmp_path / "a" / "b" / "up").symlink_to(tmp_path)
    (tmp_path / "self").symlink_to(tmp_path / "self")
    assert names(gathered(tmp_path), tmp_path) == ["a/b/c.txt"]


def test_a_linked_folder_is_read_once(tmp_path: Path) -> None:
    write(tmp_path, "reports/a.txt")
    (tmp_path / "zlink").symlink_to(tmp_path / "reports")
    assert names(gathered(tmp_path), tmp_path) == ["reports/a.txt"]


def test_a_dead_link_to_a_report_is_a_failure(tmp_path: Path) -> None:
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere.txt")
    (tmp_path / "gone").symlink_to(tmp_path / "nowhere")
    assert only_failure(gathered(tmp_path)).origin.endswith("gone.txt")


def test_a_folder_that_must_not_be_listed_is_a_failure_and_the_rest_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, "closed/a.txt")
    write(tmp_path, "open/b.txt")
    listed = os.scandir

    def guarded(path: Path) -> object:
        if path.name == "closed":
            raise PermissionError(13, "Permission denied", str(path))
        return listed(path)

    monkeypatch.setattr(os, "scandir", guarded)
    failure, capture = gathered(tmp_path)
    assert isinstance(failure, Failure)
    assert failure.origin.endswith("closed")
    assert isinstance(capture, Capture)


def test_special_files_are_passed_over_in_a_folder_and_refused_by_name(tmp_path: Path) -> None:
    write(tmp_path, "a.txt")
    os.mkfifo(tmp_path / "pipe.txt")
    assert names(gathered(tmp_path), tmp_path) == ["a.txt"]
    assert "regular" in only_failure(gathered(tmp_path / "pipe.txt")).cause


def test_a_glob_finds_files_in_order(tmp_path: Path) -> None:
    for name in ("2021-04-12.txt", "2021-04-10.txt", "2021-04-11.pdf", "2022.txt"):
        write(tmp_path, name)
    assert names(gathered(tmp_path / "2021-*"), tmp_path) == ["2021-04-10.txt", "2021-04-12.txt"]


def test_a_glob_may_find_folders(tmp_path: Path) -> None:
    for name in ("april/a.txt", "april/more/b.txt", "may/c.txt", "june/d.pdf"):
        write(tmp_path, name)
    assert names(gathered(tmp_path / "*"), tmp_path) == ["april/a.txt", "april/more/b.txt", "may/c.txt"]
    assert names(gathered(tmp_path / "**" / "b.txt"), tmp_path) == ["april/more/b.txt"]
    assert len(captures(gathered(tmp_path / "**"))) == 3


@pytest.mark.parametrize("pattern", ["*.txt", "[0-9]*", "none-*"])
def test_a_glob_without_a_match_is_a_failure(tmp_path: Path, pattern: str) -> None:
    write(tmp_path, "report.pdf")
    failure = only_failure(gathered(tmp_path / pattern))
    assert failure.origin.endswith(pattern)
    assert "matches" in failure.cause


def test_a_file_whose_name_looks_like_a_glob_is_a_file(tmp_path: Path) -> None:
    write(tmp_path, "a1.txt")
    assert names(gathered(write(tmp_path, "a[1].txt")), tmp_path) == ["a[1].txt"]


def test_a_file_that_several_sources_name_is_yielded_once(tmp_path: Path) -> None:
    path = write(tmp_path, "sub/a.txt")
    found = gathered(path, tmp_path, tmp_path / "sub" / ".." / "sub" / "a.txt", tmp_path / "*" / "*.txt")
    assert len(captures(found)) == 1


def test_no_sources_hold_nothing() -> None:
    assert gathered() == []
