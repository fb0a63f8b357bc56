"""What a file is: a case of this version, an older or a newer one, nothing yet, or something else."""

import time
from pathlib import Path

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import OperationalError

from tocsin.errors import CaseError, NewerCaseError
from tocsin.store.connect import plain_errors, reading, writing

REVISION = "0004"  # of the newest file in migrations/versions; a test holds them together
APPLICATION = 0x746F6373  # "tocs", at its place in the head of an SQLite file


def prepare(engine: Engine, path: Path, *, create: bool) -> None:
    """Make sure that the file is a case of this version: made, or brought up to date, where it must be.

    Raises:
        CaseError: it is no case, or an empty file and ``create`` is false.
        NewerCaseError: a newer tocsin wrote it.
    """
    with reading(engine, path) as connection:
        if _is_current(connection, path, create=create):
            return
    _write_ahead(engine, path)
    with writing(engine, path) as connection:
        if not _is_current(connection, path, create=create):  # nobody else was faster
            from tocsin.store.migrate import upgrade  # noqa: PLC0415 - Alembic is slow to load

            connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION}")
            upgrade(connection, REVISION)


def revision_of(connection: Connection) -> str | None:
    """Return the revision of a case; None for an empty database.

    Raises:
        CaseError: the database is somebody else's.
    """
    application = connection.exec_driver_sql("PRAGMA application_id").scalar_one()
    if application == APPLICATION:
        return str(connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar_one())
    tables = connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar_one()
    if application or tables:
        raise CaseError(
            "the file is a database of another program",
            advice="name another file: `tocsin read --case FILE` makes a new case",
        )
    return None


def _is_current(connection: Connection, path: Path, *, create: bool) -> bool:
    try:
        revision = revision_of(connection)
    except CaseError as error:
        raise CaseError(f"{path} is not a tocsin case: {error.message}", advice=error.advice) from error
    if revision is None and not create:
        raise CaseError(f"{path} is empty, and so not a tocsin case", advice=_MAKE)
    if revision is not None and revision > REVISION:
        raise NewerCaseError(
            f"the case {path} was written by a newer tocsin (its schema is {revision}, ours {REVISION})",
            advice="upgrade tocsin: pip install --upgrade tocsin",
        )
    return revision == REVISION


_MAKE = "make a case with: tocsin read PATH --case FILE"
_TRIES = 200


def _write_ahead(engine: Engine, path: Path) -> None:
    """Turn on write-ahead logging, for good: readers and a writer then do not wait for one another."""
    with plain_errors(path), engine.execution_options(begin=None).connect() as connection:
        for _ in range(_TRIES):  # SQLite does not wait here while another process does the same
            try:
                connection.exec_driver_sql("PRAGMA journal_mode = WAL")
            except OperationalError as error:
                if "locked" not in str(error.orig):
                    raise
                time.sleep(0.05)
            else:
                return
