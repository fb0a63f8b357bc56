"""The case: one SQLite file, append-only. Documents, records, evidence, runs; asked as of any time."""

from tocsin.store.answers import Counts, Doubt, Evidence, Hit, Placed, Provenance, Source, Written
from tocsin.store.linking import APART, Linking
from tocsin.store.query import Query
from tocsin.store.store import Store

__all__ = [
    "APART",
    "Counts",
    "Doubt",
    "Evidence",
    "Hit",
    "Linking",
    "Placed",
    "Provenance",
    "Query",
    "Source",
    "Store",
    "Written",
]
