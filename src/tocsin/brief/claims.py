"""Figures and events with who says them. What nobody is said to say is the report's own claim."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Generic, TypeVar

from tocsin.brief.counting import report_of
from tocsin.brief.days import instant
from tocsin.brief.parts import Teller, ToldBy
from tocsin.brief.speakers import entity_of, name_tokens
from tocsin.brief.usable import EVIDENCE, exact
from tocsin.brief.words import Tokens, tokens
from tocsin.codec import Links, LinksOf, no_links
from tocsin.record import Document, Event, Figure, Span, Statement

C = TypeVar("C", bound=Figure | Event)
_NEVER = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim(Generic[C]):
    """A figure or an event with its document, and the statement that it stands in, where there is one."""

    record: C
    document: Document
    statement: Statement | None
    teller: Teller
    links: Links = field(default_factory=dict)  # what the parts of the document's records stand for

    def called(self, part: str, span: Span | None) -> Tokens:
        """Return what a part is compared by: the entity that it stands for, else its words."""
        return (entity,) if (entity := entity_of(self.links, self.record.id, part)) else words_of(span)

    @property
    def when(self) -> str | None:
        """When the document was published, ISO 8601."""
        return self.document.published.when if self.document.published else None

    @property
    def place(self) -> tuple[datetime, str, int, str]:
        """A total order: publication, unknown last; document; place in its text."""
        moment = instant(self.when) if self.when else _NEVER
        return moment, self.document.id, self.record.span.start, self.record.id


@dataclass(frozen=True, slots=True)
class Claims(Generic[C]):
    """The claims that lines may rest on, and how many records were left out."""

    used: tuple[Claim[C], ...]
    aside: int
    unusable: int


def claims_of(
    documents: Mapping[str, Document],
    statements: Mapping[str, Statement],
    records: Iterable[C],
    links: LinksOf = no_links,
) -> Claims[C]:
    """Return the records that lines may rest on, each once, with who says them and what they stand for."""
    used: dict[str, Claim[C]] = {}
    aside = unusable = 0
    for record in records:
        document = documents.get(record.document)
        if document is None or not exact(record, document):
            unusable += 1
        elif record.block not in EVIDENCE:
            aside += 1
        else:
            used[record.id] = _claim(record, document, statements, links(document.id))
    return Claims(tuple(used.values()), aside, unusable)


def told_by(claim: Claim[C]) -> tuple[str, Tokens]:
    """Return what two claims must share to be told by one source: the speaker, or the outlet itself.

    Where the speaker has no name, or the outlet is unknown, no two reports share it.
    """
    teller, report = claim.teller, report_of(claim.document)
    if teller.speaker:
        said = claim.statement.id if claim.statement else ""
        entity = entity_of(claim.links, said, "speaker")
        return teller.told_by, (entity,) if entity else name_tokens(teller.speaker)
    if teller.told_by is ToldBy.REPORT:
        return teller.told_by, (teller.outlet.casefold() if teller.outlet else report,)
    return teller.told_by, (report, *tokens(teller.source or ""))


def count_of(claims: Iterable[Claim[C]]) -> tuple[int, int]:
    """Return how many reports and how many known outlets some claims stand in; versions count once."""
    every = list(claims)
    outlets = {claim.document.outlet.casefold() for claim in every if claim.document.outlet}
    return len({report_of(claim.document) for claim in every}), len(outlets)


def words_of(span: Span | None) -> Tokens:
    """Return the words of a part of a record, as names are compared; nothing for none."""
    return name_tokens(span.text) if span else ()


def _claim(record: C, document: Document, statements: Mapping[str, Statement], links: Links) -> Claim[C]:
    named = record.said_in if isinstance(record, Figure) else record.asserted_in
    statement = statements.get(named) if named else None
    teller = _teller(statement, document) if named else Teller(told_by=ToldBy.REPORT, outlet=document.outlet)
    return Claim(record=record, document=document, statement=statement, teller=teller, links=links)


def _teller(statement: Statement | None, document: Document) -> Teller:
    if statement and statement.speaker:
        return Teller(told_by=ToldBy.SPEAKER, speaker=statement.speaker.name, outlet=document.outlet)
    source = statement.source.text if statement and statement.source else None
    return Teller(told_by=ToldBy.UNKNOWN, source=source, outlet=document.outlet)
