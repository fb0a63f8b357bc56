"""Whatever is written and judged in whatever order: the entities are those that the log makes."""

import sqlite3
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from itertools import combinations
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.store.entities.making import Spelling, derived, entities, judgement, report
from tests.store.samples import LATER_MAKER, MAKER, THEN
from tocsin.record import Judgement, Verdict, entity_id
from tocsin.record.linking import Group
from tocsin.store import Store
from tocsin.store.entities import blocks
from tocsin.store.entities.groups import group_of, likeness, tally_of

NAMES = [f"{first} {last}" for first in ("Ana", "Bo", "Cy") for last in ("Reyl", "Korin", "Okonjo")]
NAMED = st.lists(
    st.sampled_from([*NAMES, "Reyl", "known:ana-reyl=Ana", "known:korin=Minister", "Bo Ana Reyl"]),
    max_size=5,
    unique_by=lambda each: each.rpartition("=")[2],
)
KEYS = [*(f"person:{each.casefold()}" for each in (*NAMES, "Reyl")), "known:ana-reyl", "known:nobody"]
JUDGED = st.tuples(st.sampled_from(KEYS), st.sampled_from(KEYS), st.sampled_from(Verdict)).filter(
    lambda each: each[0] != each[1]
)


@pytest.fixture(autouse=True)
def _small_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(blocks, "MOST", 3)


@cache
def _begun() -> bytes:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "a.tocsin"
        with Store.open(path, create=True, linking=Spelling()) as store:
            store.write(store.begin_run("read", MAKER, THEN), [report(99, [])], THEN)
        return path.read_bytes()


