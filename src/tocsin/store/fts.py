"""The full-text indexes (FTS5). They hold no text of their own: made of the log, they can be made again.

Ids of records are indexed here too. They come in no order, so that a B-tree of them is written anew all
over with every batch (measured at 6,400 reports: 1.9 ms of a core per report, and rising); FTS5 writes
what is new to a new place and merges later (0.15 ms, and level).
"""

from sqlalchemy import (
    ColumnClause,
    Connection,
    Integer,
    Select,
    TextClause,
    column,
    insert,
    literal_column,
    select,
    table,
    text,
)

from tocsin.store.words import Term, match_of

DOCUMENTS = "documents_fts"  # title, text
STATEMENTS = "statements_fts"  # speaker (with source, chain, affiliation), contents
CLAIMS = "claims_fts"  # figures and events: who (holder, actor), words, around
IDS = "ids_fts"  # ids of the records of an extraction

_INDEX: tuple[TextClause, ...] = (
    text(
        "INSERT INTO documents_fts (rowid, title, text)"
        " SELECT seq, title, text FROM documents WHERE seq >= :document"
    ),
    text(
        "INSERT INTO statements_fts (rowid, speaker, contents)"
        " SELECT seq, speaker, contents FROM statement_words WHERE seq >= :record"
    ),
    text(
        "INSERT INTO claims_fts (rowid, who, words, around)"
        " SELECT seq, who, words, around FROM claim_words WHERE seq >= :record"
    ),
    text("INSERT INTO ids_fts (rowid, ids) SELECT seq, ids FROM extraction_ids WHERE seq >= :extraction"),
)


def index(connection: Connection, *, document: int, extraction: int, record: int) -> None:
    """Add the documents, extractions and records from these numbers on to the indexes."""
    numbers = {"document": document, "extraction": extraction, "record": record}
    for statement in _INDEX:
        connection.execute(statement, numbers)


def rebuild(connection: Connection) -> None:
    """Make the indexes again from the log; what is found in them does not change."""
    for name in (DOCUMENTS, STATEMENTS, CLAIMS, IDS):
        connection.execute(insert(table(name, column(name))).values({name: "rebuild"}))


def matching(name: str, match: str) -> Select[int]:
    """Return the numbers of the rows that a match finds in an index."""
    rowid: ColumnClause[int] = column("rowid", Integer, is_literal=True)
    return select(rowid).select_from(table(name)).where(literal_column(name).op("MATCH")(match))


def match_in(**wanted: tuple[Term, ...]) -> str:
    """Return a match of terms each in its column.

    >>> from tocsin.store.words import terms_of
    >>> match_in(speaker=terms_of("Blinken"), contents=terms_of("Black Sea"))
    'speaker : ("Blinken") AND contents : ("Black" "Sea")'
    """
    return " AND ".join(f"{name} : ({match_of(terms)})" for name, terms in wanted.items())
