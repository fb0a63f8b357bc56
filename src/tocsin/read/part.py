"""A paragraph of a report, seen by the rules that tell what it is."""

import re
from dataclasses import dataclass
from typing import Final, Self

from tocsin.text import Paragraph

_BULLET: Final = re.compile(r"(?:[•▪●◦‣·*+–—-]|\d{1,2}[.)]|\(\w\))\s+")
_BEFORE: Final = " \t\xa0•▪●◦‣·*_>["
_BEHIND: Final = " \t\xa0*_]"
_LAST: Final = 8  # characters in which a sentence's end shows
_CLOSED: Final = re.compile(r"[.!?…。！？][\"'”’»)\]]*$")
# A sentence's end, and after it no more than a bracket or an agency: "… no word. (Example Wire)"
_CLOSED_BEFORE: Final = re.compile(
    r"[.!?…。！？][\"'”’»)\]]*\s*(?:[(\[][^()\[\]]*[)\]]|[–—-]\s?[^–—.!?]{1,30})\.?$"
)
_LONGEST_BRACKET: Final = 160
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
        bare = own.lstrip(_BEFORE).rstrip(_BEHIND)
        bullet = _BULLET.match(own)
        return cls(
            start=paragraph.start,
            end=paragraph.end,
            lines=paragraph.lines,
            text=own,
            bare=bare,
            closed=_is_closed(bare),
            bullet=bullet[0].strip() if bullet else "",
        )

    @property
    def size(self) -> int:
        """How many characters it has."""
        return self.end - self.start


def _is_closed(bare: str) -> bool:
    size = len(bare)
    if _CLOSED.search(bare, max(0, size - _LAST)):
        return True
    return bool(_CLOSED_BEFORE.search(bare, max(0, size - _LONGEST_BRACKET)))


def words(text: str) -> list[str]:
    """Return the words and numbers of a line.

    >>> words("D. Sample, Ukraine’s envoy (AP)")
    ['D', 'Sample', 'Ukraine’s', 'envoy', 'AP']
    """
    return _WORD.findall(text)
