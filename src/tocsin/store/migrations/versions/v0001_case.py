"""A case: the log, what guards it, and what is made of it for searching."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

NUMBER = sa.BigInteger().with_variant(sa.Integer, "sqlite")
KEPT = ("documents", "captures", "extractions", "records", "evidence", "failures")

GUARD = """
CREATE TRIGGER {table}_no_{verb} BEFORE {verb} ON {table}
BEGIN SELECT RAISE(ABORT, '{table}: a case is append-only'); END
"""
GUARD_RUNS = """
CREATE TRIGGER runs_no_UPDATE BEFORE UPDATE ON runs
WHEN NOT (OLD.ended IS NULL AND NEW.seq IS OLD.seq AND NEW.command IS OLD.command
          AND NEW.made_by IS OLD.made_by AND NEW.started IS OLD.started)
BEGIN SELECT RAISE(ABORT, 'runs: a case is append-only; a run can only be ended, once'); END
"""

STATEMENT_WORDS = """
CREATE VIEW statement_words AS SELECT seq,
  (SELECT group_concat(quote, ' … ') FROM evidence
    WHERE record = records.seq AND role IN ('source', 'speaker')) AS speaker,
  (SELECT group_concat(quote, ' … ') FROM evidence
    WHERE record = records.seq AND role = 'content') AS contents
FROM records WHERE kind = 'statement'
"""
RECORD_LOG = """
CREATE VIEW record_log AS SELECT r.id AS id, d.id AS document, r.kind AS kind, r.type AS type,
  r.facts AS facts, r.score AS score, x.made_by AS made_by, x.run AS run,
  d.known AS known, x.recorded AS recorded
FROM records r JOIN extractions x ON x.seq = r.extraction JOIN documents d ON d.seq = x.document
"""
EXTRACTION_IDS = """
CREATE VIEW extraction_ids AS SELECT extraction AS seq, group_concat(id, ' ') AS ids
FROM records GROUP BY extraction
"""
# external content: the index holds no text of its own, and can be made again from the log
INDEX = """
CREATE VIRTUAL TABLE {table}_fts USING fts5({columns}, content='{content}', content_rowid='seq',
  tokenize="unicode61 remove_diacritics 2")
"""
ID_INDEX = """
CREATE VIRTUAL TABLE ids_fts USING fts5(ids, content='extraction_ids', content_rowid='seq',
  detail='none', columnsize=0, tokenize="ascii tokenchars '-_.:'")
"""


def upgrade() -> None:
    """Make the tables, the triggers that keep them append-only, the views and the search indexes."""
    _made()
    _read()
    for table in KEPT:
        for verb in ("UPDATE", "DELETE"):
            op.execute(GUARD.format(table=table, verb=verb))
    op.execute(GUARD_RUNS)
    op.execute(GUARD.format(table="runs", verb="DELETE"))
    op.execute(STATEMENT_WORDS)
    op.execute(RECORD_LOG)
    op.execute(EXTRACTION_IDS)
    op.execute(INDEX.format(table="documents", columns="title, text", content="documents"))
    op.execute(INDEX.format(table="statements", columns="speaker, contents", content="statement_words"))
    op.execute(ID_INDEX)


def downgrade() -> None:
    """A case does not go back: what it holds is never thrown away."""
    raise NotImplementedError


def _made() -> None:
    op.create_table(
        "runs",
        sa.Column("seq", NUMBER, primary_key=True, autoincrement=False),
        sa.Column("command", sa.Text, nullable=False),
        sa.Column("made_by", sa.Text, nullable=False),
        sa.Column("started", sa.Text, nullable=False),
        sa.Column("ended", sa.Text),
        sqlite_strict=True,
    )
    op.create_table(
        "documents",
        sa.Column("seq", NUMBER, primary_key=True, autoincrement=False),
        sa.Column("id", sa.Text, nullable=False),
        *(sa.Column(name, sa.Text) for name in ("title", "url", "origin", "outlet", "byline", "dateline")),
        *(sa.Column(f"published{part}", sa.Text) for part in ("", "_precision", "_found_in")),
        sa.Column("known", sa.Text, nullable=False),
        sa.Column("fetched", sa.Text),
        sa.Column("language", sa.Text),
        sa.Column("version_of", NUMBER, sa.ForeignKey("documents.seq")),
        sa.Column("blocks", sa.Text, nullable=False),
        sa.Column("run", NUMBER, sa.ForeignKey("runs.seq"), nullable=False),
        sa.Column("recorded", sa.Text, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.UniqueConstraint("id"),
        sqlite_strict=True,
    )
    op.create_index("documents_by_known", "documents", ["known"])
    op.create_index("documents_by_url", "documents", ["url"])
    op.create_index("documents_by_first", "documents", ["version_of"])
    op.create_table(
        "captures",
        sa.Column("seq", NUMBER, primary_key=True, autoincrement=False),
        sa.Column("document", NUMBER, sa.ForeignKey("documents.seq"), nullable=False),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("origin", "sha256", "hints", "media_type")),
        sa.Column("size", NUMBER, nullable=False),
        sa.Column("fetched", sa.Text),
        sa.Column("run", NUMBER, sa.ForeignKey("runs.seq"), nullable=False),
        sa.Column("recorded", sa.Text, nullable=False),
        sa.UniqueConstraint("origin", "sha256", "hints", "document"),
        sqlite_strict=True,
    )
    op.create_index("captures_by_document", "captures", ["document"])


def _read() -> None:
    op.create_table(
        "extractions",
        sa.Column("seq", NUMBER, primary_key=True, autoincrement=False),
        sa.Column("document", NUMBER, sa.ForeignKey("documents.seq"), nullable=False),
        sa.Column("made_by", sa.Text, nullable=False),
        sa.Column("counts", sa.Text, nullable=False),
        sa.Column("run", NUMBER, sa.ForeignKey("runs.seq"), nullable=False),
        sa.Column("recorded", sa.Text, nullable=False),
        sa.UniqueConstraint("document", "made_by"),
        sqlite_strict=True,
    )
    op.create_table(
        "records",
        sa.Column("seq", NUMBER, primary_key=True, autoincrement=False),
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("extraction", NUMBER, sa.ForeignKey("extractions.seq"), nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("type", sa.Text, nullable=False),
        sa.Column("score", sa.REAL, nullable=False),
        sa.Column("facts", sa.Text, nullable=False),
        sqlite_strict=True,
    )
    op.create_index("records_by_extraction", "records", ["extraction"])
    op.create_table(
        "evidence",
        sa.Column("record", NUMBER, sa.ForeignKey("records.seq"), nullable=False, autoincrement=False),
        sa.Column("n", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("role", sa.Text, nullable=False),
        sa.Column("start", NUMBER, nullable=False),
        sa.Column("end", NUMBER, nullable=False),
        sa.Column("quote", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("record", "n"),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "failures",
        sa.Column("seq", NUMBER, primary_key=True, autoincrement=False),
        sa.Column("run", NUMBER, sa.ForeignKey("runs.seq"), nullable=False),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("origin", "stage", "cause", "advice")),
        sa.Column("recorded", sa.Text, nullable=False),
        sqlite_strict=True,
    )
