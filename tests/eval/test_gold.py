"""Sets in the layout of the data folder are read, whatever their split is called."""

from pathlib import Path

import pytest
from eval.gold import SOURCES, Gold, aligned, digest_of, load

from tests.eval.making import data_folder

TASKS = (*SOURCES, "sentences")


def one(folder: Path, task: str, name: str, split: str = "dev") -> Gold:
    (gold,) = [g for g in load(task, folder, split) if g.set == name]
    return gold


@pytest.mark.parametrize("split", ["dev", "held-back"])
def test_every_set_of_the_layout_is_found(tmp_path: Path, split: str) -> None:
    folder = data_folder(tmp_path, split)
    found = {task: [gold.name for gold in load(task, folder, split)] for task in TASKS}
    assert found == {
        "attribution": [f"polnear/{split}"],
        "names": [f"conll2003/{split}", f"crossner_politics/{split}", f"uner_ewt/{split}"],
        "sentences": [f"made/{split}"],
    }


@pytest.mark.parametrize("task", TASKS)
def test_a_split_that_is_not_there_is_no_set(tmp_path: Path, task: str) -> None:
    assert load(task, data_folder(tmp_path), "test") == []
    assert load(task, tmp_path / "nowhere", "dev") == []


def test_attributions_carry_their_words(tmp_path: Path) -> None:
    (example,) = one(data_folder(tmp_path), "attribution", "polnear").examples
    (attribution,) = example.attributions or ()
    words = [example.text[s:e] for s, e in (*attribution.sources, *attribution.cues, *attribution.contents)]
    assert words == ["Ada Brandt", "told", "that the bridge would reopen"]


@pytest.mark.parametrize(
    ("name", "documents", "names"),
    [
        ("conll2003", 2, [("Brandt", "PER"), ("Oslo", "LOC"), ("Norsk Rail", "ORG")]),
        ("crossner_politics", 1, [("Ada Brandt", "PER"), ("Reform", "ORG")]),
        ("uner_ewt", 2, [("Oslo", "LOC"), ("Norsk Rail", "ORG"), ("Ada", "PER")]),
    ],
)
def test_names_carry_their_words(
    tmp_path: Path, name: str, documents: int, names: list[tuple[str, str]]
) -> None:
    examples = one(data_folder(tmp_path), "names", name).examples
    assert len(examples) == documents
    assert [(e.text[s:t], kind) for e in examples for s, t, kind in e.names or ()] == names


def test_universal_ner_keeps_the_text_of_its_sentences(tmp_path: Path) -> None:
    gold = one(data_folder(tmp_path), "names", "uner_ewt")
    assert gold.texts == ["Can't Oslo's mayor come? Norsk Rail says no.", "Ada left."]
    assert [example.id for example in gold.examples] == ["bridge-1", "bridge-2"]


def test_a_word_that_the_text_does_not_hold_shifts_nothing() -> None:
    tokens = [("do", "O"), ("not", "O"), ("Oslo", "B-LOC")]
    assert aligned("don't Oslo", tokens, offset=0) == [(6, 10, "LOC")]


def test_names_side_by_side_stay_two() -> None:
    tokens = [("Oslo", "B-LOC"), ("Bergen", "B-LOC"), ("line", "I-LOC")]
    assert aligned("Oslo Bergen line", tokens, offset=0) == [(0, 4, "LOC"), (5, 16, "LOC")]


def test_sentences_start_where_their_text_does(tmp_path: Path) -> None:
    (example,) = one(data_folder(tmp_path), "sentences", "made").examples
    starts = [example.text[start:] for start in example.sentences or ()]
    assert [rest.split()[0] for rest in starts] == ["It", "Nobody", "So"]


def test_the_digest_is_of_places_and_contents(tmp_path: Path) -> None:
    here, there = data_folder(tmp_path / "a"), data_folder(tmp_path / "b")
    before = one(here, "names", "conll2003").digest
    assert before == one(there, "names", "conll2003").digest
    with (there / "conll2003" / "dev.txt").open("a") as file:
        file.write("\n")
    assert before != one(there, "names", "conll2003").digest


def test_a_renamed_file_is_another_corpus(tmp_path: Path) -> None:
    first, second = tmp_path / "a.txt", tmp_path / "b.txt"
    first.write_text("same")
    second.write_text("same")
    assert digest_of([first], tmp_path) != digest_of([second], tmp_path)
