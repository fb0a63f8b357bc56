"""What a case shows: documents, names and statements, as the newest reading of each document has them."""

from collections.abc import Iterator
from itertools import islice

from sqlalchemy import ColumnElement, Connection, Select, exists, false, select

from tocsin.codec import NAME, STATEMENT, HeadJson, Kind, decode_blocks
from tocsin.record import Document, FoundIn, Name, Precision, Published, Statement
from tocsin.store.fts import DOCUMENTS, STATEMENTS, match_in, matching
from tocsin.store.instants import first_instant, last_instant
from tocsin.store.query import Query
from tocsin.store.tables import documents, extractions, records
from tocsin.store.words import Term, holds, match_of, terms_of

AT_ONCE = 200  # rows held while iterating
_first = documents.alias("first_versions")
_later = extractions.alias("later")

NEWEST: ColumnElement[bool] = ~exists().where(
    _later.c.document == extractions.c.document, _later.c.seq > extractions.c.seq
)
DOCUMENT: Select[tuple[str]] = select(
    documents, _first.c.id.label("first_id")
).outerjoin_from(documents, _first, _first.c.seq == documents.c.version_of)
RECORD = (
    select(
        records.c.id,
        documents.c.id.label("document"),
        records.c.kind,
        records.c.score,
        records.c.body,
    )
    .select_from(documents)
    .join(extractions, extractions.c.document == documents.c.seq)
    .join(records, records.c.extraction == extractions.c.seq)
)
