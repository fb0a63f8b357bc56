"""What is asked of a case."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """Which documents or records; what is None is not asked.

    ``by``, ``about`` and ``holder`` take words, "phrases" and beginnings*, without regard to case and
    accents. Where an entity of the case has a name with all the words, its records are meant, however
    they name it, beside those that have the words and stand for no entity. ``by_entities`` and so on
    mean entities in the same way: each is the id of one, or a key, or the id that a key alone would have.
    """

    # speaker and source of statements, and of figures: who says them; the actor of events;
    # of documents, names, moments and roles: where such a one speaks
    by: str | None = None
    # on what is said; of documents: title and text; of all others: the words that they rest on
    about: str | None = None
    holder: str | None = None  # of figures: whose they are
    by_entities: tuple[str, ...] = ()
    about_entities: tuple[str, ...] = ()
    holder_entities: tuple[str, ...] = ()
    place: str | None = None  # of toponyms: the id of the place that they lie at
    modality: str | None = None  # of events
    since: str | None = None  # a day or time: published then or later
    as_of: str | None = None  # a day or time: known then
    document: str | None = None  # its id, or a beginning that no other has
    # types of names, events, references and entities, acts, measures, kinds, uses; none for all
    types: tuple[str, ...] = ()
    story: str | None = None  # of copies and findings: its id, or a beginning that no other has
    documents: tuple[str, ...] | None = None  # of records: the ids of their documents
    kind: str | None = None  # of copies and findings
    status: str | None = None  # of findings, as this and the next
    open: bool = False  # those that wait for an answer alone
    limit: int | None = None
