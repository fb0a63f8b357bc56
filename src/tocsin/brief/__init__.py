"""Stage 9, brief: from records to a page whose every line opens the exact words. Pure."""

from tocsin.brief import render
from tocsin.brief.asked import Asked, News, Position, Refused, Voice
from tocsin.brief.parts import (
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
from tocsin.brief.whole import Answered, Brief, Pending, StoryPart

__all__ = [
    "PER_DAY",
    "VERSION",
    "WIDTH",
    "Answered",
    "Asked",
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
    "News",
    "Pending",
    "Period",
    "Position",
    "Refused",
    "Section",
    "SectionKind",
    "StoryPart",
    "Teller",
    "ToldBy",
    "Voice",
    "plan",
    "render",
]
