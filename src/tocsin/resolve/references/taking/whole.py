"""Known long names that the reader cut: "Organization for Security" where "and Co-operation …" follows."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice, takewhile
from typing import Final

from tocsin.record import NameType
from tocsin.record.name import BODIES
from tocsin.resolve.references.taking.scene import WORD, Piece, Scene
from tocsin.resolve.references.words import folded
from tocsin.text.fold import fold_name

_LONG: Final = 4  # words of a name that may be cut
_MOST: Final = 12  # words of the longest


def completed(pieces: Iterable[Piece], scene: Scene) -> Iterator[Piece]:
    """Yield the names, those that begin a known longer one that stands there as long as that one."""
    until = 0
    for piece in pieces:
        if piece.start < until:
            continue
        if piece.type in BODIES or piece.type is NameType.OTHER:
            end = _end(piece, scene)
            if end > piece.end:
                until = end
                yield replace(piece, end=end, type=NameType.ORGANISATION)
                continue
        yield piece


def beginnings(name: str, type: NameType) -> tuple[str, ...]:  # noqa: A002 - the field's word
    """Return the first two words of a long name of a body, by which its beginning finds it.

    >>> beginnings("League for the Care of Rivers", NameType.ORGANISATION)
    ('league for',)
    """
    words = fold_name(name).split() if type in BODIES else []
    return (" ".join(words[:2]),) if len(words) >= _LONG else ()


def _end(piece: Piece, scene: Scene) -> int:
    words = folded(scene.text[piece.start : piece.end])
    parts = words.split()
    if len(parts) < 2:
        return piece.end
    ids = scene.knowledge.index(beginnings).blocks(" ".join(parts[:2]))
    wanted = {
        name
        for id_ in ids
        for name in map(folded, scene.knowledge.entries[id_].names)
        if name.startswith(f"{words} ")
    }
    if not wanted:
        return piece.end
    following = islice(WORD.finditer(scene.text, piece.end), _MOST)
    ends = [match.end() for match in takewhile(lambda match: match[0][0] not in "([", following)]
    stretches = ((end, scene.text[piece.start : end].rstrip(".,;:)’'\"”")) for end in ends)
    found = [piece.start + len(stretch) for _, stretch in stretches if folded(stretch) in wanted]
    return max(found, default=piece.end)
