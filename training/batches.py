"""From windows to batches of tensors."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from tocsin.model.pieces import BEFORE, QUOTED
from tocsin.model.windows import START
from training.targets import PER_PIECE, UNKNOWN, CodedEvent, PieceSpan, Roles, Window

LENGTHS = (24, 32, 48, 64, 96, 128, 160, 208, 256, 320, 384)  # rows are padded to one of these


@dataclass(frozen=True, slots=True, kw_only=True)
class SpanLinks:
    """Pairs of spans of one row: left spans, right spans, and which right each left belongs to."""

    left: list[PieceSpan]
    right: list[PieceSpan]
    choice: list[int]  # index into right, len(right) for none


@dataclass(frozen=True, slots=True, kw_only=True)
class Chains:
    """The mentions of one row with the number of their chain, and which of them are to be resolved."""

    mentions: list[PieceSpan]
    chains: list[int]
    asked: list[int]
    later: bool  # an antecedent may follow its mention


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """One training step's input and targets; lists hold one entry a row."""

    ids: Tensor
    shapes: Tensor
    mask: Tensor
    pieces: dict[str, Tensor]  # the targets of PER_PIECE: [rows, length]
    heads: Tensor  # the place of a word's head in its row, 0 for a root, UNKNOWN
    factuality: Tensor
    contents: list[SpanLinks | None]  # content to cue
    cues: list[SpanLinks | None]  # cue to source
    roles: list[list[Roles]]
    coded: list[list[CodedEvent]]
    chains: list[Chains | None]
    vectors: list[list[tuple[PieceSpan, np.ndarray]]]


def window_links(window: Window) -> tuple[SpanLinks | None, SpanLinks | None]:
    """Return the links of attribution that lie inside a window, in its row's places."""
    if not window.source.linked:
        return None, None
    local = window.local
    cues = {cue: place for cue, _ in window.source.cues if (place := local(cue))}
    pairs = [(cue, source) for cue, source in window.source.cues]
    sources = sorted({place for _, s in pairs if (place := local(s))})
    order = sorted(set(cues.values()))
    lefts, choices = [], []
    for content, cue in window.source.contents:
        if place := local(content):
            lefts.append(place)
            choices.append(order.index(cues[cue]) if cue in cues else len(order))
    by_content = SpanLinks(left=lefts, right=order, choice=choices)
    lefts, choices = [], []
    for cue, source in pairs:
        if cue in cues:
            target = local(source)
            lefts.append(cues[cue])
            choices.append(sources.index(target) if target else len(sources))
    return by_content, SpanLinks(left=lefts, right=sources, choice=choices)


def window_chains(window: Window) -> Chains | None:
    """Return the mentions that start inside a window."""
    asked = window.source.asked_mention
    inside = [
        (place, chain, number)
        for number, (span, chain) in enumerate(window.source.mentions)
        if (place := window.local(span)) and span[1] < window.end
    ]
    if not inside:
        return None
    numbers = {chain: i for i, chain in enumerate(dict.fromkeys(chain for _, chain, _ in inside))}
    return Chains(
        mentions=[place for place, _, _ in inside],
        chains=[numbers[chain] for _, chain, _ in inside],
        asked=[i for i, (_, _, number) in enumerate(inside) if asked in (None, number)],
        later=asked is not None,
    )


def window_roles(window: Window) -> list[Roles]:
    """Return the triggers of a window with their arguments, in its row's places."""
    found = []
    for item in window.source.roles:
        if place := window.local((item.trigger, item.trigger)):
            actor, recipient = window.local(item.actor), window.local(item.recipient)
            found.append(Roles(trigger=place[0], actor=actor, recipient=recipient))
    return found


def window_coded(window: Window) -> list[CodedEvent]:
    """Return the coded events of a window, in its row's places."""
    return [
        CodedEvent(source=source, target=window.local(item.target), types=item.types)
        for item in window.source.coded
        if (source := window.local(item.source))
    ]


def make_batch(
    windows: Sequence[Window], length: int, augment: np.random.Generator | None, quotes: dict[int, int]
) -> Batch:
    """Lay windows out as padded tensors; with ``augment``, vary casing, line ends and quotation marks."""
    size = (len(windows), length)
    ids, shapes, mask = (np.zeros(size, dtype=np.int64) for _ in range(3))
    targets = {name: np.full(size, UNKNOWN, dtype=np.int64) for name in (*PER_PIECE, "heads")}
    factuality = np.full(size, np.nan, dtype=np.float32)
    for row, window in enumerate(windows):
        part, places = slice(window.start, window.end), slice(1, 1 + window.end - window.start)
        ids[row, 0] = START
        ids[row, places] = window.source.pieces.ids[part]
        shapes[row, places] = window.source.pieces.shapes[part]
        mask[row, : places.stop] = 1
        factuality[row, places] = window.source.factuality[part]
        for name in PER_PIECE:
            targets[name][row, places] = getattr(window.source, name)[part]
        targets["heads"][row, places] = local_heads(window.source.heads[part], window)
        if augment is not None:
            vary(ids[row], shapes[row], augment, quotes)
    links = [window_links(window) for window in windows]
    as_tensor = {name: torch.from_numpy(target) for name, target in targets.items()}
    return Batch(
        ids=torch.from_numpy(ids),
        shapes=torch.from_numpy(shapes),
        mask=torch.from_numpy(mask),
        heads=as_tensor.pop("heads"),
        pieces=as_tensor,
        factuality=torch.from_numpy(factuality),
        contents=[c for c, _ in links],
        cues=[c for _, c in links],
        roles=[window_roles(w) for w in windows],
        coded=[window_coded(w) for w in windows],
        chains=[window_chains(w) for w in windows],
        vectors=[
            [(place, v) for span, v in w.source.vectors if span[1] < w.end and (place := w.local(span))]
            for w in windows
        ],
    )


def local_heads(heads: np.ndarray, window: Window) -> np.ndarray:
    """Return heads as places of the window's row: 0 for a root, UNKNOWN for one that is cut off."""
    inside = (heads >= window.start) & (heads < window.end)
    placed = np.where(inside, heads - window.start + 1, UNKNOWN)
    return np.where(heads == -1, 0, placed)


def vary(ids: np.ndarray, shapes: np.ndarray, random: np.random.Generator, quotes: dict[int, int]) -> None:
    """Rarely put a row in lower or upper case, wrap its lines, or straighten its quotation marks."""
    case = shapes // (BEFORE * QUOTED)
    lettered = (case >= 1) & (case <= 4)
    draw = random.random()
    if draw < 0.06:
        shapes[lettered] = shapes[lettered] % (BEFORE * QUOTED) + BEFORE * QUOTED * (1 if draw < 0.03 else 3)
    if random.random() < 0.06:
        spaced = shapes // QUOTED % BEFORE == 1
        shapes[spaced & (random.random(len(shapes)) < 1 / 13)] += QUOTED  # a space becomes a line break
    if random.random() < 0.2:
        for curly, straight in quotes.items():
            ids[ids == curly] = straight
