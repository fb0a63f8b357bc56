"""Candidates with the weights of their scores, and evidence, in JSON."""

from collections.abc import Iterable

from tocsin.codec.kinds import Json
from tocsin.record import Candidate, Weight


def weights_json(weights: Iterable[Weight]) -> list[Json]:
    """Return the parts of a score as JSON has them.

    >>> weights_json((Weight(part="role", value=0.3, why="holds the office"),))
    [{'part': 'role', 'value': 0.3, 'why': 'holds the office'}]
    """
    return [{"part": each.part, "value": each.value, "why": each.why} for each in weights]


def candidates_json(candidates: Iterable[Candidate]) -> list[Json]:
    """Return candidates as JSON has them, best first as they come.

    >>> candidates_json((Candidate(id="ua", name="Ukraine", score=0.9),))
    [{'id': 'ua', 'name': 'Ukraine', 'score': 0.9, 'weights': []}]
    """
    return [
        {"id": each.id, "name": each.name, "score": each.score, "weights": weights_json(each.weights)}
        for each in candidates
    ]
