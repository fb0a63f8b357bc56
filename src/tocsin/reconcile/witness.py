"""Was the reporter there? "Our reporters counted", "an agency correspondent saw"."""

import re
from typing import Final

from tocsin.reconcile.wording import listed
from tocsin.record import Span
from tocsin.text.fold import fold

_WORD: Final = re.compile(r"[^\W\d_]+")
_END: Final = re.compile(r"[.!?\n]")
_BETWEEN: Final = 4  # words between the reporter and what is done: "correspondents at the scene saw"
_BEFORE: Final = 3  # words before the reporter that tell whose it is: "an agency correspondent"


def sees(words: str) -> bool:
    """Tell whether words name a reporter: "an agency correspondent", "our reporters".

    >>> sees("our reporters"), sees("the defence ministry")
    (True, False)
    """
    return any(part in listed("reporters") for part in fold(words).split())


def sight(text: str, span: Span) -> Span | None:
    """Return the words of the span's sentence by which a reporter was there; None where there are none.

    >>> report = "Talks went on. Our reporters at the port counted 14 boats."
    >>> found = sight(report, Span.of(report, 49, 57))
    >>> found.text if found else None
    'Our reporters at the port counted'
    """
    start = max((found.end() for found in _END.finditer(text, 0, span.start)), default=0)
    ending = _END.search(text, span.end)
    words = list(_WORD.finditer(text, start, ending.start() if ending else len(text)))
    folded = [found.group().casefold() for found in words]
    for at, one in enumerate(folded):
        if one not in listed("reporters") or (at and folded[at - 1] in listed("addressing")):
            continue
        for to in range(at + 1, min(len(words), at + _BETWEEN + 2)):
            if folded[to] in listed("seeing"):
                return Span.of(text, words[max(0, at - _BEFORE)].start(), words[to].end())
    return None
