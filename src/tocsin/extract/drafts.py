"""Attributions as the model gives them, tidied and put in order: what statements are made from."""

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from math import prod
from typing import Self

from tocsin.extract import tidy
from tocsin.extract.layout import Layout
from tocsin.extract.mend import clip, one_paragraph, together
from tocsin.extract.quotes import mode_of
from tocsin.extract.tidy import Range
from tocsin.model.layers import Found, FoundAttribution
from tocsin.record import Mode


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """Spans that belong together, before it is known who speaks."""

    source: Range | None
    cue: Range | None
    contents: tuple[Range, ...]
    score: float
    mode: Mode
    anchor: int  # where the speaker is named: what "before" and "after" mean for pronouns
    start: int  # of the first span
    end: int  # of the last span
    derived: bool = False  # found by rule inside another's content

    @classmethod
    def of(
        cls,
        layout: Layout,
        *,
        source: Range | None,
        cue: Range | None,
        contents: tuple[Range, ...],
        score: float,
        derived: bool = False,
    ) -> Self:
        """Return the draft of spans; raises ValueError without any."""
        spans = [span for span in (source, cue, *contents) if span is not None]
        if not spans:
            raise ValueError("an attribution without spans")
        return cls(
            source=source,
            cue=cue,
            contents=contents,
            score=score,
            mode=mode_of(layout.text, layout.quotes, contents),
            anchor=spans[0][0],
            start=min(start for start, _ in spans),
            end=max(end for _, end in spans),
            derived=derived,
        )


def drafts(
    layout: Layout, found: Iterable[FoundAttribution], *, fillers: AbstractSet[str] = frozenset()
) -> tuple[Draft, ...]:
    """Return the attributions by the place of their source, none with the spans of another.

    ``fillers`` are words that tell nothing as a content of their own: the "who" of "who is expected to come".
    """
    made = (_draft(layout, item, fillers) for item in found)
    return ordered(draft for draft in made if draft is not None)


def ordered(found: Iterable[Draft]) -> tuple[Draft, ...]:
    """Return drafts in the order in which a reader meets their speakers; of equal ones the likeliest."""
    best: dict[tuple[object, ...], Draft] = {}
    for draft in found:
        key = (draft.source, draft.cue, draft.contents)
        if key not in best or draft.score > best[key].score:
            best[key] = draft
    return tuple(sorted(best.values(), key=_place))


def _place(draft: Draft) -> tuple[object, ...]:
    nowhere = (-1, -1)
    return draft.anchor, draft.start, draft.end, draft.source or nowhere, draft.cue or nowhere, draft.contents


def _draft(layout: Layout, found: FoundAttribution, fillers: AbstractSet[str]) -> Draft | None:
    text = layout.text
    cue = tidy.bare(text, found.cue.start, found.cue.end) if found.cue else None
    written = (found.source.start, found.source.end) if found.source else None
    whole = one_paragraph(layout, written, cue)
    source = tidy.source(text, *whole) if whole else None
    clipped = (clip(layout, c.start, c.end) for c in found.contents)
    tidied = tidy.contents(text, clipped, layout.quotes)
    contents = tuple((s, e) for s, e in tidied if text[s:e].casefold() not in fillers)
    source, contents = together(layout, source, cue, contents)
    if source is None and cue is None and not contents:
        return None
    parts = [part for part in (found.source, found.cue, *found.contents) if part is not None]
    return Draft.of(layout, source=source, cue=cue, contents=contents, score=_mean(parts))


def _mean(parts: Sequence[Found]) -> float:
    """The geometric mean: one part that is hardly likely makes the whole hardly likely."""
    scores = [min(1.0, max(0.0, part.score)) for part in parts]
    return prod(scores) ** (1 / len(scores)) if scores else 0.0
