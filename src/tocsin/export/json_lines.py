"""JSON lines (ndjson): one record a line, told apart by ``kind``."""

from collections.abc import Iterable, Iterator

from tocsin.codec import Record, encode, to_json


def jsonl(records: Iterable[Record]) -> Iterator[str]:
    """Yield each record as one line of JSON: ``kind``, then the keys of ``codec.to_json``."""
    for record in records:
        yield encode({"kind": type(record).__name__.lower(), **to_json(record)}) + "\n"
