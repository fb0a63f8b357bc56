"""No record without evidence: what must hold before anything is written."""

from collections.abc import Iterator, Sequence

from tocsin.record import Extraction, Span
from tocsin.store.parts import PARTS, Role


def faults(extraction: Extraction) -> Iterator[str]:
    """Yield all that keeps an extraction out of a case; nothing where every word stands in its place."""
    document = extraction.document
    text = document.text
    try:
        text.encode()
    except UnicodeEncodeError as error:
        yield f"the text has half a character (a lone surrogate) at {error.start}"
        return
    for block in document.blocks:
        if not 0 <= block.start <= block.end <= len(text):
            yield f"block {block.kind} [{block.start}, {block.end}) lies outside a text of {len(text)}"
    for part in PARTS:
        for record in part.of(extraction):
            if record.document != document.id:
                yield f"{record.id} is said to be of {record.document}, not of {document.id}"
            if not 0.0 <= record.score <= 1.0:
                yield f"{record.id} has the score {record.score}, which is none from 0 to 1"
            yield from _faults_of(record.id, part.roles(record), text)


def _faults_of(record: str, roles: Sequence[Role], text: str) -> Iterator[str]:
    if not roles:
        yield f"{record} rests on no words of the text"
    for role, span in roles:
        if not _stands(span, text):
            yield f"{role} of {record}: {span.text[:60]!r} does not stand at [{span.start}, {span.end})"


def _stands(span: Span, text: str) -> bool:
    return 0 <= span.start < span.end <= len(text) and text[span.start : span.end] == span.text
