"""Stories and memberships with their reasons: what reports share, in words and in the text."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

from tocsin.group.evidence import headline, spans_of, written
from tocsin.group.grouping import likeness_sums
from tocsin.group.likeness import FADING, OWN_FADING, UNIT, WINDOW, apart, pair
from tocsin.record import Document, Extraction, Span, content_id
from tocsin.record.story import Membership, Profile, Story, Term, TermKind, Tie

SHOWN: Final = 12  # ties of a membership
_SHOWN_OF_KIND: Final = 5
_SHOWN_OF_STORY: Final = 8
_LEADS: Final[Mapping[TermKind, str]] = {
    TermKind.PERSON: "names",
    TermKind.PLACE: "places",
    TermKind.DATE: "days told of",
    TermKind.LEAD: "words of the title and first lines",
    TermKind.WORD: "words",
}
ALONE: Final = "alone: no report is like it"


def story_of(
    profiles: Sequence[Profile],
    documents: Mapping[str, Document],
    sums: Mapping[str, int] | None = None,
) -> Story:
    """Return the story that these reports are, in any order; ``documents`` holds the central one at least.

    ``sums`` are those of ``Grouping.sums`` where there is a grouping; without, they are made.

    Raises:
        ValueError: there are no reports.
    """
    ordered = in_order(profiles)
    if not ordered:
        raise ValueError("a story has at least one report")
    near = likeness_sums(ordered) if sums is None else sums
    central = max(ordered, key=lambda each: near[each.document]).document  # of equal ones the earliest
    ordered_pairs = len(ordered) * (len(ordered) - 1)
    total = sum(near[each.document] for each in ordered)
    mean = total / UNIT / ordered_pairs if ordered_pairs else 1.0
    told = documents.get(central)
    return Story(
        id=story_id(ordered),
        documents=tuple(each.document for each in ordered),
        first=ordered[0].known,
        last=ordered[-1].known,
        cohesion=round(mean, 3),
        central=central,
        title=told.title if told else None,
        headline=headline(told) if told else None,
        why=_why_story(ordered, mean),
    )


def story_id(profiles: Sequence[Profile]) -> str:
    """Return the id of the story that these reports are: made from the earliest of them."""
    return content_id("sto", in_order(profiles)[0].document)


def in_order(profiles: Sequence[Profile]) -> list[Profile]:
    """Return reports by when they were known, of the same time by id."""
    return sorted(profiles, key=lambda each: (each.known, each.document))


def membership_of(extraction: Extraction, profiles: Sequence[Profile]) -> Membership:
    """Return why a report is in the story that ``profiles`` are, itself among them.

    Raises:
        ValueError: the report is not among them.
    """
    document = extraction.document.id
    own = next((each for each in profiles if each.document == document), None)
    if own is None:
        raise ValueError(f"{document} is none of the story's reports")
    others = [each for each in in_order(profiles) if each.document != document]
    story = story_id(profiles)
    if not others:
        return Membership(document=document, story=story, score=1.0, nearest=None, ties=(), why=ALONE)
    found = {each.document: pair(own, each) for each in others}
    scores = {each: alike.score if alike else 0 for each, alike in found.items()}
    nearest = max(others, key=lambda each: scores[each.document])
    mean = sum(scores.values()) / UNIT / len(others)
    strongest = ties(extraction, own, others)
    return Membership(
        document=document,
        story=story,
        score=round(mean, 3),
        nearest=nearest.document,
        ties=strongest,
        why=why(mean, strongest, own, nearest),
    )


def ties(extraction: Extraction, own: Profile, others: Sequence[Profile]) -> tuple[Tie, ...]:
    """Return the terms that a report shares with others, by their mean part of the likeness.

    Strongest first; a term that cannot be shown in the text is left out (law 2).
    """
    parts: Counter[Term] = Counter()
    for other in others:
        for term, weight in own.weights.items():
            if term in other.weights:
                parts[term] += weight * other.weights[term]
    ranked = sorted(parts.items(), key=lambda part: (-part[1], part[0].kind, part[0].what))[: 2 * SHOWN]
    spans = spans_of(extraction, (term for term, _ in ranked))
    words = written(extraction, spans)
    shown = [(term, value / UNIT / len(others)) for term, value in ranked if term in spans][:SHOWN]
    return tuple(_tie(term, value, words[term], spans[term]) for term, value in shown)


def _tie(term: Term, value: float, words: str, spans: tuple[Span, ...]) -> Tie:
    return Tie(kind=term.kind, what=term.what, words=words, value=round(value, 4), spans=spans)


def why(mean: float, strongest: Sequence[Tie], own: Profile, nearest: Profile) -> str:
    """Return a reason in words: how alike, the ties by kind, and what days and outlet take away."""
    said = [f"likeness to the others {mean:.2f} on average", *_by_kind(strongest)]
    same = own.outlet is not None and own.outlet == nearest.outlet
    days = apart(own.day, nearest.day)
    if days is not None:
        fading = OWN_FADING if same else FADING
        taken = 1 - fading[min(days, WINDOW)] / fading[0]
        half = f", which takes {taken:.0%} away" if days > 1 else ""
        said.append(f"published {_days(days)} the report most like it{half}")
    if same:
        said.append("that report is of the same outlet, so shared wording counts less")
    return "; ".join(said)


def _by_kind(strongest: Sequence[Tie]) -> list[str]:
    said: list[str] = []
    told: set[str] = set()  # a word of the lead is a word, too
    for kind, lead in _LEADS.items():
        named = dict.fromkeys(tie.words for tie in strongest if tie.kind is kind)
        fresh = [each for each in named if each.casefold() not in told][:_SHOWN_OF_KIND]
        told.update(each.casefold() for each in fresh)
        if fresh:
            said.append(f"{lead}: {', '.join(fresh)}")
    return said


def _days(days: int) -> str:
    return "on the day of" if not days else f"{days} day{'s' if days > 1 else ''} from"


def _why_story(ordered: Sequence[Profile], mean: float) -> str:
    """Return why reports are one story, in numbers: the words for it stand in the memberships."""
    if len(ordered) == 1:
        return ALONE
    outlets = len({each.outlet for each in ordered if each.outlet})
    untold = sum(each.outlet is None for each in ordered)
    said = f"{len(ordered)} reports of {outlets} outlet{'' if outlets == 1 else 's'}"
    if untold:
        said += f" ({untold} of which the outlet is not known)" if outlets else ""
        said = said if outlets else f"{len(ordered)} reports of outlets that are not known"
    days = sorted(each.day for each in ordered if each.day is not None)
    over = f", published over {days[-1] - days[0] + 1} days" if days and days[-1] > days[0] else ""
    over = over or (", published on one day" if days else "")
    return f"{said}{over}; likeness of two of them {mean:.2f} on average, from 0 to 1"
