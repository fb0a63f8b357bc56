from tests.resolve.linking.making import group, judged
from tocsin.record import Verdict
from tocsin.record.linking import Edge, Group
from tocsin.resolve.linking import cluster, doubtful

A, B, C, D = (
    group(name, documents=number) for name, number in (("A A", 9), ("B B", 9), ("C C", 1), ("D D", 1))
)
GROUPS = (A, B, C, D)


def edge(left: Group, right: Group, score: float) -> Edge:
    return Edge(left=left.key, right=right.key, score=score, weights=())


def asked(*edges: Edge, verdict: Verdict | None = None) -> list[tuple[str, str]]:
    said = (judged(A, B, verdict),) if verdict else ()
    found = doubtful(edges, cluster(GROUPS, edges, said), said, GROUPS)
    return [(each.left, each.right) for each in found]


def test_the_one_that_most_reports_hang_on_comes_first() -> None:
    assert asked(edge(C, D, 0.79), edge(A, B, 0.79)) == [(A.key, B.key), (C.key, D.key)]


def test_of_as_many_reports_the_one_nearest_to_the_limit_comes_first() -> None:
    assert asked(edge(A, C, 0.65), edge(B, D, 0.78)) == [(B.key, D.key), (A.key, C.key)]
    assert asked(edge(A, C, 0.99), edge(B, D, 0.81)) == [(B.key, D.key), (A.key, C.key)]


def test_within_an_entity_only_what_joined_it_is_asked_about() -> None:
    edges = edge(A, B, 0.99), edge(B, C, 0.9), edge(A, C, 0.85)
    assert (A.key, C.key) not in asked(*edges)
    assert len(asked(*edges)) == 2


def test_what_a_person_decided_is_not_asked_again() -> None:
    assert asked(edge(A, B, 0.79), verdict=Verdict.SAME) == []
    assert asked(edge(A, B, 0.79), verdict=Verdict.DIFFERENT) == []
    assert asked(edge(A, B, 0.79), verdict=Verdict.WITHDRAWN) == [(A.key, B.key)]


def test_what_a_person_was_unsure_of_comes_last() -> None:
    assert asked(edge(A, B, 0.79), edge(C, D, 0.61), verdict=Verdict.UNSURE) == [
        (C.key, D.key),
        (A.key, B.key),
    ]


def test_far_below_the_limit_nothing_is_asked() -> None:
    assert asked(edge(A, B, 0.3)) == []
