"""The words around questions, demands and plans, the same in all forms; report text comes back unescaped."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Final

from tocsin.brief.asked import Asked, News, Position, Voice
from tocsin.brief.days import written
from tocsin.brief.parts import Citation, EventLine, Line
from tocsin.brief.whole import Answered, Brief, Pending, StoryPart
from tocsin.record.diff import ChangeKind
from tocsin.record.finding import AnswerKind, OriginKind, QuestionKind, Stance, Status

_DAY_LONG: Final = len("2021-04-13")
_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")
Piece = str | int  # words, or the number of a citation

NEWS: Final = "New"
DISPUTES: Final = "In dispute"
PENDING: Final = "Asked and promised"
PLANS: Final = "Planned"
TABLE: Final = "Figures that nobody disputes"
SAID: Final = "Who said what, by day of the first report"
HAPPENED: Final = "What is said to have happened"
COLUMNS: Final = ("Question", "Answer", "Who says it", "Reports")

_STATUS: Final = {
    Status.DENIED: "Denied",
    Status.DIFFER: "Sources differ",
    Status.REVISED: "Revised",
    Status.AGREE: "Sources agree",
    Status.SINGLE: "One source",
}
_CHANGE: Final = {
    ChangeKind.DENIED: "Denied",
    ChangeKind.DIFFERS: "Now in dispute",
    ChangeKind.REVISED: "Revised",
    ChangeKind.ANSWERED: "Answered",
    ChangeKind.AGREED: "Said by another source",
}
_ANSWER: Final = {
    AnswerKind.MET: "Met",
    AnswerKind.REFUSED: "Refused",
    AnswerKind.ANSWERED: "Answered",
    AnswerKind.DENIED: "Denied",
}


def number_of(count: int, noun: str) -> str:
    """Return a count with its noun.

    >>> number_of(1, "outlet"), number_of(2, "outlet")
    ('1 outlet', '2 outlets')
    """
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def capital(words: str) -> str:
    """Return words as they begin a sentence.

    >>> capital("the ministers")
    'The ministers'
    """
    return words[:1].upper() + words[1:]


def day(known: str) -> str:
    """Return the day of a known time.

    >>> day("2021-04-13T23:59:59Z")
    '13 April 2021'
    """
    return written(known[:10])


def listed(names: Sequence[str]) -> str:
    """Return names as a sentence lists them.

    >>> listed(["Kyiv", "Marta Lind", "the ministry"])
    'Kyiv, Marta Lind and the ministry'
    """
    return " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))


def origins(independent: int, untold: int) -> str:
    """Return on how many origins something rests: independent ones, and those of which nothing is told.

    >>> origins(2, 0), origins(1, 3), origins(0, 1)
    ('reported by 2 independent origins', '1 origin, and 3 texts do not say whence', 'not told whence')
    """
    if not independent:
        return "not told whence"
    told = f"reported by {independent} independent origins" if independent > 1 else "1 origin"
    verb = "does" if untold == 1 else "do"
    return f"{told}, and {number_of(untold, 'text')} {verb} not say whence" if untold else told


def status(asked: Asked) -> str:
    """Return how the answers to a question stand to one another."""
    return "Rival explanations" if asked.rival else _STATUS[asked.status]


def carried(part: Asked | Position) -> str:
    """Return how many reports, outlets and origins carry a question or an answer."""
    if isinstance(part, Asked) and part.rival:
        return _reports(part)
    return f"{_reports(part)}; {origins(part.independent, part.untold)}"


def _reports(part: Asked | Position | Voice) -> str:
    reports = number_of(part.documents, "report")
    outlets = f", {number_of(part.outlets, 'outlet')}" if part.outlets else ""
    copies = f", {number_of(part.families, 'text')}" if part.families < part.documents else ""
    return f"{reports}{outlets}{copies}"


def question(asked: Asked) -> str:
    """Return the heading of a question: its words; of a claim, what is claimed, in quotation marks."""
    if asked.kind in {QuestionKind.FIGURE, QuestionKind.EXPLANATION}:
        return _DAY.sub(lambda found: written(found[0]), asked.question)
    return quoted(asked.question)


def quoted(words: str) -> str:
    """Return words of a report in quotation marks, unless they stand in such."""
    return words if words[:1] in {"“", "«", "„", '"'} else f"“{words}”"


def answer(position: Position) -> str:
    """Return an answer: its value, or that it is said or denied."""
    if position.shown and position.stance is Stance.ASSERTS:
        return quoted(position.words) if position.shown.endswith("(vague)") else position.shown
    return "denied" if position.stance is Stance.DENIES else "said"


def who(voice: Voice) -> str:
    """Return who gives an answer; of reports that do not say whence, the reports."""
    names = listed(voice.names)
    if voice.told:
        return _told(voice, names)
    if voice.kind is OriginKind.UNNAMED:
        return f"{quoted(names)}, not named" if names else "Somebody who is not told"
    return f"{names}, not told whence" if names else "Not told whence"


def _told(voice: Voice, names: str) -> str:
    if not names:
        return voice.origin or ""
    shown = capital(names)
    return shown if voice.origin in (None, *voice.names) else f"{shown} ({voice.origin})"


def standing(voice: Voice) -> str:
    """Return whom a source was counted as, where that is another word, and since when it says so."""
    whose = f"{voice.origin}, " if voice.origin and voice.origin not in voice.names else ""
    return f"{whose}{since(voice)}"


def since(voice: Voice) -> str:
    """Return since when an answer is given, and until when where it was given again."""
    return f"since {day(voice.first)}"


def carriers(citations: Sequence[int], more: int, cited: Mapping[int, Citation]) -> list[Piece]:
    """Return the earliest report's citation, then in which other outlets it stands, and how many more do."""
    by_outlet: dict[str, list[Piece]] = {}
    for number in citations:
        by_outlet.setdefault(outlet(cited[number]), []).append(number)
    first, *others = by_outlet.items()
    pieces: list[Piece] = [*first[1]]
    for place, (name, numbers_) in enumerate(others):
        pieces += ["; also in " if place == 0 else ", ", f"{name} ", *numbers_]
    return [*pieces, *_more(more)]


