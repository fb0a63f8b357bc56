"""Bytes to text, in the encodings that reports come in."""

import codecs
import re
from typing import Final

from tocsin.errors import FormatError
from tocsin.text.guess import guess_encoding
from tocsin.text.signatures import binary_kind

_MARKS: Final = (  # UTF-32 before UTF-16: its little-endian mark begins with that of UTF-16
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# What pages mean when they declare these (WHATWG Encoding Standard, labels).
_MEANT: Final = (
    ("ascii", "cp1252"),
    ("iso8859-1", "cp1252"),
    ("iso8859-9", "cp1254"),
    ("gb2312", "gb18030"),
    ("gbk", "gb18030"),
    ("shift_jis", "cp932"),
    ("euc_kr", "cp949"),
)
_NEVER: Final = frozenset({"utf-7", "idna", "punycode", "unicode-escape", "raw-unicode-escape", "undefined"})
_CHARSET: Final = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w:.-]+)|<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w:.-]+)""",
    re.IGNORECASE,
)
_HEAD: Final = 8192  # the standard looks at 1,024 bytes; real pages put scripts before the declaration


def decode(body: bytes, *, name: str, declared: str | None = None) -> str:
    """Return the text of a body, every character kept but a byte-order mark at its start.

    A byte-order mark decides; else valid UTF-8 is UTF-8 whatever is declared; else the declared
    encoding; else the likeliest by script (``guess_encoding``).

    Raises:
        FormatError: the body is empty, holds no words, or is no text; the message says what it is.
    """
    mark, encoding = next((mark for mark in _MARKS if body.startswith(mark[0])), (b"", None))
    rest = body[len(mark) :]
    if encoding in {None, "utf-8"}:
        text = _unmarked(rest, name, None if encoding else declared)
    else:
        text = _marked(rest, name, str(encoding))
    if "\x00" in text:
        raise _not_text(name, "a binary file (it holds NUL characters)")
    if not any(character.isalnum() for character in text):
        what = "is empty" if not text else "holds no words"
        raise FormatError(f"{name}: {what}", advice="give a file that holds the text of a report")
    return text


def declared_charset(page: bytes) -> str | None:
    """Return the encoding that a page declares for itself.

    >>> declared_charset(b'<html><head><meta charset="windows-1251">')
    'windows-1251'
    """
    found = _CHARSET.search(page[:_HEAD])
    return (found[1] or found[2]).decode("ascii", "replace") if found else None


def _marked(rest: bytes, name: str, encoding: str) -> str:
    try:
        return rest.decode(encoding)
    except UnicodeDecodeError as error:
        raise FormatError(
            f"{name}: not valid {encoding.upper()} at byte {error.start}, though it begins as such",
            advice="the file is cut off or damaged; save it again as UTF-8",
        ) from error


def _unmarked(body: bytes, name: str, declared: str | None) -> str:
    kind = binary_kind(body)
    if kind:
        raise _not_text(name, kind)
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError:
        pass
    repaired = body.decode("utf-8", "replace")
    if _mostly_utf8(repaired):
        return repaired
    if declared and (encoding := _known(declared)):
        try:
            return body.decode(encoding)
        except UnicodeDecodeError:
            pass
    encoding = guess_encoding(body)
    if encoding is None:
        raise FormatError(
            f"{name}: its encoding cannot be told",
            advice="convert it to UTF-8, for instance with: iconv -f ENCODING -t UTF-8 FILE",
        )
    return body.decode(encoding, "replace")


def _mostly_utf8(repaired: str) -> bool:
    """Tell whether a few bad bytes in UTF-8 are the better story than another encoding."""
    bad = repaired.count("\ufffd")
    good = sum(character > "\x7f" for character in repaired) - bad
    return good > 3 * bad


def _known(declared: str) -> str | None:
    try:
        name = codecs.lookup(declared).name
        b"x".decode(name)  # codecs that are no text encodings (rot13, zip) refuse this
    except (LookupError, ValueError):
        return None
    # A page that declares UTF-16 in ASCII letters is not in UTF-16 (WHATWG).
    return (
        None if name.replace("_", "-") in _NEVER or name.startswith("utf") else dict(_MEANT).get(name, name)
    )


def _not_text(name: str, kind: str) -> FormatError:
    return FormatError(
        f"{name}: {kind}, not text",
        advice="save the report as text, Markdown, HTML or JSON (UTF-8) and read that",
    )
