"""Examples to windows: rows of pieces with a target for each head."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from tocsin.model.heads import ATTRIBUTION, EVENTS, MODALITIES, NAMES, RELATIONS, TAGS
from tocsin.model.pieces import PieceMaker, Pieces
from training.data import Example, TreeWord

UNKNOWN = -100
ROOT = -1  # in ``heads``: the word is a root
Ints = npt.NDArray[np.int32]
Floats = npt.NDArray[np.float32]
PieceSpan = tuple[int, int]  # first and last piece


@dataclass(frozen=True, slots=True, kw_only=True)
class Roles:
    """A trigger's first piece, and the pieces of its actor and recipient, None for none."""

    trigger: int
    actor: PieceSpan | None
    recipient: PieceSpan | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CodedEvent:
    """An event between two phrases, its trigger unmarked; ``types`` are classes of ``EVENTS``."""

    source: PieceSpan
    target: PieceSpan | None
    types: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """The pieces of one example and their targets; UNKNOWN where nothing is annotated."""

    pieces: Pieces
    attribution: Ints
    names: Ints
    sentences: Ints
    words: Ints
    tags: Ints
    relations: Ints
    heads: Ints  # of a word's first piece: the first piece of its head, or ROOT
    events: Ints
    modality: Ints
    factuality: Floats  # NaN where unknown
    contents: tuple[tuple[PieceSpan, PieceSpan], ...]  # content, its cue
    cues: tuple[tuple[PieceSpan, PieceSpan | None], ...]  # cue, its source
    linked: bool
    roles: tuple[Roles, ...] = ()
    coded: tuple[CodedEvent, ...] = ()
    mentions: tuple[tuple[PieceSpan, str], ...] = ()
    asked_mention: int | None = None  # among ``mentions``
    vectors: list[tuple[PieceSpan, Floats]] = field(default_factory=list)  # filled by the teacher

    def __len__(self) -> int:
        return len(self.pieces)


PER_PIECE = ("attribution", "names", "sentences", "words", "tags", "relations", "events", "modality")


def piece_span(pieces: Pieces, start: int, end: int) -> PieceSpan | None:
    """Return the first and last piece that start inside [start, end) code points."""
    first = int(np.searchsorted(pieces.starts, start))
    after = int(np.searchsorted(pieces.starts, end))
    return (first, after - 1) if after > first else None


def label(example: Example, pieces: Pieces) -> Labelled:
    """Return the targets of an example."""
    size = len(pieces)
    rows = {name: np.full(size, UNKNOWN, dtype=np.int32) for name in (*PER_PIECE, "heads")}
    factuality = np.full(size, np.nan, dtype=np.float32)
    contents, cues = _attributions(example, pieces, rows["attribution"])
    if example.names is not None:
        rows["names"][:] = 0
        for start, end, kind in example.names:
            place = piece_span(pieces, start, end)
            paint(rows["names"], NAMES.tags, kind, [place] if place else [])
    if example.sentences is not None:
        rows["sentences"][:] = 0
        for start in example.sentences:
            if place := piece_span(pieces, start, len(example.text)):
                rows["sentences"][place[0]] = 1
    if example.words is not None:
        _tree(example.words, pieces, rows)
    roles = _events(example, pieces, rows, factuality)
    return Labelled(
        pieces=pieces,
        attribution=rows["attribution"],
        names=rows["names"],
        sentences=rows["sentences"],
        words=rows["words"],
        tags=rows["tags"],
        relations=rows["relations"],
        heads=rows["heads"],
        events=rows["events"],
        modality=rows["modality"],
        factuality=factuality,
        contents=contents,
        cues=cues,
        linked=example.attributions is not None,
        roles=roles,
        coded=_coded(example, pieces),
        mentions=tuple(
            (place, chain) for s, e, chain in example.mentions or () if (place := piece_span(pieces, s, e))
        ),
        asked_mention=example.asked_mention,
    )


Links = tuple[tuple[tuple[PieceSpan, PieceSpan], ...], tuple[tuple[PieceSpan, PieceSpan | None], ...]]


