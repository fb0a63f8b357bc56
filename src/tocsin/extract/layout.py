"""Where everything stands in one report: paragraphs, sentences, blocks and quotations.

Made once a report, so that every later question is one bisection.
"""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate
from typing import Final, Self

from tocsin.extract.quotes import Quotes, find_quotes
from tocsin.model.layers import Layers
from tocsin.record import BlockKind, Document
from tocsin.text import paragraphs

VOICED: Final = frozenset((BlockKind.BODY, BlockKind.LIST, BlockKind.DATELINE))


@dataclass(frozen=True, slots=True)
class Stretches:
    """Stretches in order; ``ranks`` counts those of the running text, so that teasers are no distance."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    ranks: tuple[int, ...]
    voiced: tuple[bool, ...]

    def at(self, offset: int) -> int:
        """Return the number of the last stretch that starts at or before a code point."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def rank(self, offset: int) -> int:
        """Return how many stretches of the running text precede the one at a code point."""
        return self.ranks[self.at(offset)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """The parts of one report."""

    text: str
    sentences: Stretches
    paragraphs: Stretches
    quotes: Quotes
    block_starts: tuple[int, ...]
    block_ends: tuple[int, ...]
    block_kinds: tuple[BlockKind, ...]

    @classmethod
    def of(cls, document: Document, layers: Layers) -> Self:
        """Return the layout of a report; without sentences each paragraph counts as one."""
        text = document.text
        blocks = sorted((b.start, b.end, b.kind) for b in document.blocks)
        spans = [(p.start, p.end) for p in paragraphs(text)] or [(0, len(text))]
        sentences = sorted((s, e) for s, e in layers.sentences if 0 <= s < e <= len(text)) or spans
        starts, ends, kinds = (tuple(column) for column in zip(*blocks, strict=True)) if blocks else ((), (), ())
        bare = cls(
            text=text,
            sentences=Stretches((), (), (), ()),
            paragraphs=Stretches((), (), (), ()),
            quotes=find_quotes(text, spans),
            block_starts=starts,
            block_ends=ends,
            block_kinds=kinds,
        )
        return bare._with(sentences, spans)

    def _with(self, sentences: Iterable[tuple[int, int]], paragraphs: Iterable[tuple[int, int]]) -> Self:
        return type(self)(
            text=self.text,
            sentences=self._ranked(sentences),
            paragraphs=self._ranked(paragraphs),
            quotes=self.quotes,
            block_starts=self.block_starts,
            block_ends=self.block_ends,
            block_kinds=self.block_kinds,
        )

    def _ranked(self, spans: Iterable[tuple[int, int]]) -> Stretches:
        starts, ends = zip(*spans, strict=True)
        voiced = tuple(self.kind(start) in VOICED for start in starts)
        return Stretches(starts, ends, tuple(accumulate(voiced, initial=0))[:-1], voiced)

    def kind(self, offset: int) -> BlockKind:
        """Return the kind of the block at a code point; body where there is none."""
        number = bisect_right(self.block_starts, offset) - 1
        if number >= 0 and offset < self.block_ends[number]:
            return self.block_kinds[number]
        return BlockKind.BODY

    def sentence(self, offset: int) -> tuple[int, int]:
        """Return the sentence at a code point."""
        number = self.sentences.at(offset)
        return self.sentences.starts[number], self.sentences.ends[number]

    def paragraph(self, offset: int) -> tuple[int, int]:
        """Return the paragraph at a code point."""
        number = self.paragraphs.at(offset)
        return self.paragraphs.starts[number], self.paragraphs.ends[number]
