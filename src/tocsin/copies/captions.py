"""Lines under pictures that no block marks: they say who stands where or who took it, and the full date."""

import re
from typing import Final

_LONGEST: Final = 700  # code points
_LINE: Final = re.compile(r"[^\n]+")
_DATE: Final = re.compile(
    r"\b(?:Jan|Feb|March|April|May|June|July|Aug|Sept|Oct|Nov|Dec)[a-z]*\.? \d{1,2}, (?:19|20)\d\d\b"
)
_SHOWN: Final = re.compile(
    r"^\W{0,3}FILE\s?[-–—]|,? (?:second |third )?(?:from )?(?:left|right|center|centre)\b,?"
    r"|\((?:AP |Reuters )?Photo\b|\b(?:Pool )?Photo via\b|\bPhoto/|\bPool via\b"
)


def captions(text: str) -> tuple[tuple[int, int], ...]:
    r"""Return the lines of a text that are captions by their own words.

    >>> text = "It rained.\nThe mayor, left, and a guest on Monday, July 2, 2018. (Photo/Jo Doe)\nHe left."
    >>> [text[a:b][:9] for a, b in captions(text)]
    ['The mayor']
    """
    return tuple(
        found.span()
        for found in _LINE.finditer(text)
        if _DATE.search(found[0]) and _SHOWN.search(found[0]) and len(found[0]) < _LONGEST
    )
