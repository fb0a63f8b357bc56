"""A whole brief: what is new, the stories with their questions, demands, plans, figures and days."""

from dataclasses import dataclass
from itertools import chain

from tocsin.brief.asked import Asked, News, Refused
from tocsin.brief.parts import Citation, Counts, EventLine, EventSection, Figures, Line, Period, Section
from tocsin.record.finding import AnswerKind, QuestionKind

NONE = Figures()


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """A later word on a demand, a promise or a plan."""

    kind: AnswerKind
    at: str  # when it was known, ISO 8601
    line: Line | EventLine


@dataclass(frozen=True, slots=True, kw_only=True)
class Pending:
    """A demand, promise or plan, and what has been said to it; ``open_since`` is None once it is answered."""

    finding: str
    kind: QuestionKind
    line: Line | EventLine
    open_since: str | None
    due: tuple[str, str] | None = None  # the days that a plan is said to be for
    answers: tuple[Answered, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryPart:
    """What a brief has of one story: questions first, then what is asked and planned, numbers and days.

    ``id`` and ``heading`` are None where the case was given without stories. ``more_…`` count what the case
    has beside.
    """

    id: str | None
    heading: str | None  # the title that a publisher gave to one of its reports
    outlet: str | None  # whose title it is
    documents: int
    outlets: int
    families: int
    first: str | None
    last: str | None
    disputes: tuple[Asked, ...] = ()
    more_disputes: int = 0
    pending: tuple[Pending, ...] = ()
    more_pending: int = 0
    plans: tuple[Pending, ...] = ()
    more_plans: int = 0
    table: tuple[Asked, ...] = ()
    more_table: int = 0
    sections: tuple[Section, ...] = ()
    more_said: int = 0
    figures: Figures = NONE
    events: tuple[EventSection, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """A title, what is new, the stories with their lines, the citations, and what made it all."""

    title: str
    period: Period
    counts: Counts
    since: str | None = None  # what is new is since then
    news: tuple[News, ...] = ()
    more_news: int = 0
    stories: tuple[StoryPart, ...] = ()
    more_stories: int = 0
    citations: tuple[Citation, ...]
    refused: tuple[Refused, ...] = ()  # lines whose names or numbers their evidence does not have
    made_by: tuple[str, ...]  # components with their versions
    as_of: str | None  # what was known then; None for all that was given

    @property
    def sections(self) -> tuple[Section, ...]:
        """What was said, day by day, of all stories."""
        return tuple(chain.from_iterable(story.sections for story in self.stories))

    @property
    def figures(self) -> Figures:
        """The figures that stand in no question, of all stories."""
        groups = tuple(chain.from_iterable(story.figures.groups for story in self.stories))
        return Figures(groups=groups, more=sum(story.figures.more for story in self.stories))

    @property
    def events(self) -> tuple[EventSection, ...]:
        """What is said to have happened, of all stories."""
        return tuple(chain.from_iterable(story.events for story in self.stories))
