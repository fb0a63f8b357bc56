"""Paragraphs that an agency is credited with: "… no word came. (Example Wire)"."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from tocsin.extract.layout import Layout
from tocsin.extract.vocabulary import Vocabulary
from tocsin.record import BlockKind, Document, Span, Via

# What stands in brackets or behind a dash and is one name: no "Reporting by …", no photographer.
_ONE_NAME: Final = re.compile(r"(?:[(\[]\s*|[–—-]\s*)(?P<wire>[^()\[\]\n\d,;:/]{2,40}?)\s*(?:[)\]]\.?)?$")
_MOST_WORDS: Final = 4


@dataclass(frozen=True, slots=True)
class Credits:
    """Stretches of the running text with the agency that their credit names, in order."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    wires: tuple[Via, ...]

    def at(self, offset: int) -> Via | None:
        """Return the agency credited with the words at a code point."""
        number = bisect_right(self.starts, offset) - 1
        return self.wires[number] if number >= 0 and offset < self.ends[number] else None


def credits_of(document: Document, layout: Layout, known: Vocabulary) -> Credits:
    """Return what credits at the ends of paragraphs hold for: their paragraph.

    The only credit, at the very end of the running text, holds for the whole report.
    """
    found: list[tuple[int, int, Via]] = []
    blocks = sorted(document.blocks, key=lambda block: block.start)
    for before, block in pairwise(blocks):
        if block.kind is not BlockKind.CREDIT or before.kind is not BlockKind.BODY:
            continue
        match = _ONE_NAME.fullmatch(document.text[block.start : block.end])
        if match is None or len(match["wire"].split()) > _MOST_WORDS or not known.is_medium(match["wire"]):
            continue
        at = block.start + match.start("wire")
        wire = Via(name=match["wire"], span=Span.of(document.text, at, at + len(match["wire"])))
        beside = layout.paragraphs.at(before.start) == layout.paragraphs.at(block.start)
        found.append((before.start if beside else 0, block.start, wire))
    bodies = [block for block in blocks if block.kind is BlockKind.BODY]
    if len(found) == 1 and bodies and bodies[-1].end <= found[0][1]:
        found = [(0, *found[0][1:])]
    return Credits(tuple(f[0] for f in found), tuple(f[1] for f in found), tuple(f[2] for f in found))
