"""Records for other programs. A new format is one more file beside this one and its line in ``EXPORTERS``."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from tocsin.codec import Record
from tocsin.export.across import changes_csv, copies_csv, findings_csv, stories_csv
from tocsin.export.columns import TABLES, columns
from tocsin.export.entities import entities_csv
from tocsin.export.guard import guarded, unguarded
from tocsin.export.json_lines import jsonl
from tocsin.export.rows import Column, Table
from tocsin.export.separated import csv


@dataclass(frozen=True, slots=True, kw_only=True)
class Exporter:
    """One format: its name on the command line, its media type, and how records are written in it."""

    name: str
    media_type: str
    suffix: str
    write: Callable[[Iterable[Record]], Iterator[str]]


EXPORTERS: tuple[Exporter, ...] = (
    Exporter(name="jsonl", media_type="application/x-ndjson", suffix=".jsonl", write=jsonl),
    Exporter(name="csv", media_type="text/csv", suffix=".csv", write=csv),
)

__all__ = [
    "EXPORTERS",
    "TABLES",
    "Column",
    "Exporter",
    "Record",
    "Table",
    "changes_csv",
    "columns",
    "copies_csv",
    "csv",
    "entities_csv",
    "findings_csv",
    "guarded",
    "jsonl",
    "stories_csv",
    "unguarded",
]
