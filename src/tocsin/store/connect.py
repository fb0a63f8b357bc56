"""Connections to a case's file: how SQLite is set up, and its errors in words that help."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import Connection, Engine, QueuePool, create_engine, event
from sqlalchemy.exc import DBAPIError

from tocsin.errors import CaseError

BUSY_SECONDS = 60.0  # how long a writer waits for another; a batch takes well under one
SET_UP = (
    "PRAGMA foreign_keys = ON",
    "PRAGMA recursive_triggers = ON",  # so that REPLACE meets the triggers against DELETE
    "PRAGMA synchronous = NORMAL",  # a crash loses nothing, a power cut at most the last batch
    "PRAGMA secure_delete = OFF",  # only the search index deletes, and only its own pages
    "PRAGMA temp_store = MEMORY",
    "PRAGMA cache_size = -32000",
    "PRAGMA wal_autocheckpoint = 2000",
)
# what SQLite says → what we say, and what to do; the first that fits
_SAID = (
    ("not a database", "is not a tocsin case", "name a file that `tocsin read --case FILE` has made"),
    ("malformed", "is damaged", "restore it from a copy; `sqlite3 FILE .recover` saves what can be read"),
    ("locked", "is being written by another process", "run the command again when that one is done"),
    ("readonly", "cannot be written", "check the permissions of the file and of its folder"),
    ("unable to open", "cannot be opened", "check that its folder exists and may be written"),
    (
        "full",
        "has no room left on its disk",
        "free some space and run the command again: it goes on from there",
    ),
    ("", "cannot be used", "run `tocsin doctor`; the case itself is unchanged"),
)


def engine_of(path: Path, *, create: bool) -> Engine:
    """Return an engine for the file; with ``create`` SQLite makes the file where there is none."""
    engine = create_engine(
        "sqlite+pysqlite://", creator=partial(_connect, path, "rwc" if create else "rw"), poolclass=QueuePool
    )
    event.listen(engine, "begin", _begin)
    return engine


@contextmanager
def reading(engine: Engine, path: Path) -> Iterator[Connection]:
    """Give a connection that sees the case as it is at its first query, whoever writes meanwhile."""
    with plain_errors(path), engine.connect() as connection:
        yield connection


@contextmanager
def writing(engine: Engine, path: Path) -> Iterator[Connection]:
    """Give a connection that alone may write; all is kept at the end of the block, or nothing."""
    with plain_errors(path), engine.execution_options(begin="BEGIN IMMEDIATE").begin() as connection:
        yield connection


@contextmanager
def plain_errors(path: Path) -> Iterator[None]:
    """Turn what the database complains of into a ``CaseError`` that says what to do."""
    try:
        yield
    except DBAPIError as error:
        said = str(error.orig)
        _, what, advice = next(line for line in _SAID if line[0] in said)
        raise CaseError(f"the case {path} {what} ({said})", advice=advice) from error


def _connect(path: Path, mode: str) -> sqlite3.Connection:
    connection = sqlite3.connect(
        f"file:{quote(str(path.absolute()))}?mode={mode}",
        uri=True,
        timeout=BUSY_SECONDS,
        isolation_level=None,  # transactions begin where we say so: see _begin
        check_same_thread=False,  # the pool hands a connection to one thread at a time
    )
    for pragma in SET_UP:
        connection.execute(pragma)
    return connection


def _begin(connection: Connection) -> None:
    """Begin as the caller wants: a writer takes the lock at once, or it could be refused it later."""
    if begin := connection.get_execution_options().get("begin", "BEGIN"):
        connection.exec_driver_sql(begin)
