"""Web pages: trafilatura finds the article (Barbaresi 2021), its metadata, and drops the navigation.

Two things are ours: captions, which trafilatura throws away, stay in the text (and are marked), and
the time of publication is kept with its zone, of which trafilatura keeps the day only.
"""

import re
from dataclasses import dataclass
from typing import Final, Protocol, cast

from tocsin.errors import FormatError
from tocsin.read.draft import Draft
from tocsin.read.lexicon import lexicon
from tocsin.read.page_facts import Node, published_in
from tocsin.record import BlockKind, Hints
from tocsin.text import declared_charset, decode
from tocsin.text.fold import fold

_SENTENCE: Final = re.compile(r"\w\W{0,3}[.!?…][\"'”’»)]*(?:\s|$)|[。！？]")
_FEWEST: Final = 150  # characters in lines that hold a sentence; a list of headlines has none
_HEAD_LINES: Final = 4  # the headline stands in one of these
_LABEL: Final = 60  # a section's name is shorter
_ORNAMENTS: Final = " \t·•|–—-"
_STANDFIRST: Final = 90
_FEWEST_WORDS: Final = 3  # of a caption
_BAR: Final = re.compile(r"(\s+[|–—·•»-]\s+)")
_WHOLE: Final = re.compile(r"<(?:html|body)\b", re.IGNORECASE)
# Characters that XML lacks, and references to them: one is enough for the parsers to give a page up.
_NO_XML: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]"
    r"|&#(?:0*(?:[0-8]|1[124-9]|2\d|3[01])|[xX]0*(?:[0-8bBcCeEfF]|1[\da-fA-F]|[dD][89a-fA-F][\da-fA-F]{2}))(?:;|\b)"
)
_OUTSIDE: Final = frozenset({"a", "aside", "footer", "nav", "form"})  # a figure in here is a teaser
# Told to be extensive, htmldate searches running text; its own limit is today: no guesses, no clock.
_DATES: Final = {"original_date": True, "extensive_search": False, "max_date": "2199-12-31"}


class _Article(Protocol):
    """What we take from trafilatura's document."""

    text: str | None
    body: Node
    title: str | None
    author: str | None
    url: str | None
    sitename: str | None
    date: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """An article, and what we took from the page before it was cut."""

    article: _Article
    published: str | None
    captions: tuple[str, ...]
    lead: str  # the caption between headline and first paragraph, "" for none


def parse(body: bytes, name: str) -> Draft:
    """Return the draft of a page in the encoding that it is in or declares.

    Raises:
        FormatError: the body is no text, or the page holds no article.
    """
    return parse_html(decode(body, name=name, declared=declared_charset(body)), name)


def parse_html(html: str, name: str, *, url: str | None = None) -> Draft:
    """Return the draft of a page: paragraphs a line each, headline first.

    Raises:
        FormatError: the page holds no article, or its markup cannot be parsed.
    """
    try:
        found = _extracted(html, url)
    except Exception as error:  # the parsers break on odd markup in ways they do not name (htmldate asserts)
        raise FormatError(
            f"{name}: markup that cannot be parsed ({type(error).__name__})",
            advice="open the page in a browser and save it again, or copy its text to a .txt file",
        ) from error
    if found is None or not found.article.text or not _is_article(found.article.text):
        raise FormatError(
            f"{name}: no article found on the page",
            advice="give the page of one report, saved whole; or copy its text to a .txt file",
        )
    article = found.article
    title = _without_outlet(article.title, article.sitename)
    text = _headed(_tidy(article.text or ""), title, article.body)
    return Draft(
        text=_with_lead(text, found.lead, title, article.body),
        page=Hints(
            title=title,
            url=article.url,
            outlet=article.sitename,
            published=found.published or article.date,
            byline=article.author,
        ),
        marks=_marks(article.body, found.captions),
    )


def _extracted(html: str, url: str | None) -> _Found | None:
    """Return what trafilatura finds in a page, the captions of its figures kept; None for no page."""
    import trafilatura  # noqa: PLC0415 - 0.3 s to import, for pages only

    clean = _NO_XML.sub(" ", html)
    page = clean if _WHOLE.search(clean) else f"<html><body>{clean}</body></html>"  # a fragment, from JSON
    tree = cast("Node | None", trafilatura.load_html(page))
    if tree is None:
        return None
    published, lead, captions = published_in(tree), _lead_caption(tree), _keep_captions(tree)
    found = trafilatura.bare_extraction(
        tree, url=url, fast=True, with_metadata=True, include_comments=False, date_extraction_params=_DATES
    )
    article = cast("_Article | None", found)
    return _Found(article=article, published=published, captions=captions, lead=lead) if article else None


