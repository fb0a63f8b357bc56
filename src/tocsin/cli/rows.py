"""Records as rows of a table."""

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

from tocsin import Document, Name, Statement
from tocsin.cli.output import Column

ID_SHOWN = 10  # digits of an id in a table: enough to name the record to `show`
Fetch = Callable[[str], Document]

DOCUMENTS = (Column("id", 14), Column("published", 16), Column("outlet", 20), Column("title"))
STATEMENTS = (Column("id", 14), Column("published", 10), Column("who", 24), Column("act", 8), Column("says"))
NAMES = (Column("id", 14), Column("type", 12), Column("name", 36), Column("document", 14), Column("at", 8))


def short_id(id: str) -> str:  # noqa: A002 - the word for it everywhere else
    """Return the beginning of an id, which names the record as well.

    >>> short_id("doc-0123456789abcdef0123")
    'doc-0123456789'
    """
    prefix, _, digits = id.partition("-")
    return f"{prefix}-{digits[:ID_SHOWN]}"


def who(statement: Statement) -> str:
    """Return whose words they are: the speaker, or what the report calls the source."""
    if statement.speaker:
        return statement.speaker.name
    return f"“{statement.source.text}”" if statement.source else "not said"


def words(statement: Statement) -> str:
    """Return the words of a statement, its parts joined."""
    return " … ".join(content.text for content in statement.contents)


def document_rows(documents: Iterable[Document]) -> Iterator[tuple[str, ...]]:
    """Yield the cells of each document, as ``DOCUMENTS`` heads them."""
    for document in documents:
        yield short_id(document.id), _when(document, 16), document.outlet or "", document.title or ""


def statement_rows(statements: Iterable[Statement], fetch: Fetch) -> Iterator[tuple[str, ...]]:
    """Yield the cells of each statement, as ``STATEMENTS`` heads them."""
    day = lru_cache(maxsize=64)(lambda document: _when(fetch(document), 10))
    for each in statements:
        yield short_id(each.id), day(each.document), who(each), each.act, words(each)


def name_rows(names: Iterable[Name]) -> Iterator[tuple[str, ...]]:
    """Yield the cells of each name, as ``NAMES`` heads them."""
    for name in names:
        yield short_id(name.id), name.type, name.span.text, short_id(name.document), str(name.span.start)


def _when(document: Document, length: int) -> str:
    return document.published.when[:length].replace("T", " ") if document.published else ""
