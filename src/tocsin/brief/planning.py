"""Which lines a brief has, in which order, and what each cites. Pure: the same records, the same brief."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from tocsin.brief import disputes, lines, pendings, stories, timeline
from tocsin.brief.asked import Asked, News
from tocsin.brief.citing import Desk
from tocsin.brief.claims import Claims, claims_of
from tocsin.brief.counting import count, period
from tocsin.brief.days import heading, instant
from tocsin.brief.figures import choose_figures
from tocsin.brief.figures import figures as figure_groups
from tocsin.brief.groups import Cited
from tocsin.brief.happenings import HEADINGS, choose_events, section_key
from tocsin.brief.happenings import events as event_sections
from tocsin.brief.material import NOBODY, Called, Fact, Material, known
from tocsin.brief.news import changes_of, news
from tocsin.brief.parts import (
    Brief,
    EventLine,
    EventSection,
    EventSectionKind,
    Figures,
    Pending,
    StoryPart,
)
from tocsin.brief.speakers import entity_of
from tocsin.brief.stories import Room
from tocsin.brief.usable import EVIDENCE, exact
from tocsin.brief.voices import usable
from tocsin.codec import LinksOf, no_links
from tocsin.record import Document, Event, Figure, Modality, Statement
from tocsin.record.copy import Family
from tocsin.record.diff import Diff
from tocsin.record.finding import Finding, QuestionKind, Status
from tocsin.record.story import Story

VERSION = "brief@4"

PER_DAY = 8  # lines under one heading
WIDTH = 240  # characters of a line's words
NEWS = 8
_KINDS = tuple(EventSectionKind)
_HAPPENED = frozenset({Modality.DONE, Modality.ONGOING})


def plan(
    documents: Sequence[Document],
    records: Sequence[Fact],
    *,
    title: str,
    per_day: int = PER_DAY,
    width: int = WIDTH,
    made_by: Sequence[str] = (),
    as_of: str | None = None,
    links: LinksOf = no_links,
    findings: Sequence[Finding] = (),
    stories: Sequence[Story] = (),  # noqa: F811 - the word for it everywhere else
    families: Sequence[Family] = (),
    since: str | None = None,
    changes: Diff | None = None,
    called: Called = NOBODY,
    unread: int = 0,
) -> Brief:
    """Return the brief of some records and the documents that they stand in.

    With ``findings`` it tells first what is new and what is in dispute, then demands and plans with their
    answers, figures as a table, and the days. Without, it tells the days, the figures and the events. The
    order of what is given changes nothing, but for ``stories``, which are told biggest first anyway.

    No line is printed whose names or numbers do not stand in the reports that it cites: it is counted, and
    kept in ``refused`` with the reason.

    Args:
        documents: those counted; each record's document must be among them, or it is left out and counted.
        records: those chosen from; with figures and events, the statements that they stand in. An event
            that is a statement's own act is told as that statement.
        title: the heading of the brief.
        per_day: lines under each heading; further ones are counted.
        width: characters of a line's words; the cited spans are never cut.
        made_by: the components that read the documents, with their versions; the brief's own is added.
        as_of: the moment that the records were asked for, as the reader is to be told; not a filter.
        links: what the parts of a document's records stand for, by which speakers and holders are told apart.
        findings: questions over these records, which they refer to by id.
        stories: with several, each has a heading; the biggest are told, the rest counted.
        families: reports that are copied from one another; their copies are folded under the earliest.
        since: what is new is since then, and only what was said since then is told day by day.
        changes: what has changed since then; made of the findings where it is not given.
        called: names of entities and places by id, which count as evidence where a record is linked to them.
        unread: reports that could not be taken in.

    Raises:
        ValueError: ``per_day`` or ``width`` is below 1.
    """
    if per_day < 1 or width < 1:
        raise ValueError(f"per_day and width are at least 1, not {per_day} and {width}")
    every = {document.id: document for document in documents}
    material = Material.of(every, records, links=links, called=called, families=families)
    plan_ = _Plan(
        desk=Desk(material),
        records=tuple({record.id: record for record in records}.values()),
        findings=tuple(sorted(findings, key=lambda f: (instant(f.first), f.members[0].record, f.id))),
        stories=tuple(stories),
        since=since,
        per_day=per_day,
        width=width,
    )
    fresh = plan_.news(changes)
    told, left = plan_.stories_told()
    parts = tuple(plan_.part(story, place) for place, story in enumerate(told))
    return Brief(
        title=title,
        period=period(every.values()),
        counts=replace(plan_.counts(), unread=unread),
        since=since,
        news=tuple(fresh[:NEWS]),
        more_news=len(fresh[NEWS:]),
        stories=tuple(part for part in parts if part),
        more_stories=left,
        citations=plan_.desk.citations,
        refused=tuple(dict.fromkeys(plan_.desk.refused)),
        made_by=(*dict.fromkeys((*made_by, VERSION)),),
        as_of=as_of,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Plan:
    """What is planned from, with the desk that every line goes over."""

    desk: Desk
    records: tuple[Fact, ...]
    findings: tuple[Finding, ...]
    stories: tuple[Story, ...]
    since: str | None
    per_day: int
    width: int

    @property
    def material(self) -> Material:
        return self.desk.material

    def is_new(self, when: str | Document) -> bool:
        """Tell whether a report, or what was known at a time, is of the days that are asked for."""
        if self.since is None:
            return True
        moment = known(when) if isinstance(when, Document) else instant(when)
        return moment >= instant(self.since)

    def stories_told(self) -> tuple[list[Story | None], int]:
        """Return the stories to tell and how many are left out; None for a case that has one at most."""
        fresh = frozenset(d.id for d in self.material.documents.values() if self.is_new(d))
        told = stories.told(self.stories, fresh)
        if len(told) <= 1:
            return ([None] if self.material.documents else []), 0
        return list(told[: stories.STORIES]), len(told[stories.STORIES :])

    def news(self, changes: Diff | None) -> list[News]:
        """Return what has changed, as far as it is asked for."""
        if changes is None and self.since is None:
            return []
        home = stories.home_of(self.findings, self.stories)
        given = changes.changes if changes else changes_of(self.findings, self.since or "")
        return news(given, {finding.id: finding for finding in self.findings}, self.desk, home)

    def part(self, story: Story | None, place: int) -> StoryPart | None:
        """Return what a brief has of one story, or of the whole case."""
        told, _ = self.stories_told()
        room = stories.room(place, [each for each in told if each])
        ids = frozenset(story.documents) if story else frozenset(self.material.documents)
        return _Story(plan=self, story=story, ids=ids, room=room).part()

    def counts(self):  # noqa: ANN201
        """Return the plain counts."""
        documents, links = dict(self.material.documents), self.material.links
        said = {r.id: r for r in self.records if isinstance(r, Statement)}
        figures = claims_of(documents, said, [r for r in self.records if isinstance(r, Figure)], links)
        events = [r for r in self.records if isinstance(r, Event)]
        acting = claims_of(documents, said, [e for e in events if e.statement is None], links)
        used, aside, unusable = _sorted_out(documents, said.values(), links)
        counts = count(
            documents.values(),
            len(used),
            aside=aside + figures.aside + acting.aside,
            unusable=unusable + figures.unusable + acting.unusable,
        )
        homes = [self.material.family[each] for each in documents if each in self.material.family]
        return replace(
            counts,
            figures=len(figures.used),
            events=len(acting.used),
            acts=sum(event.statement is not None for event in events),
            new=sum(self.is_new(document) for document in documents.values()) if self.since else 0,
            copied=len(homes) - len(set(homes)),
            findings=len(self.findings),
            single=sum(finding.status is Status.SINGLE for finding in self.findings),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Story:
    """One story of a plan: which findings and records are its own."""

    plan: _Plan
    story: Story | None
    ids: frozenset[str]
    room: Room

    def part(self) -> StoryPart | None:
        """Return the lines of a story; the questions first, so that no line is told twice."""
        desk, width = self.plan.desk, self.plan.width
        found = self.findings()
        open_to_dispute = disputes.disputed(found)
        asked, more_asked = _first(self.room.disputes, open_to_dispute, lambda each: disputes.asked(each, desk))
        demands, more_demands = _first(
            self.room.pending, pendings.demands(found, desk), lambda each: pendings.demanded(each, desk, width=width)
        )
        plans, more_plans = _first(
            self.room.plans, pendings.plans(found, desk), lambda each: pendings.planned(each, desk, width=width)
        )
        counted = disputes.counted(found, desk)
        worth = [finding for finding in counted if disputes.plain(finding)]
        table, _ = _first(self.room.table, worth, lambda each: disputes.asked((each,), desk))
        taken = _told_in(asked, demands, plans)
        said = self.said(found, taken)
        sections = timeline.sections(said, desk, width, _by_statement(found), fold=bool(self.plan.findings))
        figures = Figures() if found else self.figures()
        events = self.happened(found, taken | set(timeline.shown_ids(said))) if found else self.events()
        documents = [self.plan.material.documents[each] for each in sorted(self.ids) if each in self.plan.material.documents]
        counts, days = count(documents, 0, aside=0, unusable=0), period(documents)
        headline = self.headline()
        homes = {self.plan.material.family.get(each.id, each.version_of or each.id) for each in documents}
        return StoryPart(
            id=self.story.id if self.story else None,
            heading=headline[0],
            outlet=headline[1],
            documents=counts.documents,
            outlets=counts.outlets,
            families=len(homes),
            first=days.first,
            last=days.last,
            disputes=asked,
            more_disputes=more_asked,
            pending=demands,
            more_pending=more_demands,
            plans=plans,
            more_plans=more_plans,
            table=table,
            more_table=len(counted) - len(table),
            sections=sections,
            figures=figures,
            events=events,
        )

    def headline(self) -> tuple[str | None, str | None]:
        """Return the title of the story's central report, and whose it is."""
        if self.story is None:
            return None, None
        central = self.plan.material.documents.get(self.story.central)
        words = self.story.title or (self.story.headline.text if self.story.headline else None)
        return words or self.story.id, central.outlet if central else None

    def findings(self) -> list[Finding]:
        """Return the findings of the story that are of the days asked for."""
        fresh = [finding for finding in self.plan.findings if self.plan.is_new(finding.last)]
        if self.story is None:
            return fresh
        home = stories.home_of(fresh, self.plan.stories)
        return [finding for finding in fresh if home[finding.id] == self.story.id]

    def own(self, kind: type[Fact]) -> list[Fact]:
        """Return the records of a kind that the story's reports of these days have."""
        documents = self.plan.material.documents
        return [
            record
            for record in self.plan.records
            if isinstance(record, kind)
            and (record.document in self.ids or record.document not in documents)
            and (record.document not in documents or self.plan.is_new(documents[record.document]))
        ]

    def said(self, found: Sequence[Finding], taken: set[str]) -> list[timeline.Part]:
        """Return the groups of statements that no other part of the brief tells."""
        documents, links = dict(self.plan.material.documents), self.plan.material.links
        own = [record for record in self.own(Statement) if isinstance(record, Statement) and record.id not in taken]
        used, _, _ = _sorted_out(documents, own, links)
        groups = timeline.gathered(used, _by_statement(found))
        return timeline.choose(groups, self.plan.per_day, self.room.said if self.plan.findings else None)

    def figures(self) -> Figures:
        """Return the figures of a case without findings."""
        claims: Claims[Figure] = self._claims([r for r in self.own(Figure) if isinstance(r, Figure)])
        return figure_groups(choose_figures(claims.used, self.plan.per_day), self.plan.desk, self.plan.width)

    def events(self) -> tuple[EventSection, ...]:
        """Return the events of a case without findings."""
        own = [r for r in self.own(Event) if isinstance(r, Event) and r.statement is None]
        claims: Claims[Event] = self._claims(own)
        return event_sections(choose_events(claims.used, self.plan.per_day), self.plan.desk, self.plan.width)

    def _claims(self, records):  # noqa: ANN001, ANN202
        said = {r.id: r for r in self.plan.records if isinstance(r, Statement)}
        return claims_of(dict(self.plan.material.documents), said, records, self.plan.material.links)

    def happened(self, found: Iterable[Finding], taken: set[str]) -> tuple[EventSection, ...]:
        """Return what is said to have happened and no line has told, most reports first, by its day."""
        asked = [f for f in found if f.question.kind is QuestionKind.EVENT and self._untold(f, taken)]
        asked.sort(key=lambda f: (-f.documents, -f.independent, pendings.due_of(f) is None, instant(f.first), f.id))
        made, _ = _first(
            self.room.events, asked, lambda f: lines.event_line(f, self.plan.desk, width=self.plan.width)
        )
        facts = self.plan.material.facts
        by_section: dict[tuple[int, str], list[EventLine]] = {}
        for line in made:
            head = next(fact for i in line.events if isinstance(fact := facts.get(i), Event) and fact.date or i == line.events[-1])
            key = section_key(head) if isinstance(head, Event) else (_KINDS.index(EventSectionKind.UNDATED), "")
            by_section.setdefault(key, []).append(line)
        return tuple(
            EventSection(
                kind=_KINDS[rank],
                day=day or None,
                heading=heading(day) if day else HEADINGS[_KINDS[rank]],
                lines=tuple(members),
                more=0,
            )
            for (rank, day), members in sorted(by_section.items())
        )

    def _untold(self, finding: Finding, taken: set[str]) -> bool:
        """Tell whether an event is done or under way, a clause of its report, and in no line so far."""
        events = [fact for _, fact in usable(finding, self.plan.material) if isinstance(fact, Event)]
        whole = [e for e in events if len(e.span.text.split()) > 4 and (e.actor or e.recipient)]  # noqa: PLR2004
        told = any({e.asserted_in, e.statement, e.id} & taken for e in events)
        return bool(whole) and not told and all(e.modality in _HAPPENED for e in events)


