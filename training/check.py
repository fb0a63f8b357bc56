"""A quick look at dev during training: F1 over pieces and exact spans, in windows as trained.

The figures of record come from ``eval/``, through the exported model.
"""

from collections import Counter

import numpy as np
import torch

from tocsin.model.decode import tag_spans, viterbi
from tocsin.model.heads import ATTRIBUTION, NAMES, SENTENCES, columns
from training.encoder import Reader
from training.losses import compute, make_batch
from training.targets import UNKNOWN, Window


def f1(right: int, found: int, gold: int) -> float:
    """Return the balanced F of counts."""
    return 2 * right / (found + gold) if found + gold else 0.0


@torch.no_grad()
def dev_scores(reader: Reader, windows: list[Window], device: torch.device) -> dict[str, float]:
    """Return F1 by role (pieces and exact spans) and accuracy of links given gold spans."""
    reader.eval()
    counts: Counter[tuple[str, str]] = Counter()
    losses: Counter[str] = Counter()
    for start in range(0, len(windows), 16):
        rows = windows[start : start + 16]
        batch = make_batch(rows, 256, len(rows), None, {})
        with torch.autocast(device.type, dtype=torch.bfloat16):
            output = reader.encoder(batch.ids.to(device), batch.shapes.to(device), batch.mask.to(device))
        output = output.float().cpu()
        for name, value in compute(reader, output, batch).items():
            losses[name] += float(value)
            losses[f"{name}#"] += 1
        for head, crf, target in (
            (ATTRIBUTION, reader.attribution, batch.attribution),
            (NAMES, reader.names, batch.names),
        ):
            transitions = crf.scores().float().cpu().numpy()
            for row, window in enumerate(rows):
                places = slice(1, 1 + window.end - window.start)
                gold = target[row, places].numpy()
                if gold[0] == UNKNOWN:
                    continue
                path = viterbi([output[row, places, columns(head)].numpy()], transitions)[0]
                count_tags(counts, path, gold.astype(np.int32), head.tags)
        gold_starts = batch.sentences
        known = gold_starts != UNKNOWN
        found = output[:, :, columns(SENTENCES)].squeeze(2)[known] > 0
        truth = gold_starts[known] == 1
        counts["starts", "right"] += int((found & truth).sum())
        counts["starts", "found"] += int(found.sum())
        counts["starts", "gold"] += int(truth.sum())
    reader.train()
    names = {name for name, _ in counts}
    scores = {n: f1(counts[n, "right"], counts[n, "found"], counts[n, "gold"]) for n in sorted(names)}
    return scores | {f"loss-{n}": losses[n] / losses[f"{n}#"] for n in losses if not n.endswith("#")}


def count_tags(
    counts: Counter[tuple[str, str]], path: np.ndarray, gold: np.ndarray, tags: tuple[str, ...]
) -> None:
    """Add one row's pieces and spans to the counts, in place."""
    for label in {tag[2:] for tag in tags if tag != "O"}:
        wanted = [i for i, tag in enumerate(tags) if tag[2:] == label]
        found, truth = np.isin(path, wanted), np.isin(gold, wanted)
        counts[f"{label}.token", "right"] += int((found & truth).sum())
        counts[f"{label}.token", "found"] += int(found.sum())
        counts[f"{label}.token", "gold"] += int(truth.sum())
    found_spans, gold_spans = set(tag_spans(path, tags)), set(tag_spans(gold, tags))
    task = "span-attribution" if "B-cue" in tags else "span-names"
    for name in (task, *sorted({span[2] for span in gold_spans | found_spans})):
        mine = {s for s in found_spans if name == task or s[2] == name}
        theirs = {s for s in gold_spans if name == task or s[2] == name}
        counts[name, "right"] += len(mine & theirs)
        counts[name, "found"] += len(mine)
        counts[name, "gold"] += len(theirs)
