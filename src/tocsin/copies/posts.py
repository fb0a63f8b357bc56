"""Posts that a page shows whole: somebody's words, though no marks stand around them."""

import re
from typing import Final

from tocsin.copies.quoted import Quotation

# The words, then "— Donald J. Trump (@realDonaldTrump) July 16, 2018": as the service's own code sets it.
_POST: Final = re.compile(
    r"(?P<words>^[^\n]{20,700}(?:\n(?!—)[^\n]{1,300}){0,3}?)"
    r"\s*—\s(?P<who>[^\n()—]{2,60}) \(@\w{1,20}\)(?: [A-Z]\w+ \d\d?, \d{4})?",
    re.MULTILINE,
)


def posts(text: str) -> tuple[Quotation, ...]:
    r"""Return the posts embedded in a text, with whose they are: from the first word to the date.

    >>> post = "Our ties have NEVER been worse, thanks to you!\n— Jo Doe (@jo) July 16, 2018"
    >>> posts(f"It goes on.\n{post}\nSo he wrote.")
    (Quotation(start=12, end=87, speaker='Jo Doe'),)
    """
    return tuple(
        Quotation(start=found.start("words"), end=found.end(), speaker=found["who"].strip())
        for found in map(_last, _POST.finditer(text))
    )


def _last(found: re.Match[str]) -> re.Match[str]:
    """Return the match that begins as near to its author as it can: a post is one paragraph."""
    words = found["words"]
    cut = words.rstrip().rfind("\n")
    if cut < 0 or len(words) - cut < 20:
        return found
    return _POST.match(found.string, found.start() + cut + 1, found.end()) or found