@contextmanager
def opened() -> Iterator[Store]:
    """Give a case that has been begun: making one anew takes longer than most of what follows."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "a.tocsin"
        path.write_bytes(_begun())
        with Store.open(path, create=False, linking=Spelling()) as store:
            yield store


def judge(store: Store, said: Sequence[tuple[str, str, Verdict]]) -> None:
    for number, (left, right, verdict) in enumerate(said):
        store.judge(judgement(left, right, verdict, why=str(number)))


@settings(deadline=None, max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_after_anything_the_entities_are_those_of_a_rebuild(data: st.DataObject) -> None:
    with opened() as store:
        said = 0
        for _ in range(data.draw(st.integers(1, 6))):
            if data.draw(st.booleans()):
                batch = data.draw(
                    st.lists(st.tuples(st.integers(0, 7), NAMED, st.sampled_from((1, 2, 3))), max_size=4)
                )
                store.write(
                    1,
                    [report(n, named, made_by=f"reader@{by}", text=_text(n)) for n, named, by in batch],
                    THEN,
                )
            else:
                left, right, verdict = data.draw(JUDGED)
                if data.draw(st.booleans()):
                    left = data.draw(st.sampled_from(_references(store) or [left]))
                store.judge(judgement(left, right, verdict, why=str(said)))
                said += 1
            before = derived(store)
            _as_defined(before)
            store.rebuild()
            assert derived(store) == before


def _text(number: int) -> str:
    """Return a text that has all names, so that readings of it may differ."""
    words = {each.rpartition("=")[2] for each in ("Minister", "Reyl", "Bo Ana Reyl", *NAMES)}
    return f"Report {number}. " + ", ".join(f"<{each}>" for each in sorted(words, reverse=True))


def _references(store: Store) -> list[str]:
    with sqlite3.connect(store.path) as connection:
        found = connection.execute("SELECT DISTINCT id FROM records WHERE kind = 'reference'").fetchall()
    connection.close()
    return sorted(row[0] for row in found)


def _as_defined(rows: dict[str, list[tuple[Any, ...]]]) -> None:
    """Check the edges and the blocks against their definition, worked out in the plainest way."""
    linking = Spelling()
    groups = {key: group_of(key, tally_of(facts)) for key, _, _, facts in rows["groups"]}
    unknown = {key: group for key, group in groups.items() if not key.startswith("known:")}
    of = {key: _blocks(linking, group) for key, group in unknown.items()}
    assert rows["blocks"] == sorted((block, key) for key, mine in of.items() for block in mine)
    sizes = Counter(block for mine in of.values() for block in mine)
    reports: dict[str, set[str]] = {}
    for key, known, _ in rows["counted"]:
        reports.setdefault(key, set()).add(known)
    assert {key: (len(each), min(each), max(each)) for key, each in reports.items()} == {
        key: (group.documents, group.first, group.last) for key, group in groups.items()
    }
    expected = []
    for left, right in combinations(sorted(unknown), 2):
        if any(sizes[block] <= 3 for block in of[left] & of[right]):
            together = len(reports[left] & reports[right])
            edge = linking.pair(likeness(unknown[left]), likeness(unknown[right]), together=together)
            if edge.score >= linking.review:
                expected.append((left, right, edge.score))
    assert [row[:3] for row in rows["edges"]] == expected
    assert {row[0] for row in rows["members"]} >= groups.keys()


def _blocks(linking: Spelling, group: Group) -> set[str]:
    return set(linking.blocks(group.type, [name for name, _ in group.names]))


@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(NAMED, min_size=1, max_size=7), st.lists(JUDGED, max_size=3), st.randoms(use_true_random=False)
)
def test_the_order_of_arrival_does_not_count(named: list[list[str]], said: list[Any], order: Any) -> None:
    items = [report(number, each) for number, each in enumerate(named)]
    found = []
    for _ in range(2):
        with opened() as store:
            rest = items.copy()
            first = order.randrange(len(rest) + 1)
            while rest:
                if len(rest) <= first and said:
                    judge(store, said)
                    first = -1
                some = order.randint(1, 4)
                store.write(1, rest[:some], THEN)
                rest = rest[some:]
            if first >= 0:
                judge(store, said)
            rows = derived(store)
            found.append(rows | {"counted": sorted(row[:2] for row in rows["counted"])})
        order.shuffle(items)
    assert found[0] == found[1]


def test_two_that_are_spelt_alike_are_one_and_a_known_one_stays_apart() -> None:
    with opened() as store:
        store.write(1, [report(1, ["Ana Reyl"]), report(2, ["Bo Ana Reyl", "known:ana-reyl=Ana"])], THEN)
        assert entities(store) == {
            frozenset(("person:ana reyl", "person:bo ana reyl")),
            frozenset(("known:ana-reyl",)),
        }


def test_an_older_reading_counts_no_longer() -> None:
    with opened() as store:
        text = "Ana Reyl met Bo Ana Reyl, the Minister."
        store.write(1, [report(1, ["Ana Reyl", "Bo Ana Reyl"], text=text)], THEN)
        store.write(1, [report(1, ["Minister"], text=text, made_by=LATER_MAKER)], THEN)
        assert entities(store) == {frozenset(("person:minister",))}
        store.write(1, [report(1, ["Ana Reyl"], text=text)], THEN)  # it is known, and stays the older one
        assert entities(store) == {frozenset(("person:minister",))}


def test_of_two_readings_in_one_batch_the_last_counts() -> None:
    with opened() as store:
        text = "Ana Reyl met Bo."
        both = [report(1, ["Ana Reyl"], text=text), report(1, ["Bo"], text=text, made_by=LATER_MAKER)]
        store.write(1, both, THEN)
        assert entities(store) == {frozenset(("person:bo",))}


def test_a_verdict_wins_and_is_undone() -> None:
    left, right = "person:ana reyl", "person:bo ana reyl"
    both = frozenset((left, right))
    with opened() as store:
        store.write(1, [report(1, ["Ana Reyl"]), report(2, ["Bo Ana Reyl"])], THEN)
        assert entities(store) == {both}
        for number, (verdict, one) in enumerate(
            [
                (Verdict.DIFFERENT, False),
                (Verdict.WITHDRAWN, True),
                (Verdict.DIFFERENT, False),
                (Verdict.SAME, True),
                (Verdict.UNSURE, True),
            ]
        ):
            store.judge(judgement(left, right, verdict, why=str(number)))
            assert entities(store) == ({both} if one else {frozenset((left,)), frozenset((right,))})
        assert len(list(store.judgements())) == 5


def test_a_judgement_twice_is_one() -> None:
    with opened() as store:
        said = judgement("person:a", "person:b")
        store.judge(said)
        store.judge(said)
        assert list(store.judgements()) == [said]


def test_what_was_judged_before_it_was_read_holds_when_it_is() -> None:
    with opened() as store:
        store.judge(judgement("person:ana reyl", "known:queen"))
        store.judge(judgement("person:cy korin", "person:bo okonjo"))
        store.write(1, [report(1, ["Ana Reyl", "Cy Korin"]), report(2, ["Bo Okonjo"])], THEN)
        assert entities(store) == {
            frozenset(("known:queen", "person:ana reyl")),
            frozenset(("person:bo okonjo", "person:cy korin")),
        }


def test_one_reference_can_be_taken_out_of_its_key_and_put_into_another() -> None:
    with opened() as store:
        items = [report(1, ["Ana Reyl"]), report(2, ["Ana Reyl"]), report(3, ["Cy Korin"])]
        store.write(1, items, THEN)
        (one,) = items[0][1].references
        apart = judgement(one.id, one.key, Verdict.DIFFERENT)
        store.judge(apart)
        alone = frozenset((one.id,))
        assert entities(store) == {alone, frozenset((one.key,)), frozenset(("person:cy korin",))}
        store.judge(judgement(one.id, "person:cy korin"))
        assert entities(store) == {frozenset((one.key,)), frozenset(("person:cy korin",))}
        (row,) = [row for row in derived(store)["groups"] if row[0] == "person:cy korin"]
        assert dict(group_of(str(row[0]), tally_of(str(row[3]))).names) == {"Ana Reyl": 1, "Cy Korin": 1}
        store.judge(judgement(one.id, "person:cy korin", Verdict.WITHDRAWN))
        assert alone in entities(store)
        store.judge(judgement(one.id, one.key, Verdict.WITHDRAWN))
        assert entities(store) == {frozenset((one.key,)), frozenset(("person:cy korin",))}


def test_another_linking_makes_the_entities_anew_at_the_next_write(tmp_path: Path) -> None:
    path = tmp_path / "case.tocsin"
    with Store.open(path, create=True) as store:
        store.begin_run("read", MAKER, THEN)
        store.write(1, [report(1, ["Ana Reyl"]), report(2, ["Bo Ana Reyl"])], THEN)
        assert len(entities(store)) == 2
    with Store.open(path, create=False, linking=Spelling()) as store:
        assert len(entities(store)) == 2
        store.write(1, [report(3, ["Cy"])], THEN)
        assert len(entities(store)) == 2
        before = derived(store)
        store.write(1, [report(3, ["Cy"])], THEN)
        assert derived(store) == before
    with Store.open(path, create=False, linking=Spelling(version="spelling@2", merge=0.9)) as store:
        store.judge(judgement("person:x", "person:y"))
        assert len(entities(store)) == 3


def test_an_entity_is_called_by_its_known_key_or_else_by_the_one_first_known() -> None:
    with opened() as store:
        store.write(1, [report(9, ["Ana Reyl"]), report(3, ["Bo Ana Reyl"])], THEN)
        assert {row[3] for row in derived(store)["members"]} == {entity_id("person:bo ana reyl")}
        store.judge(judgement("person:ana reyl", "known:ana-reyl"))
        assert {row[3] for row in derived(store)["members"]} == {entity_id("known:ana-reyl")}


def test_judgements_are_kept_whole(tmp_path: Path) -> None:
    said: list[Judgement] = [
        judgement("person:a", "person:b", verdict, why=f"because {verdict}") for verdict in Verdict
    ]
    with Store.open(tmp_path / "case.tocsin", create=True) as store:
        for each in said:
            store.judge(each)
        assert list(store.judgements()) == said
