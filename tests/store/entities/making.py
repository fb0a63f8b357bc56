"""References for the tests, and a linking that is easy to follow."""

import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from tests.store.making import reference
from tests.store.samples import MAKER, Item, capture, document, extraction, name
from tocsin.record import (
    Judgement,
    Link,
    NameType,
    Sector,
    Verdict,
    Weight,
    content_id,
)
from tocsin.record.linking import Cluster, Edge, Group
from tocsin.store import Store
from tocsin.store.tables import DERIVED

AT = "2026-11-22T09:00:00+00:00"


def report(
    number: int,
    named: Sequence[str],
    *,
    made_by: str = MAKER,
    published: str | None = None,
    text: str | None = None,
) -> Item:
    """Return a report that names these, each a reference with a link from the name."""
    words = [each.rpartition("=")[2] for each in named]
    of = document(
        text or f"Report {number} of the day.\n" + " met ".join(f"<{each}>" for each in words) + ".",
        published=published or f"2021-04-{number % 27 + 1:02}",
        origin=f"{number}.txt",
    )
    keys = [each.partition("=")[0] if "=" in each else None for each in named]
    references = tuple(reference(of, word, key=key) for word, key in zip(words, keys, strict=True))
    names = [name(of, word) for word in words]
    links = tuple(
        Link(record=one.id, part="name", to=other.id) for one, other in zip(names, references, strict=True)
    )
    made = replace(extraction(of, names, (), made_by), references=references, links=links)
    return capture(of.text, f"{number}.txt"), made


def judgement(
    left: str, right: str, verdict: Verdict = Verdict.SAME, at: str = AT, why: str = ""
) -> Judgement:
    """Return what a person says of two."""
    left, right = sorted((left, right))
    return Judgement(
        id=content_id("jdg", left, right, verdict, at, why),
        left=left,
        right=right,
        verdict=verdict,
        by="tester",
        at=at,
        why=why,
    )


@dataclass(frozen=True, slots=True)
class Known:
    """An entry of a small knowledge."""

    name: str
    type: NameType = NameType.PERSON
    country: str | None = None
    sector: Sector | None = None
    part_of: str | None = None


@dataclass(frozen=True, slots=True)
class Spelling:
    """Two are the more alike the more words they share; named together, they are two."""

    version: str = "spelling@1"
    review: float = 0.3
    merge: float = 0.6
    entries: dict[str, Known] = field(default_factory=dict)

    def blocks(self, type: NameType, names: Sequence[str]) -> Iterable[str]:  # noqa: A002
        """Return its words."""
        return {f"{type}:{word}" for name in names for word in name.casefold().split()}

    def pair(self, left: Group, right: Group, *, together: int) -> Edge:
        """Return the share of common words."""
        one, two = (
            set(" ".join(name for name, _ in each.names).casefold().split()) for each in (left, right)
        )
        shared = len(one & two) / len(one | two)
        weights = (
            Weight(part="spelling", value=shared, why="words that both have"),
            Weight(part="together", value=-0.2 * together, why="named together"),
        )
        score = max(0.0, shared - 0.2 * together)
        return Edge(left=left.key, right=right.key, score=score, weights=weights, partial=one < two)

    def cluster(
        self, groups: Iterable[Group], edges: Iterable[Edge], judgements: Iterable[Judgement]
    ) -> tuple[Cluster, ...]:
        """Join by judgements, then by edges, the best first; what is different stays apart."""
        of = {group.key: group for group in groups}
        cluster = {key: frozenset((key,)) for key in of}
        said = list(judgements)
        apart = [(each.left, each.right) for each in said if each.verdict is Verdict.DIFFERENT]
        same = [(each.left, each.right) for each in said if each.verdict is Verdict.SAME]
        alike = [
            (each.left, each.right)
            for each in sorted(edges, key=lambda edge: (-edge.score, edge.left, edge.right))
            if each.score >= self.merge
        ]
        for wanted, left, right in [
            *((True, *pair) for pair in sorted(same)),
            *((False, *pair) for pair in alike),
        ]:
            both = cluster[left] | cluster[right]
            if not wanted and any(one in both and two in both for one, two in apart):
                continue
            cluster |= dict.fromkeys(both, both)
        found = []
        for keys in sorted({tuple(sorted(each)) for each in cluster.values()}):
            canonical = min(keys, key=lambda key: (not key.startswith("known:"), of[key].first, key))
            found.append(Cluster(keys=keys, canonical=canonical, edges=(), why="words shared"))
        return tuple(found)

    def entry(self, id: str) -> Known | None:  # noqa: A002
        """Return what is known."""
        return self.entries.get(id)


def derived(store: Store, *, but: Sequence[str] = ()) -> dict[str, list[tuple[object, ...]]]:
    """Return all rows of the tables that are made of the log."""
    with sqlite3.connect(store.path) as connection:
        found = {
            table.name: connection.execute(f"SELECT * FROM {table.name} ORDER BY 1, 2, 3").fetchall()  # noqa: S608
            if len(table.columns) > 2
            else connection.execute(f"SELECT * FROM {table.name} ORDER BY 1").fetchall()  # noqa: S608
            for table in DERIVED
            if table.name not in but
        }
    connection.close()
    return found


def entities(store: Store) -> set[frozenset[str]]:
    """Return the keys of each entity."""
    with sqlite3.connect(store.path) as connection:
        rows = connection.execute("SELECT json_group_array(key) FROM members GROUP BY canonical").fetchall()
    connection.close()
    return {frozenset(json.loads(row[0])) for row in rows}
