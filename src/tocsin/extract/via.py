"""The chain through which words came: the wire a report credits, the media told, a second source."""

import re
from collections.abc import Iterable
from typing import Final

from tocsin.extract.drafts import Draft
from tocsin.extract.layout import Layout
from tocsin.extract.scene import Scene
from tocsin.record import BlockKind, Document, NameType, Span, Via

_FIRST_PARAGRAPHS: Final = 6
_DATELINE: Final = re.compile(r"(?P<place>[^()\n]{2,60}?)\s*\((?P<wire>[^()\n\d]{2,40})\)\s*(?:--?|–|—|―)")
_TAIL: Final = 70  # characters between a source and a second one: "said X, a deputy minister, according to Y"
_LONGEST_SOURCE: Final = 80
_STOP: Final = re.compile(r"[,.;:“”\"«»()\n]")
_WITHIN_TAIL: Final = re.compile(r"[^.;:“”\"«»\n]*?")


def wire(document: Document, layout: Layout) -> Via | None:
    """Return the agency whose dateline opens a report of another outlet: "KYIV (Example Wire) —"."""
    paragraphs = layout.paragraphs
    for start, end in list(zip(paragraphs.starts, paragraphs.ends, strict=True))[:_FIRST_PARAGRAPHS]:
        match = _DATELINE.match(document.text, start, end)
        dateline = layout.blocks.kind(start) is BlockKind.DATELINE
        if match and (dateline or match["place"].split()[0].strip(",.").isupper()):
            span = Span.of(document.text, *match.span("wire"))
            return None if _is_outlet(span.text, document) else Via(name=span.text, span=span)
    return None


def passed_on(document: Document, scene: Scene, draft: Draft) -> tuple[Via, ...]:
    """Return through whom the words came beside their speaker: media told, a second "according to"."""
    found = [*_media(document, scene, draft), *_second(scene, draft)]
    return tuple({via.span.start: via for via in found}.values())


def _is_outlet(name: str, document: Document) -> bool:
    outlet, folded = (document.outlet or "").casefold(), name.casefold().removeprefix("the ")
    return bool(outlet) and (folded in outlet or outlet.removeprefix("the ") in folded)


def _media(document: Document, scene: Scene, draft: Draft) -> Iterable[Via]:
    """The media that the source spoke to, in the sentence of its cue."""
    if draft.cue is None:
        return
    text, known = scene.layout.text, scene.vocabulary
    start, end = scene.layout.sentences.span(draft.cue[0])
    for name in scene.names.within(start, end):
        at = name.span.start
        if name.type not in (NameType.ORGANISATION, NameType.OTHER) or not known.is_medium(name.span.text):
            continue
        if draft.source and draft.source[0] <= at < draft.source[1]:
            continue
        if scene.holders.holds(at) or _is_outlet(name.span.text, document):
            continue
        if known.received.search(text, max(start, at - 60), at):
            yield Via(name=name.span.text, span=name.span)


def _second(scene: Scene, draft: Draft) -> Iterable[Via]:
    """The second source of "said X, according to Y": the words of X came through Y."""
    if draft.source is None or draft.cue is None:
        return
    text = scene.layout.text
    tail = max(draft.source[1], draft.cue[1])
    stop = min(scene.layout.sentences.span(tail - 1)[1], tail + _TAIL)
    for match in scene.vocabulary.secondhand.finditer(text, tail, stop):
        between_ok = _WITHIN_TAIL.fullmatch(text, tail, match.start())
        if not between_ok or scene.introduced(tail, match.start()) or scene.holders.holds(match.start()):
            return
        cut = _STOP.search(text, match.end(), match.end() + _LONGEST_SOURCE)
        end = cut.start() if cut else min(len(text), match.end() + _LONGEST_SOURCE)
        if not text[match.end() : end].strip():
            return
        phrase = scene.reader.read(match.end(), end, opens=False)
        yield Via(name=text[phrase.start : phrase.end], span=Span.of(text, phrase.start, phrase.end))
        return
