"""What the lines of a brief are made from: records with their reports, and what is known of both."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import chain
from types import MappingProxyType
from typing import Final

from tocsin.brief.counting import report_of
from tocsin.brief.days import instant
from tocsin.brief.usable import EVIDENCE, exact
from tocsin.codec import LinksOf, no_links
from tocsin.record import Document, Event, Figure, Span, Statement
from tocsin.record.copy import Family

Fact = Statement | Figure | Event
Called = Mapping[str, Sequence[str]]
NOBODY: Final[Called] = MappingProxyType({})
_DAY = timedelta(days=1, seconds=-1)


def known(document: Document) -> datetime:
    """Return when a report was public at the latest: a day counts as over, one without a date as read."""
    when = document.published.when if document.published else document.fetched
    if when is None:
        return datetime.max.replace(tzinfo=UTC)
    moment = instant(when)
    return moment if "T" in when or " " in when else moment + _DAY


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """The reports and records of a brief by id. ``facts`` are those that a line may rest on.

    ``called`` has the names of entities and places by id, ``family`` the text family of each report.
    """

    documents: Mapping[str, Document]
    facts: Mapping[str, Fact]
    links: LinksOf = no_links
    called: Called = field(default_factory=lambda: NOBODY)
    family: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    @classmethod
    def of(
        cls,
        documents: Mapping[str, Document],
        records: Iterable[Fact],
        *,
        links: LinksOf,
        called: Called,
        families: Iterable[Family],
    ) -> "Material":
        """Return what lines may be made from: records of a report's own text whose words stand in it."""
        usable = {
            record.id: record
            for record in records
            if (document := documents.get(record.document)) is not None
            and record.block in EVIDENCE
            and exact(record, document)
            and (not isinstance(record, Statement) or record.contents)
        }
        home = {one: family.documents[0] for family in families for one in family.documents}
        return cls(documents=documents, facts=usable, links=links, called=called, family=home)

    def report(self, record: Fact) -> Document:
        """Return the report that a record stands in."""
        return self.documents[record.document]

    def said_in(self, record: Fact) -> Statement | None:
        """Return the statement that asserts a figure or an event, or the statement itself."""
        match record:
            case Statement():
                return record
            case Figure():
                found = self.facts.get(record.said_in or "")
            case Event():
                found = self.facts.get(record.asserted_in or "")
        return found if isinstance(found, Statement) else None

    def counts(self, records: Iterable[Fact]) -> tuple[int, int, int]:
        """Return in how many reports, outlets that are known, and text families some records stand."""
        reports = [self.report(record) for record in records]
        outlets = {each.outlet.casefold() for each in reports if each.outlet}
        families = {self.family.get(each.id, report_of(each)) for each in reports}
        return len({report_of(each) for each in reports}), len(outlets), len(families)

    def place(self, record: Fact) -> tuple[datetime, str, int, str]:
        """Return a record's place in a total order: when it was known, report, place in the text."""
        return known(self.report(record)), record.document, record.spans[0].start, record.id

    def named(self, records: Collection[Fact]) -> Iterable[str]:
        """Yield the names of whom and what the parts of some records stand for."""
        for record in records:
            for (owner, _), linked in self.links(record.document).items():
                if owner == record.id:
                    ids = (linked.entity, linked.place)
                    yield from chain.from_iterable(self.called.get(each, ()) for each in ids if each)


def told_in(record: Fact, said: Statement | None) -> tuple[Span, ...]:
    """Return the words that say whose a record is, and what belongs to it beside its main words."""
    spans = list(record.spans[1:]) if not isinstance(record, Statement) else []
    if said:
        spans += [span for span in (said.source, said.cue) if span]
        spans += [said.speaker.span] if said.speaker else []
        spans += [via.span for via in said.via]
    return tuple(spans)


def words_in(record: Fact) -> tuple[Span, ...]:
    """Return the main words of a record: what is said, how many, the clause that tells it."""
    return record.contents if isinstance(record, Statement) else (record.span,)
