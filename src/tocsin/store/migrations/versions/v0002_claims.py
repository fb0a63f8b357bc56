"""Figures and events can be searched; a speaker is found by the chain and the affiliation, too.

No table changes: what was kept stays as it is.
"""

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

STATEMENT_WORDS = """
CREATE VIEW statement_words AS SELECT seq,
  (SELECT group_concat(quote, ' … ') FROM evidence
    WHERE record = records.seq AND role IN ('source', 'speaker', 'chain', 'affiliation')) AS speaker,
  (SELECT group_concat(quote, ' … ') FROM evidence
    WHERE record = records.seq AND role = 'content') AS contents
FROM records WHERE kind = 'statement'
"""
# whose figure, or who acts; the words themselves; the words around them that belong to it
CLAIM_WORDS = """
CREATE VIEW claim_words AS SELECT seq,
  (SELECT group_concat(quote, ' … ') FROM evidence
    WHERE record = records.seq AND role IN ('holder', 'actor')) AS who,
  (SELECT quote FROM evidence WHERE record = records.seq AND n = 0) AS words,
  (SELECT group_concat(quote, ' … ') FROM evidence
    WHERE record = records.seq AND n > 0 AND role NOT IN ('holder', 'actor', 'trigger')) AS around
FROM records WHERE kind IN ('figure', 'event')
"""
# external content, as before: the index holds no text of its own
INDEX = """
CREATE VIRTUAL TABLE claims_fts USING fts5(who, words, around, content='claim_words',
  content_rowid='seq', tokenize="unicode61 remove_diacritics 2")
"""


def upgrade() -> None:
    """Widen the view of speakers, and make the view of figures and events with its search index."""
    op.execute("DROP VIEW statement_words")
    op.execute(STATEMENT_WORDS)
    op.execute(CLAIM_WORDS)
    op.execute(INDEX)


def downgrade() -> None:
    """A case does not go back: what it holds is never thrown away."""
    raise NotImplementedError
