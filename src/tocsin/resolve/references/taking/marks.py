"""What stands in a name and is none of it: addresses of pages, marks of a transcript, "Ms." before a name."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from tocsin.record import NameType
from tocsin.record.name import BODIES
from tocsin.resolve.references.taking.scene import WORD, Piece, Scene
from tocsin.resolve.references.words import folded, named_by

_SCHEME: Final = re.compile(r"[a-z][a-z+.-]*://|www\.")
_CLOSED: Final = re.compile(r"[\])>]")
_DOMAIN: Final = re.compile(r"(?:[\w-]+\.)+(?:com|org|net|gov|mil|edu|int|info|biz|[a-z]{2})(?:/\S*)?")
_LETTERS: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+){2,}")
_QUESTION: Final = re.compile(r"(?:(?<=\s)|^)Q(?=\s{2,}|$)\s*")
_JOINTS: Final = frozenset("/-.:=_#&")
_TRIED: Final = (NameType.PERSON, NameType.OTHER, *BODIES)


def unmarked(piece: Piece, scene: Scene) -> Iterator[Piece]:
    """Yield a name without what is no part of it, nothing where no name is left."""
    if _in_address(piece.start, piece.end, scene.text):
        return
    if piece.type not in _TRIED:
        yield piece
        return
    words = scene.text[piece.start : piece.end]
    if _is_address(words.rstrip(".")) and not named_by(scene.knowledge, words):
        return
    found = _unquestioned(piece, words) if "Q" in words else piece
    if found is not None and folded(scene.text[found.start : found.end]) not in scene.lexicon.things:
        yield _untitled(found, scene)


def _in_address(start: int, end: int, text: str) -> bool:
    """Tell whether a stretch lies in the address of a page."""
    if not ({*text[max(0, start - 1) : start], *text[start : end + 1]} & _JOINTS):
        return False
    first = start
    while first and not text[first - 1].isspace():
        first -= 1
    found = [match for match in _SCHEME.finditer(text, first, end) if match.start() <= start]
    return bool(found) and not _CLOSED.search(text, found[-1].end(), start)


def _is_address(words: str) -> bool:
    return bool(_DOMAIN.fullmatch(words) or _LETTERS.fullmatch(words))


def _unquestioned(piece: Piece, words: str) -> Piece | None:
    """Return a name without the "Q" of a question: the longest part that is left."""
    parts = []
    at = 0
    for match in _QUESTION.finditer(words):
        parts.append((at, match.start()))
        at = match.end()
    if not at and not parts:
        return piece
    parts.append((at, len(words)))
    start, end = max(parts, key=lambda part: part[1] - part[0])
    left = words[start:end].rstrip(" .\n\xa0")
    return replace(piece, start=piece.start + start, end=piece.start + start + len(left)) if left else None


def _untitled(piece: Piece, scene: Scene) -> Piece:
    """Return who is called "Ms. …" as a person, without the title."""
    if piece.type is NameType.PERSON:
        return piece
    first = WORD.match(scene.text, piece.start, piece.end)
    rest = WORD.search(scene.text, first.end(), piece.end) if first else None
    if first is None or rest is None or first[0].strip(".").lower() not in scene.lexicon.courtesy:
        return piece
    return replace(piece, start=rest.start(), type=NameType.PERSON)
