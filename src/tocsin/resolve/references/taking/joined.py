"""Names of several that "and" joins: "DPR and LPR", "Departments of Trade and Health", "Amir and I"."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from tocsin.record import NameType
from tocsin.record.name import BODIES
from tocsin.resolve.references.taking.scene import LOOSE, Piece, Scene
from tocsin.resolve.references.words import folded, named_by

_AND: Final = re.compile(r"(?:,\s*)?\s(?:and|or)\s+|,\s+")
_LEAD: Final = re.compile(r"(?:to|of|the|our|their|its|with|for)\s+", re.IGNORECASE)
_SHARED: Final = re.compile(r"(\S+)s(\s+of\s+(?:the\s+)?)(\S.*)", re.DOTALL)
_HYPHEN: Final = re.compile(r"([^\s-]+)[-–]([^\s-]+)")
_OF_PEOPLE: Final = ("adjective", "people")
_MANY: Final = ("", "the ")
Part = tuple[int, int]


def divided(piece: Piece, scene: Scene) -> Iterator[Piece]:
    """Yield each of those that a name joins, the name itself where it is of one, nothing where of nobody."""
    words = scene.text[piece.start : piece.end]
    if piece.type in LOOSE and (hyphen := _HYPHEN.fullmatch(words)):
        yield from _hyphened(piece, hyphen, scene)
    elif piece.type in LOOSE and _AND.search(words) and not named_by(scene.knowledge, words):
        yield from _joined(piece, list(_parts(piece, scene)), scene)
    else:
        yield piece


def _joined(piece: Piece, parts: list[Part], scene: Scene) -> Iterator[Piece]:
    found = [_told(piece, number, parts, scene) for number in range(len(parts))]
    if all(found):
        yield from filter(None, found)
    elif _is_joint(parts, found, scene):
        yield piece
    elif any(found):
        for part, told in zip(parts, found, strict=True):
            if told is not None:
                yield told
            elif _is_name(part, scene):
                yield replace(piece, start=part[0], end=part[1])
    elif shared := _SHARED.fullmatch(scene.text, *parts[0]):
        parts = [shared.span(3), *parts[1:]]  # "Heads of Acme and Borro"
        yield from (replace(piece, start=part[0], end=part[1]) for part in parts if _is_name(part, scene))
    elif all(_is_name(part, scene) for part in parts):
        yield piece


def _is_joint(parts: list[Part], found: list[Piece | None], scene: Scene) -> bool:
    """Tell whether a name is a body's that joins places and others: "Norland and Dale Railway"."""
    kinds = {told.type for told in found if told}
    rest = [part for part, told in zip(parts, found, strict=True) if told is None]
    return bool(kinds) and kinds.isdisjoint(LOOSE) and all(_is_name(part, scene) for part in rest)


def _hyphened(piece: Piece, joined: re.Match[str], scene: Scene) -> Iterator[Piece]:
    """Yield the two known ones that a hyphen joins, "NATO-Russia"; nothing for who is outside: "non-NATO"."""
    both = [scene.kinds(part) for part in joined.groups()]
    if named_by(scene.knowledge, joined[0]) or not both[1] or piece.type is NameType.PERSON:
        yield piece
    elif all(both):
        for number, kinds in enumerate(both, 1):
            start, end = (piece.start + at for at in joined.span(number))
            yield replace(piece, start=start, end=end, type=kinds[0])
    elif piece.type not in BODIES or f"{joined[1].lower()}-" not in scene.lexicon.before_people:
        yield piece


def _parts(piece: Piece, scene: Scene) -> Iterator[Part]:
    at = piece.start
    for start, end in (
        *(m.span() for m in _AND.finditer(scene.text, piece.start, piece.end)),
        (piece.end,) * 2,
    ):
        first = at
        while match := _LEAD.match(scene.text, first, start):
            first = match.end()
        if first < start:
            yield first, start
        at = end


def _told(piece: Piece, number: int, parts: list[Part], scene: Scene) -> Piece | None:
    """Return who or what is meant by a part, None where neither the report nor what is known tells."""
    start, end = parts[number]
    part = replace(piece, start=start, end=end)
    words = scene.text[start:end]
    entries = scene.entries(words)
    if any(scene.knowledge.use_of(entry.id, words) in _OF_PEOPLE for entry in entries):
        return None
    if entries:
        return replace(part, type=scene.kinds(words)[0])
    whole = _whole(number, parts, scene)
    if whole is not None:
        return replace(part, type=NameType.ORGANISATION, known=whole)
    kinds = scene.types.get(folded(words))
    if kinds and NameType.NATIONALITY not in kinds and _is_name((start, end), scene):
        return replace(part, type=max(kinds, key=lambda kind: (kinds[kind], kind.value)))
    return _person(part, words, scene)


def _person(part: Piece, words: str, scene: Scene) -> Piece | None:
    """Return a person told by a title or named in full elsewhere: "Senators Weir and Holt"."""
    first, _, rest = words.partition(" ")
    if rest and scene.is_title(first) and scene.is_person(rest):
        return replace(part, start=part.end - len(rest), type=NameType.PERSON)
    plain = folded(words)
    if plain in scene.lasts or plain in scene.full or plain in scene.firsts:
        return replace(part, type=NameType.PERSON)
    return None


def _whole(number: int, parts: list[Part], scene: Scene) -> str | None:
    """Return what a part is with the words that all share: "[Departments of] Trade", "Dale [Republics]"."""
    first, last = scene.text[slice(*parts[0])], scene.text[slice(*parts[-1])]
    words = scene.text[slice(*parts[number])]
    tries = []
    if match := _SHARED.fullmatch(first):
        own = match[3] if number == 0 else words
        tries += [f"{match[1]} of {the}{own}" for the in _MANY]
        tries += [f"{own} {match[1]}"]
    behind = last.partition(" ")[2]
    if behind:
        own = words if number < len(parts) - 1 else last.partition(" ")[0]
        tries += [f"{own} {behind}", f"{own} {behind.removesuffix('s')}"]
    for each in tries:
        found = [entry for entry in scene.entries(each) if entry.type in BODIES]
        if len(found) == 1:
            return found[0].id
    return None


def _is_name(part: Part, scene: Scene) -> bool:
    """Tell whether a part may name something: it begins with a capital and is no pronoun or plain noun."""
    words = scene.text[slice(*part)]
    last = words.lower().rpartition(" ")[2]
    plain = words.lower() in scene.lexicon.pronouns or words == "I"
    return words[:1].isupper() and not plain and last not in scene.lexicon.plain
