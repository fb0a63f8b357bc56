"""Names of two things that the reader took for one: "Defense Weir" of "Secretary of Defense Weir"."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from tocsin.record import NameType
from tocsin.resolve.references.taking.scene import LOOSE, Piece, Scene
from tocsin.resolve.references.words import folded, named_by

_OFFICE_OF: Final = re.compile(
    r"(?<![\w’'-])((?:[A-Z][\w-]*\s+|of\s+){0,4}(?:[A-Z][\w-]*|[a-z]+))\s+((?:of|for)(?:\s+the)?)\s+$"
)
_BEFORE: Final = 60
_PERSON: Final = 3  # words of a person's name at the end
_NAME: Final = re.compile(r"[^\W\d_][\w.’'-]+")
_OF: Final = re.compile(r"\bof\s+(?:the\s+)?$")
Word = tuple[int, int]


def unglued(piece: Piece, scene: Scene) -> Iterator[Piece]:
    """Yield the parts of a name that is of a body and its officer, the name itself where it is of one."""
    words = list(scene.words(piece.start, piece.end)) if piece.type in LOOSE else []
    if len(words) < 2 or _is_one(scene.text[piece.start : piece.end], scene):
        yield piece
        return
    yield from (
        _by_title(piece, words, scene)
        or _by_office(piece, words, scene)
        or _by_name(piece, words, scene)
        or (piece,)
    )


def _is_one(words: str, scene: Scene) -> bool:
    """Tell whether a name is known as that of one: "Norvik Ada Weir" is not, though Ada Weir is of Norvik."""
    entries = scene.entries(words)
    plain = folded(words)
    return any(one.type is not NameType.PERSON or plain in map(folded, one.names) for one in entries)


def _by_title(piece: Piece, words: list[Word], scene: Scene) -> tuple[Piece, ...]:
    """Return body and person where a title stands between: "Fed Chair Weir", "Navy Adm. Weir"."""
    titled = [number for number in range(1, len(words) - 1) if scene.is_title(_word(words[number], scene))]
    if not titled or scene.is_title(_word(words[-1], scene)):
        return ()
    last = titled[-1]
    rank = _word(words[last], scene).endswith(".")
    tail = words[last + 1 :]
    if len(tail) > _PERSON or not _are_names(tail, scene) or not (rank or _is_person(tail, scene)):
        return ()
    first = titled[-1]
    while first - 1 in titled:
        first -= 1
    whole, title = (scene.text[words[at][0] : words[last][1]] for at in (0, first))
    before = _before(piece, scene)
    if before is not None:
        title = f"{before[1]} {before[2]} {scene.text[words[0][0] : words[first - 1][1]]}"
    elif scene.knowledge.office_named(whole):
        title = whole
    return (*_body(piece, words[:first], scene), _person(piece, tail, title))


def _before(piece: Piece, scene: Scene) -> re.Match[str] | None:
    """Return the office that stands before a name, with the words that join them: "Secretary of"."""
    match = _OFFICE_OF.search(scene.text, max(0, piece.start - _BEFORE), piece.start)
    return match if match and any(map(scene.is_title, match[1].split())) else None


def _by_office(piece: Piece, words: list[Word], scene: Scene) -> tuple[Piece, ...]:
    """Return body and person where an office "of" stands before: "President of the [Council Weir]"."""
    match = _before(piece, scene)
    if match is None:
        return ()
    said = match[1].removesuffix("s")
    for cut in range(len(words) - 1, 0, -1):
        head, tail = words[:cut], words[cut:]
        if len(tail) > _PERSON or not _are_names(tail, scene):
            continue
        body = scene.text[head[0][0] : head[-1][1]]
        office = f"{said} {match[2]} {body}"
        known = (
            _is_kind(head[-1], scene)
            or scene.knowledge.office_named(office) is not None
            or bool(named_by(scene.knowledge, body))
        )
        if _is_person(tail, scene) or (known and len(tail) == 1 and not _is_kind(tail[0], scene)):
            another = _OF.search(scene.text, 0, match.start()) is not None  # "aide of the President of …"
            return (*_body(piece, head, scene), _person(piece, tail, None if another else office))
    return ()


def _by_name(piece: Piece, words: list[Word], scene: Scene) -> tuple[Piece, ...]:
    """Return a known place or body and the full name behind it: "[Norvik] [Ada Weir]"."""
    for cut in range(1, len(words) - 1):
        head, tail = words[:cut], words[cut:]
        before = scene.text[head[0][0] : head[-1][1]]
        if _is_person(tail, scene) and not scene.is_title(before):
            kinds = [kind for kind in scene.kinds(before) if kind is not NameType.PERSON]
            if kinds or (scene.gazetteer and cut > 1 and scene.gazetteer.find(before)):
                kind = kinds[0] if kinds else NameType.PLACE
                first = replace(piece, start=head[0][0], end=head[-1][1], type=kind)
                return first, _person(piece, tail, None)
    return ()


def _word(word: Word, scene: Scene) -> str:
    return scene.text[word[0] : word[1]]


def _are_names(words: list[Word], scene: Scene) -> bool:
    return all(_NAME.fullmatch(_word(w, scene)) and _word(w, scene)[0].isupper() for w in words)


def _is_person(words: list[Word], scene: Scene) -> bool:
    return scene.is_person(scene.text[words[0][0] : words[-1][1]])


def _is_kind(word: Word, scene: Scene) -> bool:
    """Tell whether a word is of names of bodies: "Council", "Affairs"."""
    plain = _word(word, scene).lower()
    return plain in scene.lexicon.shared or plain in scene.lexicon.fields or scene.is_title(plain)


def _body(piece: Piece, words: list[Word], scene: Scene) -> tuple[Piece, ...]:
    """Return the body that is named before a person, nothing where the words are known for none."""
    start, end = words[0][0], words[-1][1]
    found = [kind for kind in scene.kinds(scene.text[start:end]) if kind is not NameType.PERSON]
    return (replace(piece, start=start, end=end, type=found[0]),) if found else ()


def _person(piece: Piece, words: list[Word], office: str | None) -> Piece:
    return replace(piece, start=words[0][0], end=words[-1][1], type=NameType.PERSON, office=_line(office))


def _line(words: str | None) -> str | None:
    return " ".join(words.split()) if words else None
