"""Searching: the documents and records that have the words, the best first, each with its place."""

from collections.abc import Iterator

from sqlalchemy import Connection, text

from tocsin.store import fts
from tocsin.store.answers import Hit
from tocsin.store.whole import AnyRow
from tocsin.store.words import match_of, terms_of

# marks that no report has; where one has, the place of a hit in it stays unknown
_OPEN, _SHUT, _CUT = "\x02", "\x03", "\x04"
_SNIPPET = "-1, char(2), char(3), char(4), 16"
_DOCUMENTS = text(f"""
SELECT d.id AS id, d.text AS text, snippet(documents_fts, {_SNIPPET}) AS snippet, rank
FROM documents_fts JOIN documents d ON d.seq = documents_fts.rowid
WHERE documents_fts MATCH :match ORDER BY rank LIMIT :limit
""")  # noqa: S608 - no word of a user: those are bound
_RECORDS = """
SELECT r.id AS id, r.kind AS kind, d.id AS document, snippet({index}, {snippet}) AS snippet, rank,
  (SELECT min("start") FROM evidence WHERE {main}) AS first,
  (SELECT max("end") FROM evidence WHERE {main}) AS last
FROM {index} JOIN records r ON r.seq = {index}.rowid
  JOIN extractions x ON x.seq = r.extraction JOIN documents d ON d.seq = x.document
WHERE {index} MATCH :match
  AND NOT EXISTS (SELECT 1 FROM extractions WHERE document = x.document AND seq > x.seq)
ORDER BY rank LIMIT :limit
"""
_STATEMENTS = text(_RECORDS.format(index=fts.STATEMENTS, snippet=_SNIPPET, main="record = r.seq"))
_CLAIMS = text(_RECORDS.format(index=fts.CLAIMS, snippet=_SNIPPET, main="record = r.seq AND n = 0"))


def hits(connection: Connection, typed: str, limit: int) -> Iterator[Hit]:
    """Yield at most ``limit`` hits of all the words, by rank; none where no word was typed."""
    if not (match := match_of(terms_of(typed))):
        return
    asked = {"match": match, "limit": limit}
    found = [_document_hit(row) for row in connection.execute(_DOCUMENTS, asked)]
    for of_records in (_STATEMENTS, _CLAIMS):
        found += [_record_hit(row) for row in connection.execute(of_records, asked)]
    yield from sorted(found, key=lambda hit: (hit.rank, hit.id))[:limit]


def _document_hit(row: AnyRow) -> Hit:
    start, end = _place(row.snippet, row.text)
    return Hit(
        kind="document",
        id=row.id,
        document=row.id,
        start=start,
        end=end,
        snippet=_shown(row.snippet),
        rank=row.rank,
    )


def _record_hit(row: AnyRow) -> Hit:
    return Hit(
        kind=row.kind,
        id=row.id,
        document=row.document,
        start=row.first,
        end=row.last,
        snippet=_shown(row.snippet),
        rank=row.rank,
    )


def _place(marked: str, whole: str) -> tuple[int, int] | tuple[None, None]:
    """Return where the found words of a marked stretch stand in the text, from the first to the last."""
    marked = marked.strip(_CUT)
    at = whole.find(marked.replace(_OPEN, "").replace(_SHUT, ""))
    first, last = marked.find(_OPEN), marked.rfind(_SHUT)
    if at < 0 or first < 0:
        return None, None
    marks = marked.count(_OPEN, 0, last) + marked.count(_SHUT, 0, last)
    return at + first, at + last - marks


def _shown(marked: str) -> str:
    return marked.replace(_OPEN, "[").replace(_SHUT, "]").replace(_CUT, "…")
