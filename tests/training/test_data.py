"""Readers of training sets, on small files of the same formats in words of our own."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from training.data import (
    brat_attributions,
    column_file,
    conll2003,
    detokenise,
    polnear,
    tagged_document,
)

TEXT = "The mayor said on Friday that “nobody” will leave. “Nobody at all,” she added."
ANN = (
    "T1\tSource 0 9\tThe mayor\n"
    "T2\tCue 10 24\tsaid on Friday\n"
    "T3\tContent 25 49\tthat “nobody” will leave\n"
    "T4\tAttribution 10 14\tsaid\n"
    "E1\tAttribution:T4 Source:T1 Cue:T2 Content:T3\n"
    "T5\tContent 51 59;60 67\t“Nobody at all,”\n"
    "A1\tFlag E1\n"
    "#1\tAnnotatorNotes T1\tunsure\n"
    "T6\tCue 72 77\tadded\n"
    "T7\tAttribution 72 77\tadded\n"
    "E2\tAttribution:T7 Cue:T6 Content:T5\n"
)


def test_brat_lines_become_attributions_and_other_lines_are_passed_over() -> None:
    first, second = brat_attributions(ANN)
    assert [TEXT[s:e] for s, e in (*first.sources, *first.cues)] == ["The mayor", "said on Friday"]
    assert second.sources == ()
    assert second.contents == ((51, 59), (60, 67))


def test_contents_numbered_by_brat_are_all_taken() -> None:
    numbered = "T1\tContent 0 2\tab\nT2\tContent 4 6\tef\nT3\tCue 3 4\td\nE1\tContent:T1 Content2:T2 Cue:T3\n"
    assert brat_attributions(numbered)[0].contents == ((0, 2), (4, 6))


def test_polnear_takes_the_first_annotator_of_each_document(tmp_path: Path) -> None:
    root = tmp_path / "polnear" / "dev"
    (root / "text").mkdir(parents=True)
    (root / "attributions").mkdir()
    (root / "text" / "a_1.txt").write_text(TEXT, "utf-8")
    (root / "text" / "unannotated.txt").write_text(TEXT, "utf-8")
    (root / "attributions" / "a_1_00aa.ann").write_text(ANN, "utf-8")
    (root / "attributions" / "a_1_00bb.ann").write_text("", "utf-8")
    (example,) = polnear(tmp_path, "dev")
    assert example.id == "a_1"
    assert example.attributions is not None
    assert len(example.attributions) == 2


@pytest.mark.parametrize(
    ("tokens", "text"),
    [
        ('" We did n\'t go , " he said .', '"We didn\'t go," he said.'),
        ("Costs rose ( by 4 % ) to $ 5 .", "Costs rose (by 4%) to $5."),
        ("Kyiv 's mayor", "Kyiv's mayor"),
    ],
)
def test_tokens_become_natural_text(tokens: str, text: str) -> None:
    words = tokens.split()
    assert "".join(s + w for s, w in zip(detokenise(words), words, strict=True)) == text


@given(st.lists(st.sampled_from(["Kyiv", ".", '"', "(", ")", "'s", "$", "5"]), max_size=20))
def test_detokenising_adds_nothing_but_spaces(words: list[str]) -> None:
    spaces = detokenise(words)
    assert len(spaces) == len(words)
    assert set(spaces) <= {"", " "}


def test_names_and_sentences_keep_their_places() -> None:
    sentences = [
        [("Lviv", "I-LOC"), ("mourns", "O")],
        [
            ("The", "O"),
            ("Red", "I-ORG"),
            ("Cross", "I-ORG"),
            ("'s", "O"),
            ("Ann", "B-PER"),
            ("Lee", "I-PER"),
            (".", "O"),
        ],
        [("Done", "O"), (".", "O")],
    ]
    example = tagged_document("d", sentences, " ")
    assert example.text == "Lviv mourns\nThe Red Cross's Ann Lee. Done."
    assert example.names is not None
    assert [(example.text[s:e], k) for s, e, k in example.names] == [
        ("Lviv", "LOC"),
        ("Red Cross", "ORG"),
        ("Ann Lee", "PER"),
    ]
    assert example.sentences is not None
    assert [example.text[s:][:4] for s in example.sentences] == ["Lviv", "The ", "Done"]


def test_neighbours_of_one_kind_are_told_apart_by_b_tags() -> None:
    tokens = [("Anna", "I-PER"), ("Berta", "B-PER"), ("Clara", "I-PER")]
    example = tagged_document("d", [tokens], " ")
    assert example.names is not None
    assert [example.text[s:e] for s, e, _ in example.names] == ["Anna", "Berta Clara"]


def test_conll_documents_are_split_at_docstart(tmp_path: Path) -> None:
    (tmp_path / "conll2003").mkdir()
    body = "-DOCSTART- -X- O O\n\nOslo NNP I-NP I-LOC\nwaits VBZ I-VP O\n. . O O\n\n"
    (tmp_path / "conll2003" / "dev.txt").write_text(body + body, "utf-8")
    first, second = conll2003(tmp_path, "dev")
    assert first.text == second.text == "Oslo waits."
    assert first.names == ((0, 4, "LOC"),)


def test_comments_of_column_files_are_no_tokens(tmp_path: Path) -> None:
    path = tmp_path / "x.iob2"
    path.write_text("# text = A b\n1\tA\tB-PER\n2\tb\tO\n\n", "utf-8")
    assert column_file(path, 1, 2, "\t") == [[[("A", "B-PER"), ("b", "O")]]]
