"""What a page's metadata says of its publication, as written."""

import json
from collections.abc import Iterator
from typing import Final, Protocol, Self

from tocsin.errors import DateError
from tocsin.read.dates import parse_date

_META: Final = frozenset(
    {
        "article:published_time",
        "og:article:published_time",
        "datepublished",
        "date.published",
        "parsely-pub-date",
    }
)
_KINDS: Final = ("article", "posting", "report")  # NewsArticle, BlogPosting, Report … of schema.org
_DEEPEST: Final = 6


class Node(Protocol):
    """What we use of an lxml element."""

    tag: object
    text: str | None

    def get(self, name: str) -> str | None:
        """Return an attribute."""

    def iter(self, *tags: str) -> Iterator[Self]:
        """Yield this node and those under it."""

    def iterancestors(self) -> Iterator[Self]:
        """Yield the nodes above."""

    def itertext(self) -> Iterator[str]:
        """Yield the text under this node."""

    def makeelement(self, tag: str, attributes: dict[str, str]) -> Self:
        """Return a new node."""

    def addnext(self, node: Self) -> None:
        """Put a node after this one."""


def published_in(tree: Node) -> str | None:
    """Return the first date of publication that a page's metadata holds and that is a date.

    JSON-LD ``datePublished`` goes first, then ``article:published_time`` and its kin, then
    microdata: in this order they carry time and zone most often.
    """
    for written in (*_in_json_ld(tree), *_in_meta(tree), *_in_microdata(tree)):
        try:
            parse_date(written)
        except DateError:
            continue
        return written
    return None


def _in_json_ld(tree: Node) -> Iterator[str]:
    for script in tree.iter("script"):
        if (script.get("type") or "").lower() != "application/ld+json":
            continue
        try:
            found = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):
            continue
        objects = list(_objects(found, 0))
        for item in sorted(objects, key=_is_article, reverse=True):
            written = item.get("datePublished")
            if isinstance(written, str):
                yield written


def _objects(found: object, depth: int) -> Iterator[dict[str, object]]:
    """Yield an object and those in its lists and under it, outermost first."""
    if depth > _DEEPEST:
        return
    if isinstance(found, dict):
        yield found
    inner = found.values() if isinstance(found, dict) else found if isinstance(found, list) else ()
    for item in inner:
        if isinstance(item, (dict, list)):
            yield from _objects(item, depth + 1)


def _is_article(item: dict[str, object]) -> bool:
    return any(kind in str(item.get("@type")).lower() for kind in _KINDS)


def _in_meta(tree: Node) -> Iterator[str]:
    for meta in tree.iter("meta"):
        names = (meta.get("property"), meta.get("name"), meta.get("itemprop"))
        if any(name and name.lower() in _META for name in names) and (written := meta.get("content")):
            yield written


def _in_microdata(tree: Node) -> Iterator[str]:
    for time in tree.iter("time"):
        if (time.get("itemprop") or "").lower() == "datepublished" and (written := time.get("datetime")):
            yield written
