"""What a brief is planned from, and which of it is of the days that are asked for."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from tocsin.brief.citing import Desk
from tocsin.brief.claims import Claims, claims_of
from tocsin.brief.counting import count
from tocsin.brief.days import instant
from tocsin.brief.groups import Cited
from tocsin.brief.material import Fact, Material, known
from tocsin.brief.parts import Counts
from tocsin.brief.speakers import entity_of
from tocsin.brief.usable import EVIDENCE, exact
from tocsin.record import Document, Event, Figure, Statement
from tocsin.record.copy import Copy
from tocsin.record.finding import Finding, Status
from tocsin.record.story import Story

F = TypeVar("F", Statement, Figure, Event)
C = TypeVar("C", bound=Figure | Event)


@dataclass(frozen=True, slots=True)
class Sorted:
    """The statements given, by whether a line may rest on them."""

    used: tuple[Cited, ...]
    aside: int
    unusable: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """The records, findings and stories of a case, with the desk that every line goes over."""

    desk: Desk
    records: tuple[Fact, ...]
    findings: tuple[Finding, ...]
    stories: tuple[Story, ...]
    since: str | None
    per_day: int
    width: int

    @property
    def material(self) -> Material:
        """The reports and records by id."""
        return self.desk.material

    @property
    def documents(self) -> Mapping[str, Document]:
        """The reports by id."""
        return self.desk.material.documents

    def is_new(self, when: str | Document) -> bool:
        """Tell whether a report, or what was known at a time, is of the days that are asked for."""
        if self.since is None:
            return True
        moment = known(when) if isinstance(when, Document) else instant(when)
        return moment >= instant(self.since)

    def own(self, kind: type[F], ids: frozenset[str] | None = None) -> list[F]:
        """Return the records of a kind: all, or those of some reports as far as these are new."""
        found = [record for record in self.records if isinstance(record, kind)]
        if ids is None:
            return found
        fresh = {each for each in ids if each in self.documents and self.is_new(self.documents[each])}
        return [record for record in found if record.document in fresh]

    def claims(self, records: Iterable[C]) -> Claims[C]:
        """Return the figures or events that lines may rest on, with who says them."""
        said = {statement.id: statement for statement in self.own(Statement)}
        return claims_of(self.documents, said, records, self.material.links)

    def sorted_out(self, statements: Iterable[Statement]) -> Sorted:
        """Return the statements that a line may rest on, and how many were aside or could not be checked."""
        used: list[Cited] = []
        aside = unusable = 0
        for statement in statements:
            document = self.documents.get(statement.document)
            if document is None or not statement.contents or not exact(statement, document):
                unusable += 1
            elif statement.block not in EVIDENCE:
                aside += 1
            else:
                entity = entity_of(self.material.links(document.id), statement.id, "speaker")
                used.append(Cited(statement=statement, document=document, entity=entity))
        return Sorted(tuple(used), aside, unusable)

    def counts(self, unread: int, copies: Sequence[Copy] | None) -> Counts:
        """Return the plain counts of all that was given."""
        figures, events = self.claims(self.own(Figure)), self.own(Event)
        acting = self.claims([event for event in events if event.statement is None])
        said = self.sorted_out(self.own(Statement))
        counts = count(
            self.documents.values(),
            len(said.used),
            aside=said.aside + figures.aside + acting.aside,
            unusable=said.unusable + figures.unusable + acting.unusable,
        )
        homes = [self.material.family[each] for each in self.documents if each in self.material.family]
        return replace(
            counts,
            figures=len(figures.used),
            events=len(acting.used),
            acts=sum(event.statement is not None for event in events),
            new=sum(map(self.is_new, self.documents.values())) if self.since else 0,
            copied=len(homes) - len(set(homes)),
            copies=None if copies is None else len(copies),
            shared=max((share for c in copies or () for share in (c.left_share, c.right_share)), default=0.0),
            findings=len(self.findings),
            single=sum(finding.status is Status.SINGLE for finding in self.findings),
            unread=unread,
        )


def by_id(records: Sequence[Fact]) -> tuple[Fact, ...]:
    """Return records, each once."""
    return tuple({record.id: record for record in records}.values())
