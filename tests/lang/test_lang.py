"""Access to the data of a language."""

import pytest

from tocsin.lang import LANGUAGES, entries, language_for, section, table, words

FILES = ("acts", "first_names", "media", "speakers", "states", "verbs")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", FILES)
def test_every_language_has_every_file(language: str, name: str) -> None:
    assert table(language, name)


def test_a_table_is_read_once() -> None:
    assert table("en", "acts") is table("en", "acts")


def test_a_missing_file_is_an_error() -> None:
    with pytest.raises(FileNotFoundError):
        table("en", "no-such-list")


@pytest.mark.parametrize(("code", "language"), [("en", "en"), ("EN-us", "en"), ("uk", "en"), ("", "en")])
def test_a_report_in_another_language_is_served_by_english(code: str, language: str) -> None:
    assert language_for(code) == language


def test_lists_of_the_wrong_shape_are_refused() -> None:
    with pytest.raises(TypeError, match="no table"):
        section({"say": "say"}, "say")
    with pytest.raises(TypeError, match="no list of strings"):
        words({"verbs": ["say", 1]}, "verbs")
    with pytest.raises(TypeError, match="no text"):
        entries({"verbs": ["say"]}, "verbs")


def test_entries_are_free_of_line_breaks_and_empty_places() -> None:
    assert entries({"a": "one,\n two  words , ,three,\n"}, "a") == ("one", "two  words", "three")
    assert entries({}, "a") == ()
