"""Lines of a text as spans; the text itself is never changed."""

import re
from dataclasses import dataclass
from typing import Final

# Only what editors call a line break: str.splitlines also cuts at form feeds and U+2028.
_RUN: Final = re.compile(r"[^\r\n]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line that holds something: [start, end) without surrounding whitespace."""

    start: int
    end: int
    gap: int  # empty lines right before it


def lines(text: str) -> tuple[Line, ...]:
    r"""Return the lines of a text that hold more than whitespace, in order.

    >>> [text[line.start:line.end] for text in ["One \r\n\r\n two"] for line in lines(text)]
    ['One', 'two']
    """
    found: list[Line] = []
    after = 0  # where the last kept line ended
    for run in _RUN.finditer(text):
        words = run[0].strip()
        if not words:
            continue
        start = run.start() + run[0].index(words[0])
        between = text[after:start]
        breaks = max(between.count("\n"), between.count("\r"))
        found.append(Line(start=start, end=start + len(words), gap=max(0, breaks - 1) if found else breaks))
        after = start + len(words)
    return tuple(found)
