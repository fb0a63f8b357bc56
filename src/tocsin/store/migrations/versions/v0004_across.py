"""Copies, stories and findings are made of the log, with what makes them; no trigger guards their rows.

What was kept stays as it is: they are made of it when reports are next linked.
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

NUMBER = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    """Make the tables of what is told of several reports together."""
    _linked()
    _copies()
    _stories()
    _findings()


def downgrade() -> None:
    """A case does not go back: what it holds is never thrown away."""
    raise NotImplementedError


def _linked() -> None:
    _made("across", _text("version"), keys=("version",), rowid=False)
    _made("linked", _number("document"), _number("extraction"), _text("told"), keys=("document",))
    _made("acting", _text("key"), _text("entity"), _text("facts"), keys=("key",), rowid=False)


def _copies() -> None:
    _made(
        "copy_runs",
        _number("first"),
        _number("after"),
        _text("part"),
        _number("low"),
        _data(),
        keys=("first", "after", "part", "low"),
    )
    _made("pairs", *map(_number, ("left", "right")), *map(_text, ("id", "facts")), keys=("left", "right"))
    _made(
        "copies",
        _number("left"),
        _number("right"),
        *map(_text, ("id", "known", "kind")),
        sa.Column("share", sa.REAL, nullable=False),
        _text("facts"),
        keys=("left", "right"),
    )
    for column in ("right", "id", "share"):
        op.create_index(f"copies_by_{column}", "copies", [column])


def _stories() -> None:
    _made("profiles", _number("document"), _text("facts"), keys=("document",))
    _made(
        "stories",
        _text("id"),
        _count("documents"),
        *map(_text, ("first", "last", "words", "facts")),
        keys=("id",),
    )
    op.create_index("stories_by_documents", "stories", ["documents"])
    _made("story_of", _number("document"), _text("story"), keys=("document",))
    op.create_index("story_of_by_story", "story_of", ["story"])


def _findings() -> None:
    _made("settled", _text("story"), _text("block"), _data(), keys=("story", "block"))
    op.create_index("settled_by_block", "settled", ["block"])
    _made(
        "findings",
        *map(_text, ("id", "scope", "kind", "status")),
        *map(_count, ("rank", "documents")),
        *map(_text, ("first", "last")),
        sa.Column("open_since", sa.Text),
        sa.Column("measure", sa.Text),
        *map(_text, ("words", "facts")),
        keys=("id",),
    )
    op.create_index("findings_by_scope", "findings", ["scope"])
    op.create_index("findings_by_rank", "findings", ["rank", "documents"])
    _made(
        "finding_members",
        _text("finding"),
        _text("record"),
        _number("document"),
        keys=("finding", "record"),
        rowid=False,
    )
    for column in ("record", "document"):
        op.create_index(f"finding_members_by_{column}", "finding_members", [column])
    columns = map(_text, ("finding", "key", "words"))
    _made("finding_origins", *columns, keys=("finding", "key"), rowid=False)
    op.create_index("finding_origins_by_key", "finding_origins", ["key"])


def _made(table: str, *columns: sa.Column[object], keys: tuple[str, ...], rowid: bool = True) -> None:
    op.create_table(
        table,
        *columns,
        sa.PrimaryKeyConstraint(*keys),
        sqlite_strict=True,
        sqlite_with_rowid=rowid,
    )


def _text(name: str) -> sa.Column[object]:
    return sa.Column(name, sa.Text, nullable=False)


def _number(name: str) -> sa.Column[object]:
    return sa.Column(name, NUMBER, nullable=False, autoincrement=False)


def _count(name: str) -> sa.Column[object]:
    return sa.Column(name, sa.Integer, nullable=False)


def _data() -> sa.Column[object]:
    return sa.Column("data", sa.LargeBinary, nullable=False)
