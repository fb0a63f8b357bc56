"""What is worth a person’s minute: the edges whose verdict would tell most."""

from collections.abc import Iterable, Mapping
from math import log2
from typing import Final

from tocsin.record import Judgement, Verdict
from tocsin.record.linking import Cluster, Edge, Group
from tocsin.resolve.linking.clusters import holding
from tocsin.resolve.linking.pairs import MERGE, REVIEW

_DECIDED: Final = (Verdict.SAME, Verdict.DIFFERENT)


def doubtful(
    edges: Iterable[Edge],
    clusters: Iterable[Cluster],
    judgements: Iterable[Judgement],
    groups: Iterable[Group],
) -> tuple[Edge, ...]:
    """Return the edges to ask about, the most doubtful and most consequential first.

    Nothing that a person has decided comes again; what somebody was unsure of comes last. Within an
    entity only the edges that joined it are asked about: the others follow from them.
    """
    verdicts = holding(judgements)
    of = {key: one for one in clusters for key in one.keys}
    documents = {group.key: group.documents for group in groups}
    asked = []
    for edge in edges:
        said = verdicts.get((edge.left, edge.right))
        if edge.score < REVIEW or (said and said.verdict in _DECIDED) or _follows(edge, of):
            continue
        asked.append((said is not None, -_worth(edge, of, documents), edge.left, edge.right, edge))
    return tuple(edge for *_, edge in sorted(asked, key=lambda found: found[:4]))


def _follows(edge: Edge, of: Mapping[str, Cluster]) -> bool:
    ours, theirs = of.get(edge.left), of.get(edge.right)
    return ours is not None and ours is theirs and edge not in ours.edges


def _worth(edge: Edge, of: Mapping[str, Cluster], documents: Mapping[str, int]) -> float:
    """Return how doubtful an edge is, times how many reports hang on it."""
    span = 1 - MERGE if edge.score >= MERGE else MERGE - REVIEW
    joined = of.get(edge.left) is not None and of.get(edge.left) is of.get(edge.right)
    wrong = (edge.score >= MERGE) != joined  # it says one thing and was not followed
    doubt = 1.0 if wrong else 1 - abs(edge.score - MERGE) / span
    return doubt * log2(1 + min(_reports(edge.left, of, documents), _reports(edge.right, of, documents)))


def _reports(key: str, of: Mapping[str, Cluster], documents: Mapping[str, int]) -> int:
    one = of.get(key)
    return max(documents.get(each, 1) for each in (one.keys if one else (key,)))
