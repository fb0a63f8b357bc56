"""Lines that a page glued together: "…in the player above.The ministers met"."""

import re
from collections.abc import Iterator
from typing import Final

from tocsin.read.lexicon import Lexicon
from tocsin.text import Paragraph

# A sentence's end and right behind it, without a space, another's beginning; not "U.S.Army", "no.Two".
_GLUED: Final = re.compile(r"(?<=[a-z\d”’\")][.!?…])(?=[“\"]?[^\W\d_a-z][^\W\d_]*[\s,’'])")
_LONGEST_TEASER: Final = 260


def unglued(text: str, paragraph: Paragraph, lexicon: Lexicon) -> Iterator[Paragraph]:
    """Yield a paragraph whole, or in two where a teaser, caption or credit and running text are glued.

    Only a piece that its own words tell to be none of the running text is cut off.
    """
    start, end = paragraph.start, paragraph.end
    for glue in _GLUED.finditer(text, start, end):
        at = glue.start()
        if _is_apart(text[start:at], lexicon) or _is_apart(text[at:end], lexicon):
            yield Paragraph(start=start, end=at, lines=1 + text.count("\n", start, at))
            start = at
    yield Paragraph(start=start, end=end, lines=paragraph.lines if start == paragraph.start else 1)


def _is_apart(piece: str, lexicon: Lexicon) -> bool:
    """Tell a teaser, a caption or a correction by its first words."""
    bare = piece.strip("•*_> \t\xa0")
    if len(bare) > _LONGEST_TEASER:
        return False
    openers = (lexicon.read_also, lexicon.caption_open, lexicon.correction)
    return any(pattern.match(bare) for pattern in openers)
