"""The columns of each table: a contract. Columns are added at the end, never renamed or taken away.

``*_start``, ``*_end`` and ``*_quote`` always go together: ``text[start:end] == quote`` in the document.
"""

from collections.abc import Sequence
from types import MappingProxyType

from tocsin.codec import kind_of
from tocsin.export.claims import EVENTS, FIGURES, MOMENTS, ROLES
from tocsin.export.resolved import ENTITIES, PLACES
from tocsin.export.rows import REPORT, Column, Table, entity, field, place, spot
from tocsin.record import Document, Name, Span, Statement


def columns(table: Table) -> tuple[str, ...]:
    """Return the names of a table's columns, in order.

    >>> columns(Table.NAMES)[:6]
    ('id', 'document', 'type', 'start', 'end', 'quote')
    """
    return tuple(column.name for column in TABLES[table])


_DOCUMENTS = (
    field(Document, "id", lambda d: d.id),
    field(Document, "outlet", lambda d: d.outlet),
    field(Document, "title", lambda d: d.title),
    field(Document, "byline", lambda d: d.byline),
    field(Document, "dateline", lambda d: d.dateline),
    field(Document, "published", lambda d: d.published.when if d.published else None),
    field(Document, "published_precision", lambda d: d.published.precision if d.published else None),
    field(Document, "published_found_in", lambda d: d.published.found_in if d.published else None),
    field(Document, "fetched", lambda d: d.fetched),
    field(Document, "language", lambda d: d.language),
    field(Document, "url", lambda d: d.url),
    field(Document, "origin", lambda d: d.origin),
    field(Document, "version_of", lambda d: d.version_of),
    field(Document, "characters", lambda d: len(d.text)),
)

_NAMES = (
    field(Name, "id", lambda n: n.id),
    field(Name, "document", lambda n: n.document),
    field(Name, "type", lambda n: n.type),
    *spot(Name, "", lambda n: n.span),
    field(Name, "score", lambda n: n.score),
    *REPORT,
    entity("entity", "name"),
    place("place", "place"),
)

_STATEMENTS = (
    field(Statement, "id", lambda s: s.id),
    field(Statement, "document", lambda s: s.document),
    field(Statement, "speaker", lambda s: s.speaker.name if s.speaker else None),
    field(Statement, "speaker_how", lambda s: s.speaker.how if s.speaker else None),
    field(Statement, "act", lambda s: s.act),
    field(Statement, "mode", lambda s: s.mode),
    *spot(Statement, "content_", lambda s: s.contents[0] if s.contents else None),
    field(Statement, "contents", lambda s: len(s.contents)),
    field(Statement, "contents_text", lambda s: " […] ".join(span.text for span in s.contents)),
    *spot(Statement, "source_", lambda s: s.source),
    *spot(Statement, "cue_", lambda s: s.cue),
    *spot(Statement, "speaker_", lambda s: s.speaker.span if s.speaker else None),
    field(Statement, "via", lambda s: " ← ".join(via.name for via in s.via)),
    field(Statement, "block", lambda s: s.block),
    field(Statement, "why", lambda s: s.why),
    field(Statement, "score", lambda s: s.score),
    *REPORT,
    field(Statement, "speaker_chain", lambda s: _chain(s.speaker.chain if s.speaker else ())),
    field(Statement, "speaker_plural", lambda s: _yes_or_no(s.speaker.plural if s.speaker else None)),
    *spot(Statement, "speaker_affiliation_", lambda s: s.speaker.affiliation if s.speaker else None),
    entity("speaker_entity", "speaker"),
)

_EVIDENCE = (
    Column("record", lambda row: row.record.id),
    Column("kind", lambda row: kind_of(row.record)),
    Column("role", lambda row: row.role),
    Column("document", lambda row: getattr(row.record, "document", row.record.id)),
    Column("start", lambda row: row.span.start if row.span else None),
    Column("end", lambda row: row.span.end if row.span else None),
    Column("quote", lambda row: row.span.text if row.span else None),
    *REPORT,
)

TABLES = MappingProxyType(
    {
        Table.DOCUMENTS: _DOCUMENTS,
        Table.NAMES: _NAMES,
        Table.STATEMENTS: _STATEMENTS,
        Table.FIGURES: FIGURES,
        Table.EVENTS: EVENTS,
        Table.MOMENTS: MOMENTS,
        Table.ROLES: ROLES,
        Table.ENTITIES: ENTITIES,
        Table.PLACES: PLACES,
        Table.EVIDENCE: _EVIDENCE,
    }
)


def _chain(mentions: Sequence[Span]) -> str:
    return " → ".join(mention.text for mention in mentions)


def _yes_or_no(value: bool | None) -> str | None:  # noqa: FBT001 - what is written for it
    return None if value is None else ("yes" if value else "no")
