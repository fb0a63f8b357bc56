"""Types by sentence, and whether the parties are bound as marked."""

from pathlib import Path

import pytest
from eval.events import Sentence, Told, class_of, load, majority, rows, told
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.extract.events.making import Story
from tocsin.model.layers import Layers
from tocsin.record import EventType

ROOTS = sorted({"YIELD"} | {kind.value for kind in EventType} - {"CONCEDE", "RETREAT"})


def sentence(root: str = "ASSAULT") -> Sentence:
    return Sentence(text="Norland shelled Vesk.", source=(0, 7), target=(16, 20), root=root)


def layers(kind: str = "ASSAULT") -> Layers:
    rows_ = "Norland/NNP/2/nsubj shelled/VBD/0/root Vesk/NNP/2/obj ././2/punct"
    return Story(rows_).trigger("shelled", kind).layers


def test_the_event_that_binds_the_parties_tells_the_root() -> None:
    assert told(sentence(), layers()) == Told(root="ASSAULT", actor=True, recipient=True)
    assert told(sentence("YIELD"), layers("RETREAT")).root == "YIELD"


def test_without_an_event_the_strongest_trigger_does() -> None:
    made = Story("Rain/NN/2/nsubj fell/VBD/0/root").trigger("fell", "AID").layers
    assert told(Sentence(text="Rain fell", source=(0, 4), target=(0, 4), root="AID"), made).root == "AID"
    nothing = Layers(sentences=((0, 9),), names=(), attributions=())
    assert told(sentence(), nothing) == Told(root=None)


def test_a_wrong_party_is_wrong() -> None:
    turned = Sentence(text="Norland shelled Vesk.", source=(16, 20), target=(0, 7), root="ASSAULT")
    assert told(turned, layers()) == Told(root="ASSAULT", actor=False, recipient=False)


@settings(deadline=None, max_examples=20)
@given(st.lists(st.sampled_from(ROOTS), min_size=1, max_size=20))
def test_what_equals_the_gold_is_all_right(roots: list[str]) -> None:
    gold = [sentence(root) for root in roots]
    made = {row.measure: row for row in rows(gold, [Told(root=root) for root in roots])}
    assert made["macro, roots"].f1 == made["macro, classes"].f1 == 1
    assert "actor head" not in made


@settings(deadline=None, max_examples=20)
@given(st.lists(st.tuples(st.sampled_from(ROOTS), st.sampled_from([*ROOTS, None])), min_size=1, max_size=20))
def test_figures_stay_between_nothing_and_all(pairs: list[tuple[str, str | None]]) -> None:
    found = [Told(root=own, actor=None if own is None else True) for _, own in pairs]
    for row in rows([sentence(gold) for gold, _ in pairs], found):
        assert 0 <= row.low <= row.high <= 1
        assert 0 <= row.f1 <= 1


def test_the_commonest_root_is_the_peer() -> None:
    gold = [sentence("AID"), sentence("AID"), sentence("AGREE")]
    (first, *_) = rows(gold, majority(gold), system="majority")
    assert first.f1 == pytest.approx((0.8 + 0) / 2)


def test_every_root_has_a_class() -> None:
    assert len({class_of(root) for root in ROOTS}) == 4


def test_no_set_is_no_sentence(tmp_path: Path) -> None:
    assert load(tmp_path) == ([], "")
