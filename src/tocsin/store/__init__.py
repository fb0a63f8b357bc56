"""The case: one SQLite file, append-only. Documents, records, evidence, runs; asked as of any time."""

from tocsin.store.answers import Counts, Evidence, Hit, Provenance, Source, Written
from tocsin.store.query import Query
from tocsin.store.store import Store

__all__ = ["Counts", "Evidence", "Hit", "Provenance", "Query", "Source", "Store", "Written"]
