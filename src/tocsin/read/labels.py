"""Interviews: lines of their own that say who speaks in the paragraph after them."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from tocsin.read.part import Part
from tocsin.text.fold import fold

_LONGEST: Final = 48
_TWICE: Final = 2
# "Q", "Q.", "MR. WEIR", "THE PRESIDENT": as transcripts write them, once or often.
_TRANSCRIPT: Final = re.compile(
    r"(?:Q|A|QUESTION|ANSWER)[.:]?|(?:MR|MRS|MS|DR|GEN|SEN|THE)\.? [^\Wa-z\d_]+(?: [^\Wa-z\d_]+)?:?"
)


def speaker_labels(parts: Sequence[Part]) -> frozenset[str]:
    """Return the lines, folded, that only say who speaks next: written as in transcripts, or come again.

    A subhead stands once; a short line that stands before several paragraphs is a speaker's.
    """
    found = Counter(
        fold(part.text)
        for part, after in pairwise(parts)
        if part.lines == 1 and part.size <= _LONGEST and not part.closed and after.closed
    )
    again = {line for line, times in found.items() if times >= _TWICE and line}
    return frozenset(again | {fold(part.text) for part in parts if _is_transcript(part)})


def _is_transcript(part: Part) -> bool:
    return part.size <= _LONGEST and _TRANSCRIPT.fullmatch(part.bare) is not None
