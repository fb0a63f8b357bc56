"""One happening in made reports: who takes part, what stands near, and clusters beside the same lemma."""

from collections.abc import Sequence

import pytest
from eval.coreference import CONLL
from eval.ecbplus import Topical
from eval.ecbplus_events import DEV, Marked

from eval import ecbplus, ecbplus_events
from tests.eval.test_chains import words
from tests.fakes import NoResolver
from tocsin.model.layers import Layers

TOPIC = min(DEV)
TOLD = {
    "1_1ecb": ("Rebels shelled Vale .", "NNS VBD NNP .", "1 -1 1 1", "nsubj root obj punct", "shelled", "s"),
    "1_2ecb": ("Rebels shelled Vale .", "NNS VBD NNP .", "1 -1 1 1", "nsubj root obj punct", "shelled", "s"),
    "1_3ecb": (
        "Mayors met in Oslo .",
        "NNS VBD IN NNP .",
        "1 -1 3 1 1",
        "nsubj root case obl punct",
        "met",
        "m",
    ),
}


def report(id_: str, topic: str = TOPIC) -> Topical:
    text, *_, trigger, event = TOLD[id_]
    at = text.index(trigger)
    return Topical(id=id_, topic=topic, text=text, mentions=(((at, at + len(trigger)), event),))


def layers(id_: str) -> Layers:
    text, tags, heads, relations, *_ = TOLD[id_]
    return Layers(
        sentences=((0, len(text)),), names=(), attributions=(), words=words(text, tags, heads, relations)
    )


REPORTS = [report(id_) for id_ in TOLD]
LAYERS = [layers(id_) for id_ in TOLD]
STORIES = {"1_1ecb": "1_1ecb", "1_2ecb": "1_1ecb", "1_3ecb": "1_3ecb"}


def found() -> Sequence[Marked]:
    return ecbplus_events.marked(REPORTS, LAYERS, STORIES)


def test_a_marked_action_is_told_with_its_parties_and_its_story() -> None:
    first, _, last = (one.told for one in found())
    assert (first.head, *first.actor, *first.recipient) == ("shell", "rebel", "val")
    assert first.story == "1_1ecb"
    assert "oslo" in last.around


def test_actions_of_two_reports_never_share_a_span() -> None:
    assert len({one.span for one in found()}) == 3
    assert {one.event for one in found()} == {f"{TOPIC}:s", f"{TOPIC}:m"}


def test_one_happening_of_two_reports_is_one_and_another_is_none() -> None:
    one, two, three = (mention.span for mention in found())
    for way in ecbplus_events.WAYS.values():
        assert set(way(found())) == {frozenset((one, two)), frozenset((three,))}


def test_both_cases_are_measured_and_other_topics_left_out() -> None:
    strange = report("1_1ecb", topic="1")
    rows = ecbplus_events.rows([*REPORTS, strange], [*LAYERS, LAYERS[0]], NoResolver())
    scores = {(row.set, row.system): row for row in rows if row.measure == CONLL}
    assert len(scores) == 2 * len(ecbplus_events.WAYS)
    assert {row.gold for row in scores.values()} == {3}
    assert scores["ecbplus, a topic a case", "same head lemma"].f1 == pytest.approx(1)


def test_reports_about_one_thing_are_one_story() -> None:
    about = ecbplus_events.profiles(REPORTS, LAYERS, NoResolver())
    assert ecbplus_events.stories(about) == STORIES


class Counting:
    """A model that counts how often it is asked."""

    digest = "counting"

    def __init__(self) -> None:
        self.asked = 0

    def read(self, texts: Sequence[str]) -> list[Layers]:
        """Return a layer for each text."""
        self.asked += 1
        return [LAYERS[0] for _ in texts]


def test_the_same_texts_are_read_once() -> None:
    model = Counting()
    assert len(ecbplus.layers_of(model, ["one", "two"])) == 2
    assert ecbplus.layers_of(model, ["one", "two"]) is ecbplus.layers_of(model, ["one", "two"])
    assert model.asked == 1
    ecbplus.layers_of(model, ["one"])
    assert model.asked == 2
