"""What a brief does not know: a note that is never empty."""

from collections.abc import Iterator

from tocsin.brief.render.questions import number_of
from tocsin.brief.whole import Brief

UNPROVEN = (
    "Nothing here has been verified by anybody: a line tells that something was said, never that it is so. "
    "Several origins that say the same may still be wrong."
)
WORDS = (
    "Words stand as in the report that is cited first: the speaker's own in its quotation marks, "
    "the report's wording otherwise."
)
COUNTED = (
    "Reports, outlets, texts and origins are counted apart: an origin is whom a claim comes from in the end, "
    "as far as the reports say; reports copied from one another are one text."
)
NOT_COUNTED = (
    "Documents and outlets are counted as they come. How many origins are behind them was not worked out: "
    "several outlets may repeat one source."
)
_HALF = 0.5


def limits(brief: Brief) -> tuple[str, ...]:
    """Return what the brief is made of, as of when, and all that it does not tell."""
    return tuple(_limits(brief))


def _limits(brief: Brief) -> Iterator[str]:
    counts = brief.counts
    yield UNPROVEN
    known = (
        f"as known at {brief.as_of}" if brief.as_of else "as known when it was made, without a cut-off date"
    )
    outlets = number_of(counts.outlets, "outlet") if counts.outlets else "no outlet that is known by name"
    without = (
        f" ({number_of(counts.without_outlet, 'report')} of unknown outlet)" if counts.without_outlet else ""
    )
    made = f"Made of {number_of(counts.documents, 'report')} of {outlets}{without}, {known}"
    yield f"{made}, by {', '.join(brief.made_by)}."
    yield from _folded(brief)
    yield from _single(brief)
    if brief.period.undated:
        undated = _is_are(brief.period.undated, "report")
        yield f"{undated} not dated: the day of its words is unknown."
    yield from _left_out(brief)
    yield WORDS
    yield COUNTED if counts.findings else NOT_COUNTED


def _folded(brief: Brief) -> Iterator[str]:
    counts = brief.counts
    if counts.copied:
        copied = _is_are(counts.copied, "report")
        yield f"{copied} copied from another of these, or both from a third: the earliest is cited."
    elif counts.findings and counts.copies is not None:
        yield _not_folded(counts.copies, counts.shared)
    if counts.versions:
        yield f"{number_of(counts.versions, 'later version')} of these reports count with the first."


def _not_folded(copies: int, shared: float) -> str:
    if not copies:
        return "No two reports were found to have passages in common."
    listed = f"“tocsin copies” lists {number_of(copies, 'pair')} that {'shares' if copies == 1 else 'share'}"
    if shared >= _HALF:  # of a digest, that has many
        return f"No two reports count as one text; {listed} passages."
    return f"No report has half or more of its own words from another; {listed} less."


def _single(brief: Brief) -> Iterator[str]:
    counts = brief.counts
    if counts.findings:
        share = f"{counts.single} of {number_of(counts.findings, 'question')}"
        yield f"{share} rest on one origin alone, or on reports that do not say whence."


def _left_out(brief: Brief) -> Iterator[str]:
    counts = brief.counts
    if counts.unread:
        yield f"{number_of(counts.unread, 'report')} could not be read, and {_has(counts.unread)} no part."
    left = []
    if counts.aside:
        left.append(f"{counts.aside} in titles, captions, teasers, credits or corrections")
    if counts.unusable:
        left.append(f"{counts.unusable} whose document or exact words are missing: run “tocsin verify”")
    if counts.acts and not counts.findings:
        left.append(f"{number_of(counts.acts, 'event')} told as statements")
    if left:
        yield f"Left out of the records: {'; '.join(left)}."
    if brief.refused:
        refused = number_of(len(brief.refused), "line")
        yield f"{refused} refused: a name or a number did not stand in the sentences cited."
    if brief.more_stories:
        stories = "story" if brief.more_stories == 1 else "stories"
        yield f"{brief.more_stories} more {stories} in the case: list them with “tocsin stories”."


def _is_are(count: int, noun: str) -> str:
    return f"{number_of(count, noun)} {'is' if count == 1 else 'are'}"


def _has(count: int) -> str:
    return "has" if count == 1 else "have"