def _first(size, every, make):  # noqa: ANN001, ANN202
    """Return the first lines that hold, and how many more there would be."""
    made = []
    for tried, each in enumerate(every):
        if len(made) == size:
            return tuple(made), len(every) - tried
        if line := make(each):
            made.append(line)
    return tuple(made), 0


def _told_in(asked: Iterable[Asked], *pending: Iterable[Pending]) -> set[str]:
    """Return the ids of the records that questions and demands tell."""
    voices = chain.from_iterable(position.voices for each in asked for position in each.positions)
    told = {record for voice in voices for record in voice.records}
    for each in chain.from_iterable(pending):
        for line in (each.line, *(answer.line for answer in each.answers)):
            told |= set(line.events if isinstance(line, EventLine) else line.statements)
    return told


def _by_statement(findings: Iterable[Finding]) -> Mapping[str, Finding]:
    kinds = {QuestionKind.CLAIM, QuestionKind.DEMAND, QuestionKind.PROMISE}
    return {m.record: finding for finding in findings if finding.question.kind in kinds for m in finding.members}


def _sorted_out(
    documents: dict[str, Document], statements: Iterable[Statement], links: LinksOf
) -> tuple[tuple[Cited, ...], int, int]:
    """Return the statements that a line may rest on, and how many were aside or could not be checked."""
    used: list[Cited] = []
    aside = unusable = 0
    for statement in statements:
        document = documents.get(statement.document)
        if document is None or not statement.contents or not exact(statement, document):
            unusable += 1
        elif statement.block not in EVIDENCE:
            aside += 1
        else:
            entity = entity_of(links(document.id), statement.id, "speaker")
            used.append(Cited(statement=statement, document=document, entity=entity))
    return tuple(used), aside, unusable
