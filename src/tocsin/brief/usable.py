"""Which records a line may rest on."""

from tocsin.record import BlockKind, Document, Event, Figure, Statement

# a title sells, a caption describes a picture, a teaser is another report's: none is evidence of its own
EVIDENCE = frozenset({BlockKind.BODY, BlockKind.LIST, BlockKind.DATELINE})


def exact(record: Statement | Figure | Event, document: Document) -> bool:
    """Tell whether all words of a record stand in its document."""
    return all(span.holds(document.text) for span in record.spans)
