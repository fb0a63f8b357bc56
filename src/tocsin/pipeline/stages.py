"""The stages of reading, by name, with what each needs and makes. A new stage is a line here."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What passes from stage to stage."""

    SOURCE = "source"  # a path, glob, folder or stream, as named by the user
    CAPTURE = "capture"
    DOCUMENT = "document"
    LAYERS = "layers"
    EXTRACTION = "extraction"
    RESOLVED = "resolved"  # an extraction with its references and toponyms
    ROW = "row"  # kept in the case


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """One step: its name (the ``stage`` of its failures), what it needs, what it makes."""

    name: str
    needs: frozenset[Kind]
    makes: Kind


GATHER = Stage(name="gather", needs=frozenset({Kind.SOURCE}), makes=Kind.CAPTURE)
READ = Stage(name="read", needs=frozenset({Kind.CAPTURE}), makes=Kind.DOCUMENT)
MODEL = Stage(name="model", needs=frozenset({Kind.DOCUMENT}), makes=Kind.LAYERS)
EXTRACT = Stage(name="extract", needs=frozenset({Kind.DOCUMENT, Kind.LAYERS}), makes=Kind.EXTRACTION)
RESOLVE = Stage(name="resolve", needs=frozenset({Kind.EXTRACTION, Kind.LAYERS}), makes=Kind.RESOLVED)
STORE = Stage(name="store", needs=frozenset({Kind.CAPTURE, Kind.RESOLVED}), makes=Kind.ROW)

STAGES: tuple[Stage, ...] = (GATHER, READ, MODEL, EXTRACT, RESOLVE, STORE)
