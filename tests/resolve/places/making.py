"""Reports in our own words with geographic names marked by hand, placed in the shipped gazetteer."""

import re
from collections.abc import Mapping, Sequence

from tocsin.gazetteer import open_gazetteer
from tocsin.knowledge import load_knowledge
from tocsin.model.layers import Layers
from tocsin.record import Document, Extraction, Name, NameType, Span
from tocsin.record.place import Toponym, Use
from tocsin.resolve.places import place_toponyms

MARKED = re.compile(r"\[([^\]|]+)(?:\|(\w+))?\]")
NOTHING = Layers(sentences=(), names=(), attributions=())


def extraction(marked: str, *, url: str | None = None, outlet: str | None = None) -> Extraction:
    """Return a report whose names are marked: "in [Paris], [Texas]", "[French|nationality] troops"."""
    text, spans = "", []
    last = 0
    for found in MARKED.finditer(marked):
        text += marked[last : found.start()]
        spans.append((len(text), len(text) + len(found[1]), found[2] or "place"))
        text += found[1]
        last = found.end()
    text += marked[last:]
    names = tuple(
        Name(
            id=f"nam-{start}",
            document="doc-1",
            type=NameType(kind),
            span=Span.of(text, start, end),
            score=0.9,
        )
        for start, end, kind in spans
    )
    document = Document(id="doc-1", text=text, language="en", url=url, outlet=outlet)
    return Extraction(document=document, names=names, statements=(), made_by="test")


def placed(
    marked: str,
    *,
    uses: Mapping[str, Use] | None = None,
    url: str | None = None,
    outlet: str | None = None,
) -> tuple[Toponym, ...]:
    """Return the toponyms of a report."""
    return place_toponyms(
        extraction(marked, url=url, outlet=outlet),
        NOTHING,
        uses or {},
        knowledge=load_knowledge(),
        gazetteer=open_gazetteer(),
        version="test",
    )


def wheres(found: Sequence[Toponym]) -> list[str]:
    """Return where toponyms lie, shortly: "Paris, Texas, us"; "-" for those left open."""
    return [
        ", ".join(part for part in (t.place.name, t.place.region, t.place.country) if part)
        if t.place
        else "-"
        for t in found
    ]