def own_voices(citations: Sequence[int], more: int, cited: Mapping[int, Citation]) -> list[Piece]:
    """Return the outlets that say it in their own voice, each with its citations, and how many more do."""
    pieces: list[Piece] = []
    by_outlet: dict[str, list[Piece]] = {}
    for number in citations:
        by_outlet.setdefault(outlet(cited[number]), []).append(number)
    for place, (name, numbers_) in enumerate(by_outlet.items()):
        pieces += [", " if place else "", f"{name} ", *numbers_]
    return [*pieces, *_more(more)]


def _more(count: int) -> list[Piece]:
    return [f" and {number_of(count, 'more report')}"] if count else []


def outlet(citation: Citation) -> str:
    """Return the outlet of a citation; where it is unknown, where the report was read from."""
    place = citation.url or citation.origin or citation.document
    return citation.outlet or place.rstrip("/").replace("\\", "/").rpartition("/")[2]


def open_since(pending: Pending) -> str:
    """Return how a demand or a plan stands: open since a day, or nothing where answers tell."""
    due = f"For {_days(*pending.due)}. " if pending.due else ""
    if not pending.open_since:
        return due.strip()
    if pending.kind is QuestionKind.PLAN:
        return f"{due}Open since {day(pending.open_since)}: no later report says that it took place."
    return f"Open since {day(pending.open_since)}: no later report answers it."


def _days(first: str, last: str) -> str:
    return written(first) if first == last else f"{written(first)} to {written(last)}"


def answered(made: Answered) -> str:
    """Return how and when a demand was answered."""
    return f"{_ANSWER[made.kind]} on {day(made.at)}:"


def change(news: News) -> str:
    """Return what kind of change it is, and since when."""
    return f"{_CHANGE.get(news.kind, news.kind.value.capitalize())}, {day(news.at)}:"


def changed(news: News) -> str:
    """Return the question that changed and what it is now; of a figure, what it was before."""
    asked_ = news.words.endswith("?")
    words = _DAY.sub(lambda found: written(found[0]), news.words) if asked_ else quoted(news.words)
    now = f" {capital(news.after)}{f', before {news.before}' if news.before else ''}" if news.after else ""
    whose = f" ({news.who})" if news.who else ""
    return f"{words}{now}{whose}"


def new_reports(brief: Brief) -> str:
    """Return how many reports are new."""
    return f"{number_of(brief.counts.new, 'report')} of {brief.counts.documents} since then."


def more_news(brief: Brief) -> str:
    """Return how many more changes there are, and what lists them: a day counts there until its end."""
    if brief.since is None:
        since = "DATE"
    elif len(brief.since) == _DAY_LONG:
        since = (date.fromisoformat(brief.since) - timedelta(days=1)).isoformat()
    else:
        since = brief.since
    more = f"and {brief.more_news} more" if brief.news else number_of(brief.more_news, "change")
    return f"… {more}: tocsin diff --since {since}"


def story(part: StoryPart) -> str:
    """Return how many reports tell a story, of how many outlets, in how many texts, over which days."""
    outlets = f", {number_of(part.outlets, 'outlet')}" if part.outlets else ", outlet unknown"
    copies = f", {number_of(part.families, 'text')}" if part.families < part.documents else ""
    days = f", {_days(part.first, part.last)}" if part.first and part.last else ""
    return f"{number_of(part.documents, 'report')}{outlets}{copies}{days}"


def title(part: StoryPart) -> str:
    """Return the heading of a story: a publisher's title, and whose it is."""
    return f"{part.heading} ({part.outlet})" if part.outlet else (part.heading or "")


def told_by(line: Line | EventLine) -> str:
    """Return how many origins carry an event, where it is more than one or none is told."""
    if not isinstance(line, EventLine) or line.finding is None:
        return ""
    return origins(line.independent, line.untold) if line.independent > 1 else ""


def numbers(pieces: Iterable[Piece]) -> str:
    """Return pieces as plain text, citations in brackets."""
    return "".join(f"[{piece}]" if isinstance(piece, int) else piece for piece in pieces)
