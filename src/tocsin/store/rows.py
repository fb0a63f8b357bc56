"""Records as rows of the tables, in the order of the tables' columns."""

from dataclasses import dataclass, field, fields

from tocsin.codec import encode, evidence
from tocsin.record import Capture, Document, Extraction, Hints
from tocsin.store.append import Row
from tocsin.store.instants import known_at
from tocsin.store.parts import PARTS, QUOTES, blocks_text

_NO_HINTS = Hints()


@dataclass(slots=True, kw_only=True)
class Rows:
    """Rows to be written together; the numbers are those that come next."""

    run: int
    recorded: str
    document: int
    capture: int
    extraction: int
    record: int
    documents: list[Row] = field(default_factory=list)
    captures: list[Row] = field(default_factory=list)
    extractions: list[Row] = field(default_factory=list)
    records: list[Row] = field(default_factory=list)
    evidence: list[Row] = field(default_factory=list)
    links: list[Row] = field(default_factory=list)
    # by a document's number: the last of its readings, and the numbers of the records by their ids
    newest: dict[int, tuple[Extraction, dict[str, int]]] = field(default_factory=dict)

    def add_document(self, document: Document, *, version_of: int | None) -> int:
        """Add a document, and return its number."""
        published = document.published
        number, self.document = self.document, self.document + 1
        self.documents.append(
            (
                number,
                document.id,
                document.title,
                document.url,
                document.origin,
                document.outlet,
                document.byline,
                document.dateline,
                published.when if published else None,
                published.precision.value if published else None,
                published.found_in.value if published else None,
                known_at(published, self.recorded),
                document.fetched,
                document.language,
                version_of,
                blocks_text(document.blocks),
                self.run,
                self.recorded,
                document.text,
            )
        )
        return number

    def add_capture(self, capture: Capture, *, document: int) -> None:
        """Add where a document came from."""
        number, self.capture = self.capture, self.capture + 1
        self.captures.append(
            (
                number,
                document,
                capture.origin,
                capture.sha256,
                _hints(capture),
                capture.media_type,
                len(capture.body),
                capture.fetched,
                self.run,
                self.recorded,
            )
        )

    def add_extraction(self, extraction: Extraction, *, document: int) -> None:
        """Add what was read from a document: every record once, with all its evidence."""
        number, self.extraction = self.extraction, self.extraction + 1
        records, quotes, at = self.records, self.evidence, self.record
        counts = {QUOTES: -len(quotes)}
        seen: dict[str, int] = {}
        for part in PARTS:
            counts[part.kind] = -at
            for record in part.of(extraction):
                if record.id in seen:
                    continue
                seen[record.id] = at
                facts = part.facts(record)
                records.append((at, record.id, number, part.kind, part.type(record), record.score, facts))
                for n, (role, span) in enumerate(evidence(record)):
                    quotes.append((at, n, role, span.start, span.end, span.text))
                at += 1
            counts[part.kind] += at
        counts[QUOTES] += len(quotes)
        self.record = at
        linked = {(seen[link.record], link.part, seen[link.to]): None for link in extraction.links}
        self.links += linked
        self.newest[document] = extraction, seen
        self.extractions.append(
            (number, document, extraction.made_by, encode(counts), self.run, self.recorded)
        )


def key_of(capture: Capture) -> tuple[str, str, str]:
    """Return what tells a capture from another: its place, its bytes, and what was said beside them."""
    return capture.origin, capture.sha256, _hints(capture)


def _hints(capture: Capture) -> str:
    """Return what was said beside a capture's body as JSON; nothing where nothing was said."""
    if capture.hints == _NO_HINTS:
        return ""
    said = {field.name: getattr(capture.hints, field.name) for field in fields(Hints)}
    return encode({name: value for name, value in said.items() if value is not None})
