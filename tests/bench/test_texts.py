"""What is read in the bench: reports of one length, real or made of ours, all different."""

import gzip
import json
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from bench import texts

words = st.lists(st.text(alphabet="abé“”.", min_size=1, max_size=6), max_size=30)


@given(words, st.integers(1, 40))
def test_a_cut_keeps_the_first_words_as_they_stand(parts: list[str], number: int) -> None:
    text = " \n".join(parts)
    kept = texts.cut(text, number)
    assert text.startswith(kept)
    assert kept.split() == text.split()[:number]


def test_articles_come_from_the_data_folder_where_there_is_one(tmp_path: Path) -> None:
    (tmp_path / "load").mkdir()
    with gzip.open(tmp_path / texts.LOAD, "wt", encoding="utf-8") as file:
        file.writelines(json.dumps({"text": f"Ferry {n} sailed on time."}) + "\n" for n in range(5))
    assert texts.chosen(tmp_path, 3, words=2) == ["Ferry 0", "Ferry 1", "Ferry 2"]


def test_without_one_as_many_different_reports_are_made_as_asked_for(tmp_path: Path) -> None:
    made = texts.chosen(tmp_path, 60)
    assert len(set(made)) == 60
    assert {len(text.split()) for text in made} == {texts.WORDS}


def test_example_texts_hold_words_and_no_tags() -> None:
    found = texts.example_texts()
    assert len(found) >= 10
    assert not any("<p>" in text or "</" in text for text in found)


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20), max_size=5))
def test_what_is_written_is_what_is_loaded(parts: list[str]) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "some.jsonl"
        texts.write(parts, path)
        assert texts.load(path) == parts


def test_reports_are_dated_and_have_addresses_of_their_own(tmp_path: Path) -> None:
    path = tmp_path / "some.jsonl"
    texts.write(["One.", "Two."], path)
    reports = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    assert len({report["url"] for report in reports}) == 2
    assert all(report["published"] for report in reports)
