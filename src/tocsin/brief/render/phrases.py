"""What all forms say in the same words. Report text comes back unescaped: each form makes it safe."""

from tocsin.brief.days import written
from tocsin.brief.parts import (
    Brief,
    Citation,
    EventLine,
    EventSection,
    FigureGroup,
    FigureLine,
    Line,
    Section,
    Teller,
    ToldBy,
)
from tocsin.brief.words import tokens
from tocsin.record import Act, Mode, Resolution

_CUE = 60  # a longer cue is no verb
_STEM = 3  # letters that forms of a verb share: "denied", "denies", "deny"

ORIGINS = (
    "Documents and outlets are counted as they come. How many origins are behind them is not computed yet: "
    "several outlets may repeat one source. That something was said is not that it is so."
)
NOTHING = "No statement to show."
WORDS = (
    "Words stand as in the report that is cited first: the speaker's own in its quotation marks, "
    "the report's wording after “as reported:”."
)

FIGURES = "Figures: who says how many"
EVENTS = "Events: who does what to whom"
CLAIMS = (
    "A figure or an event is the claim of whom it is told by. Figures of two sources are neither added up "
    "nor held against one another; events are as the words tell them, done or not."
)

_INFERRED = {
    Resolution.PRONOUN: "speaker taken from a pronoun",
    Resolution.STATEMENT: "speaker taken from the statement before",
    Resolution.CONTINUED: "speaker taken from the quotation that goes on",
}


def number_of(count: int, noun: str) -> str:
    """Return a count with its noun.

    >>> number_of(1, "outlet"), number_of(2, "outlet")
    ('1 outlet', '2 outlets')
    """
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def summary(brief: Brief) -> str:
    """Return the period and the counts of a brief in one line."""
    counts, period = brief.counts, brief.period
    parts = [number_of(counts.documents, "document"), number_of(counts.outlets, "outlet")]
    parts.append(number_of(counts.statements, "statement"))
    if counts.figures:
        parts.append(number_of(counts.figures, "figure"))
    if counts.events:
        parts.append(number_of(counts.events, "event"))
    if counts.without_outlet:
        parts.append(f"{number_of(counts.without_outlet, 'document')} of unknown outlet")
    if counts.versions:
        parts.append(number_of(counts.versions, "later version"))
    if period.undated:
        parts.append(f"{number_of(period.undated, 'document')} of unknown date")
    return f"{_days(period.first, period.last)}: {', '.join(parts)}"


def _days(first: str | None, last: str | None) -> str:
    if first is None or last is None:
        return "No date known"
    return written(first) if first == last else f"{written(first)} to {written(last)}"


def speaker(line: Line) -> str:
    """Return who speaks, in the words of a report."""
    if line.speaker:
        return line.speaker
    return f"Unknown speaker (“{line.source}” in the report)" if line.source else "Unknown speaker"


def lead(line: Line) -> str:
    """Return the verb phrase and the mark that opens the words.

    The report's own verb stands beside it where it is another one, so that the reader can judge the act;
    indirect speech says that it is.
    """
    cue = f" (“{' '.join(line.cue.split())}”)" if line.cue and _tells_more(line) else ""
    reported = ", as reported" if line.mode is Mode.INDIRECT else ""
    return f"{line.phrase}{cue}{reported}:"


def _tells_more(line: Line) -> bool:
    """Tell whether the cue is another word than the verb phrase; for mere saying all words are alike."""
    cue = line.cue or ""
    if line.act is Act.SAY or line.phrase.endswith("saying") or len(cue) > _CUE:
        return False
    return not any(word.startswith(line.phrase[:_STEM]) for word in tokens(cue))


def teller(told: Teller) -> str:
    """Return whose claim it is, as the end of a phrase.

    >>> teller(Teller(told_by=ToldBy.SPEAKER, speaker="Marta Lind"))
    'according to Marta Lind'
    >>> teller(Teller(told_by=ToldBy.REPORT, outlet="The Harbour Post"))
    'told by The Harbour Post itself'
    """
    match told.told_by:
        case ToldBy.SPEAKER:
            return f"according to {told.speaker}"
        case ToldBy.UNKNOWN:
            source = f" (“{' '.join(told.source.split())}” in the report)" if told.source else ""
            return f"according to an unknown speaker{source}"
        case ToldBy.REPORT:
            return f"told by {told.outlet} itself" if told.outlet else "told by the report itself"


