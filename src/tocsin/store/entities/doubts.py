"""What a person should be asked: one question for each two that may be one, the weightiest first."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from math import log2

from sqlalchemy import Connection, func, or_, select

from tocsin.record import Judgement, Verdict
from tocsin.store.answers import Doubt
from tocsin.store.append import among
from tocsin.store.entities.counting import groups_at
from tocsin.store.entities.edges import edges_among
from tocsin.store.entities.judged import standing
from tocsin.store.linking import Linking
from tocsin.store.tables import edges, groups, members

_left, _right = members.alias("left_member"), members.alias("right_member")


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """Two keys that may be one, and the entities that they are of as it stands."""

    left: str
    right: str
    score: float
    ours: str  # the canonical key of the left one's entity
    theirs: str
    weight: int = 1  # the reports of the one times those of the other

    @property
    def one(self) -> bool:
        """Whether they are one entity now."""
        return self.ours == self.theirs

    def worth(self, linking: Linking) -> float:
        """Return how doubtful it is, times how much hangs on it; most where the score was not followed."""
        over = self.score >= linking.merge
        span = (1 - linking.merge) if over else (linking.merge - linking.review)
        wrong = over != self.one
        doubt = 1.0 if wrong or not span else 1 - abs(self.score - linking.merge) / span
        return round(max(0.0, doubt) * log2(1 + self.weight), 6)


def doubtful(connection: Connection, linking: Linking, limit: int) -> Iterator[Doubt]:
    """Yield at most so many edges to ask about, by how doubtful they are and how many reports have both.

    Of two entities one edge is asked about, however many join them; none where somebody has judged any
    two of their keys. Within an entity those are that hold it together: the others follow from them.
    """
    found = asked(_questions(connection, linking), tuple(standing(connection)), linking)[:limit]
    keys = {key for each in found for key in (each.left, each.right)}
    at, by_pair = groups_at(connection, keys), edges_among(connection, keys)
    for each in found:
        edge = by_pair[each.left, each.right]
        yield Doubt(edge=edge, left=at[each.left], right=at[each.right], one=each.one)


def asked(questions: Iterable[Question], said: Iterable[Judgement], linking: Linking) -> list[Question]:
    """Return the questions that are worth asking, each once, the weightiest first."""
    open_, within = dict[tuple[str, str], Question](), list[Question]()
    of = dict[str, str]()
    for each in questions:
        of |= {each.left: each.ours, each.right: each.theirs}
        if each.one:
            within.append(each)
        elif (best := open_.get(_two(each))) is None or _rank(each, linking) < _rank(best, linking):
            open_[_two(each)] = each
    judgements = tuple(said)
    for one in judgements:
        left, right = of.get(one.left, one.left), of.get(one.right, one.right)
        open_.pop((min(left, right), max(left, right)), None)
    return sorted(
        (*open_.values(), *_holding_together(within, judgements)), key=lambda each: _rank(each, linking)
    )


def _two(question: Question) -> tuple[str, str]:
    return min(question.ours, question.theirs), max(question.ours, question.theirs)


def _rank(question: Question, linking: Linking) -> tuple[float, str, str]:
    return -question.worth(linking), question.left, question.right


def _holding_together(within: Iterable[Question], said: Iterable[Judgement]) -> Iterator[Question]:
    """Yield the surest questions that make each entity one; what people said makes it one before them."""
    home: dict[str, str] = {}

    def root(key: str) -> str:
        while home.get(key, key) != key:
            key = home[key]
        return key

    judged = set()
    for each in said:
        judged.add((each.left, each.right))
        if each.verdict is Verdict.SAME:
            home[root(each.left)] = root(each.right)
    for question in sorted(within, key=lambda each: (-each.score, each.left, each.right)):
        one, other = root(question.left), root(question.right)
        if one == other:
            continue
        home[one] = other
        if (question.left, question.right) not in judged:
            yield question


def _questions(connection: Connection, linking: Linking) -> list[Question]:
    """Return all edges but those below the threshold of merging whose ends are one for other reasons."""
    rows = select(edges.c.left, edges.c.right, edges.c.score, _left.c.canonical, _right.c.canonical)
    apart = _left.c.canonical != _right.c.canonical
    found = connection.execute(
        rows.join(_left, _left.c.key == edges.c.left)
        .join(_right, _right.c.key == edges.c.right)
        .where(or_(edges.c.score >= linking.merge, apart))
    )
    plain = [
        Question(left=left, right=right, score=score, ours=ours, theirs=theirs)
        for left, right, score, ours, theirs in found
    ]
    reports = _reports(connection, {key for each in plain for key in (each.ours, each.theirs)})
    return [replace(each, weight=_hanging(each, reports)) for each in plain]


def _hanging(question: Question, reports: Mapping[str, Mapping[str, int]]) -> int:
    """Return the reports of one side times those of the other; within an entity, of the keys alone."""
    if question.one:
        own = reports[question.ours]
        return own.get(question.left, 1) * own.get(question.right, 1)
    return max(reports[question.ours].values()) * max(reports[question.theirs].values())


def _reports(connection: Connection, canonical: Iterable[str]) -> dict[str, dict[str, int]]:
    """Return how many reports have each key of these entities."""
    asked_ = (
        select(members.c.canonical, members.c.key, func.json_extract(groups.c.facts, "$.documents"))
        .join(groups, groups.c.key == members.c.key)
        .where(members.c.canonical.in_(among(canonical)))
    )
    found: dict[str, dict[str, int]] = {}
    for one, key, number in connection.execute(asked_):
        found.setdefault(one, {})[key] = number
    return found
