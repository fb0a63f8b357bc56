"""Where the terms of a profile stand in the report: what a story's reasons rest on, to the character."""

import re
from collections.abc import Iterable, Mapping
from typing import Final

from tocsin.group.profiles import LEAD, not_its_own
from tocsin.group.words import stems
from tocsin.record import BlockKind, Document, Extraction, NameType, Span
from tocsin.record.story import Term, TermKind

LONGEST: Final = 200  # code points of a headline that is no title
FEWEST: Final = 5  # words of one: shorter lines tell when and where, not what
_DAY: Final = len("2021-04-13")
# the end of a sentence: not after an initial ("Ada M. Weir"), nor before a small letter ("Weir, Jr. said")
_STOP: Final = re.compile(r"""(?<![ .(][^\W\d_])[.!?…]["'”’)]*(?=\s+["“‘(]*[^\Wa-z_]|\s*$)""")
_BEFORE_BODY: Final = frozenset(
    (BlockKind.DATELINE, BlockKind.READ_ALSO, BlockKind.CREDIT, BlockKind.CAPTION)
)


def spans_of(extraction: Extraction, terms: Iterable[Term]) -> Mapping[Term, tuple[Span, ...]]:
    """Return where each of the terms stands in the report, in order; those that do not are left out."""
    found: dict[Term, set[tuple[int, int]]] = {term: set() for term in terms}
    document = extraction.document
    others = not_its_own(document)
    for stem, start, end in stems(document.text):
        for kind in (TermKind.WORD, TermKind.LEAD) if start < LEAD else (TermKind.WORD,):
            term = Term(kind=kind, what=stem)
            if term in found and not any(first <= start < last for first, last in others):
                found[term].add((start, end))
    for term, span in _named(extraction):
        if term in found:
            found[term].add((span.start, span.end))
    return {
        term: tuple(Span.of(document.text, *place) for place in sorted(places))
        for term, places in found.items()
        if places
    }


def _named(extraction: Extraction) -> Iterable[tuple[Term, Span]]:
    for reference in extraction.references:
        if reference.type is NameType.PERSON:
            for span in reference.mentions:
                yield Term(kind=TermKind.PERSON, what=reference.key), span
    for moment in extraction.moments:
        if moment.first and moment.last and moment.first[:_DAY] == moment.last[:_DAY]:
            yield Term(kind=TermKind.DATE, what=moment.first[:_DAY]), moment.span
    for toponym in extraction.toponyms:
        if toponym.place:
            yield Term(kind=TermKind.PLACE, what=toponym.place.id), toponym.span


def written(extraction: Extraction, spans: Mapping[Term, tuple[Span, ...]]) -> Mapping[Term, str]:
    """Return the terms as the report writes them first; persons and places by their full names."""
    names = {Term(kind=TermKind.PERSON, what=each.key): each.name for each in extraction.references}
    places = {
        Term(kind=TermKind.PLACE, what=each.place.id): each.place.name
        for each in extraction.toponyms
        if each.place
    }
    return {
        term: names.get(term)
        or places.get(term)
        or (term.what if term.kind is TermKind.DATE else places_of[0].text)
        for term, places_of in spans.items()
    }


def headline(document: Document) -> Span | None:
    r"""Return the title of a report where its text has one, else its first sentence; None for no words.

    >>> text = "East Room\n\nAda M. Weir saw troops move. More came."
    >>> headline(Document(id="doc-1", text=text)).text
    'Ada M. Weir saw troops move.'
    """
    text = document.text
    for block in document.blocks:
        if block.kind is BlockKind.TITLE and (found := _trimmed(text, block.start, block.end)):
            return found
    if document.title and (at := text.find(document.title.strip())) >= 0 and document.title.strip():
        return _trimmed(text, at, at + len(document.title.strip()))
    start = 0
    first: Span | None = None
    for line in text.splitlines(keepends=True):
        end = start + len(line)
        if document.block_at(start) not in _BEFORE_BODY and (found := _first_sentence(text, start, end)):
            if len(found.text.split()) >= FEWEST:
                return found
            first = first or found
        start = end
    return first or _first_sentence(text, 0, len(text))


def _first_sentence(text: str, start: int, end: int) -> Span | None:
    for stop in _STOP.finditer(text, start, end):
        if len(text[start : stop.end()].split()) >= FEWEST:
            end = stop.end()
            break
    return _trimmed(text, start, min(end, start + LONGEST))


def _trimmed(text: str, start: int, end: int) -> Span | None:
    stretch = text[start:end]
    start += len(stretch) - len(stretch.lstrip())
    stretch = stretch.strip()
    return Span.of(text, start, start + len(stretch)) if stretch else None
