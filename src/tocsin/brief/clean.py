"""Text of reports made safe to show: a hostile report must not steer the terminal or the page."""

import re

# C0 and C1 controls; directional overrides and isolates, which can show words in another order; line and
# paragraph separators; lone surrogates, which no encoder takes; invisible tag characters
_UNSAFE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\U000e0000-\U000e007f]+"
)
_BREAKS = re.compile("[\t\n\v\f\r\x85\u2028\u2029]")


def printable(text: str) -> str:
    r"""Return the text on one line without characters that control a terminal or the order of words.

    What broke the line becomes a space; an escape code loses the character that makes it one.

    >>> printable("red \x1b[31malert\x07\nnext")
    'red [31malert next'
    """
    return _UNSAFE.sub(lambda found: " " if _BREAKS.search(found[0]) else "", text)
