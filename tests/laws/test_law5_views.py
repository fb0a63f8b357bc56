"""Law 5: all that is made for looking things up can be made again from the log, and says the same."""

import sqlite3

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.store.samples import DAM, HARBOUR, LATER, LATER_MAKER, TALKS, THEN, harbour
from tocsin.errors import CaseError
from tocsin.store import Query, Store

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
