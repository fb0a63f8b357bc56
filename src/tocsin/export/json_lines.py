"""JSON lines (ndjson): one record a line, told apart by ``kind``."""

from collections.abc import Iterable, Iterator

from tocsin.codec import LinksOf, Record, encode, kind_of, no_links, to_json
from tocsin.record import Document


def jsonl(records: Iterable[Record], links: LinksOf = no_links) -> Iterator[str]:
    """Yield each record as one line of JSON: ``kind``, then the keys of ``codec.to_json``."""
    for record in records:
        found = {} if isinstance(record, Document) else links(record.document)
        yield encode({"kind": kind_of(record), **to_json(record, found)}) + "\n"
