"""What is asked of a case."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """Which documents or records; what is None is not asked.

    ``by`` and ``about`` take words, "phrases" and beginnings*, without regard to case and accents.
    """

    # speaker and source of statements, and of figures: who says them; the actor of events;
    # of documents, names, moments and roles: where such a one speaks
    by: str | None = None
    # on what is said; of documents: title and text; of all others: the words that they rest on
    about: str | None = None
    holder: str | None = None  # of figures: whose they are
    modality: str | None = None  # of events
    since: str | None = None  # a day or time: published then or later
    as_of: str | None = None  # a day or time: known then
    document: str | None = None  # its id, or a beginning that no other has
    types: tuple[str, ...] = ()  # types of names and events, acts, measures, kinds; none for all
    limit: int | None = None
