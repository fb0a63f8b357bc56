"""What the names of a report are taken for, before it is asked whom they stand for.

The reader's names stay as they are in the records. Here each is looked at again with all others of the
report and with what is known: what is none of a name goes, what is several is parted, a cut one is
completed, a wrong type is put right. What is left are names with the ids of those that they come from.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from tocsin.gazetteer import Gazetteer
from tocsin.knowledge import Knowledge
from tocsin.record import Extraction
from tocsin.resolve.references.taking.glued import unglued
from tocsin.resolve.references.taking.joined import divided
from tocsin.resolve.references.taking.kinds import typed
from tocsin.resolve.references.taking.marks import unmarked
from tocsin.resolve.references.taking.scene import LOOSE, Piece, Scene
from tocsin.resolve.references.taking.whole import completed

__all__ = ["Taken", "take"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """The names of a report as they are taken, with what their own words do not tell."""

    extraction: Extraction  # its names are those that are taken
    known: Mapping[int, str] = field(default_factory=dict)  # by where a name starts: the id of what it is
    offices: Mapping[int, str] = field(default_factory=dict)  # of persons, by where their names start


def take(extraction: Extraction, *, knowledge: Knowledge, gazetteer: Gazetteer | None = None) -> Taken:
    """Return what the names of an extraction are taken for; each part of a name has the name's id."""
    scene = Scene.of(extraction, knowledge, gazetteer)
    pieces = tuple(_taken(completed(map(Piece.of, extraction.names), scene), scene))
    return Taken(
        extraction=replace(extraction, names=tuple(piece.named(scene.text) for piece in pieces)),
        known={piece.start: piece.known for piece in pieces if piece.known},
        offices={piece.start: piece.office for piece in pieces if piece.office},
    )


def _taken(pieces: Iterable[Piece], scene: Scene) -> Iterator[Piece]:
    for piece in pieces:
        for cleaned in unmarked(piece, scene):
            if cleaned.type not in LOOSE:
                yield cleaned
                continue
            for part in divided(cleaned, scene):
                for one in unglued(part, scene):
                    yield typed(one, scene)
