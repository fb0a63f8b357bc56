"""Programs that a page's text holds by mistake: no words of the report."""

import re
from typing import Final

_CALLS: Final = re.compile(
    r"\bfunction\s*\w*\s*\([\w, $]*\)\s*\{|\b(?:window|document)\s*\.\s*\w|\b(?:var|let|const)\s+\w+\s*="
    r"|\.push\s*\(\s*[{\[(]|\$\(\s*[\"'#.\w]|=>\s*\{|<!\[CDATA\[|@media\b|!important\b|\badsbygoogle\b"
    r"|^\s*[.#][\w-]+\s*\{",
    re.IGNORECASE,
)
_SIGN: Final = re.compile(r"[{}();=<>\[\]]")
_DENSE: Final = 0.04  # of a line's code points
_LEAST: Final = 4  # such signs
_LINE: Final = re.compile(r"[^\n]+")


def scripts(text: str) -> tuple[tuple[int, int], ...]:
    r"""Return the lines of a text that are program code: they call something, and hold its signs.

    >>> text = "It rained.\nwindow._ads = window._ads || []; _ads.push({mode: 'feed'});\nThen (so) it ended."
    >>> [text[a:b][:6] for a, b in scripts(text)]
    ['window']
    """
    return tuple(found.span() for found in _LINE.finditer(text) if _is_code(found[0]))


def _is_code(line: str) -> bool:
    if not _CALLS.search(line):
        return False
    signs = len(_SIGN.findall(line))
    return signs >= _LEAST and signs >= _DENSE * len(line)
