"""Law 5: all that is made for looking things up can be made again from the log, and says the same."""

import sqlite3
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import tocsin
from tests.crisis import put_crisis
from tests.store.samples import DAM, HARBOUR, LATER, LATER_MAKER, TALKS, THEN, harbour
from tocsin import Case, to_json
from tocsin.codec import encode
from tocsin.errors import CaseError
from tocsin.store import Query, Store
from tocsin.store.tables import DERIVED

WORDS = sorted({word for text in (HARBOUR, DAM, TALKS) for word in text.split()})
INDEXES = ("documents_fts", "statements_fts", "claims_fts", "ids_fts")


def answers(store: Store, words: list[str]) -> list[object]:
    """Return what the indexes say to each of the words."""
    found: list[object] = []
    for word in words:
        found.append(list(store.search(word, 50)))
        found.append([each.id for each in store.statements(Query(by=word))])
        found.append([each.id for each in store.statements(Query(about=word))])
        found.append([each.id for each in store.documents(Query(about=word))])
        found.append([each.id for each in store.figures(Query(about=word))])
        found.append([each.id for each in store.figures(Query(by=word))])
        found.append([each.id for each in store.figures(Query(holder=word))])
        found.append([each.id for each in store.events(Query(by=word))])
        found.append([each.id for each in store.events(Query(about=word))])
    found.append([store.record(each.id) for each in store.statements(Query())])
    return found


def empty(store: Store) -> None:
    """Take all out of the indexes."""
    with sqlite3.connect(store.path) as connection:
        for name in INDEXES:
            connection.execute(f"INSERT INTO {name} ({name}) VALUES ('delete-all')")  # noqa: S608
    connection.close()


def test_indexes_made_again_say_the_same(store: Store) -> None:
    store.write(store.begin_run("read", LATER_MAKER, LATER), [harbour(made_by=LATER_MAKER)], LATER)
    before = answers(store, WORDS[::4])
    store.rebuild()
    assert answers(store, WORDS[::4]) == before


def test_indexes_that_were_lost_are_made_of_the_log(store: Store) -> None:
    before = answers(store, WORDS[1::4])
    empty(store)
    assert not list(store.search("river", 5))
    with pytest.raises(CaseError):
        store.record(next(store.statements(Query())).id)
    store.rebuild()
    assert answers(store, WORDS[1::4]) == before


@settings(deadline=None, max_examples=30)
@given(st.lists(st.sampled_from(WORDS) | st.text(max_size=5), min_size=1, max_size=3).map(" ".join))
def test_any_question_has_the_same_answer_afterwards(lasting: Store, typed: str) -> None:
    lasting.write(1, [harbour()], THEN)
    before = answers(lasting, [typed])
    lasting.rebuild()
    assert answers(lasting, [typed]) == before


def test_indexes_agree_with_the_log(store: Store) -> None:
    store.write(store.begin_run("read", LATER_MAKER, LATER), [harbour(made_by=LATER_MAKER)], LATER)
    with sqlite3.connect(store.path) as connection:
        for name in INDEXES:  # raises where an index and what it is made of differ
            connection.execute(f"INSERT INTO {name} ({name}, rank) VALUES ('integrity-check', 1)")  # noqa: S608
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    connection.close()


def test_as_of_is_what_a_case_of_the_reports_of_that_time_shows(store: Store) -> None:
    at = Query(as_of="2021-04-14")
    _, found = harbour()
    assert list(store.documents(at)) == [found.document]
    assert list(store.names(at)) == list(found.names)
    assert list(store.statements(at)) == list(found.statements)
    assert list(store.figures(at)) == list(found.figures)
    assert list(store.events(at)) == list(found.events)
    assert list(store.moments(at)) == list(found.moments)
    assert list(store.roles(at)) == list(found.roles)


@pytest.fixture(scope="module")
def crisis(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case whose names were read and linked for real."""
    return put_crisis(tmp_path_factory.mktemp("views"))


def whole(case: Case) -> str:
    """Return all that is made of references and verdicts, as it is given out."""
    entities = [encode(to_json(each)) for each in case.entities()]
    asked = [encode(to_json(each)) for each in case.entities(as_of="2021-04-14")]
    links = [repr(sorted(case.links(each.id).items(), key=repr)) for each in case.documents()]
    doubts = [repr(each.edge) for each in case.doubtful()]
    return "\n".join([*entities, *asked, *links, *doubts])


@pytest.mark.parametrize("judged", [False, True])
def test_entities_made_again_from_the_log_are_the_same_byte_for_byte(
    crisis: Path, tmp_path: Path, *, judged: bool
) -> None:
    path = tmp_path / "crisis.tocsin"
    path.write_bytes(crisis.read_bytes())
    with tocsin.open(path) as case:
        if judged:
            case.judge("person:i brandtova", "person:ilse brandtova", "same", by="Ada")
            case.judge("known:ua", "known:ua.mfa", "same", by="Ada")
        before = whole(case)
        case._store.rebuild()
        assert whole(case) == before
    with sqlite3.connect(path) as connection:
        for table in DERIVED:
            connection.execute(f"DELETE FROM {table.name}")  # noqa: S608 - a name of ours
    connection.close()
    with tocsin.open(path) as case:
        case._store.rebuild()
        assert whole(case) == before


def test_a_verdict_that_is_taken_back_leaves_the_views_as_they_were(crisis: Path, tmp_path: Path) -> None:
    path = tmp_path / "crisis.tocsin"
    path.write_bytes(crisis.read_bytes())
    with tocsin.open(path) as case:
        before = whole(case)
        for left, right, verdict in (
            ("person:i brandtova", "person:ilze brandtova", "same"),
            ("person:ilse brandtova", "person:ilze brandtova", "different"),
            ("known:us", "known:us.mod", "same"),
        ):
            case.judge(left, right, verdict, by="Ada")
            assert whole(case) != before
            case.judge(right, left, "withdrawn", by="Ada")
            assert whole(case) == before
