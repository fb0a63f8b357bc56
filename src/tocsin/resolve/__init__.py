"""Stage 4: who and where: the references, toponyms and links of a report, with reasons.

A pure function of the extraction, the layers, the knowledge and the gazetteer.
"""

from dataclasses import replace
from typing import Final

from tocsin.gazetteer import Gazetteer
from tocsin.knowledge import Knowledge
from tocsin.model.layers import Layers
from tocsin.record import Extraction
from tocsin.resolve.places import place_toponyms
from tocsin.resolve.references import Report, refer, stands_for_state
from tocsin.resolve.references.taking import take
from tocsin.resolve.syntax import Syntax
from tocsin.resolve.uses import uses_of

VERSION: Final = "resolve@3"

__all__ = ["VERSION", "resolve"]


def resolve(
    extraction: Extraction, layers: Layers, *, knowledge: Knowledge, gazetteer: Gazetteer
) -> Extraction:
    """Return an extraction with its references, toponyms and links; what it had of them is replaced.

    References come in the order of their first mentions. A part of a record is linked only where the
    report or the knowledge tells plainly whom it stands for.
    """
    taken = take(extraction, knowledge=knowledge, gazetteer=gazetteer)
    read = taken.extraction
    syntax = Syntax.of(extraction.document.text, layers.words)
    uses = uses_of(read, layers, syntax, acts=lambda words: stands_for_state(words, knowledge))
    toponyms = place_toponyms(read, layers, uses, knowledge=knowledge, gazetteer=gazetteer, version=VERSION)
    report = Report.of(
        read,
        syntax,
        uses,
        knowledge=knowledge,
        toponyms=toponyms,
        taken=taken,
        sentences=tuple(layers.sentences),
    )
    references, links = refer(report, toponyms, version=VERSION)
    return replace(extraction, references=references, toponyms=toponyms, links=links)
