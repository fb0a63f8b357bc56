"""What a brief says, in order, before it takes a form: headings, items, tables. All forms say the same."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from tocsin.brief.asked import Asked, News, Position, Voice
from tocsin.brief.parts import Citation, EventLine, EventSection, FigureGroup, FigureLine, Line, Section
from tocsin.brief.render import phrases, questions
from tocsin.brief.render.questions import Piece
from tocsin.brief.whole import Answered, Brief, Pending, StoryPart
from tocsin.record.finding import OriginKind

Pieces = tuple[Piece, ...]  # words, and the numbers of citations


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading; ``depth`` is 2 below the title, then deeper."""

    depth: int
    words: str
    day: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A sentence of ours about what stands beside it."""

    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """An entry of a list: who or what it is about, what is said, a note below, and entries below that."""

    who: str | None
    pieces: Pieces
    note: str = ""
    below: tuple["Item", ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Items:
    """A list."""

    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table with a line of headings."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Pieces, ...], ...]


Block = Heading | Note | Items | Table


def outline(brief: Brief) -> Iterator[Block]:
    """Yield what a brief says above its citations."""
    cited = {citation.number: citation for citation in brief.citations}
    if not brief.citations:
        yield Note(words=phrases.NOTHING)
    yield from _news(brief, cited)
    several = any(part.heading for part in brief.stories)
    for part in brief.stories:
        if several:
            yield Heading(depth=2, words=questions.title(part))
            yield Note(words=questions.story(part))
        yield from _story(part, 3 if several else 2, cited)
    if brief.more_stories:
        yield Note(words=f"… and {brief.more_stories} more in the case: tocsin stories")


Cited = Mapping[int, Citation]


def _news(brief: Brief, cited: Cited) -> Iterator[Block]:
    if brief.since is None and not brief.news:
        return
    since = f" since {questions.day(brief.since)}" if brief.since else ""
    yield Heading(depth=2, words=f"{questions.NEWS}{since}")
    if brief.since:
        yield Note(words=questions.new_reports(brief))
    if brief.news:
        yield Items(items=tuple(_new(news, cited) for news in brief.news))
    elif brief.since and not brief.more_news:
        yield Note(words="No question was answered otherwise, denied or answered since.")
    if brief.more_news:
        yield Note(words=questions.more_news(brief))


def _new(news: News, cited: Cited) -> Item:
    pieces = (f" {questions.changed(news)} ", *questions.carriers(news.citations, 0, cited))
    return Item(who=questions.change(news), pieces=pieces)


def _story(part: StoryPart, depth: int, cited: Cited) -> Iterator[Block]:
    if part.disputes:
        yield Heading(depth=depth, words=questions.DISPUTES)
        for asked in part.disputes:
            yield from _asked(asked, depth + 1, cited)
        yield from _more(part.more_disputes, "tocsin findings")
    yield from _pending(questions.PENDING, part.pending, part.more_pending, depth, cited)
    yield from _pending(questions.PLANS, part.plans, part.more_plans, depth, cited)
    yield from _table(part, depth)
    yield from _days(part, depth, cited)


def _table(part: StoryPart, depth: int) -> Iterator[Block]:
    if part.table:
        yield Heading(depth=depth, words=questions.TABLE)
        yield Table(columns=questions.COLUMNS, rows=tuple(_rows(part.table)))
        yield from _more(part.more_table, "tocsin findings --kind figure")


def _days(part: StoryPart, depth: int, cited: Cited) -> Iterator[Block]:
    if part.sections:
        yield Heading(depth=depth, words=questions.SAID)
        for section in part.sections:
            lines = [_said(line, cited, section.day) for line in section.lines]
            yield from _section(section, lines, depth + 1)
        yield from _more(part.more_said, "tocsin statements")
    if part.figures.groups:
        yield Heading(depth=depth, words=phrases.FIGURES)
        for group in part.figures.groups:
            yield from _section(
                group, [_claim("", phrases.figure(line), line, cited) for line in group.lines], depth + 1
            )
        if part.figures.more:
            yield Note(
                words=f"… and {questions.number_of(part.figures.more, 'more line')} of figures in the case."
            )
    if part.events:
        yield Heading(depth=depth, words=questions.HAPPENED)
        for days in part.events:
            yield from _section(days, [_event(line, cited) for line in days.lines], depth + 1)


def _more(count: int, command: str) -> Iterator[Note]:
    if count:
        yield Note(words=f"… and {count} more in the case: {command}")


def _asked(asked: Asked, depth: int, cited: Cited) -> Iterator[Block]:
    yield Heading(depth=depth, words=questions.question(asked))
    yield Note(words=f"{questions.status(asked)}; {questions.carried(asked)}")
    yield Items(items=tuple(_position(position, cited) for position in asked.positions))
    for revision in asked.revisions:
        yield Note(words=f"{revision}.")


def _position(position: Position, cited: Cited) -> Item:
    several = len(position.voices) > 1 or position.untold
    return Item(
        who=questions.capital(questions.answer(position)),
        pieces=(),
        note=questions.carried(position) if several else "",
        below=tuple(_voice(voice, cited) for voice in position.voices),
    )


def _voice(voice: Voice, cited: Cited) -> Item:
    if voice.line:
        line = voice.line
        item = _event(line, cited) if isinstance(line, EventLine) else _said(line, cited, line.when)
        return replace(item, pieces=(*item.pieces, f" ({questions.standing(voice)})"))
    if voice.kind is OriginKind.OUTLET and not voice.told:
        pieces = questions.own_voices(voice.citations, voice.more, cited)
        return Item(who=None, pieces=("Not told whence: ", *pieces, f", {questions.since(voice)}"))
    pieces = questions.carriers(voice.citations, voice.more, cited)
    return Item(who=None, pieces=(f"{questions.who(voice)}, {questions.since(voice)} ", *pieces))


def _pending(heading: str, every: Sequence[Pending], more: int, depth: int, cited: Cited) -> Iterator[Block]:
    if not every:
        return
    yield Heading(depth=depth, words=heading)
    yield Items(items=tuple(_open(each, cited) for each in every))
    yield from _more(more, f"tocsin findings --kind {every[0].kind} --open")


def _open(pending: Pending, cited: Cited) -> Item:
    line = pending.line
    made = _event(line, cited) if isinstance(line, EventLine) else _said(line, cited, line.when)
    below = tuple(_answered(answer, cited) for answer in pending.answers)
    return Item(who=made.who, pieces=made.pieces, note=questions.open_since(pending), below=below)


def _answered(made: Answered, cited: Cited) -> Item:
    line = made.line
    item = _event(line, cited) if isinstance(line, EventLine) else _said(line, cited, made.at)
    who = item.who or ""
    return Item(who=questions.answered(made), pieces=(f" {who}", *item.pieces))


def _rows(table: Iterable[Asked]) -> Iterator[tuple[Pieces, ...]]:
    for asked in table:
        first = True
        for position in asked.positions:
            for voice in position.voices:
                question = questions.question(asked) if first else ""
                pieces: Pieces = (f"{questions.number_of(voice.documents, 'report')} ", *voice.citations)
                since = f"{questions.who(voice)}, {questions.since(voice)}"
                yield ((question,), (questions.answer(position),), (since,), pieces)
                first = False


def _section(
    part: Section | FigureGroup | EventSection, items: Sequence[Item], depth: int
) -> Iterator[Block]:
    if isinstance(part, FigureGroup):
        yield Heading(depth=depth, words=phrases.counted(part))
    else:
        yield Heading(depth=depth, words=part.heading, day=part.day)
    yield Items(items=tuple(items))
    if part.more and not isinstance(part, Section):
        yield Note(words=f"… and {phrases.more(part)}.")


def _said(line: Line, cited: Cited, day: str | None) -> Item:
    pieces = (f"{phrases.saying(line)} ", *questions.carriers(line.citations, line.more, cited))
    when = "" if day and line.when and line.when[:10] == day[:10] else phrases.first(line)
    return Item(who=phrases.speaker(line), pieces=(*pieces, when))


def _event(line: EventLine, cited: Cited) -> Item:
    words, teller = line.sentence or line.words, line.teller
    named = teller.speaker and " ".join(teller.speaker.split()) in words
    told = f"{questions.quoted(words)}{'' if named else f' – {phrases.teller(teller)}'} "
    note = questions.told_by(line)
    mode = phrases.told_as(line) if line.finding is None else ""
    pieces = (told, *questions.carriers(line.citations, line.more, cited), mode, f"; {note}" if note else "")
    return Item(who=None, pieces=pieces)


def _claim(who: str, said: str, line: FigureLine, cited: Cited) -> Item:
    pieces = questions.carriers(line.citations, 0, cited)
    return Item(
        who=who or None, pieces=(f"{said} {questions.quoted(line.words)} ", *pieces, phrases.first(line))
    )
