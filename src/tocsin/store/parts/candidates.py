"""Candidates of references and toponyms: as short JSON arrays, for there are many."""

import msgspec

from tocsin.record import Candidate, Weight


class WeightFacts(msgspec.Struct, array_like=True):
    """A weight: its part of the score, its value, and why."""

    part: str
    value: float
    why: str


class CandidateFacts(msgspec.Struct, array_like=True):
    """A candidate, with its weights."""

    id: str
    name: str
    score: float
    weights: tuple[WeightFacts, ...] = ()


def candidate_facts(candidate: Candidate) -> CandidateFacts:
    """Return what is kept of a candidate: all."""
    return CandidateFacts(
        id=candidate.id,
        name=candidate.name,
        score=candidate.score,
        weights=tuple(WeightFacts(part=w.part, value=w.value, why=w.why) for w in candidate.weights),
    )


def candidate_of(facts: CandidateFacts) -> Candidate:
    """Return the candidate that was kept."""
    return Candidate(
        id=facts.id,
        name=facts.name,
        score=facts.score,
        weights=tuple(Weight(part=w.part, value=w.value, why=w.why) for w in facts.weights),
    )
