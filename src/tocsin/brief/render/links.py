"""Links to a passage of a page: text fragments (WICG, *URL Fragment Text Directives*)."""

import re
from urllib.parse import quote, urlsplit

from tocsin.record import Span

_EDGE = 4  # words that mark each end of a long passage
_MARKS = "“”„«»\"'\u2018\u2019()[]…,.;:!?"
_UNSAFE = re.compile(r"[\s\"<>\\^`{|}\x00-\x20\x7f-\x9f]")


def web_address(url: str | None) -> str | None:
    """Return a report's address if it is one of the web that is safe to link to, else None.

    >>> web_address("javascript:alert(1)") is None
    True
    """
    if not url or _UNSAFE.search(url) or not url.isprintable():
        return None
    try:
        parts = urlsplit(url)
    except ValueError:  # a bracket that opens no IPv6 address
        return None
    return url if parts.scheme in {"http", "https"} and parts.hostname else None


def passage(address: str, span: Span) -> str:
    """Return the address with a fragment that makes a browser show the words of a span.

    >>> passage("https://a.example/x", Span(start=0, end=7, text="“No, no”"))
    'https://a.example/x#:~:text=No%2C%20no'
    """
    words = span.text.split()
    one_piece = len(words) <= 2 * _EDGE and "\n" not in span.text
    ends = [words] if one_piece else [words[:_EDGE], words[-_EDGE:]]
    told = [_directive(" ".join(end).strip(_MARKS)) for end in ends]
    if not all(told):
        return address
    mark = ":~:" if "#" in address else "#:~:"
    return f"{address}{mark}text={','.join(told)}"


def _directive(words: str) -> str:
    """Percent-encode all that means something in a text directive, the hyphen among it."""
    return quote(words.encode("utf-8", "replace"), safe="").replace("-", "%2D")
