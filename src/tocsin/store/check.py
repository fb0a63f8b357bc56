"""No record without evidence: what must hold before anything is written."""

from collections.abc import Iterator

from tocsin.codec import KINDS
from tocsin.record import Extraction, Span


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
    for kind in KINDS:
        for record in kind.of(extraction):
            if record.document != document.id:
                yield f"{kind.name} {record.id} is said to be of {record.document}"
            if not 0.0 <= record.score <= 1.0:
                yield f"{kind.name} {record.id} has the score {record.score}"
            spans = list(kind.roles(record))
            if not spans:
                yield f"{kind.name} {record.id} rests on no words of the text"
            for role, span in spans:
                if not _stands(span, text):
                    yield (
                        f"{kind.name} {record.id}: the {role} {span.text[:60]!r} does not stand "
                        f"at [{span.start}, {span.end})"
                    )


def _stands(span: Span, text: str) -> bool:
    return 0 <= span.start < span.end <= len(text) and text[span.start : span.end] == span.text
