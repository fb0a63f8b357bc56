"""Text of reports made to fit a terminal, and safe for it."""

import re

from tocsin.text.safety import printable

_SPACE = re.compile(r"\s+")


def one_line(text: str) -> str:
    r"""Return the text on one line, safe.

    >>> one_line("a  caption\nover two lines\x07")
    'a caption over two lines'
    """
    return _SPACE.sub(" ", printable(text)).strip()


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
