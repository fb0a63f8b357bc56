"""Stage 9, brief: from records to a page whose every line opens the exact words. Pure."""

from tocsin.brief import render
from tocsin.brief.parts import (
    Brief,
    Citation,
    Counts,
    EventLine,
    EventSection,
    EventSectionKind,
    FigureGroup,
    FigureLine,
    Figures,
    Line,
    Period,
    Section,
    SectionKind,
    Teller,
    ToldBy,
)
from tocsin.brief.planning import PER_DAY, VERSION, WIDTH, plan

__all__ = [
    "PER_DAY",
    "VERSION",
    "WIDTH",
    "Brief",
    "Citation",
    "Counts",
    "EventLine",
    "EventSection",
    "EventSectionKind",
    "FigureGroup",
    "FigureLine",
    "Figures",
    "Line",
    "Period",
    "Section",
    "SectionKind",
    "Teller",
    "ToldBy",
    "plan",
    "render",
]
