"""References, toponyms and links are kept, and what people judge; entities are made of them.

``links`` and ``judgements`` are part of the log, and append-only as it is. The other tables are made
of the log, as the search indexes are: their rows come and go, and can be made again at any time, so
that no trigger guards them. What was kept stays as it is.
"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

NUMBER = sa.BigInteger().with_variant(sa.Integer, "sqlite")
GUARD = """
CREATE TRIGGER {table}_no_{verb} BEFORE {verb} ON {table}
BEGIN SELECT RAISE(ABORT, '{table}: a case is append-only'); END
"""


def upgrade() -> None:
    """Make the tables of links and judgements with their guards, and those that are made of the log."""
    _log()
    for table in ("links", "judgements"):
        for verb in ("UPDATE", "DELETE"):
            op.execute(GUARD.format(table=table, verb=verb))
    _derived()


def downgrade() -> None:
    """A case does not go back: what it holds is never thrown away."""
    raise NotImplementedError


def _log() -> None:
    op.create_table(
        "links",
        sa.Column("record", NUMBER, sa.ForeignKey("records.seq"), nullable=False, autoincrement=False),
        sa.Column("part", sa.Text, nullable=False),
        sa.Column("target", NUMBER, sa.ForeignKey("records.seq"), nullable=False, autoincrement=False),
        sa.PrimaryKeyConstraint("record", "part", "target"),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_index("links_by_target", "links", ["target"])
    op.create_table(
        "judgements",
        sa.Column("seq", NUMBER, primary_key=True, autoincrement=False),
        sa.Column("id", sa.Text, nullable=False),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("left", "right", "verdict", "by", "at")),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("why", "recorded")),
        sa.UniqueConstraint("id"),
        sqlite_strict=True,
    )
    op.create_index("judgements_by_left", "judgements", ["left"])
    op.create_index("judgements_by_right", "judgements", ["right"])


def _derived() -> None:
    op.create_table(
        "counted",
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("report", sa.Text, nullable=False),
        sa.Column("record", NUMBER, nullable=False, autoincrement=False),
        sa.PrimaryKeyConstraint("key", "report", "record"),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_index("counted_by_record", "counted", ["record"])
    _texts("groups", "key", "type", "words", "facts", keys=1)
    _texts("blocks", "block", "key", keys=2)
    op.create_table(
        "edges",
        sa.Column("left", sa.Text, nullable=False),
        sa.Column("right", sa.Text, nullable=False),
        sa.Column("score", sa.REAL, nullable=False),
        sa.Column("facts", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("left", "right"),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_index("edges_by_right", "edges", ["right"])
    _texts("members", "key", "id", "canonical", "entity", "why", keys=1)
    op.create_index("members_by_id", "members", ["id"])
    op.create_index("members_by_canonical", "members", ["canonical"])
    _texts("linkings", "version", keys=1)


def _texts(table: str, *columns: str, keys: int) -> None:
    """Make a table of texts, the first of them its key."""
    op.create_table(
        table,
        *(sa.Column(name, sa.Text, nullable=False) for name in columns),
        sa.PrimaryKeyConstraint(*columns[:keys]),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
