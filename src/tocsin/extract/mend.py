"""Links that no report makes: parts of one attribution that stand too far apart to belong together.

Measured on PolNeAR: a source and its cue share their paragraph in 99.95 of 100 attributions.
"""

from tocsin.extract.layout import Layout
from tocsin.extract.tidy import Range


def clip(layout: Layout, start: int, end: int) -> Range:
    """Return a content without what runs over into, or out of, a title, caption or teaser."""
    edge = layout.blocks.edge(start, end)
    return (start, edge) if edge is not None else (start, end)


def one_paragraph(layout: Layout, span: Range | None, beside: Range | None) -> Range | None:
    """Return what of a span stands in the paragraph of what it goes with, else in that of its start.

    A headline ends without a full stop: "…, says Norland" and the line below it are no one source.
    """
    if span is None:
        return None
    start, end = span
    paragraphs = layout.paragraphs
    if paragraphs.at(start) == paragraphs.at(end - 1):
        return span
    first, last = paragraphs.span(start), paragraphs.span(end - 1)
    if beside is not None and paragraphs.at(beside[0]) == paragraphs.at(end - 1):
        return last[0], end
    return start, first[1]


def together(
    layout: Layout, source: Range | None, cue: Range | None, contents: tuple[Range, ...]
) -> tuple[Range | None, tuple[Range, ...]]:
    """Return source and contents that can go with a cue.

    A source stands in the paragraph of its cue. A content may stand in another where it is quoted,
    or where the cue's paragraph ends with a colon; never in another kind of block.
    """
    if cue is None:
        return source, contents
    paragraphs = layout.paragraphs
    here = paragraphs.at(cue[0])
    near = source if source is not None and paragraphs.at(source[0]) == here else None
    kept = [
        content
        for content in contents
        if paragraphs.at(content[0]) <= here <= paragraphs.at(content[1] - 1)
        or _reaches(layout, cue[0], content)
    ]
    return near, tuple(kept)


def _reaches(layout: Layout, cue: int, content: Range) -> bool:
    """Tell whether a content in another paragraph can be a cue's."""
    if layout.voiced(cue) is not layout.voiced(content[0]):
        return False
    paragraph = layout.paragraphs.span(cue)
    return layout.quotes.at(content[0]) is not None or layout.text[paragraph[1] - 1] == ":"
