"""The few weights of ``tocsin.reconcile.claims``, learnt by logistic regression and printed to be copied.

Words and sense of claims come from the train half of MSRP (class C: Microsoft's research licence, no text
of it in the package, and four numbers learnt from it: to do without, keep the ones of ``WITHOUT`` and drop
the sense); the contrasts that stand by hand are held fixed. Those of events come from ECB+'s train topics
(CC BY).

    python -m training.claims DATA
"""

import sys
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt

from eval import claims as eval_claims
from eval import ecbplus, ecbplus_events
from tocsin.model import open_model
from tocsin.model.layers import Layers
from tocsin.pipeline import Resolver, open_resolver
from tocsin.reconcile.claims import Proposition
from tocsin.reconcile.claims.comparing import alike, same_claim
from tocsin.reconcile.claims.events import likely
from tocsin.reconcile.claims.occurrences import WEIGHTS, features
from tocsin.resolve.linking import Linking

Floats = npt.NDArray[np.float64]
_STEPS: Final = 60
_RIDGE: Final = 1.0
_LEARNT: Final = frozenset(("base", "words", "sense"))


def logistic(x: Floats, y: Floats, offset: Floats) -> Floats:
    """Return the weights, the base last, of a logistic regression with a ridge and a fixed part (Newton)."""
    wide = np.c_[x, np.ones(len(x))]
    weights = np.zeros(wide.shape[1])
    ridge = np.eye(len(weights)) * _RIDGE
    ridge[-1, -1] = 0
    for _ in range(_STEPS):
        likely_ = 1 / (1 + np.exp(-(wide @ weights + offset)))
        slope = wide.T @ (likely_ - y) + ridge @ weights
        step = np.linalg.solve((wide.T * (likely_ * (1 - likely_))) @ wide + ridge, slope)
        weights -= step
        if float(np.abs(step).max()) < 1e-9:
            break
    return weights


def of_claims(pairs: Sequence[tuple[bool, Proposition, Proposition]]) -> dict[str, dict[str, float]]:
    """Return the weights of words and sense, with and without vectors."""
    rows, fixed = [], []
    for _, left, right in pairs:
        sense = float(np.dot(left.vector or (), right.vector or ()))
        rows.append((alike(left, right), sense))
        found = same_claim(left, right).weights
        fixed.append(sum(weight.value for weight in found if weight.part not in _LEARNT))
    x, y, offset = np.array(rows), np.array([float(same) for same, *_ in pairs]), np.array(fixed)
    words, sense, base = logistic(x, y, offset)
    alone, base_alone = logistic(x[:, :1], y, offset)
    return {
        "with vectors": {"base": float(base), "words": float(words), "sense": float(sense)},
        "without": {"base": float(base_alone), "words": float(alone)},
    }


def of_events(mentions: Sequence[ecbplus_events.Marked]) -> dict[str, float]:
    """Return the weights of the parts of a comparison of events."""
    parts = [part for part in WEIGHTS if part != "base"]
    rows, same = [], []
    for one, other in combinations(mentions, 2):
        if one.topic == other.topic and likely(one.told, other.told):
            told = {part: share for part, share, _ in features(one.told, other.told)}
            rows.append([told.get(part, 0.0) for part in parts])
            same.append(float(one.event == other.event))
    weights = logistic(np.array(rows), np.array(same), np.zeros(len(same)))
    return dict(zip((*parts, "base"), map(float, weights), strict=True))


def main(data: Path) -> None:
    """Print the weights that the train halves give."""
    model, resolver = open_model(), open_resolver()
    linking = Linking(knowledge=resolver.knowledge)
    pairs, _ = eval_claims.load_msrp(data, "train")
    found = eval_claims.read(model, pairs, resolver)
    told = [
        (pair.same, *eval_claims.propositions(found[pair.a], found[pair.b], linking, spoken=False))
        for pair in pairs
    ]
    print(of_claims(told))
    reports, _ = ecbplus.load(data, ecbplus.EVENTS)
    chosen = [report for report in reports if report.topic not in ecbplus_events.DEV]
    print(of_events(_by_topic(chosen, model.read([report.text for report in chosen]), resolver)))


def _by_topic(
    reports: Sequence[ecbplus.Topical], layers: Sequence[Layers], resolver: Resolver
) -> list[ecbplus_events.Marked]:
    mentions: list[ecbplus_events.Marked] = []
    read = dict(zip((report.id for report in reports), layers, strict=True))
    for own in ecbplus.by_topic(reports).values():
        own_layers = [read[report.id] for report in own]
        stories = ecbplus_events.stories(ecbplus_events.profiles(own, own_layers, resolver))
        mentions += ecbplus_events.marked(own, own_layers, stories)
    return mentions


if __name__ == "__main__":
    main(Path(sys.argv[1]))
