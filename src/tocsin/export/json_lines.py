"""JSON lines (ndjson): one record a line, told apart by ``kind``."""

from collections.abc import Iterable, Iterator

from tocsin.codec import Record, encode, kind_of, to_json


def jsonl(records: Iterable[Record]) -> Iterator[str]:
    """Yield each record as one line of JSON: ``kind``, then the keys of ``codec.to_json``."""
    for record in records:
        yield encode({"kind": kind_of(record), **to_json(record)}) + "\n"
