"""Quotations that nobody introduces: they go on from the speaker before, or belong to nobody known."""

from collections.abc import Sequence
from typing import Final

from tocsin.extract.drafts import Draft
from tocsin.extract.layout import Layout
from tocsin.extract.quotes import mode_of
from tocsin.extract.scene import Scene, Voice, is_person
from tocsin.extract.speakers import Heard, nobody, taken_up
from tocsin.extract.tidy import Range
from tocsin.record import BlockKind, Mode, Resolution

_HEARD: Final = 12  # speakers looked back at


def continue_quote(scene: Scene, draft: Draft, heard: Sequence[Voice]) -> Heard | None:
    """Return who speaks in a content without source and cue; None where it is no quotation.

    A quotation goes on when it follows its speaker's words in the same paragraph, when the
    paragraph before left a quotation open and this one opens with a mark, or when the paragraph
    before ends in a quotation, or a colon, and this one is all quotation.
    """
    start = draft.contents[0][0]
    quote = scene.layout.quotes.at(start)
    if quote is None:
        return None
    end = draft.contents[-1][1]
    if scene.introduced(end, scene.layout.sentences.span(end - 1)[1]):
        return nobody(draft, "a quotation beside a source that may or may not be its own")
    voice, why = (
        _same_paragraph(scene, start, heard) or _next_paragraph(scene, start, quote, heard) or (None, "")
    )
    if voice is None or voice.speaker is None:
        return nobody(draft, "a quotation that nothing in the text gives to anybody")
    return taken_up(draft, voice, Resolution.CONTINUED, f"{why}, {voice.speaker.name}")


def _same_paragraph(scene: Scene, start: int, heard: Sequence[Voice]) -> tuple[Voice, str] | None:
    opened = scene.layout.paragraphs.span(start)[0]
    if not heard or heard[-1].end <= opened or heard[-1].at >= start:
        return None
    last = heard[-1]
    before = scene.layout.text[scene.layout.sentences.span(start)[0] : start].rstrip()
    if before and not before.endswith(":"):
        return None
    if any(
        is_person(n) and scene.leads(n) and scene.voice(n).key != last.key
        for n in scene.told(last.end, start)
    ):
        return None
    return last, "goes on in the paragraph of its speaker"


def _next_paragraph(scene: Scene, start: int, quote: int, heard: Sequence[Voice]) -> tuple[Voice, str] | None:
    layout = scene.layout
    quotes = layout.quotes
    opening, ending = layout.paragraphs.span(start)
    before = _paragraph_before(layout, start)
    if before is None or quotes.starts[quote] != opening:
        return None
    left, right = before
    last = next((v for v in heard[:-_HEARD:-1] if left < v.end <= right or left <= v.at < right), None)
    closing = quotes.at(right - 1)
    if last is None:
        return None
    if closing is not None and not quotes.found[closing].closed:
        return last, "goes on from the paragraph before, where the quotation of its speaker stays open"
    if mode_of(layout.text, quotes, [(opening, ending)]) is not Mode.DIRECT:
        return None
    if layout.text[right - 1] == ":":
        return last, "follows the colon of its speaker"
    return (last, "a paragraph all quoted after one that quotes its speaker") if last.quoted else None


def _paragraph_before(layout: Layout, offset: int) -> Range | None:
    """Return the paragraph of the running text before another; nothing goes on over a heading."""
    paragraphs = layout.paragraphs
    for number in range(paragraphs.at(offset) - 1, -1, -1):
        if layout.voiced(paragraphs.starts[number]):
            return paragraphs.starts[number], paragraphs.ends[number]
        if layout.blocks.kind(paragraphs.starts[number]) in (BlockKind.SUBHEAD, BlockKind.TITLE):
            return None
    return None
