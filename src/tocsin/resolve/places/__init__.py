"""Where: the geographic names of a report, placed in a gazetteer together, each with its reasons.

A pure function of the report and of two read-only sources: no clock, no network, no chance.
"""

from collections.abc import Mapping

from tocsin.gazetteer import Gazetteer
from tocsin.knowledge import Knowledge
from tocsin.lang import language_for
from tocsin.model.layers import Layers
from tocsin.record import Extraction
from tocsin.record.place import Toponym, Use
from tocsin.resolve.places.candidates import Sources, groups_of
from tocsin.resolve.places.judging import toponyms
from tocsin.resolve.places.lexicon import lexicon
from tocsin.resolve.places.mentions import mentions
from tocsin.resolve.places.settling import Settled
from tocsin.resolve.places.surroundings import setting_of, surroundings
from tocsin.resolve.places.weights import weights

__all__ = ["place_toponyms"]


def place_toponyms(
    extraction: Extraction,
    layers: Layers,  # noqa: ARG001 - all stages of resolve take it; syntax has spoken through ``uses``
    uses: Mapping[str, Use],
    *,
    knowledge: Knowledge,
    gazetteer: Gazetteer,
    version: str,
) -> tuple[Toponym, ...]:
    """Return a toponym for each geographic name, in order: its place, or that it is unknown, and why.

    ``uses`` has the use of names by their id; a name without one is a place.
    """
    document = extraction.document
    sources = Sources(
        knowledge=knowledge, gazetteer=gazetteer, lexicon=lexicon(language_for(document.language))
    )
    found = mentions(document, extraction.names, uses, sources.lexicon)
    if not found:
        return ()
    groups = groups_of(found, document.text, sources)
    context = surroundings(document, extraction.names, found, sources)
    settled = Settled.of((*groups, *context), gazetteer, setting_of(document, sources), weights())
    return toponyms(document.id, document.text, found, settled, sources, version=version)
