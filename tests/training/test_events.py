"""Marked events: our own notation, PLV's rows, and factuality's tokens."""

import json
from pathlib import Path

import numpy as np
import pytest
from training.events import OWN, factuality, marked, own_events, packed, plv
from training.targets import UNKNOWN, label

from tocsin.model.heads import EVENT_TYPES, EVENTS, MODALITIES
from tocsin.model.pieces import Pieces

LINE = (
    "[a1,r2|The junta] {1|COERCE:arrest|done|jailed} [r1|two editors] after "
    "[a2|a union] {2|ACCUSE|denied|sued}."
)


def test_marks_leave_the_text_and_tell_triggers_and_arguments() -> None:
    example = marked("x", LINE)
    assert example.text == "The junta jailed two editors after a union sued."
    first, second = example.events or ()
    assert (first.type, first.modality, first.actor, first.recipient) == ("COERCE", "done", (0, 9), (17, 28))
    assert second.recipient == (0, 9)
    assert example.text[slice(*second.trigger)] == "sued"


def test_our_own_passages_are_sound() -> None:
    """Every mark is read, every type and modality is known, every argument has its trigger."""
    examples = list(own_events())
    assert len(examples) > 1500
    for example in examples:
        assert not set("[]{}|") & set(example.text), example.id
        for item in example.events or ():
            assert item.type in {*EVENT_TYPES, "none"}, example.id
            assert item.modality in MODALITIES, example.id
    assert len({example.text for example in examples}) == len(examples)
    assert OWN.is_dir()


def test_words_that_no_mark_names_are_no_events() -> None:
    example = marked("x", LINE)
    places = [i for i, c in enumerate(example.text) if i == 0 or example.text[i - 1] == " "]
    ends = [*(place - 1 for place in places[1:]), len(example.text)]
    starts = np.array(places, dtype=np.int32)
    pieces = Pieces(ids=starts, starts=starts, ends=np.array(ends, dtype=np.int32), shapes=starts * 0)
    target = label(example, pieces)
    told = {i: EVENTS.tags[k] for i, k in enumerate(target.events.tolist()) if k > 0}
    assert told == {2: "COERCE", 8: "ACCUSE"}
    assert UNKNOWN not in target.events
    assert [(r.trigger, r.actor, r.recipient) for r in target.roles] == [
        (2, (0, 1), (3, 4)),
        (8, (6, 7), (0, 1)),
    ]


@pytest.mark.parametrize(
    ("sentence", "source", "target"),
    [
        ("<s>Rebels</s> shelled <t>the port</t>.", "Rebels", "the port"),
        ("<t>The port</t> was shelled by <s>rebels</s>.", "rebels", "The port"),
        ("<s>Rebels</s> shelled.", "Rebels", None),
    ],
)
def test_plv_rows_lose_their_tags(tmp_path: Path, sentence: str, source: str, target: str | None) -> None:
    (tmp_path / "plv").mkdir()
    head = "sentence_id\tmarked_sentence\tsource\ttarget\tgold_root"
    row = f"7\t{sentence}\t{source}\t{target or ''}\tYIELD"
    (tmp_path / "plv" / "PLV_train.tsv").write_text(f"{head}\n{row}\n", "utf-8")
    (example,) = plv(tmp_path)
    (coded,) = example.coded
    assert "<" not in example.text
    assert example.text[slice(*coded.source)] == source
    assert (example.text[slice(*coded.target)] if coded.target else None) == target
    assert coded.types == ("CONCEDE", "RETREAT")


def test_factuality_keeps_its_targets_when_the_text_is_laid_out_naturally(tmp_path: Path) -> None:
    (tmp_path / "factuality" / "UW").mkdir(parents=True)
    target = {"span1": [6, 7], "label": -2.0, "span_text": "left"}
    row = {"text": "` ` Nobody ' ' has left , they say .", "targets": [target]}
    (tmp_path / "factuality" / "UW" / "dev.jsonl").write_text(json.dumps(row) + "\n", "utf-8")
    (example,) = factuality(tmp_path, "uw", "dev")
    assert example.text == '"Nobody" has left, they say.'
    (item,) = example.events or ()
    assert (example.text[slice(*item.trigger)], item.factuality) == ("left", -2.0)


def test_packed_passages_keep_their_marks() -> None:
    alone = [marked(str(i), LINE.replace("junta", "junta" + "s" * i)) for i in range(9)]
    together = list(packed(alone, characters=120))
    assert len(together) == 3
    found = [
        (e.text[slice(*h.trigger)], e.text[slice(*h.actor or (0, 0))])
        for e in together
        for h in e.events or ()
    ]
    assert sorted(found) == sorted(
        (e.text[slice(*h.trigger)], e.text[slice(*h.actor or (0, 0))]) for e in alone for h in e.events or ()
    )
    assert all(example.all_events for example in together)
