"""What is asked of a report to find its copies, made of its newest reading."""

import re
from typing import Final

from tocsin.copies import Prepared, join, prepare, report_of
from tocsin.extract.quotes import find_quotes
from tocsin.record import Extraction

_LINE: Final = re.compile(r"[^\n]+")


def prepared(extraction: Extraction, *, known: str) -> Prepared:
    """Return a report as copies are looked for; a quotation is its speaker's, as the report calls him."""
    document = extraction.document
    quotes = find_quotes(document.text, [line.span() for line in _LINE.finditer(document.text)]).found
    places = [(quote.start, quote.end) for quote in quotes]
    quotations = join(document.text, places, extraction.statements, _speakers(extraction))
    return prepare(report_of(document, known=known, quotations=quotations))


def _speakers(extraction: Extraction) -> dict[str, str]:
    """Return the keys of who speaks, by statement: of the reading alone, whatever people judge of it."""
    keys = {each.id: each.key for each in extraction.references}
    return {
        link.record: keys[link.to] for link in extraction.links if link.part == "speaker" and link.to in keys
    }
