"""A paragraph of a report, seen by the rules that tell what it is."""

import re
from dataclasses import dataclass
from typing import Final, Self

from tocsin.text import Paragraph

_BULLET: Final = re.compile(r"(?:[•▪●◦‣·*+–—-]|\d{1,2}[.)]|\(\w\))\s+")
_BARE: Final = re.compile(r"^[\s•▪●◦‣·*_>\[]+|[\s*_\]]+$")
_CLOSED: Final = re.compile(r"[.!?…][\"'”’»)\]]*$")
_WORD: Final = re.compile(r"[^\W_](?:[^\W_]|['’.](?=[^\W_]))*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A paragraph with what the rules ask of it again and again."""

    start: int
    end: int
    lines: int
    text: str
    bare: str  # without bullets and emphasis
    closed: bool  # ends as a sentence ends
    bullet: str  # what begins a list item, or nothing

    @classmethod
    def of(cls, text: str, paragraph: Paragraph) -> Self:
        """Return a paragraph of a text."""
        own = text[paragraph.start : paragraph.end]
        bare = _BARE.sub("", own)
        bullet = _BULLET.match(own)
        return cls(
            start=paragraph.start,
            end=paragraph.end,
            lines=paragraph.lines,
            text=own,
            bare=bare,
            closed=bool(_CLOSED.search(bare)),
            bullet=bullet[0].strip() if bullet else "",
        )

    @property
    def size(self) -> int:
        """How many characters it has."""
        return self.end - self.start


def words(text: str) -> list[str]:
    """Return the words and numbers of a line.

    >>> words("D. Sample, Ukraine’s envoy (AP)")
    ['D', 'Sample', 'Ukraine’s', 'envoy', 'AP']
    """
    return _WORD.findall(text)
