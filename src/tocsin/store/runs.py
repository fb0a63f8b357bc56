"""Runs, and the reports that failed in them."""

from collections.abc import Iterator, Sequence

from sqlalchemy import Connection, select

from tocsin.record import Failure
from tocsin.store.append import append, next_number
from tocsin.store.tables import failures, runs


def begin_run(connection: Connection, command: str, made_by: str, started: str) -> int:
    """Add a run, and return its number."""
    number = next_number(connection, runs)
    append(connection, runs, [(number, command, made_by, started, None)])
    return number


def end_run(connection: Connection, run: int, ended: str) -> None:
    """Say when a run ended; one that has ended stays as it is."""
    connection.execute(runs.update().where(runs.c.seq == run, runs.c.ended.is_(None)).values(ended=ended))


def add_failures(connection: Connection, run: int, failed: Sequence[Failure], recorded: str) -> None:
    """Add failures to a run."""
    first = next_number(connection, failures)
    rows = [
        (number, run, one.origin, one.stage, one.cause, one.advice, recorded)
        for number, one in enumerate(failed, first)
    ]
    append(connection, failures, rows)


def all_failures(connection: Connection) -> Iterator[Failure]:
    """Yield the failures of all runs, the oldest first."""
    for row in connection.execute(select(failures).order_by(failures.c.seq)):
        yield Failure(origin=row.origin, stage=row.stage, cause=row.cause, advice=row.advice)
