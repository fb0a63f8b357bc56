"""The original encoder's sentence vectors, for the vector head to keep (distillation).

The teacher is all-MiniLM-L6-v2 as published: mean over the pieces of the sentence alone, of length
one (Reimers & Gurevych 2019). Its 384 dimensions are turned so that the first 128 hold most of
what dot products of the training sentences tell (the leading eigenvectors of their second moment).
"""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path

import numpy as np
import torch
from torch.nn import functional

from tocsin.model.heads import VECTORS
from tocsin.model.windows import START
from training.encoder import HIDDEN, Encoder, load_minilm
from training.targets import UNKNOWN, Labelled, PieceSpan

END = 102  # "[SEP]"
LONGEST = 126  # pieces of a sentence that the teacher sees


def sentences(item: Labelled) -> Iterator[PieceSpan]:
    """Yield the sentences of an example as pieces: as annotated, else after each line of its text."""
    starts = np.flatnonzero(item.sentences == 1) if item.sentences[0] != UNKNOWN else breaks(item)
    edges = [*starts.tolist(), len(item)]
    for first, after in pairwise(edges):
        if 3 <= after - first <= LONGEST:
            yield first, after - 1


def breaks(item: Labelled) -> np.ndarray:
    """Return where stretches of an unannotated text start: after line breaks and full stops."""
    broken = item.pieces.shapes // 2 % 3 == 2
    spaced = item.pieces.shapes // 2 % 3 == 1
    stop = np.isin(item.pieces.ids, (1012, 1029, 999))  # . ? !
    after = np.concatenate(([False], stop[:-1])) & spaced
    after[0] = True
    return np.flatnonzero(broken | after)


@torch.no_grad()
def teach(items: Iterable[Labelled], weights: Path, cache: Path, device: torch.device) -> None:
    """Give every example the vectors of its sentences, in place; they are kept in ``cache``."""
    asked = [(item, span) for item in items for span in sentences(item)]
    if cache.exists():
        kept = np.load(cache)
    else:
        kept = _turned(_vectors(asked, weights, device))
        cache.parent.mkdir(parents=True, exist_ok=True)
        np.save(cache, kept.astype(np.float16))
    if len(kept) != len(asked):
        raise ValueError(f"{cache} was made for other sentences: delete it")
    for (item, span), vector in zip(asked, kept.astype(np.float32), strict=True):
        item.vectors.append((span, vector))


def _vectors(asked: list[tuple[Labelled, PieceSpan]], weights: Path, device: torch.device) -> np.ndarray:
    teacher = Encoder(dropout=0.0)
    torch.nn.init.zeros_(teacher.shapes.weight)
    load_minilm(teacher, weights)
    teacher.to(device).eval()
    found = np.zeros((len(asked), HIDDEN), dtype=np.float32)
    order = sorted(range(len(asked)), key=lambda i: asked[i][1][1] - asked[i][1][0])
    for start in range(0, len(order), 64):
        rows = order[start : start + 64]
        parts = [asked[i][0].pieces.ids[asked[i][1][0] : asked[i][1][1] + 1] for i in rows]
        length = max(map(len, parts)) + 2
        ids, mask = (torch.zeros(len(rows), length, dtype=torch.long) for _ in range(2))
        for row, part in enumerate(parts):
            ids[row, : len(part) + 2] = torch.tensor([START, *part.tolist(), END])
            mask[row, : len(part) + 2] = 1
        with torch.autocast(device.type, dtype=torch.bfloat16):
            hidden = teacher.hidden(ids.to(device), torch.zeros_like(ids).to(device), mask.to(device))
        weight = mask[:, :, None].to(device).float()
        pooled = (hidden.float() * weight).sum(1) / weight.sum(1)
        found[rows] = functional.normalize(pooled, dim=1).cpu().numpy()
    return found


def _turned(vectors: np.ndarray) -> np.ndarray:
    _, axes = np.linalg.eigh(vectors.T @ vectors / len(vectors))
    kept = vectors @ axes[:, ::-1][:, : VECTORS.width]
    turned: np.ndarray = kept / np.linalg.norm(kept, axis=1, keepdims=True)
    return turned