def counted(group: FigureGroup) -> str:
    """Return what a group of figures counts, and whose it is."""
    measure = group.measure or "What is counted is unknown"
    return f"{measure}: {' '.join(group.holder.split())}" if group.holder else measure


def figure(line: FigureLine) -> str:
    """Return a figure up to the words that it rests on: how many, where and when, according to whom."""
    more = (line.side, f"in {line.place}" if line.place else None, line.period)
    known = "; ".join(" ".join(part.split()) for part in more if part)
    return f"{line.amount}{f' ({known})' if known else ''}, {teller(line.teller)}:"


def parties(line: EventLine) -> str:
    """Return who does it to whom, in the words of the report."""
    actor = " ".join(line.actor.split()) if line.actor else "Actor unknown"
    return f"{actor} → {' '.join(line.recipient.split())}" if line.recipient else actor


def event(line: EventLine) -> str:
    """Return an event up to the words that it rests on: its type, whether it is done, according to whom."""
    mode = f" ({line.mode})" if line.mode else ""
    more = (line.place and f"in {line.place}", line.date)
    known = "; ".join(" ".join(part.split()) for part in more if part)
    return f"{line.type}{mode}, {line.modality}{f' ({known})' if known else ''}, {teller(line.teller)}:"


def quoted(words: str) -> str:
    """Return words of a report in quotation marks, unless they stand in such."""
    return words if words[:1] in {"“", "«", "„", '"'} else f"“{words}”"


def carried(line: Line | FigureLine | EventLine) -> str:
    """Return when the words were first published and by how many documents and outlets."""
    first = "first published" if line.documents > 1 else "published"
    day = f"{first} {written(line.when)}" if line.when else "date of publication unknown"
    outlets = number_of(line.outlets, "outlet") if line.outlets else "outlet unknown"
    return f"{day}; {number_of(line.documents, 'document')}, {outlets}"


def more(section: Section | FigureGroup | EventSection) -> str:
    """Return how many lines under a heading are only in the case."""
    return f"{number_of(section.more, 'more line')} under this heading in the case"


def more_figures(brief: Brief) -> str:
    """Return how many lines of figures are only in the case."""
    return f"{number_of(brief.figures.more, 'more line')} of figures in the case"


def outlet(citation: Citation) -> str:
    """Return the outlet of a citation."""
    return citation.outlet or "Unknown outlet"


def title(citation: Citation) -> str:
    """Return the title of the cited document."""
    return citation.title or "Untitled"


def published(citation: Citation) -> str:
    """Return when the cited document was published."""
    return written(citation.published) if citation.published else "undated"


def address(citation: Citation) -> str:
    """Return where the cited document is: its URL, or where it was read from."""
    return citation.url or citation.origin or f"document {citation.document}"


def characters(citation: Citation) -> str:
    """Return where in the document's text the words stand, in code points, the end not included."""
    return "characters " + ", ".join(f"{span.start}-{span.end}" for span in citation.spans)


def remarks(citation: Citation) -> tuple[str, ...]:
    """Return through whom the words came and by which rule the speaker was found, where that needs saying."""
    via = (f"via {' ← '.join(citation.via)}",) if citation.via else ()
    return (*via, *(_INFERRED[how] for how in citation.how if how in _INFERRED))


def honesty(brief: Brief) -> tuple[str, ...]:
    """Return what the brief is made of, by which versions, as of when, and what it does not tell."""
    counts = brief.counts
    known = (
        f"as known at {brief.as_of}" if brief.as_of else "as known when it was made, without a cut-off date"
    )
    made = (
        f"Made of {number_of(counts.statements, 'statement')} of {number_of(counts.documents, 'document')}, "
        f"{known}, by {', '.join(brief.made_by)}."
    )
    left = []
    if counts.aside:
        left.append(f"{counts.aside} in titles, captions, teasers, credits or corrections")
    if counts.unusable:
        left.append(f"{counts.unusable} whose document or exact words are missing: run “tocsin verify”")
    if counts.acts:
        left.append(f"{number_of(counts.acts, 'event')} told as statements")
    out = (f"Left out: {'; '.join(left)}.",) if left else ()
    claims = (CLAIMS,) if counts.figures or counts.events else ()
    return made, *out, WORDS, *claims, ORIGINS
