"""The tables of a case, once, for every database; ``migrations`` make them.

Rows are only ever added. Inside the case they are tied by small numbers in the order of writing
(``seq``), which keeps every index short and growing at its end; ids made from content are for the
world outside. Two times stand on every row: a document says when it was known to the public
(``known``) and when we wrote it down (``recorded``); what was read from it inherits the first and
has the second on its extraction. The view ``record_log`` shows each record with both.

Beside the log stand tables that are made of it, as the search indexes are: ``DERIVED``. Their rows
come and go, and ``Store.rebuild`` makes them again, the same to the byte.
"""

from sqlalchemy import (
    REAL,
    BigInteger,
    Column,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
    UniqueConstraint,
)

metadata = MetaData()
NUMBER = BigInteger().with_variant(Integer, "sqlite")  # SQLite numbers rows by INTEGER alone

runs = Table(
    "runs",
    metadata,
    Column("seq", NUMBER, primary_key=True, autoincrement=False),
    Column("command", Text, nullable=False),
    Column("made_by", Text, nullable=False),
    Column("started", Text, nullable=False),
    Column("ended", Text),  # set once; the one change that a case allows
    sqlite_strict=True,
)

documents = Table(
    "documents",
    metadata,
    Column("seq", NUMBER, primary_key=True, autoincrement=False),
    Column("id", Text, nullable=False),
    Column("title", Text),
    Column("url", Text),
    Column("origin", Text),
    Column("outlet", Text),
    Column("byline", Text),
    Column("dateline", Text),
    Column("published", Text),  # as the document has it
    Column("published_precision", Text),
    Column("published_found_in", Text),
    Column("known", Text, nullable=False),  # UTC; by then the public had it, or else we did
    Column("fetched", Text),
    Column("language", Text),
    Column("version_of", NUMBER, ForeignKey("documents.seq")),  # the first version
    Column("blocks", Text, nullable=False),
    Column("run", NUMBER, ForeignKey("runs.seq"), nullable=False),
    Column("recorded", Text, nullable=False),
    Column("text", Text, nullable=False),  # last: what stands before it is read without it
    UniqueConstraint("id"),
    Index("documents_by_known", "known"),
    Index("documents_by_url", "url"),
    Index("documents_by_first", "version_of"),
    sqlite_strict=True,
)

