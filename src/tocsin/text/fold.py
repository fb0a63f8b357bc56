"""Fold a line for comparison: case, quotes, dashes, spaces and Markdown marks do not count."""

import re
from typing import Final

_NOT_WORDS: Final = re.compile(r"[\W_]+")


def fold(line: str) -> str:
    """Return the words of a line, lower-cased, one space apart.

    >>> fold("## ‘Deeply  concerned’") == fold("deeply concerned")
    True
    """
    return _NOT_WORDS.sub(" ", line).strip().casefold()
