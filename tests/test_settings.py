"""Settings: the defaults hold, a file changes some, and a wrong file is told plainly."""

import dataclasses
from pathlib import Path

import pytest

from tocsin import settings
from tocsin.errors import SettingsError


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "my.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_no_file_gives_the_defaults() -> None:
    assert settings.load(None) == settings.default()


def test_defaults_are_sound() -> None:
    default = settings.default()
    assert default.read.batch_reports >= 1
    assert default.read.batch_characters <= default.read.report_characters
    assert default.model.threads == 0


def test_a_file_changes_what_it_names_and_nothing_else(tmp_path: Path) -> None:
    changed = settings.load(written(tmp_path, "[read]\nbatch_reports = 7\n"))
    assert changed.read.batch_reports == 7
    assert changed.read.report_characters == settings.default().read.report_characters
    assert changed.model == settings.default().model


def test_an_empty_file_changes_nothing(tmp_path: Path) -> None:
    assert settings.load(written(tmp_path, "")) == settings.default()


def test_reading_a_file_does_not_change_the_defaults(tmp_path: Path) -> None:
    before = settings.default()
    settings.load(written(tmp_path, "[model]\nthreads = 9\n"))
    assert settings.default() == before


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[read]\nbatch_report = 3\n", "read.batch_report"),
        ("[reading]\nbatch_reports = 3\n", "reading"),
        ("read = 3\n", "read"),
        ("[read]\nbatch_reports = 'many'\n", "$.read.batch_reports"),
        ("[read]\nbatch_reports = 0\n", "$.read.batch_reports"),
        ("[model]\nthreads = -1\n", "$.model.threads"),
        ("[model]\nthreads = 1.5\n", "$.model.threads"),
        ("[read\n", "TOML"),
    ],
)
def test_a_wrong_file_is_refused_with_its_name_and_the_place(tmp_path: Path, text: str, told: str) -> None:
    path = written(tmp_path, text)
    with pytest.raises(SettingsError) as caught:
        settings.load(path)
    assert str(path) in caught.value.message
    assert told in caught.value.message
    assert caught.value.advice


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="cannot be read"):
        settings.load(tmp_path / "none.toml")


def test_bytes_that_are_no_text_are_told(tmp_path: Path) -> None:
    path = tmp_path / "my.toml"
    path.write_bytes(b"\xff\xfe[read]")
    with pytest.raises(SettingsError, match="not TOML"):
        settings.load(path)


def test_every_setting_of_the_file_is_a_field_and_commented() -> None:
    text = (Path(settings.__file__).parent / "default.toml").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if "=" in line and not line.startswith("#")]
    names = {line.split("=")[0].strip() for line in lines}
    default = settings.default()
    fields = {
        field.name
        for part in (default.read, default.model, default.resolve)
        for field in dataclasses.fields(part)
    }
    assert names == fields
    assert all("#" in line for line in lines)
