"""Attributions as the model gives them, tidied and put in order: what statements are made from."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import prod
from typing import Self

from tocsin.extract import tidy
from tocsin.extract.layout import Layout
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


def drafts(layout: Layout, found: Iterable[FoundAttribution]) -> tuple[Draft, ...]:
    """Return the attributions by the place of their source, none with the spans of another."""
    made = (_draft(layout, item) for item in found)
    given = ordered(draft for draft in made if draft is not None)
    return ordered(_joined(layout, given))


def _joined(layout: Layout, found: Sequence[Draft]) -> list[Draft]:
    """Give a content that nobody introduces to the one cue of its sentence that introduces nothing."""
    idle: dict[int, list[Draft]] = {}
    for draft in found:
        if draft.cue is not None and not draft.contents:
            idle.setdefault(layout.sentences.at(draft.cue[0]), []).append(draft)
    if not idle:
        return list(found)
    made: list[Draft] = []
    taken: set[int] = set()
    for draft in found:
        alone = draft.source is None and draft.cue is None
        cues = idle.get(layout.sentences.at(draft.end - 1), []) if alone else []
        if len(cues) == 1 and cues[0].anchor not in taken:
            taken.add(cues[0].anchor)
            made.append(_with(layout, cues[0], draft))
        else:
            made.append(draft)
    return [draft for draft in made if draft.contents or draft.anchor not in taken]


def _with(layout: Layout, cue: Draft, content: Draft) -> Draft:
    return Draft.of(
        layout,
        source=cue.source,
        cue=cue.cue,
        contents=content.contents,
        score=(cue.score * content.score) ** 0.5,
    )


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


def _draft(layout: Layout, found: FoundAttribution) -> Draft | None:
    text = layout.text
    source = tidy.source(text, found.source.start, found.source.end) if found.source else None
    cue = tidy.bare(text, found.cue.start, found.cue.end) if found.cue else None
    contents = tidy.contents(text, ((c.start, c.end) for c in found.contents), layout.quotes)
    if source is None and cue is None and not contents:
        return None
    parts = [part for part in (found.source, found.cue, *found.contents) if part is not None]
    return Draft.of(layout, source=source, cue=cue, contents=contents, score=_mean(parts))


def _mean(parts: Sequence[Found]) -> float:
    """The geometric mean: one part that is hardly likely makes the whole hardly likely."""
    scores = [min(1.0, max(0.0, part.score)) for part in parts]
    return prod(scores) ** (1 / len(scores)) if scores else 0.0


@dataclass(frozen=True, slots=True)
class Holders:
    """Contents in order, to ask which statement's words hold a stretch of text."""

    contents: tuple[tuple[int, int, int], ...]  # start, end, number of the draft
    starts: tuple[int, ...]
    reach: tuple[int, ...]  # the furthest end so far

    @classmethod
    def of(cls, found: Sequence[Draft]) -> Self:
        """Return the contents of drafts, the widest first among those that start together."""
        contents = sorted(
            ((s, e, number) for number, draft in enumerate(found) for s, e in draft.contents),
            key=lambda c: (c[0], -c[1], c[2]),
        )
        return cls(
            tuple(contents), tuple(c[0] for c in contents), tuple(accumulate((c[1] for c in contents), max))
        )

    def holder(self, draft: Draft, number: int) -> int | None:
        """Return the attribution one of whose contents is the narrowest around all of a draft.

        ``number`` is the draft's own. Two equal contents do not hold one another.
        """
        start, end = draft.start, draft.end
        only = draft.contents if draft.source is None and draft.cue is None else ()
        at = bisect_right(self.starts, start) - 1
        while at >= 0 and self.reach[at] >= end:
            left, right, other = self.contents[at]
            if right >= end and other != number and (left, right) not in only:
                return other
            at -= 1
        return None

    def holds(self, offset: int) -> bool:
        """Tell whether a code point is some content's."""
        at = bisect_right(self.starts, offset) - 1
        return at >= 0 and self.reach[at] > offset
