"""The whole of the log: every word that records rest on, and how much there is of everything."""

from collections import Counter
from collections.abc import Iterator

import msgspec
from sqlalchemy import Connection, Table, func, select

from tocsin.store.across.tables import copies, findings, stories
from tocsin.store.answers import Counts, Evidence
from tocsin.store.conditions import NEWEST
from tocsin.store.parts import (
    EVENTS,
    FIGURES,
    MOMENTS,
    NAMES,
    QUOTES,
    REFERENCES,
    ROLES,
    STATEMENTS,
    TOPONYMS,
)
from tocsin.store.tables import (
    captures,
    documents,
    evidence,
    extractions,
    failures,
    groups,
    judgements,
    members,
    records,
    runs,
)
from tocsin.store.views import READINGS_AT_ONCE, STREAMED, batched

_READINGS = (
    select(extractions.c.seq, documents.c.id)
    .join(documents, documents.c.seq == extractions.c.document)
    .order_by(documents.c.seq, extractions.c.seq)
)
_WORDS = select(
    records.c.extraction, records.c.id, evidence.c.role, evidence.c.start, evidence.c.end, evidence.c.quote
).join(evidence, evidence.c.record == records.c.seq)
_ENTITIES = select(func.count(members.c.canonical.distinct())).join(groups, groups.c.key == members.c.key)
_counts = msgspec.json.Decoder(dict[str, int]).decode


def all_evidence(connection: Connection) -> Iterator[Evidence]:
    """Yield the words that every record rests on, of every reading, document by document."""
    readings = connection.execute(_READINGS, execution_options=STREAMED)
    for some in batched(readings, READINGS_AT_ONCE):
        of = {row.seq: row.id for row in some}
        places = {reading: place for place, reading in enumerate(of)}
        words = _WORDS.where(records.c.extraction.in_(of)).order_by(records.c.seq, evidence.c.n)
        rows = sorted(connection.execute(words).all(), key=lambda row: places[row[0]])
        for reading, record, role, start, end, quote in rows:
            yield Evidence(record=record, role=role, document=of[reading], start=start, end=end, quote=quote)


def counts(connection: Connection) -> Counts:
    """Return how much the case holds; records and evidence of the newest readings."""
    found: Counter[str] = Counter()
    for one in connection.execute(select(extractions.c.counts).where(NEWEST)).scalars():
        found.update(_counts(one))
    later = select(func.count()).where(documents.c.version_of.is_not(None))
    return Counts(
        documents=_count(connection, documents),
        versions=connection.execute(later).scalar_one(),
        names=found[NAMES.kind],
        statements=found[STATEMENTS.kind],
        figures=found[FIGURES.kind],
        events=found[EVENTS.kind],
        moments=found[MOMENTS.kind],
        roles=found[ROLES.kind],
        references=found[REFERENCES.kind],
        toponyms=found[TOPONYMS.kind],
        entities=connection.execute(_ENTITIES).scalar_one(),
        stories=_count(connection, stories),
        copies=_count(connection, copies),
        findings=_count(connection, findings),
        evidence=found[QUOTES],
        captures=_count(connection, captures),
        runs=_count(connection, runs),
        failures=_count(connection, failures),
        judgements=_count(connection, judgements),
    )


def _count(connection: Connection, table: Table) -> int:
    number: int = connection.execute(select(func.count()).select_from(table)).scalar_one()
    return number
