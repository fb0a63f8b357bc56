"""What all forms say in the same words. Report text comes back unescaped: each form makes it safe."""

from tocsin.brief.days import written
from tocsin.brief.parts import (
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
from tocsin.brief.render.questions import capital, number_of, quoted
from tocsin.brief.whole import Brief
from tocsin.brief.words import tokens
from tocsin.record import Act, Modality, Mode, Resolution

_CUE = 60  # a longer cue is no verb
_STEM = 3  # letters that forms of a verb share: "denied", "denies", "deny"

CITED = "Reports cited"
LIMITS = "What this does not tell"
NOTHING = "No statement to show."
FIGURES = "Figures: who says how many"

_INFERRED = {
    Resolution.PRONOUN: "speaker taken from a pronoun",
    Resolution.STATEMENT: "speaker taken from the statement before",
    Resolution.CONTINUED: "speaker taken from the quotation that goes on",
}


def summary(brief: Brief) -> str:
    """Return the period and the counts of a brief in one line."""
    counts, period = brief.counts, brief.period
    parts = [number_of(counts.documents, "report")]
    parts.append(number_of(counts.outlets, "outlet") if counts.outlets else "outlets unknown")
    if counts.copied:
        parts.append(number_of(counts.documents - counts.copied, "text"))
    if counts.without_outlet and counts.outlets:
        parts.append(f"{number_of(counts.without_outlet, 'report')} of unknown outlet")
    if counts.versions:
        parts.append(number_of(counts.versions, "later version"))
    if period.undated:
        parts.append(f"{number_of(period.undated, 'report')} of unknown date")
    return f"{_days(period.first, period.last)}: {', '.join(parts)}"


def _days(first: str | None, last: str | None) -> str:
    if first is None or last is None:
        return "No date known"
    return written(first) if first == last else f"{written(first)} to {written(last)}"


def speaker(line: Line) -> str:
    """Return who speaks, in the words of a report."""
    if line.speaker:
        return capital(" ".join(line.speaker.split()))
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


def saying(line: Line) -> str:
    """Return what a line says behind its speaker: in the report's words, else after our verb."""
    if line.told:
        return f" {' '.join(line.told.split())}"
    return f", as reported: {quoted(line.sentence)}" if line.sentence else f" {lead(line)} {line.words}"


def teller(told: Teller) -> str:
    """Return whose claim it is, as the end of a phrase.

    >>> teller(Teller(told_by=ToldBy.SPEAKER, speaker="Marta Lind"))
    'according to Marta Lind'
    >>> teller(Teller(told_by=ToldBy.REPORT, outlet="The Harbour Post"))
    'The Harbour Post itself, not told whence'
    """
    match told.told_by:
        case ToldBy.SPEAKER:
            return f"according to {told.speaker}"
        case ToldBy.UNKNOWN:
            source = f" (“{' '.join(told.source.split())}” in the report)" if told.source else ""
            return f"according to an unknown speaker{source}"
        case ToldBy.REPORT:
            return (
                f"{told.outlet} itself, not told whence"
                if told.outlet
                else "the report itself, not told whence"
            )


def counted(group: FigureGroup) -> str:
    """Return what a group of figures counts, and whose it is."""
    measure = group.measure or "What is counted is unknown"
    return f"{measure}: {' '.join(group.holder.split())}" if group.holder else measure


def figure(line: FigureLine) -> str:
    """Return a figure up to the words that it rests on: how many, where and when, according to whom."""
    more = (line.side, f"in {line.place}" if line.place else None, line.period)
    known = "; ".join(" ".join(part.split()) for part in more if part)
    return f"{line.amount}{f' ({known})' if known else ''}, {teller(line.teller)}:"


def told_as(line: EventLine) -> str:
    """Return in what way the words tell an event, unless as done or under way."""
    return "" if line.modality in {Modality.DONE, Modality.ONGOING} else f" (told as {line.modality})"


def first(line: Line | FigureLine) -> str:
    """Return in brackets when a line's words were first published."""
    return f" ({written(line.when)})" if line.when else " (date of publication unknown)"


def more(section: Section | FigureGroup | EventSection) -> str:
    """Return how many lines under a heading are only in the case."""
    return f"{number_of(section.more, 'more line')} under this heading in the case"


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
