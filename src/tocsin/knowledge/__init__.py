"""Who and what is known beforehand: states, their bodies, organisations, groups, persons and offices.

The tables under ``data`` are reviewed by hand, each with its source and licence; ``load_knowledge``
reads them, and the lists that users add. Every fact has the file that it came from in ``Entry.source``.
"""

from tocsin.knowledge.entries import Entry, Held, Office, Template
from tocsin.knowledge.knowledge import Blocks, Knowledge
from tocsin.knowledge.load import load_knowledge

__all__ = ["Blocks", "Entry", "Held", "Knowledge", "Office", "Template", "load_knowledge"]
