"""A case as if only the reports known by a time had ever been read: a copy of its own, for as long as needed.

Its log holds the very rows of those reports; all that is made of the log is made anew, by the code that
made it here. What people judged is all there: it corrects the reading of reports, not the world.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import Connection, Engine, Table

from tocsin.store.connect import plain_errors
from tocsin.store.tables import (
    captures,
    documents,
    evidence,
    extractions,
    judgements,
    links,
    records,
    runs,
)

_FIRST = "CASE WHEN first = seq THEN NULL ELSE first END"  # of the versions that are there
_DOCUMENTS = """
(SELECT *, min(seq) OVER (PARTITION BY coalesce(version_of, seq)) AS first
 FROM source.documents WHERE known <= ?)
"""
# parents first; of each the rows that belong to rows that are there
_OF: tuple[tuple[Table, str, Table], ...] = (
    (captures, "document", documents),
    (extractions, "document", documents),
    (records, "extraction", extractions),
    (evidence, "record", records),
    (links, "record", records),
)
_MADE = """
SELECT sql FROM source.sqlite_master
WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite%' AND name NOT GLOB '*_fts_*' AND (type = 'trigger') = ?
ORDER BY CASE type WHEN 'table' THEN sql LIKE 'CREATE VIRTUAL%' WHEN 'view' THEN 2 ELSE 3 END
"""


def copy_until(engine: Engine, source: Path, path: Path, until: str) -> None:
    """Fill the empty database of the engine from the case at ``source``, as it was known at an instant.

    Only the log is there then: indexes for searching and entities are to be made of it. ``path`` is
    what the database is called where it fails.
    """
    with plain_errors(path), engine.execution_options(begin=None).connect() as connection:
        connection.exec_driver_sql("PRAGMA journal_mode = WAL")
        with _attached(connection, source):
            connection.exec_driver_sql("BEGIN")
            _make(connection, triggers=False)
            _fill(connection, until)
            _make(connection, triggers=True)
            connection.exec_driver_sql("COMMIT")


@contextmanager
def _attached(connection: Connection, source: Path) -> Iterator[None]:
    address = f"file:{quote(str(source.absolute()))}?mode=rw"
    connection.exec_driver_sql("ATTACH DATABASE ? AS source", (address,))
    yield
    connection.exec_driver_sql("DETACH DATABASE source")


def _make(connection: Connection, *, triggers: bool) -> None:
    """Make what the case has: tables, views and indexes; or the triggers, when the rows are there."""
    for sql in connection.exec_driver_sql(_MADE, (triggers,)).scalars().all():
        connection.exec_driver_sql(sql)
    if not triggers:
        (application,) = connection.exec_driver_sql("PRAGMA source.application_id").one()
        connection.exec_driver_sql(f"PRAGMA main.application_id = {application}")
        connection.exec_driver_sql("INSERT INTO main.alembic_version SELECT * FROM source.alembic_version")


def _fill(connection: Connection, until: str) -> None:
    for table in (runs, judgements):
        connection.exec_driver_sql(f"INSERT INTO main.{table.name} SELECT * FROM source.{table.name}")  # noqa: S608
    names = _columns(documents)
    values = names.replace('"version_of"', _FIRST)
    connection.exec_driver_sql(
        f"INSERT INTO main.documents ({names}) SELECT {values} FROM {_DOCUMENTS}",  # noqa: S608
        (until,),
    )
    for table, column, of in _OF:
        names = _columns(table)
        connection.exec_driver_sql(
            f"INSERT INTO main.{table.name} ({names}) SELECT {names} FROM source.{table.name}"  # noqa: S608
            f" WHERE {column} IN (SELECT seq FROM main.{of.name})"
        )


def _columns(table: Table) -> str:
    return ", ".join(f'"{column.name}"' for column in table.columns)
