"""What findings and copies rest on is looked up again."""

import sqlite3
from collections.abc import Iterator

import pytest

from tests.across.crisis import REPORTS
from tests.across.test_renewing import store_of
from tocsin.store import Store


@pytest.fixture
def store() -> Iterator[Store]:
    with store_of(tuple(REPORTS), at_once=8) as store:
        yield store


def change(store: Store, sql: str) -> None:
    connection = sqlite3.connect(store.path)
    with connection:
        connection.execute(sql)
    connection.close()


def test_all_findings_rest_on_records_that_are_there(store: Store) -> None:
    assert not list(store.adrift())


def test_a_finding_on_a_record_that_is_not_there_is_named(store: Store) -> None:
    one = "(SELECT min(record) FROM finding_members)"
    change(store, f"UPDATE finding_members SET record = 'st-none' WHERE record = {one}")  # noqa: S608
    assert all(each.startswith("fin-") for each in store.adrift())
    assert list(store.adrift())


def test_a_copy_whose_places_were_changed_is_named(store: Store) -> None:
    moved = r"""UPDATE copies SET facts = replace(facts, '"passages":[[[', '"passages":[[[1')"""
    change(store, moved)
    assert any(each.startswith("copy-") for each in store.adrift())
