"""The front matter of Markdown: the plain ``key: value`` part of YAML, and no more."""

import re
from dataclasses import fields
from typing import Final

from tocsin.errors import FormatError
from tocsin.record import Hints

_FENCE: Final = re.compile(r"---[ \t]*(?:\r\n|\n|\r)")
_LINE: Final = re.compile(r"([^\r\n]*)(?:\r\n|\n|\r|\Z)")
_PAIR: Final = re.compile(r"([A-Za-z_][\w-]*)[ \t]*:(?:[ \t]+(.*?))?[ \t]*$")
_QUOTED: Final = re.compile(r"""("(?:[^"\\]|\\.)*"|'(?:[^']|'')*')[ \t]*(?:#.*)?$""")
_ESCAPED: Final = re.compile(r"\\(.)")
_COMMENT: Final = re.compile(r"(?:^|[ \t])#.*$")
_KNOWN: Final = frozenset(field.name for field in fields(Hints))
_NOTHING: Final = frozenset({"", "~", "null"})


def split_front_matter(text: str, *, name: str) -> tuple[Hints, str]:
    r"""Return what the front matter says, and the text after it; no front matter says nothing.

    Keys that we do not know may hold anything and are passed over.

    >>> hints, rest = split_front_matter("---\noutlet: 'Harbour Post'\n---\nText", name="a.md")
    >>> hints.outlet, rest
    ('Harbour Post', 'Text')

    Raises:
        FormatError: it is not closed, or a known key's value is not on its line; names the line.
    """
    opened = _FENCE.match(text)
    if opened is None:
        return Hints(), text
    said: dict[str, str] = {}
    last: str | None = None
    number, place = 1, opened.end()
    while place < len(text) and (found := _LINE.match(text, place)):
        number, place, line = number + 1, found.end(), found[1]
        if line.rstrip() in {"---", "..."}:
            return Hints(**said), text[place:]
        if number == 2 and not _PAIR.match(line) and not line.startswith("#"):
            return Hints(), text  # a ruler at the top of the text
        last = _take(line, last, said, where=f"{name}:{number}")
    raise FormatError(
        f"{name}:1: front matter is opened here and never closed", advice="close it with a line of ---"
    )


def _take(line: str, last: str | None, said: dict[str, str], *, where: str) -> str | None:
    """Note what a line says; return the known key that it belongs to."""
    if not line.strip() or line.lstrip().startswith("#"):
        return last
    pair = _PAIR.match(line)
    if pair is None:
        if last in _KNOWN or not line[0].isspace() and line[0] not in "-]}":  # noqa: RUF021
            raise _broken(where, "not of the form key: value")
        return last
    key = pair[1].lower()
    if key in _KNOWN:
        if key in said:
            raise _broken(where, f"{key} is said twice")
        value = _value(pair[2] or "", where=where)
        if value not in _NOTHING:
            said[key] = value
    return key


def _value(raw: str, *, where: str) -> str:
    if raw[:1] in {'"', "'"}:
        quoted = _QUOTED.match(raw)
        if quoted is None:
            raise _broken(where, "a quoted value that does not end")
        inner = quoted[1][1:-1]
        return inner.replace("''", "'") if raw[0] == "'" else _ESCAPED.sub(r"\1", inner)
    if raw[:1] in {"|", ">", "[", "{", "&", "*", "!"}:
        raise _broken(where, "a value that is no plain text")
    return _COMMENT.sub("", raw).strip()


def _broken(where: str, what: str) -> FormatError:
    return FormatError(
        f"{where}: front matter: {what}",
        advice='write each value on one line, in quotes where needed: key: "value"',
    )
