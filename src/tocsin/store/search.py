"""Full-text search (FTS5). The indexes hold no text: they are made of the log, and can be made again."""

from collections.abc import Iterator

from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    Select,
    bindparam,
    column,
    func,
    literal_column,
    select,
    table,
)

from tocsin.store.answers import Hit
from tocsin.store.tables import documents, extractions, records
from tocsin.store.views import newest
from tocsin.store.words import Term, match_of, terms_of

_OPEN, _SHUT, _CUT = "\x02", "\x03", "\x04"  # marks that no report holds, or that do no harm in one
_WORDS_AROUND = 16

