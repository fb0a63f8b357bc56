"""The few weights of claims and events: a regression with a ridge, and what is held fixed."""

import numpy as np
import pytest
from eval.ecbplus_events import Marked
from training.claims import logistic, of_claims, of_events

from tocsin.reconcile.claims import proposition
from tocsin.reconcile.claims.occurrences import WEIGHTS, occurrence


def test_the_weights_part_what_can_be_parted() -> None:
    x = np.array([[0.0], [0.1], [0.9], [1.0]] * 20)
    y = np.array([0.0, 0.0, 1.0, 1.0] * 20)
    weight, base = logistic(x, y, np.zeros(len(y)))
    assert weight > 0 > base
    assert 0.4 < -base / weight < 0.6


def test_what_is_held_fixed_is_not_learnt_again() -> None:
    x = np.array([[0.0], [1.0]] * 40)
    y = np.array([0.0, 1.0] * 40)
    free, _ = logistic(x, y, np.zeros(len(y)))
    told, _ = logistic(x, y, 8 * x[:, 0] - 4)
    assert told < free


def test_without_signal_the_base_is_the_log_odds() -> None:
    x = np.zeros((40, 1))
    y = np.array([1.0] * 10 + [0.0] * 30)
    weight, base = logistic(x, y, np.zeros(40))
    assert weight == pytest.approx(0)
    assert base == pytest.approx(np.log(10 / 30))


def test_claims_have_weights_with_and_without_vectors() -> None:
    alike = proposition("the bridge is open again", vector=(1.0, 0.0))
    same = proposition("the bridge is open", vector=(0.9, 0.1))
    other = proposition("a choir sang for hours", vector=(0.0, 1.0))
    found = of_claims([(True, alike, same), (False, alike, other), (False, same, other)] * 5)
    assert set(found) == {"with vectors", "without"}
    assert set(found["with vectors"]) == {"base", "words", "sense"}
    assert found["without"]["words"] > 0


def mention(number: int, trigger: str, event: str, topic: str = "1") -> Marked:
    told = occurrence(f"eve-{number}", document=f"doc-{number}", trigger=trigger, story="sto-1")
    at = 100 * number
    return Marked(span=(at, at + 5), topic=topic, event=event, form=trigger, lemma=trigger, told=told)


def test_events_learn_that_the_same_word_speaks_for_one_happening() -> None:
    mentions = [mention(n, "shelled", "s") for n in range(4)] + [mention(n, "met", "m") for n in range(4, 8)]
    found = of_events([*mentions, mention(9, "shelled", "other", topic="2")])
    assert set(found) == set(WEIGHTS)
    assert found["words"] + found["same"] + found["story"] > 0
