"""Text of reports made safe for a terminal: no report may move the cursor or turn the writing round."""

import re

# C0 without tab and newline, C1, bidirectional marks, overrides and isolates, lone surrogates
_CONTROL = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)
_SPACE = re.compile(r"\s+")


def safe(text: str) -> str:
    r"""Return the text without the characters that control a terminal; line breaks stay.

    >>> safe("red \x1b[31m\rover")
    'red [31mover'
    """
    return _CONTROL.sub("", text)


def one_line(text: str) -> str:
    r"""Return the text on one line, safe.

    >>> one_line("a  caption\nover two lines\x07")
    'a caption over two lines'
    """
    return _SPACE.sub(" ", safe(text)).strip()


def shortened(text: str, width: int) -> str:
    """Return the text on one line of at most ``width`` characters, cut at a word where one ends.

    >>> shortened("the talks failed on Monday", 18)
    'the talks failed…'
    """
    line = one_line(text)
    if len(line) <= width:
        return line
    cut = line[: width - 1]
    at = cut.rfind(" ")
    return f"{(cut[:at] if at > width // 2 else cut).rstrip()}…"


def escaped(json: str) -> str:
    r"""Return JSON with the characters that control a terminal written as escapes: the same JSON.

    >>> escaped('"\x9b31m"')
    '"\\u009b31m"'
    """
    return _CONTROL.sub(lambda found: f"\\u{ord(found[0]):04x}", json)
