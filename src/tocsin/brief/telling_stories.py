"""What a brief tells of one story, part by part; no line stands in two of them."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import TypeVar

from tocsin.brief import disputes, pendings, stories, timeline
from tocsin.brief.citing import Desk
from tocsin.brief.counting import count, period, report_of
from tocsin.brief.days import instant
from tocsin.brief.figures import choose_figures
from tocsin.brief.figures import figures as figure_groups
from tocsin.brief.given import Given
from tocsin.brief.happenings import choose_events, dated
from tocsin.brief.happenings import events as event_sections
from tocsin.brief.lines import event_line
from tocsin.brief.members import usable
from tocsin.brief.parts import EventLine, EventSection, Figures, Section
from tocsin.brief.stories import Room
from tocsin.brief.whole import Pending, StoryPart
from tocsin.record import Event, Figure, Modality, Statement
from tocsin.record.finding import Finding, QuestionKind
from tocsin.record.story import Story

S = TypeVar("S")
L = TypeVar("L")
_CLAUSE = 4  # words: fewer tell no event
_HEAVY = frozenset(
    {"ASSAULT", "COERCE", "MOBILIZE", "SANCTION", "PROTEST", "RETREAT"}
)  # told by one report, too
_HAPPENED = frozenset({Modality.DONE, Modality.ONGOING})
_SAID = frozenset({QuestionKind.CLAIM, QuestionKind.DEMAND, QuestionKind.PROMISE})


def tell(given: Given, story: Story | None, room: Room) -> StoryPart:
    """Return what a brief has of one story, or of the whole case where there is none."""
    ids = frozenset(story.documents if story else given.documents)
    return _Story(given=given, story=story, ids=ids, room=room).part()


@dataclass(slots=True, kw_only=True)
class _Story:
    """A story while it is told: ``told`` are the records that have a line, ``seen`` the sentences of such."""

    given: Given
    story: Story | None
    ids: frozenset[str]
    room: Room
    told: set[str] = field(default_factory=set)
    seen: set[int] = field(default_factory=set)

    def part(self) -> StoryPart:
        """Return the parts in their order: each leaves out what one before it has told."""
        desk, room, found = self.given.desk, self.room, self._findings()
        asked, more_asked = _first(
            desk,
            room.disputes,
            disputes.disputed(found),
            lambda each: disputes.asked(each, desk, disputable=True),
        )
        voices = chain.from_iterable(position.voices for each in asked for position in each.positions)
        self.told |= {record for voice in voices for record in voice.records}
        pending, more_pending = self._pending(pendings.demands(found, desk), room.pending, pendings.demanded)
        plans, more_plans = self._pending(pendings.plans(found, desk), room.plans, pendings.planned)
        counted = disputes.counted(found, desk)
        worth = [finding for finding in counted if disputes.plain(finding)]
        table, _ = _first(desk, room.table, worth, lambda each: disputes.asked((each,), desk))
        sections, more_said = self._said(found)
        own = [self.given.documents[each] for each in sorted(self.ids) if each in self.given.documents]
        counts, days = count(own, 0, aside=0, unusable=0), period(own)
        heading, outlet = self._headline()
        return StoryPart(
            id=self.story.id if self.story else None,
            heading=heading,
            outlet=outlet,
            documents=counts.documents,
            outlets=counts.outlets,
            families=len({self.given.material.family.get(each.id, report_of(each)) for each in own}),
            first=days.first,
            last=days.last,
            disputes=asked,
            more_disputes=more_asked,
            pending=pending,
            more_pending=more_pending,
            plans=plans,
            more_plans=more_plans,
            table=table,
            more_table=len(counted) - len(table),
            sections=sections,
            more_said=more_said,
            figures=Figures() if self.given.findings else self._figures(),
            events=self._happened(found) if self.given.findings else self._events(),
        )

    def _headline(self) -> tuple[str | None, str | None]:
        """Return the title of the story's central report, and whose it is."""
        if self.story is None:
            return None, None
        central = self.given.documents.get(self.story.central)
        words = self.story.title or (self.story.headline.text if self.story.headline else None)
        return words or self.story.id, central.outlet if central else None

    def _findings(self) -> list[Finding]:
        """Return the findings of the story that are of the days asked for."""
        new = {finding.id for finding in self.given.findings if self.given.is_new(finding.last)}
        fresh = [finding for finding in self.given.findings if new & {finding.id, *finding.rivals}]
        if self.story is None:
            return fresh
        home = stories.home_of(fresh, self.given.stories)
        return [finding for finding in fresh if home[finding.id] == self.story.id]

    def _pending(
        self, found: Sequence[Finding], size: int, make: Callable[..., Pending | None]
    ) -> tuple[tuple[Pending, ...], int]:
        desk, width = self.given.desk, self.given.width
        made, more = _first(desk, size, found, lambda each: self._new(make(each, desk, width=width)))
        for each in made:
            self.seen.add(each.line.citations[0])
            for line in (each.line, *(answer.line for answer in each.answers)):
                self.told |= set(line.events if isinstance(line, EventLine) else line.statements)
        return made, more

    def _new(self, pending: Pending | None) -> Pending | None:
        """Return a plan, unless the sentence that tells it stands in a line already."""
        if pending and isinstance(pending.line, EventLine) and pending.line.citations[0] in self.seen:
            return None
        return pending

    def _said(self, found: Sequence[Finding]) -> tuple[tuple[Section, ...], int]:
        """Return what was said day by day that no other part tells, and how much more there is."""
        asked = _by_statement(found)
        own = [
            statement for statement in self.given.own(Statement, self.ids) if statement.id not in self.told
        ]
        groups = timeline.gathered(self.given.sorted_out(own).used, asked)
        whole = self.room.said if self.given.findings else None
        parts = timeline.choose(groups, self.given.per_day, whole)
        seen = self.seen if self.given.findings else None
        made = timeline.sections(parts, self.given.desk, self.given.width, asked, seen=seen)
        self.told |= set(timeline.shown_ids(parts))
        self.seen |= {line.citations[0] for section in made for line in section.lines}
        return made, timeline.left_over(parts)

    def _figures(self) -> Figures:
        """Return the figures of a case without findings."""
        claims = self.given.claims(self.given.own(Figure, self.ids))
        return figure_groups(
            choose_figures(claims.used, self.given.per_day), self.given.desk, self.given.width
        )

    def _events(self) -> tuple[EventSection, ...]:
        """Return the events of a case without findings."""
        claims = self.given.claims([e for e in self.given.own(Event, self.ids) if e.statement is None])
        return event_sections(
            choose_events(claims.used, self.given.per_day), self.given.desk, self.given.width
        )

    def _happened(self, found: Iterable[Finding]) -> tuple[EventSection, ...]:
        """Return what is said to have happened and no line has told, most reports first, by its day."""
        asked = [f for f in found if f.question.kind is QuestionKind.EVENT and self._untold(f)]
        asked.sort(
            key=lambda f: (-f.documents, -f.independent, pendings.due_of(f) is None, instant(f.first), f.id)
        )
        made, _ = _first(self.given.desk, self.room.events, asked, self._event)
        return dated(made, self.given.material.facts)

    def _event(self, finding: Finding) -> EventLine | None:
        line = event_line(finding, self.given.desk, width=self.given.width)
        if line is None or line.citations[0] in self.seen:
            return None
        self.seen.add(line.citations[0])
        return line

    def _untold(self, finding: Finding) -> bool:
        """Tell whether an event is done or under way, a clause of its report, and in no line so far."""
        events = [fact for _, fact in usable(finding, self.given.material) if isinstance(fact, Event)]
        whole = [e for e in events if len(e.span.text.split()) > _CLAUSE and (e.actor or e.recipient)]
        told = any({e.asserted_in, e.statement, e.id} & self.told for e in events)
        done = all(e.modality in _HAPPENED and not pendings.denied(e, self.given.desk) for e in events)
        heavy = finding.documents > 1 or finding.question.type in _HEAVY
        return bool(whole) and not told and done and heavy


def _first(
    desk: Desk, size: int, every: Sequence[S], make: Callable[[S], L | None]
) -> tuple[tuple[L, ...], int]:
    """Return the first lines that hold, and how many more there would be."""
    made: list[L] = []
    for tried, each in enumerate(every):
        if len(made) == size:
            return tuple(made), len(every) - tried
        line = desk.attempt(make, each)
        if line is not None:
            made.append(line)
    return tuple(made), 0


def _by_statement(findings: Iterable[Finding]) -> Mapping[str, Finding]:
    return {
        m.record: finding for finding in findings if finding.question.kind in _SAID for m in finding.members
    }