def _attributions(example: Example, pieces: Pieces, row: Ints) -> Links:
    if example.attributions is None:
        return (), ()
    contents, cues = [], []
    row[:] = 0
    for item in example.attributions:
        roles = {"source": item.sources, "cue": item.cues, "content": item.contents}
        found: dict[str, list[PieceSpan]] = {}
        for role, spans in roles.items():
            places = [piece_span(pieces, s, e) for s, e in spans]
            found[role] = [p for p in places if p]
            paint(row, ATTRIBUTION.tags, role, found[role])
        for cue in found["cue"][:1]:
            contents += [(content, cue) for content in found["content"]]
            cues.append((cue, found["source"][0] if found["source"] else None))
    return tuple(contents), tuple(cues)


def _tree(words: Sequence[TreeWord], pieces: Pieces, rows: dict[str, Ints]) -> None:
    """Write word starts, tags, relations and heads, at the first piece of each word."""
    rows["words"][:] = 0
    firsts = [place[0] if (place := piece_span(pieces, w.start, w.end)) else None for w in words]
    for word, first in zip(words, firsts, strict=True):
        if first is None or rows["words"][first]:
            continue  # a word that shares its piece with the one before: "wanna"
        head = None if word.head < 0 else firsts[word.head]
        rows["words"][first] = 1
        rows["tags"][first] = TAGS.tags.index(word.tag) if word.tag in TAGS.tags else UNKNOWN
        rows["relations"][first] = RELATIONS.tags.index(word.relation)
        rows["heads"][first] = ROOT if word.head < 0 else UNKNOWN if head in (None, first) else head


def _events(example: Example, pieces: Pieces, rows: dict[str, Ints], factuality: Floats) -> tuple[Roles, ...]:
    if example.events is None:
        return ()
    if example.all_events:
        rows["events"][:] = 0
    found = []
    for item in example.events:
        place = piece_span(pieces, *item.trigger)
        if place is None:
            continue
        at = place[0]
        if item.type is not None:
            rows["events"][at : place[1] + 1] = UNKNOWN  # a trigger is told at its first piece
            rows["events"][at] = EVENTS.tags.index(item.type)
        if item.modality is not None:
            rows["modality"][at] = MODALITIES.index(item.modality)
        if item.factuality is not None:
            factuality[at] = item.factuality
        if item.type not in {None, "none"}:
            actor, recipient = (
                piece_span(pieces, *span) if span else None for span in (item.actor, item.recipient)
            )
            found.append(Roles(trigger=at, actor=actor, recipient=recipient))
    return tuple(found)


def _coded(example: Example, pieces: Pieces) -> tuple[CodedEvent, ...]:
    found = []
    for item in example.coded:
        source = piece_span(pieces, *item.source)
        target = piece_span(pieces, *item.target) if item.target else None
        if source:
            types = tuple(EVENTS.tags.index(kind) for kind in item.types)
            found.append(CodedEvent(source=source, target=target, types=types))
    return tuple(found)


def paint(row: Ints, tags: tuple[str, ...], role: str, spans: Iterable[PieceSpan]) -> None:
    """Write the BIO tags of spans into a row, in place."""
    for first, last in spans:
        if row[first : last + 1].any():
            continue  # a few annotations overlap; a piece has one role, the first one's
        row[first] = tags.index(f"B-{role}")
        row[first + 1 : last + 1] = tags.index(f"I-{role}")


def labelled(examples: Iterable[Example], maker: PieceMaker) -> list[Labelled]:
    """Return the targets of all examples that have any pieces."""
    kept = list(examples)
    return [
        label(example, pieces)
        for example, pieces in zip(kept, maker([e.text for e in kept]), strict=True)
        if len(pieces)
    ]


@dataclass(frozen=True, slots=True)
class Window:
    """Pieces [start, end) of a labelled example."""

    source: Labelled
    start: int
    end: int

    def local(self, span: PieceSpan | None) -> PieceSpan | None:
        """Return a span's places in the window's row, after the start mark; None if it starts outside."""
        if span is None:
            return None
        first, last = span[0] - self.start, min(span[1], self.end - 1) - self.start
        return (1 + first, 1 + last) if first >= 0 and last >= first else None


def windows(items: Iterable[Labelled], size: int, random: np.random.Generator) -> list[Window]:
    """Cut examples into windows of at most ``size`` pieces; the first cut falls at random."""
    cut: list[Window] = []
    for item in items:
        start = 0
        end = len(item) if len(item) <= size else int(random.integers(size // 2, size + 1))
        while start < len(item):
            cut.append(Window(item, start, min(end, len(item))))
            start, end = end, end + size
    return cut
