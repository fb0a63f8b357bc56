"""What one pass of the model found in one text: spans with scores, all in code points."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A stretch [start, end) with its label and the model's mean probability of that label."""

    start: int
    end: int
    label: str
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundAttribution:
    """Spans that belong together: at most one source and one cue, any number of contents.

    ``cue`` is None for content that no cue introduces; such a group has one content, no source.
    """

    source: Found | None
    cue: Found | None
    contents: tuple[Found, ...]
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Layers:
    """All layers of one text. ``sentences`` covers the text's sentences in order, as (start, end)."""

    sentences: tuple[tuple[int, int], ...]
    names: tuple[Found, ...]  # labels PER, ORG, LOC, MISC (CoNLL-2003)
    attributions: tuple[FoundAttribution, ...]  # by first code point
