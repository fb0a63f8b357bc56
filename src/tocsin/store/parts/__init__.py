"""Records taken apart for the tables, and put together again.

The words that a record rests on are kept once, as its evidence: what is shown is what is verified.
What else is known of it, its facts, is a small JSON object. A new kind is one more file beside this
one, and its entry in ``PARTS``.
"""

from typing import Any

from tocsin.store.parts.blocks import blocks_of, blocks_text
from tocsin.store.parts.events import EVENTS
from tocsin.store.parts.figures import FIGURES
from tocsin.store.parts.moments import MOMENTS
from tocsin.store.parts.names import NAMES
from tocsin.store.parts.part import Part, Stored
from tocsin.store.parts.references import REFERENCES
from tocsin.store.parts.roles import ROLES
from tocsin.store.parts.statements import STATEMENTS
from tocsin.store.parts.toponyms import TOPONYMS, place_of

QUOTES = "evidence"  # beside the kinds, in the counts of an extraction
PARTS: tuple[Part[Any], ...] = (
    NAMES,
    STATEMENTS,
    FIGURES,
    EVENTS,
    MOMENTS,
    ROLES,
    REFERENCES,
    TOPONYMS,
)

__all__ = [
    "EVENTS",
    "FIGURES",
    "MOMENTS",
    "NAMES",
    "PARTS",
    "QUOTES",
    "REFERENCES",
    "ROLES",
    "STATEMENTS",
    "TOPONYMS",
    "Part",
    "Stored",
    "blocks_of",
    "blocks_text",
    "place_of",
]
