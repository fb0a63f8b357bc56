"""Of what type a name of one word is, where the report or what is known tells better than the reader."""

import re
from collections import Counter
from dataclasses import replace
from typing import Final

from tocsin.record import NameType
from tocsin.record.name import BODIES
from tocsin.record.place import PlaceKind
from tocsin.resolve.references.taking.scene import LOOSE, Piece, Scene
from tocsin.resolve.references.words import folded, named_by

_PLACED: Final = re.compile(r"\b(?:in|at|near|around|outside|from|to|of|into|through|towards)\s+$")
_LAST: Final = re.compile(r".*\s", re.DOTALL)  # all but the last word
_PAPER: Final = frozenset((NameType.ORGANISATION, NameType.OTHER))
_BEFORE: Final = 12
_LARGE: Final = 50_000  # inhabitants of a place that one word tells without "in" before it
_SHORT: Final = 4  # letters in capitals that may stand for anything
_GEOGRAPHIC: Final = frozenset((NameType.PLACE, NameType.STATE, NameType.FACILITY))


def typed(piece: Piece, scene: Scene) -> Piece:
    """Return a name with the type that it must have; one of several words as it is."""
    words = scene.text[piece.start : piece.end]
    if piece.type in _PAPER and _LAST.sub("", words).lower() in scene.lexicon.papers:
        return piece if named_by(scene.knowledge, words) else replace(piece, type=NameType.DOCUMENT)
    if piece.type not in LOOSE or " " in words or "\n" in words or piece.known or piece.office:
        return piece
    kind = _kind(words, piece, scene)
    return piece if kind is None or kind is piece.type else replace(piece, type=kind)


def _kind(words: str, piece: Piece, scene: Scene) -> NameType | None:
    """Return the type of a word by the report, by what is known, by the gazetteer; None where none tells."""
    plain = folded(words)
    if plain == scene.outlet or plain in scene.lexicon.plain:
        return NameType.ORGANISATION
    named = scene.kinds(words)
    if plain in scene.lasts or (plain in scene.firsts and not named):
        return NameType.PERSON
    if piece.type is NameType.PERSON:
        if plain in scene.lexicon.first or scene.knowledge.surnamed(plain) or NameType.PERSON in named:
            return None
        found = named[0] if named else None
    else:
        found = NameType.PERSON if set(named) == {NameType.PERSON} else None
        if not named and _may_be_person(words, plain, scene):
            found = NameType.PERSON
    if found or named or scene.knowledge.surnamed(plain):
        return found
    return _placed(words, piece, scene) or _elsewhere(plain, piece, scene)


def _may_be_person(words: str, plain: str, scene: Scene) -> bool:
    """Tell whether a word is a known last name, no common one and no place of the report, or a first name."""
    if words.isupper() and len(words) <= _SHORT:
        return False
    if not scene.knowledge.surnamed(plain):
        return plain in scene.lexicon.first and not words.isupper()
    kinds = scene.types.get(plain, Counter())
    return plain not in scene.lexicon.common and not any(kinds.get(kind) for kind in _GEOGRAPHIC)


def _elsewhere(plain: str, piece: Piece, scene: Scene) -> NameType | None:
    """Return the type that the report has for the same word more often."""
    kinds = scene.types.get(plain, Counter())
    best = max(kinds, key=lambda kind: (kinds[kind], kind is piece.type, kind.value), default=None)
    return best if best is not piece.type else None


def _placed(words: str, piece: Piece, scene: Scene) -> NameType | None:
    """Return that it is a place, where the gazetteer has it and the words around let it be one."""
    if scene.gazetteer is None or words.isupper() or not words[0].isupper() or not words.isalpha():
        return None
    before = scene.text[max(0, piece.start - _BEFORE) : piece.start]
    said = _PLACED.search(before) is not None
    found = [place for place in scene.gazetteer.find(words) if folded(place.name) == folded(words)]
    if not found:
        return None
    area = any(place.kind is PlaceKind.AREA for place in found)
    here = found[0].country is not None and _names(found[0].country, scene)
    large = found[0].population >= _LARGE
    told = said if piece.type in BODIES else large
    return NameType.PLACE if area or (here and told) else None


def _names(country: str, scene: Scene) -> bool:
    """Tell whether a report names a state."""
    entry = scene.knowledge.get(country)
    words = (*entry.names, *entry.adjectives) if entry else ()
    return any(folded(each) in scene.types for each in words)
