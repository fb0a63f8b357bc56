"""From windows to batches of tensors, and from the encoder's output to one loss."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from tocsin.model.heads import ATTRIBUTION, LINK_WIDTH, LINKS, NAMES, SENTENCES, columns
from tocsin.model.pieces import BEFORE, QUOTED
from tocsin.model.windows import START
from training.encoder import Reader
from training.targets import UNKNOWN, Window

WEIGHTS = {"attribution": 1.0, "names": 1.0, "sentences": 0.5, "links": 0.15}
LENGTHS = (64, 128, 192, 256)  # few shapes, so that a compiled step is compiled few times


@dataclass(frozen=True, slots=True, kw_only=True)
class SpanLinks:
    """Pairs of spans of one row: left spans, right spans, and which right each left belongs to."""

    left: list[tuple[int, int]]
    right: list[tuple[int, int]]
    choice: list[int]  # index into right, len(right) for none


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """One training step's input and targets."""

    ids: Tensor
    shapes: Tensor
    mask: Tensor
    attribution: Tensor
    names: Tensor
    sentences: Tensor
    contents: list[SpanLinks | None]  # content to cue, a row each
    cues: list[SpanLinks | None]  # cue to source


def window_links(window: Window) -> tuple[SpanLinks | None, SpanLinks | None]:
    """Return the links that lie inside a window, in its row's places."""
    if not window.source.linked:
        return None, None

    def local(span: tuple[int, int]) -> tuple[int, int] | None:
        first, last = span[0] - window.start, min(span[1], window.end - 1) - window.start
        return (1 + first, 1 + last) if first >= 0 and last >= first else None  # after the start mark

    cues = {cue: place for cue, _ in window.source.cues if (place := local(cue))}
    pairs = [(cue, source) for cue, source in window.source.cues]
    sources = sorted({place for _, s in pairs if s and (place := local(s))})
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
            target = local(source) if source else None
            lefts.append(cues[cue])
            choices.append(sources.index(target) if target else len(sources))
    return by_content, SpanLinks(left=lefts, right=sources, choice=choices)


def make_batch(
    windows: Sequence[Window],
    length: int,
    rows: int,
    augment: np.random.Generator | None,
    quotes: dict[int, int],
) -> Batch:
    """Lay windows out as padded tensors; with ``augment``, vary casing and quotation marks."""
    ids, shapes = (np.zeros((rows, length), dtype=np.int64) for _ in range(2))
    mask = np.zeros((rows, length), dtype=np.int64)
    targets = {
        name: np.full((rows, length), UNKNOWN, dtype=np.int64)
        for name in ("attribution", "names", "sentences")
    }
    for row, window in enumerate(windows):
        part, places = slice(window.start, window.end), slice(1, 1 + window.end - window.start)
        ids[row, 0] = START
        ids[row, places] = window.source.pieces.ids[part]
        shapes[row, places] = window.source.pieces.shapes[part]
        mask[row, : places.stop] = 1
        for name, target in targets.items():
            target[row, places] = getattr(window.source, name)[part]
        if augment is not None:
            vary(ids[row], shapes[row], augment, quotes)
    links = [window_links(window) for window in windows]
    as_tensor = {name: torch.from_numpy(target) for name, target in targets.items()}
    return Batch(
        ids=torch.from_numpy(ids),
        shapes=torch.from_numpy(shapes),
        mask=torch.from_numpy(mask),
        contents=[c for c, _ in links],
        cues=[c for _, c in links],
        **as_tensor,
    )


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


def compute(reader: Reader, output: Tensor, batch: Batch) -> dict[str, Tensor]:
    """Return the loss of each head on a batch (zero where nothing is annotated)."""
    output = output.float()
    inside = batch.mask.bool()
    losses = {}
    for head, crf, target in (
        (ATTRIBUTION, reader.attribution, batch.attribution),
        (NAMES, reader.names, batch.names),
    ):
        rows = target[:, 1] != UNKNOWN  # place 0 is the start mark
        if rows.any():
            emissions = output[rows][:, 1:, columns(head)]
            losses[head.name] = crf.loss(emissions, target[rows][:, 1:], inside[rows][:, 1:])
    known = batch.sentences != UNKNOWN
    if known.any():
        logits = output[:, :, columns(SENTENCES)].squeeze(2)[known]
        losses["sentences"] = functional.binary_cross_entropy_with_logits(
            logits, batch.sentences[known].float()
        )
    vectors = output[:, :, columns(LINKS)].split(LINK_WIDTH, dim=2)
    linked = [
        link_loss(reader, 0, vectors[0], vectors[1], batch.contents),
        link_loss(reader, 1, vectors[2], vectors[3], batch.cues),
    ]
    losses["links"] = torch.stack(linked).sum()
    return losses


def ends_mean(vectors: Tensor, spans: list[tuple[int, int]]) -> Tensor:
    """Return the mean of the first and last piece's vectors of each span."""
    places = torch.tensor(spans, device=vectors.device)
    return (vectors[places[:, 0]] + vectors[places[:, 1]]) / 2


def link_loss(
    reader: Reader, kind: int, lefts: Tensor, rights: Tensor, rows: list[SpanLinks | None]
) -> Tensor:
    """Return the mean cross-entropy of each left span's choice."""
    losses = []
    for row, links in enumerate(rows):
        if links is None or not links.left:
            continue
        left = ends_mean(lefts[row], links.left)
        if links.right:
            right = ends_mean(rights[row], links.right)
            starts = [
                torch.tensor([s for s, _ in spans], device=left.device) for spans in (links.left, links.right)
            ]
            gap = starts[1][None, :] - starts[0][:, None]
        else:
            right, gap = (
                left.new_zeros(0, LINK_WIDTH),
                torch.zeros(len(left), 0, dtype=torch.long, device=left.device),
            )
        scores = reader.links.scores(kind, left, right, gap)
        losses.append(
            functional.cross_entropy(scores, torch.tensor(links.choice, device=left.device), reduction="none")
        )
    if not losses:
        return lefts.sum() * 0
    return torch.cat(losses).mean()