captures = Table(
    "captures",
    metadata,
    Column("seq", NUMBER, primary_key=True, autoincrement=False),
    Column("document", NUMBER, ForeignKey("documents.seq"), nullable=False),
    Column("origin", Text, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("hints", Text, nullable=False),  # what was said beside the body: JSON, "" for nothing
    Column("media_type", Text, nullable=False),
    Column("size", NUMBER, nullable=False),
    Column("fetched", Text),
    Column("run", NUMBER, ForeignKey("runs.seq"), nullable=False),
    Column("recorded", Text, nullable=False),
    UniqueConstraint("origin", "sha256", "hints", "document"),
    Index("captures_by_document", "document"),
    sqlite_strict=True,
)

extractions = Table(
    "extractions",
    metadata,
    Column("seq", NUMBER, primary_key=True, autoincrement=False),
    Column("document", NUMBER, ForeignKey("documents.seq"), nullable=False),
    Column("made_by", Text, nullable=False),
    Column("counts", Text, nullable=False),  # JSON: how many records of each kind, and quotes
    Column("run", NUMBER, ForeignKey("runs.seq"), nullable=False),
    Column("recorded", Text, nullable=False),
    UniqueConstraint("document", "made_by"),
    sqlite_strict=True,
)

records = Table(
    "records",
    metadata,
    Column("seq", NUMBER, primary_key=True, autoincrement=False),
    Column("id", Text, nullable=False),  # one for what two extractions both found; indexed in fts.py
    Column("extraction", NUMBER, ForeignKey("extractions.seq"), nullable=False),
    Column("kind", Text, nullable=False),
    Column("type", Text, nullable=False),
    Column("score", REAL, nullable=False),
    Column("facts", Text, nullable=False),  # JSON: all but the words, which are its evidence
    Index("records_by_extraction", "extraction"),
    sqlite_strict=True,
)

evidence = Table(
    "evidence",
    metadata,
    Column("record", NUMBER, ForeignKey("records.seq"), nullable=False, autoincrement=False),
    Column("n", Integer, nullable=False, autoincrement=False),
    Column("role", Text, nullable=False),
    Column("start", NUMBER, nullable=False),  # code points of the document's text
    Column("end", NUMBER, nullable=False),
    Column("quote", Text, nullable=False),
    PrimaryKeyConstraint("record", "n"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

failures = Table(
    "failures",
    metadata,
    Column("seq", NUMBER, primary_key=True, autoincrement=False),
    Column("run", NUMBER, ForeignKey("runs.seq"), nullable=False),
    Column("origin", Text, nullable=False),
    Column("stage", Text, nullable=False),
    Column("cause", Text, nullable=False),
    Column("advice", Text, nullable=False),
    Column("recorded", Text, nullable=False),
    sqlite_strict=True,
)

links = Table(
    "links",
    metadata,
    Column("record", NUMBER, ForeignKey("records.seq"), nullable=False, autoincrement=False),
    Column("part", Text, nullable=False),  # of the record, as its evidence calls it
    Column("target", NUMBER, ForeignKey("records.seq"), nullable=False, autoincrement=False),
    PrimaryKeyConstraint("record", "part", "target"),
    Index("links_by_target", "target"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

judgements = Table(
    "judgements",
    metadata,
    Column("seq", NUMBER, primary_key=True, autoincrement=False),
    Column("id", Text, nullable=False),
    Column("left", Text, nullable=False),  # a key, or the id of a reference; the smaller of the two
    Column("right", Text, nullable=False),
    Column("verdict", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("why", Text, nullable=False),
    Column("recorded", Text, nullable=False),
    UniqueConstraint("id"),
    Index("judgements_by_left", "left"),
    Index("judgements_by_right", "right"),
    sqlite_strict=True,
)

LOG = (
    runs,
    documents,
    captures,
    extractions,
    records,
    evidence,
    failures,
    links,
    judgements,
)  # parents first

counted = Table(  # the references of the newest readings, by what they count under
    "counted",
    metadata,
    Column("key", Text, nullable=False),
    Column("report", Text, nullable=False),  # when it was known, and its id
    Column("record", NUMBER, nullable=False, autoincrement=False),
    PrimaryKeyConstraint("key", "report", "record"),
    Index("counted_by_record", "record"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

groups = Table(
    "groups",
    metadata,
    Column("key", Text, primary_key=True),
    Column("type", Text, nullable=False),
    Column("words", Text, nullable=False),  # its names, folded, a line each: what is searched
    Column("facts", Text, nullable=False),  # JSON: how often it has which name, country, role …
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

blocks = Table(
    "blocks",
    metadata,
    Column("block", Text, nullable=False),
    Column("key", Text, nullable=False),
    PrimaryKeyConstraint("block", "key"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

edges = Table(
    "edges",
    metadata,
    Column("left", Text, nullable=False),
    Column("right", Text, nullable=False),
    Column("score", REAL, nullable=False),
    Column("facts", Text, nullable=False),  # JSON: the weights
    PrimaryKeyConstraint("left", "right"),
    Index("edges_by_right", "right"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

members = Table(
    "members",
    metadata,
    Column("key", Text, primary_key=True),
    Column("id", Text, nullable=False),  # that an entity of this key alone would have
    Column("canonical", Text, nullable=False),  # the key that its entity is called by
    Column("entity", Text, nullable=False),
    Column("why", Text, nullable=False),  # they are one; empty where it is alone
    Index("members_by_id", "id"),
    Index("members_by_canonical", "canonical"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

linkings = Table(  # one row: by which version of linking the tables above were made
    "linkings",
    metadata,
    Column("version", Text, primary_key=True),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

DERIVED = (counted, groups, blocks, edges, members, linkings)
