"""A quick look at dev during training: scores in windows as trained.

The figures of record come from ``eval/``, through the exported model.
"""

from collections import Counter

import numpy as np
import torch

from tocsin.model.decode import tag_spans, viterbi
from tocsin.model.heads import (
    ARCS,
    ATTRIBUTION,
    COREFERENCE,
    FACTUALITY,
    LINK_WIDTH,
    NAMES,
    RELATIONS,
    ROOTS,
    SENTENCES,
    TAGS,
    WORDS,
    Head,
    columns,
)
from training.batches import Batch, make_batch
from training.encoder import Reader
from training.losses import FAR, compute, ends_mean, gaps
from training.targets import UNKNOWN, Window

Counts = Counter[tuple[str, str]]


def f1(right: int, found: int, gold: int) -> float:
    """Return the balanced F of counts."""
    return 2 * right / (found + gold) if found + gold else 0.0


@torch.no_grad()
def dev_scores(reader: Reader, windows: list[Window], device: torch.device) -> dict[str, float]:
    """Return F1 by label, accuracy of trees, pronouns and factuality, and the mean losses."""
    reader.eval()
    counts: Counts = Counter()
    losses: Counter[str] = Counter()
    values: list[tuple[float, float]] = []
    ordered = sorted(windows, key=lambda w: w.end - w.start)
    for start in range(0, len(ordered), 24):
        rows = ordered[start : start + 24]
        length = max(w.end - w.start for w in rows) + 1
        batch = make_batch(rows, length, None, {})
        with torch.autocast(device.type, dtype=torch.bfloat16):
            output = reader.encoder(batch.ids.to(device), batch.shapes.to(device), batch.mask.to(device))
        output = output.float().cpu()
        for name, value in compute(reader.cpu() if device.type == "cpu" else reader, output, batch).items():
            losses[name] += float(value)
            losses[f"{name}#"] += 1
        for head, crf in ((ATTRIBUTION, reader.attribution), (NAMES, reader.names)):
            count_spans(counts, head, crf.scores().float().cpu().numpy(), output, batch, rows)
        for head in (SENTENCES, WORDS):
            count_flags(counts, head, output, batch)
        count_trees(counts, reader, output, batch)
        count_pronouns(counts, reader, output, batch)
        known = ~batch.factuality.isnan()
        found = output[:, :, columns(FACTUALITY)].squeeze(2)[known].tolist()
        values += zip(found, batch.factuality[known].tolist(), strict=True)
    reader.train()
    names = {name for name, _ in counts}
    scores = {n: f1(counts[n, "right"], counts[n, "found"], counts[n, "gold"]) for n in sorted(names)}
    pairs = np.array(values)
    scores["factuality MAE"] = float(np.abs(pairs[:, 0] - pairs[:, 1]).mean())
    scores["factuality r"] = float(np.corrcoef(pairs.T)[0, 1])
    scores |= {f"loss-{n}": losses[n] / losses[f"{n}#"] for n in losses if not n.endswith("#")}
    return {name: round(value, 4) for name, value in scores.items()}


def count_spans(
    counts: Counts,
    head: Head,
    transitions: np.ndarray,
    output: torch.Tensor,
    batch: Batch,
    rows: list[Window],
) -> None:
    """Count pieces and exact spans of a tagging head, in place."""
    for row, window in enumerate(rows):
        places = slice(1, 1 + window.end - window.start)
        gold = batch.pieces[head.name][row, places].numpy()
        if gold[0] == UNKNOWN:
            continue
        path = viterbi([output[row, places, columns(head)].numpy()], transitions)[0]
        found, truth = (set(tag_spans(tags, head.tags)) for tags in (path, gold.astype(np.int32)))
        for label in {tag[2:] for tag in head.tags if tag != "O"}:
            ours, theirs = ({s for s in spans if s[2] == label} for spans in (found, truth))
            counts[f"{label} span", "right"] += len(ours & theirs)
            counts[f"{label} span", "found"] += len(ours)
            counts[f"{label} span", "gold"] += len(theirs)
            numbers = [i for i, tag in enumerate(head.tags) if tag[2:] == label]
            a, b = np.isin(path, numbers), np.isin(gold, numbers)
            counts[label, "right"] += int((a & b).sum())
            counts[label, "found"] += int(a.sum())
            counts[label, "gold"] += int(b.sum())


def count_flags(counts: Counts, head: Head, output: torch.Tensor, batch: Batch) -> None:
    """Count pieces that a flag head marks, in place."""
    target = batch.pieces[head.name]
    known = target != UNKNOWN
    found, truth = output[:, :, columns(head)].squeeze(2)[known] > 0, target[known] == 1
    counts[head.name, "right"] += int((found & truth).sum())
    counts[head.name, "found"] += int(found.sum())
    counts[head.name, "gold"] += int(truth.sum())


def count_trees(counts: Counts, reader: Reader, output: torch.Tensor, batch: Batch) -> None:
    """Count words with the right tag, head, and head and relation, given words and sentences."""
    for row in range(len(output)):
        places = (batch.pieces["words"][row] == 1).nonzero().squeeze(1)
        if not len(places):
            continue
        parts = output[row][:, columns(ARCS)].split(LINK_WIDTH, dim=1)
        gap = places[None, :] - places[:, None]
        scores = reader.arcs.scores(parts[0][places], parts[1][places], gap.to(parts[0].device))
        sentence = (batch.pieces["sentences"][row] == 1).cumsum(0)[places]
        scores[sentence[:, None] != sentence[None, :]] = FAR
        scores.fill_diagonal_(FAR)
        best = torch.cat((output[row][places, columns(ROOTS)], scores), dim=1).argmax(1)
        heads = torch.cat((torch.zeros(1, dtype=torch.long), places))[best]
        target = batch.heads[row][places]
        known = target != UNKNOWN
        right = (heads == target)[known]
        for name, head in (("tags", TAGS), ("relations", RELATIONS)):
            same = output[row][places][:, columns(head)].argmax(1) == batch.pieces[head.name][row][places]
            if name == "tags":
                _add(counts, "tags", same)
            else:
                _add(counts, "LAS", right & same[known])
        _add(counts, "UAS", right)


def _add(counts: Counts, name: str, right: torch.Tensor) -> None:
    counts[name, "right"] += int(right.sum())
    counts[name, "found"] += len(right)
    counts[name, "gold"] += len(right)


def count_pronouns(counts: Counts, reader: Reader, output: torch.Tensor, batch: Batch) -> None:
    """Count GAP's pronouns by whether the right name, or none, is chosen of the two."""
    for row, chains in enumerate(batch.chains):
        if chains is None or not chains.later or not chains.asked:
            continue
        starts = [start for start, _ in chains.mentions]
        left, right = output[row][:, columns(COREFERENCE)].split(LINK_WIDTH, dim=1)
        mine = chains.asked[0]
        gap = gaps(starts, starts, left.device)
        scores = reader.coreference.scores(
            ends_mean(left, chains.mentions), ends_mean(right, chains.mentions), gap
        )[mine]
        scores[mine] = FAR
        best = int(torch.cat((scores, reader.coreference.null[None])).argmax())
        for i, chain in enumerate(chains.chains):
            if i != mine:
                counts["gap", "gold"] += chain == chains.chains[mine]
                counts["gap", "found"] += i == best
                counts["gap", "right"] += i == best and chain == chains.chains[mine]
