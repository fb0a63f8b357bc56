"""Text of reports made safe to show: a hostile report must not steer the terminal, the page or its reader.

The one list of what is unsafe: C0 and C1 controls; bidirectional marks, overrides and isolates, which can
show words in another order; line and paragraph separators; lone surrogates, which no encoder takes; and
invisible tag characters (Unicode 15, chapters 23.1, 23.2, 23.9; Boucher and Anderson 2021, *Trojan Source*).
"""

import re
from json import dumps

_BREAKS = "\t\n\v\f\r\x85\u2028\u2029"
_KEPT = "\t\n"
_UNSAFE = "\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\U000e0000-\U000e007f"
_RUN = re.compile(f"[{_UNSAFE}]+")
_CONTROL = re.compile(f"(?![{_KEPT}])[{_UNSAFE}]")
_BREAK = re.compile(f"[{_BREAKS}]")


def safe(text: str) -> str:
    r"""Return the text without its unsafe characters; tabs and line breaks stay.

    >>> safe("red \x1b[31m\rover\nthe line")
    'red [31mover\nthe line'
    """
    return _CONTROL.sub("", text)


def printable(text: str) -> str:
    r"""Return the text on one line without its unsafe characters; what broke the line becomes a space.

    >>> printable("red \x1b[31malert\x07\nnext")
    'red [31malert next'
    """
    return _RUN.sub(lambda found: " " if _BREAK.search(found[0]) else "", text)


def escaped(json: str) -> str:
    r"""Return JSON with its unsafe characters written as escapes: the same JSON.

    >>> escaped('"\x9b31m"')
    '"\\u009b31m"'
    """
    return _CONTROL.sub(lambda found: dumps(found[0])[1:-1], json)
