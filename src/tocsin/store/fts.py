"""The full-text indexes (FTS5). They hold no text of their own: made of the log, they can be made again."""

from sqlalchemy import Connection, Select, TextClause, column, literal_column, select, table, text

from tocsin.store.words import Term, match_of

DOCUMENTS = "documents_fts"  # title, text
STATEMENTS = "statements_fts"  # speaker (and source), contents

_INDEX: tuple[TextClause, ...] = (
    text(
        "INSERT INTO documents_fts (rowid, title, text)"
        " SELECT seq, title, text FROM documents WHERE seq >= :document"
    ),
    text(
        "INSERT INTO statements_fts (rowid, speaker, contents)"
        " SELECT seq, speaker, contents FROM statement_words WHERE seq >= :record"
    ),
)


def index(connection: Connection, *, document: int, record: int) -> None:
    """Add the documents and records from these numbers on to the indexes."""
    for statement in _INDEX:
        connection.execute(statement, {"document": document, "record": record})


def rebuild(connection: Connection) -> None:
    """Make the indexes again from the log; what is found in them does not change."""
    for name in (DOCUMENTS, STATEMENTS):
        connection.exec_driver_sql(f"INSERT INTO {name} ({name}) VALUES ('rebuild')")


def matching(name: str, match: str) -> Select[tuple[int]]:
    """Return the numbers of the rows that a match finds in an index."""
    rowid = column("rowid", is_literal=True)
    return select(rowid).select_from(table(name)).where(literal_column(name).op("MATCH")(match))


def match_in(**wanted: tuple[Term, ...]) -> str:
    """Return a match of terms each in its column.

    >>> from tocsin.store.words import terms_of
    >>> match_in(speaker=terms_of("Blinken"), contents=terms_of("Black Sea"))
    'speaker : ("Blinken") AND contents : ("Black" "Sea")'
    """
    return " AND ".join(f"{name} : ({match_of(terms)})" for name, terms in wanted.items())
