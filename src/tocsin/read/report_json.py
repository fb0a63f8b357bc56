"""A report as a JSON object: a file of its own, or a line of JSON Lines."""

import json
import re
from dataclasses import replace
from typing import Final

from tocsin.errors import FormatError
from tocsin.read import page
from tocsin.read.draft import Draft
from tocsin.record import Hints
from tocsin.text import decode

_FIELDS: Final = ("title", "url", "outlet", "published", "byline", "language")
_LINE_OF_FILE: Final = re.compile(r":\d+$")  # an origin such as reports.jsonl:3
_LONE: Final = re.compile("[\ud800-\udfff]")


def parse(body: bytes, name: str) -> Draft:
    """Return the draft of a report given as ``{"text" or "html", title, url, outlet, published, …}``.

    >>> parse(b'{"text": "Kyiv denies it.", "outlet": "Example Wire"}', "a.json").stated.outlet
    'Example Wire'

    Raises:
        FormatError: broken JSON (with line and column), no object, neither text nor html, or a
            field that is no string.
    """
    report = _object(body, name)
    said = {key: _string(report, key, name) for key in _FIELDS}
    stated = Hints(**said)
    text, html = (_string(report, key, name) for key in ("text", "html"))
    if text and any(character.isalnum() for character in text):
        if "\x00" in text:
            raise FormatError(f"{name}: text holds a NUL character", advice="give the report's text only")
        return Draft(text=text, stated=stated)
    if html and html.strip():
        return replace(page.parse_html(html, name, url=stated.url), stated=stated)
    what = "neither text nor html" if text is None and html is None else "text or html is empty"
    raise FormatError(f"{name}: {what}", advice='give the report as {"text": "…"} or {"html": "…"}')


def _object(body: bytes, name: str) -> dict[object, object]:
    text = decode(body, name=name)
    try:
        found: object = json.loads(text)
    except json.JSONDecodeError as error:
        raise FormatError(
            f"{_place(name, error)}: broken JSON: {error.msg[:1].lower()}{error.msg[1:]}",
            advice=_advice(name, error),
        ) from error
    except (RecursionError, ValueError) as error:  # nested too deep; a number of thousands of digits
        raise FormatError(
            f"{name}: JSON that is no report: {error}", advice='give an object: {"text": "…"}'
        ) from error
    if not isinstance(found, dict):
        raise FormatError(
            f"{name}: {_told(found)} where an object is needed",
            advice='give {"text": "…"}; for many reports, write one such object a line in a .jsonl file',
        )
    return found


def _place(name: str, error: json.JSONDecodeError) -> str:
    if _LINE_OF_FILE.search(name):
        return f"{name}, column {error.colno}"
    return f"{name}:{error.lineno}, column {error.colno}"


def _advice(name: str, error: json.JSONDecodeError) -> str:
    if error.msg == "Extra data" and not _LINE_OF_FILE.search(name):
        return "for several reports, name the file .jsonl and give each a line of its own"
    return "mend the JSON there (python -m json.tool shows it), or leave the report out"


def _string(report: dict[object, object], key: str, name: str) -> str | None:
    value = report.get(key)
    if value is None:
        return None
    if not isinstance(value, str):
        raise FormatError(
            f"{name}: {key} is {_told(value)}, not a string", advice=f'write "{key}": "…", or leave it out'
        )
    # Half of a surrogate pair, cut off somewhere upstream, is no character and cannot be stored.
    return _LONE.sub("\ufffd", value)


def _told(value: object) -> str:
    match value:
        case bool():
            return "true or false"
        case int() | float():
            return "a number"
        case list():
            return "a list"
        case dict():
            return "an object"
        case str():
            return "a string"
        case _:
            return "null"
