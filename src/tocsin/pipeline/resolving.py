"""The stage of resolution with what it looks names and places up in."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from tocsin.gazetteer import Gazetteer, open_gazetteer
from tocsin.knowledge import Knowledge, load_knowledge
from tocsin.model.layers import Layers
from tocsin.record import Extraction
from tocsin.resolve import VERSION, resolve

DIGEST_SHOWN = 12


class Resolver(Protocol):
    """What the pipeline asks of the stage that says who and where is meant."""

    @property
    def version(self) -> str:
        """What tells what this resolver finds from what another one finds."""
        ...

    def __call__(self, extraction: Extraction, layers: Layers, /) -> Extraction:
        """Return the extraction with its references, toponyms and links."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownResolver:
    """The stage ``resolve`` with a knowledge and a gazetteer."""

    knowledge: Knowledge
    gazetteer: Gazetteer

    @property
    def version(self) -> str:
        """The component with its version, and the digests of what it looks up in."""
        known, places = (each.digest[:DIGEST_SHOWN] for each in (self.knowledge, self.gazetteer))
        return f"{VERSION} knowledge@{known} gazetteer@{places}"

    def __call__(self, extraction: Extraction, layers: Layers) -> Extraction:
        """Return the extraction with its references, toponyms and links."""
        return resolve(extraction, layers, knowledge=self.knowledge, gazetteer=self.gazetteer)


def open_resolver(*, knowledge: Sequence[str] = (), gazetteer: str = "") -> KnownResolver:
    """Return a resolver with the shipped knowledge and the user's own lists, and a gazetteer.

    Raises:
        FormatError: a list or the gazetteer is not what it should be; the error names file and line.
        SourceError: a file cannot be read.
    """
    return KnownResolver(
        knowledge=load_knowledge([Path(each) for each in knowledge]),
        gazetteer=open_gazetteer(Path(gazetteer) if gazetteer else None),
    )
