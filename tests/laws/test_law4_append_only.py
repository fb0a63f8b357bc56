"""Law 4: a case is append-only; nothing in it is changed or taken away, by us or through SQL."""

import sqlite3
from collections.abc import Iterator
from dataclasses import replace

import pytest

from tests.store.entities.making import judgement, report
from tests.store.samples import HARBOUR, LATER, LATER_MAKER, THEN, document, harbour, item
from tocsin.record import Failure, Verdict
from tocsin.store import Store
from tocsin.store.tables import LOG

TABLES = [table.name for table in LOG]


@pytest.fixture
def sql(store: Store) -> Iterator[sqlite3.Connection]:
    """A connection that is not ours, to a case with rows in every table."""
    store.fail(1, [Failure(origin="x.txt", stage="read", cause="no text", advice="leave it out")], THEN)
    store.write(1, [report(1, ["Ana Reyl"], published="2021-04-13")], THEN)
    store.judge(judgement("person:ana reyl", "known:reyl"), THEN)
    connection = sqlite3.connect(store.path, isolation_level=None)
    yield connection
    connection.close()


def rows(connection: sqlite3.Connection, table: str) -> list[tuple[object, ...]]:
    return connection.execute(f"SELECT * FROM {table}").fetchall()  # noqa: S608 - a name of ours


@pytest.mark.parametrize("table", TABLES)
def test_no_row_can_be_deleted(sql: sqlite3.Connection, table: str) -> None:
    before = rows(sql, table)
    assert before
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        sql.execute(f"DELETE FROM {table}")  # noqa: S608
    assert rows(sql, table) == before


@pytest.mark.parametrize("table", TABLES)
def test_no_value_can_be_changed(sql: sqlite3.Connection, table: str) -> None:
    before = rows(sql, table)
    columns = [row[1] for row in sql.execute(f"PRAGMA table_info({table})")]
    for column in columns:
        if (table, column) != ("runs", "ended"):
            with pytest.raises(sqlite3.IntegrityError, match="append-only"):
                sql.execute(f'UPDATE {table} SET "{column}" = "{column}" || 1')  # noqa: S608
    assert rows(sql, table) == before


@pytest.mark.parametrize("table", TABLES)
def test_no_row_can_be_replaced_over_our_connection(
    store: Store, sql: sqlite3.Connection, table: str
) -> None:
    before = rows(sql, table)
    with store._engine.connect() as ours, pytest.raises(Exception, match=r"append-only|FOREIGN KEY"):
        ours.exec_driver_sql(f"REPLACE INTO {table} SELECT * FROM {table}")  # noqa: S608
    assert rows(sql, table) == before


def test_a_run_can_be_ended_once_and_nothing_else(sql: sqlite3.Connection) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        sql.execute("UPDATE runs SET ended = '2026-11-20', command = 'other'")
    sql.execute("UPDATE runs SET ended = '2026-11-20T09:00:00+00:00'")
    for value in ("'2030-01-01'", "NULL"):
        with pytest.raises(sqlite3.IntegrityError, match="append-only"):
            sql.execute(f"UPDATE runs SET ended = {value}")  # noqa: S608


def test_what_the_store_does_only_adds(store: Store, sql: sqlite3.Connection) -> None:
    def everything() -> set[tuple[object, ...]]:
        return {(table, *row) for table in TABLES if table != "runs" for row in rows(sql, table)}

    def again() -> None:
        run = store.begin_run("read again", LATER_MAKER, LATER)
        store.write(run, [harbour(made_by=LATER_MAKER)], LATER)
        store.write(run, [item(document(HARBOUR + "\nCorrected."), origin="reports/harbour.txt")], LATER)
        taken, found = harbour()
        store.write(run, [(replace(taken, origin="moved.txt"), found)], LATER)
        store.rebuild()
        store.end_run(run, LATER)

    before = everything()
    again()
    middle = everything()
    again()
    assert before < middle == everything()


def test_two_times_stand_on_every_record(sql: sqlite3.Connection) -> None:
    log = sql.execute("SELECT id, document, kind, made_by, run, known, recorded FROM record_log").fetchall()
    assert len(log) == sql.execute("SELECT count(*) FROM records").fetchone()[0]
    assert all(all(row) for row in log)
    assert {row[-1] for row in log} == {THEN}
    assert {row[-2] for row in log} == {
        "2021-04-13T23:59:59Z",
        "2021-04-15T07:30:00Z",
        "2026-11-20T08:00:00Z",
    }


def test_a_verdict_that_is_taken_back_stays_in_the_log(store: Store, sql: sqlite3.Connection) -> None:
    before = rows(sql, "judgements")
    first, *_ = store.judgements()
    for verdict in (Verdict.WITHDRAWN, Verdict.DIFFERENT, Verdict.WITHDRAWN):
        said = judgement(first.left, first.right, verdict, why=str(len(rows(sql, "judgements"))))
        store.judge(said, LATER)
        assert list(store.judgements())[-1] == said
    store.rebuild()
    after = rows(sql, "judgements")
    assert after[: len(before)] == before
    assert len(after) == len(before) + 3
    assert next(store.judgements()) == first
