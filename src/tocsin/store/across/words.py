"""Words of derived rows as they are searched: folded, a line each, every word between spaces."""

from collections.abc import Iterable

from sqlalchemy import ColumnElement, and_, false

from tocsin.store.words import folded, terms_of


def lines_of(texts: Iterable[str | None]) -> str:
    """Return the texts that have words, folded, a line each.

    >>> lines_of(["Sergueï CHOÏGOU!", None, "?"])
    ' serguei choigou '
    """
    return "\n".join(f" {line} " for line in map(folded, filter(None, texts)) if line)


def have(column: ColumnElement[str], typed: str) -> ColumnElement[bool]:
    """Rows whose words have all that is typed: words, "phrases" and beginnings*; none for no word.

    What stands in the column is what ``lines_of`` wrote.
    """
    terms = terms_of(typed)
    asked = (column.like(f"% {folded(' '.join(term.words))}{'' if term.prefix else ' '}%") for term in terms)
    return and_(*asked) if terms else false()
