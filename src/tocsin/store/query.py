"""What is asked of a case."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """Which documents, names or statements; what is None is not asked.

    ``by`` and ``about`` take words, "phrases" and beginnings*, without regard to case and accents.
    """

    by: str | None = None  # on speaker and source; of documents and names: where such a one speaks
    about: str | None = None  # on what is said; of documents: title and text; of names: the name
    since: str | None = None  # a day or time: published then or later
    as_of: str | None = None  # a day or time: known then
    document: str | None = None  # its id, or a beginning that no other has
    types: tuple[str, ...] = ()  # types of names, acts of statements; none for all
    limit: int | None = None
