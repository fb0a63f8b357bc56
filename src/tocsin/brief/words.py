"""Words as they are compared and as they are shown. Spans are never changed by either."""

import re
import unicodedata

from tocsin.brief.vocabulary import words as word_lists
from tocsin.record import Mode, Span

Tokens = tuple[str, ...]

_WORD = re.compile(r"\w+")
_APOSTROPHE = re.compile("['\u2018\u2019\u02bc]")
_ACCENT = re.compile("[\u0300-\u036f]")  # as decomposition leaves them beside their letters
# a quotation may go on over the paragraph, so its closing mark may be missing
_QUOTED = re.compile(
    r"“(?P<a>[^“”]+)(?:”|$)|«(?P<b>[^«»]+)(?:»|$)|„(?P<c>[^“”„]+)(?:[“”]|$)"
    r'|"(?P<d>[^"]+)(?:"|$)|\u2018(?P<e>.+?)\u2019(?!\w)',
    re.DOTALL,
)
_CLOSING = {"“": "”", "«": "»", "„": "“", '"': '"', "\u2018": "\u2019"}
_GAP = " […] "


def tokens(text: str) -> Tokens:
    """Return the words of a text in lower case, without accents, apostrophes and punctuation.

    >>> tokens("Kyiv's “Défense” ministry")
    ('kyivs', 'defense', 'ministry')
    """
    split = unicodedata.normalize("NFKD", _APOSTROPHE.sub("", text)).casefold()
    return tuple(_WORD.findall(_ACCENT.sub("", split)))


def said(contents: tuple[Span, ...]) -> Tokens:
    """Return the words of a statement's contents, without an opening "that"."""
    found = tuple(token for span in contents for token in tokens(span.text))
    return found[1:] if found[:1] and found[0] in word_lists().openers else found


def quoted(contents: tuple[Span, ...], mode: Mode) -> tuple[Tokens, ...]:
    """Return the words that stand in quotation marks, one entry for each stretch.

    All words of a direct statement are the speaker's own, whether its spans hold the marks or not.
    """
    match mode:
        case Mode.DIRECT:
            stretches = [span.text for span in contents]
        case Mode.MIXED:
            stretches = [found[found.lastgroup or 0] for s in contents for found in _QUOTED.finditer(s.text)]
        case Mode.INDIRECT:
            stretches = []
    return tuple(words for words in map(tokens, stretches) if words)


def shown(contents: tuple[Span, ...], *, width: int) -> str:
    """Return the words on one line; longer ones than ``width`` are cut at a word's end and closed with "…".

    >>> shown((Span(start=0, end=29, text="“We asked, and asked again.”"),), width=12)
    '“We asked, …”'
    """
    whole = _GAP.join(" ".join(span.text.split()) for span in contents)
    if len(whole) <= width:
        return whole
    head, _, _ = whole[: width + 1].rpartition(" ")
    cut = (head or whole[:width]).removesuffix("[…]").rstrip() + " …"
    return cut + _CLOSING.get(whole[0], "")
