"""Stage 9, brief: from statements to a page whose every line opens the exact words. Pure."""

from tocsin.brief import render
from tocsin.brief.parts import Brief, Citation, Counts, Line, Period, Section, SectionKind
from tocsin.brief.planning import PER_DAY, VERSION, WIDTH, plan

__all__ = [
    "PER_DAY",
    "VERSION",
    "WIDTH",
    "Brief",
    "Citation",
    "Counts",
    "Line",
    "Period",
    "Section",
    "SectionKind",
    "plan",
    "render",
]
