"""The tables of what is told of several reports together: copies, stories, findings, and what makes them.

All of it is made of the log, as entities are, and no trigger guards it. Entities and this are made
apart from one another: ``DERIVED`` of ``store.tables`` is not touched when these rows go.
"""

from sqlalchemy import REAL, Column, Index, Integer, LargeBinary, PrimaryKeyConstraint, Table, Text

from tocsin.store.tables import NUMBER, metadata

across = Table(  # one row: by which version the tables below were made
    "across",
    metadata,
    Column("version", Text, primary_key=True),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

linked = Table(  # the reports that are in the tables below, and the reading of each that is
    "linked",
    metadata,
    Column("document", NUMBER, primary_key=True, autoincrement=False),
    Column("extraction", NUMBER, nullable=False),
    Column("told", Text, nullable=False),  # JSON of whoever links
    sqlite_strict=True,
)

copy_runs = Table(  # the index of fingerprints: the pieces of its runs
    "copy_runs",
    metadata,
    Column("first", NUMBER, nullable=False, autoincrement=False),
    Column("after", NUMBER, nullable=False, autoincrement=False),
    Column("part", Text, nullable=False),
    Column("low", NUMBER, nullable=False, autoincrement=False),
    Column("data", LargeBinary, nullable=False),
    PrimaryKeyConstraint("first", "after", "part", "low"),
    sqlite_strict=True,
)

pairs = Table(  # copies as two reports alone show them
    "pairs",
    metadata,
    Column("left", NUMBER, nullable=False, autoincrement=False),  # documents
    Column("right", NUMBER, nullable=False, autoincrement=False),
    Column("id", Text, nullable=False),
    Column("facts", Text, nullable=False),  # JSON: all but the words, which stand in the reports
    PrimaryKeyConstraint("left", "right"),
    sqlite_strict=True,
)

copies = Table(  # copies as the whole case shows them
    "copies",
    metadata,
    Column("left", NUMBER, nullable=False, autoincrement=False),  # documents
    Column("right", NUMBER, nullable=False, autoincrement=False),
    Column("id", Text, nullable=False),
    Column("known", Text, nullable=False),  # of the two reports, the later
    Column("kind", Text, nullable=False),
    Column("share", REAL, nullable=False),  # the larger of the two
    Column("facts", Text, nullable=False),  # JSON: all but the words, which stand in the reports
    PrimaryKeyConstraint("left", "right"),
    Index("copies_by_right", "right"),
    Index("copies_by_id", "id"),
    Index("copies_by_share", "share"),
    sqlite_strict=True,
)

profiles = Table(
    "profiles",
    metadata,
    Column("document", NUMBER, primary_key=True, autoincrement=False),
    Column("facts", Text, nullable=False),  # JSON
    sqlite_strict=True,
)

stories = Table(
    "stories",
    metadata,
    Column("id", Text, primary_key=True),
    Column("documents", Integer, nullable=False),
    Column("first", Text, nullable=False),
    Column("last", Text, nullable=False),
    Column("words", Text, nullable=False),  # of its title and headline, folded: what is searched
    Column("facts", Text, nullable=False),  # JSON
    Index("stories_by_documents", "documents"),
    sqlite_strict=True,
)

story_of = Table(
    "story_of",
    metadata,
    Column("document", NUMBER, primary_key=True, autoincrement=False),
    Column("story", Text, nullable=False),
    Index("story_of_by_story", "story"),
    sqlite_strict=True,
)

settled = Table(  # what a story says on the questions of a block
    "settled",
    metadata,
    Column("story", Text, nullable=False),
    Column("block", Text, nullable=False),
    Column("data", LargeBinary, nullable=False),
    PrimaryKeyConstraint("story", "block"),
    Index("settled_by_block", "block"),
    sqlite_strict=True,
)

findings = Table(
    "findings",
    metadata,
    Column("id", Text, primary_key=True),
    Column("scope", Text, nullable=False),  # the story or block that it was made of
    Column("kind", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("rank", Integer, nullable=False),  # of the status: the disputed first
    Column("documents", Integer, nullable=False),
    Column("first", Text, nullable=False),
    Column("last", Text, nullable=False),
    Column("open_since", Text),
    Column("measure", Text),
    Column("words", Text, nullable=False),  # of its question, folded: what is searched
    Column("facts", Text, nullable=False),  # JSON
    Index("findings_by_scope", "scope"),
    Index("findings_by_rank", "rank", "documents"),
    sqlite_strict=True,
)

finding_members = Table(
    "finding_members",
    metadata,
    Column("finding", Text, nullable=False),
    Column("record", Text, nullable=False),  # its id
    Column("document", NUMBER, nullable=False, autoincrement=False),
    PrimaryKeyConstraint("finding", "record"),
    Index("finding_members_by_record", "record"),
    Index("finding_members_by_document", "document"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

finding_origins = Table(
    "finding_origins",
    metadata,
    Column("finding", Text, nullable=False),
    Column("key", Text, nullable=False),
    Column("words", Text, nullable=False),  # of its name, folded: what is searched
    PrimaryKeyConstraint("finding", "key"),
    Index("finding_origins_by_key", "key"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

acting = Table(  # who acts, as the linking of the time had it
    "acting",
    metadata,
    Column("key", Text, primary_key=True),
    Column("entity", Text, nullable=False),
    Column("facts", Text, nullable=False),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

ACROSS = (
    across,
    linked,
    copy_runs,
    pairs,
    copies,
    profiles,
    stories,
    story_of,
    settled,
    findings,
    finding_members,
    finding_origins,
    acting,
)
