"""Who some words stand for, and the sums of weights that say how sure that is."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import exp
from typing import Final

from tocsin.knowledge import Entry
from tocsin.record import Candidate, NameType, Sector, Span, Weight

KNOWN: Final = "known:"
ENOUGH: Final = 0.72  # the least score of what is chosen
_MARGIN: Final = 0.1  # by which it must be better than the next
_KEPT: Final = 5  # candidates kept with a reference, the chosen one included
_PRIOR: Final = -2.0  # that words alike mean some other is likelier before anything speaks for it


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """That spans of a report stand for one; several meanings of one key become one reference."""

    key: str
    type: NameType
    spans: tuple[Span, ...]
    score: float
    why: str
    candidates: tuple[Candidate, ...] = ()
    country: str | None = None
    sector: Sector | None = None
    roles: tuple[str, ...] = ()


def candidate(entry: Entry, weights: Iterable[Weight]) -> Candidate:
    """Return an entry as a candidate whose score is the logistic sum of its weights.

    The weights are given with the heaviest first, those that add nothing left out.
    """
    kept = sorted((w for w in weights if w.value), key=lambda w: (-abs(w.value), w.part, w.why))
    total = _PRIOR + sum(weight.value for weight in kept)
    return Candidate(id=entry.id, name=entry.name, score=round(1 / (1 + exp(-total)), 4), weights=tuple(kept))


def best_first(found: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """Return candidates with the best first, at most as many as are kept."""
    return tuple(sorted(found, key=lambda c: (-c.score, c.id))[:_KEPT])


def chosen(found: Sequence[Candidate]) -> Candidate | None:
    """Return the first of some candidates, best first, if it is likely enough and clearly the best.

    >>> one, other = (Candidate(id=i, name=i, score=s) for i, s in (("a", 0.9), ("b", 0.85)))
    >>> chosen([one]) is one, chosen([one, other])
    (True, None)
    """
    if not found or found[0].score < ENOUGH:
        return None
    if len(found) > 1 and found[0].score - found[1].score < _MARGIN and found[1].score > 1 - ENOUGH:
        return None
    return found[0]


def own(key: str, document: str) -> str:
    """Return a key that no other report can have: "person:ada" may be another Ada in each.

    >>> own("person:ada", "doc-1")
    'person:ada@doc-1'
    """
    return f"{key}@{document}"


def told(choice: Candidate) -> str:
    """Return why a candidate was chosen, in words."""
    return (
        "; ".join(weight.why for weight in choice.weights if weight.value > 0) or "nothing speaks against it"
    )
