"""Where everything stands in one report: paragraphs, sentences, blocks and quotations.

Made once a report, so that every later question is one bisection.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Final, Self

from tocsin.extract.quotes import Quotes, find_quotes
from tocsin.model.layers import Layers
from tocsin.record import Block, BlockKind, Document
from tocsin.text import paragraphs

VOICED: Final = frozenset((BlockKind.BODY, BlockKind.LIST, BlockKind.DATELINE))


@dataclass(frozen=True, slots=True)
class Blocks:
    """The blocks of a report, in order."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    kinds: tuple[BlockKind, ...]

    @classmethod
    def of(cls, blocks: Sequence[Block]) -> Self:
        """Return blocks sorted by their start."""
        ordered = sorted(blocks, key=lambda block: block.start)
        return cls(
            tuple(block.start for block in ordered),
            tuple(block.end for block in ordered),
            tuple(block.kind for block in ordered),
        )

    def edge(self, start: int, end: int) -> int | None:
        """Return where the running text ends or begins within [start, end); None where it does neither."""
        voiced = self.kind(start) in VOICED
        number = bisect_right(self.starts, start) - 1
        if not voiced:
            return self.ends[number] if self.ends[number] < end else None
        for later in range(number + 1, bisect_left(self.starts, end)):
            if self.kinds[later] not in VOICED:
                return self.starts[later]
        return None

    def kind(self, offset: int) -> BlockKind:
        """Return the kind of the block at a code point; body where there is none."""
        number = bisect_right(self.starts, offset) - 1
        return self.kinds[number] if number >= 0 and offset < self.ends[number] else BlockKind.BODY


@dataclass(frozen=True, slots=True)
class Stretches:
    """Stretches in order; ``ranks`` counts those of the running text, so that teasers are no distance."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    ranks: tuple[int, ...]

    @classmethod
    def of(cls, spans: Sequence[tuple[int, int]], blocks: Blocks) -> Self:
        """Return stretches with their ranks; raises ValueError without any."""
        starts, ends = zip(*spans, strict=True)
        voiced = (blocks.kind(start) in VOICED for start in starts)
        return cls(starts, ends, tuple(accumulate(voiced, initial=0))[:-1])

    def at(self, offset: int) -> int:
        """Return the number of the last stretch that starts at or before a code point."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def rank(self, offset: int) -> int:
        """Return how many stretches of the running text precede the one at a code point."""
        return self.ranks[self.at(offset)]

    def span(self, offset: int) -> tuple[int, int]:
        """Return the stretch at a code point."""
        number = self.at(offset)
        return self.starts[number], self.ends[number]


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """The parts of one report."""

    text: str
    blocks: Blocks
    paragraphs: Stretches
    sentences: Stretches
    quotes: Quotes

    @classmethod
    def of(cls, document: Document, layers: Layers) -> Self:
        """Return the layout of a report; where sentences are missing each paragraph counts as one."""
        text = document.text
        blocks = Blocks.of(document.blocks)
        spans = [(p.start, p.end) for p in paragraphs(text)] or [(0, len(text))]
        sentences = sorted((s, e) for s, e in layers.sentences if 0 <= s < e <= len(text))
        return cls(
            text=text,
            blocks=blocks,
            paragraphs=Stretches.of(spans, blocks),
            sentences=Stretches.of(sentences or spans, blocks),
            quotes=find_quotes(text, spans),
        )

    def voiced(self, offset: int) -> bool:
        """Tell whether a code point stands in the report's running text."""
        return self.blocks.kind(offset) in VOICED
