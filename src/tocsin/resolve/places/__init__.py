"""Where: the geographic names of a report, placed in a gazetteer together, each with its reasons.

A pure function of the report and of two read-only sources: no clock, no network, no chance.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from tocsin.gazetteer import Gazetteer
from tocsin.knowledge import Knowledge
from tocsin.lang import language_for
from tocsin.model.layers import Layers
from tocsin.record import Extraction
from tocsin.record.place import Place, Toponym, Use
from tocsin.resolve.places.candidates import Group, Sources, groups_of
from tocsin.resolve.places.judging import toponyms
from tocsin.resolve.places.lexicon import lexicon
from tocsin.resolve.places.mentions import Mention, mentions
from tocsin.resolve.places.scoring import Table, tabulate
from tocsin.resolve.places.settling import Settled, holders_of
from tocsin.resolve.places.sifting import sift
from tocsin.resolve.places.surroundings import setting_of, surroundings
from tocsin.resolve.places.weights import weights

__all__ = ["Report", "place_toponyms", "read_places"]


def place_toponyms(
    extraction: Extraction,
    layers: Layers,
    uses: Mapping[str, Use],
    *,
    knowledge: Knowledge,
    gazetteer: Gazetteer,
    version: str,
) -> tuple[Toponym, ...]:
    """Return a toponym for each name that may be a place's, in order: which, or that it is open, and why.

    ``uses`` has the use of names by their id; a name without one is a place.
    """
    report = read_places(extraction, layers, uses, knowledge, gazetteer)
    if not report.found:
        return ()
    settled = Settled.of(report.groups, report.held, report.table, weights())
    document = extraction.document
    return toponyms(document.id, document.text, report.found, settled, report.sources, version=version)


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The geographic names of a report in groups, with all candidates, before any is chosen."""

    found: tuple[Mention, ...]
    groups: tuple[Group, ...]  # those without mentions are context
    held: tuple[tuple[Place, ...], ...]
    table: Table
    sources: Sources


def read_places(
    extraction: Extraction,
    layers: Layers,
    uses: Mapping[str, Use],
    knowledge: Knowledge,
    gazetteer: Gazetteer,
) -> Report:
    """Return the geographic names of a report with all that they may stand for."""
    document = extraction.document
    sources = Sources(
        knowledge=knowledge, gazetteer=gazetteer, lexicon=lexicon(language_for(document.language))
    )
    names = sift(document, extraction.names, layers.words, sources)
    found = mentions(document, names, uses, sources.lexicon)
    groups = groups_of(found, document.text, sources)
    if groups:
        groups += surroundings(document, names, found, groups, sources)
    held = holders_of(groups, gazetteer)
    return Report(
        found=found,
        groups=groups,
        held=held,
        table=tabulate(groups, held, setting_of(document, sources)),
        sources=sources,
    )