def _marks(body: Node, captions: tuple[str, ...]) -> dict[str, BlockKind]:
    """Return what the markup says of lines; a long heading that ends like a sentence is a standfirst."""
    heads = [_words(head) for head in body.iter("head")]
    marks = {fold(caption): BlockKind.CAPTION for caption in captions}
    marks |= {
        fold(head): BlockKind.SUBHEAD
        for head in heads
        if len(head) <= _STANDFIRST or not _SENTENCE.search(head)
    }
    marks.pop("", None)
    return marks


def _lead_caption(tree: Node) -> str:
    """Return the caption between the headline and the first long paragraph, "" for none.

    Pages put the lead picture outside the element that holds the article.
    """
    begun = False
    for node in tree.iter("h1", "p", "figcaption"):
        if node.tag == "h1":
            begun = True
        elif begun and node.tag == "p" and _SENTENCE.search(_words(node)):
            return ""
        elif begun and node.tag == "figcaption" and _is_caption(node):
            return _words(node)
    return ""


def _with_lead(text: str, lead: str, title: str | None, body: Node) -> str:
    """Return the text with the lead picture's caption after its headline, where it was lost."""
    if not lead or fold(lead) in fold(text):
        return text
    first, _, rest = text.partition("\n")
    heads = {fold(_words(node)) for node in body.iter("head")} | ({fold(title)} if title else set())
    return f"{first}\n{lead}\n{rest}" if fold(first) in heads else f"{lead}\n{text}"


def _is_caption(caption: Node) -> bool:
    """Tell whether a caption is of the article: in a figure, of several words, no teaser's."""
    words, ancestors = _words(caption), list(caption.iterancestors())
    inside = any(node.tag == "figure" for node in ancestors)
    if not inside or len(words.split()) < _FEWEST_WORDS or any(node.tag in _OUTSIDE for node in ancestors):
        return False
    return all(_words(link) != words for link in caption.iter("a"))


def _keep_captions(tree: Node) -> tuple[str, ...]:
    """Put each caption of the article in a paragraph of its own after its figure; return them."""
    kept: list[str] = []
    for caption in list(tree.iter("figcaption")):
        if not _is_caption(caption):
            continue
        words = _words(caption)
        figure = next(node for node in caption.iterancestors() if node.tag == "figure")
        paragraph = tree.makeelement("p", {})
        paragraph.text = words
        figure.addnext(paragraph)
        if words not in kept:
            kept.append(words)
    return tuple(kept)


def _words(node: Node) -> str:
    return " ".join("".join(node.itertext()).split())


def _is_article(text: str) -> bool:
    """Tell prose from a page of links."""
    return sum(len(line) for line in text.split("\n") if _SENTENCE.search(line)) >= _FEWEST


def _tidy(text: str) -> str:
    """Drop the lines that belong to the page and not to the report."""
    noise = lexicon().page_noise
    return "\n".join(
        line for line in text.split("\n") if fold(line) and not noise.fullmatch(line.strip(_ORNAMENTS))
    )


def _headed(text: str, title: str | None, body: Node) -> str:
    """Return the text from its headline on; where it has none, with the page's title as its first line.

    The headline is the page's title or its h1. Short lines before it are the section's name and the like.
    """
    rows = text.split("\n")
    heads = {fold(_words(node)) for node in body.iter("head") if node.get("rend") == "h1"}
    wanted = heads | ({fold(title)} if title else set())
    for number, row in enumerate(rows[:_HEAD_LINES]):
        if fold(row) in wanted:
            return "\n".join(rows[number:])
        if len(row) > _LABEL or _SENTENCE.search(row):
            break
    return f"{title}\n{text}" if title else text


def _without_outlet(title: str | None, outlet: str | None) -> str | None:
    """Return a title without the outlet's name, which pages add before or after a bar or dash.

    >>> _without_outlet("Talks go on | Example Daily", "Example Daily")
    'Talks go on'
    """
    line = " ".join((title or "").split())
    if not outlet:
        return line or None
    pieces = _BAR.split(line)  # text, bar, text …
    if len(pieces) > 2 and fold(pieces[-1]) == fold(outlet):
        return "".join(pieces[:-2])
    if len(pieces) > 2 and fold(pieces[0]) == fold(outlet):
        return "".join(pieces[2:])
    return line or None
