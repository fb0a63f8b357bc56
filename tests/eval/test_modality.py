"""Six modalities against labels, factuality against values."""

import json
from datetime import date
from pathlib import Path

import msgspec
import numpy as np
import pytest
from eval.modality import (
    LABELS,
    MODALITIES,
    Judged,
    Label,
    Labelled,
    confusion,
    constant,
    correlation,
    factuality_rows,
    load_factuality,
    load_labels,
    mean_error,
    modality_at,
    rows,
)

from tests.extract.events.making import Story
from tocsin.model.layers import Layers

TEXT = "One. Norland may shell Vesk.\n\nThree."


def item(modality: str = "hypothetical") -> Labelled:
    return Labelled(
        text="Norland may shell Vesk", word=(12, 17), modality=modality, published=date(2031, 5, 6)
    )


def test_our_labels_are_a_hundred_of_all_six() -> None:
    labels = msgspec.json.decode(LABELS.read_bytes(), type=list[Label])
    assert len(labels) == 100
    assert {label.modality for label in labels} == set(MODALITIES)
    assert all(label.start < label.end for label in labels)


def test_a_label_is_read_with_its_paragraph(tmp_path: Path) -> None:
    (tmp_path / "reports").mkdir()
    row = {"url": "https://example.org/1", "published": "2031-05-06T10:00:00+00:00", "text": TEXT}
    (tmp_path / "reports" / "some.jsonl").write_text(json.dumps(row), "utf-8")
    start = TEXT.index("shell")
    labels = [
        {"document": "https://example.org/1", "start": start, "end": start + 5, "modality": "hypothetical"}
    ]
    path = tmp_path / "labels.json"
    path.write_text(json.dumps(labels), "utf-8")
    (found,), digest = load_labels(tmp_path, path)
    assert digest
    assert found.text == "One. Norland may shell Vesk."
    assert found.text[slice(*found.word)] == "shell"
    assert found.published == date(2031, 5, 6)


def test_without_the_reports_there_are_no_labels(tmp_path: Path) -> None:
    assert load_labels(tmp_path) == ([], "")
    assert load_factuality(tmp_path) == (None, "")


def test_a_word_that_is_no_trigger_has_the_modality_that_syntax_shows() -> None:
    row = "Norland/NNP/3/nsubj may/MD/3/aux shell/VB/0/root Vesk/NNP/3/obj"
    assert modality_at(item(), Story(row).layers) == "hypothetical"
    assert modality_at(item(), Story(row).trigger("shell", "ASSAULT").layers) == "hypothetical"
    assert modality_at(item(), Layers(sentences=((0, 22),), names=(), attributions=())) == "done"


def test_rows_and_the_table_of_confusions() -> None:
    items = [item("done"), item("done"), item("planned")]
    made = {row.measure: row for row in rows(items, ["done", "planned", "planned"])}
    assert made["6 modalities"].f1 == pytest.approx(2 / 3)
    assert made["planned"].precision == 0.5
    assert made["denied"].gold == 0
    table = confusion(items, ["done", "planned", "planned"]).splitlines()
    assert table[1].split() == ["done", "1", "0", "1", "0", "0", "0"]


def test_error_and_correlation() -> None:
    gold, own = np.array([3.0, -3.0, 0.0]), np.array([2.0, -2.0, 0.0])
    assert mean_error(gold, own) == pytest.approx(2 / 3)
    assert correlation(gold, own) == pytest.approx(1)


def test_a_constant_has_no_correlation() -> None:
    judged = Judged(texts=("a", "b"), spans=(((0, 1),), ((0, 1),)), values=((3.0,), (-1.0,)))
    assert constant(judged) == [[1.0], [1.0]]
    (only,) = factuality_rows(judged, constant(judged), system="constant")
    assert only.f1 == pytest.approx(2)
    measures = [row.measure for row in factuality_rows(judged, [[2.0], [0.0]], system="tocsin")]
    assert measures == ["MAE (less is better)", "Pearson r"]
